// The funnel of a programme: a bar for each step, with its number and its share of the first.
function funnelSpec({ steps, width }) {
  const narrow = isNarrow(width);
  const rows = steps.map((step, i) => ({ id: `r${i}`, label: step.label }));
  const longest = Math.max(...rows.map((row) => textWidth(row.label))) + 14;
  const labelWidth = Math.round(Math.min(longest, width * (narrow ? 0.34 : 0.28)));
  const numberWidth = Math.max(...steps.map((step) => textWidth(step.text))) + 16;
  return framed([], {
    width: width - labelWidth - 16, height: { step: 34 },
    data: { values: steps.map((step, i) => ({ row: `r${i}`, persons: step.persons, text: step.text, label: step.label })) },
    encoding: {
      y: { field: "row", type: "nominal", scale: { domain: rows.map((row) => row.id) }, axis: rowAxis(rows, labelWidth, 2) },
      x: {
        field: "persons", type: "quantitative", axis: null,
        scale: { domain: [0, Math.max(1, ...steps.map((step) => step.persons)) * (width - labelWidth) / Math.max(60, width - labelWidth - numberWidth - 16)], nice: false },
      },
    },
    layer: [
      { mark: { type: "bar", size: 20, color: SCENARIO_COLOURS[0] } },
      { mark: { type: "text", align: "left", dx: 6, baseline: "middle" }, encoding: { text: { field: "text" } } },
    ],
  }, width - 10);
}
