// The funnel of a programme: a bar for each step, with its number and its share of the first.
function funnelSpec({ steps, width }) {
  const narrow = isNarrow(width);
  const rows = steps.map((step, i) => ({ id: `r${i}`, label: step.label }));
  const longest = Math.max(...rows.map((row) => textWidth(row.label))) + 14;
  const labelWidth = Math.round(Math.min(longest, width * (narrow ? 0.34 : 0.28)));
  const numberWidth = Math.max(...steps.map((step) => textWidth(step.text))) + 16;
  const most = Math.max(1, ...steps.map((step) => step.persons));
  const beyond = (width - labelWidth) / Math.max(60, width - labelWidth - numberWidth - 16); // room for the number behind the longest bar
  const x = { field: "persons", type: "quantitative", axis: null, scale: { domain: [0, most * beyond], nice: false } };
  return framed(
    [],
    {
      width: width - labelWidth - 16,
      height: { step: 34 },
      data: { values: steps.map((step, i) => ({ row: `r${i}`, persons: step.persons, text: step.text, label: step.label })) },
      encoding: {
        y: { field: "row", type: "nominal", scale: { type: "band", domain: rows.map((row) => row.id) }, axis: null },
      },
      layer: [
        ...rowLabels(rows, labelWidth, 2),
        { mark: { type: "bar", size: 20, color: SCENARIO_COLOURS[0] }, encoding: { x } },
        { mark: { type: "text", align: "left", dx: 6, baseline: "middle" }, encoding: { x, text: { field: "text" } } },
      ],
    },
    width - 10,
    labelWidth,
  );
}
