// Forest plot: panels side by side, a row for each scenario (or other thing), a mark with its interval.

// panels: [{title, unit, points: [{row, mean, low, high, verdict, text}]}]; rows: [{id, label}] from top to bottom.
function forestSpec({ panels, rows, width, isShared = false, hasZero = true }) {
  const narrow = isNarrow(width);
  const isDense = rows.length > 12;
  const longest = Math.max(...rows.map((row) => textWidth(row.label))) + 14;
  const labelWidth = narrow ? 0 : Math.round(Math.min(longest, Math.max(120, width * (isDense ? 0.3 : 0.24))));
  const gap = narrow ? 0 : 22;
  const fit = narrow ? 1 : Math.max(1, Math.floor((width - labelWidth + gap) / ((width > 800 ? 104 : 92) + gap)));
  const lines = Math.ceil(panels.length / fit);
  const columns = Math.ceil(panels.length / lines);
  const panelWidth = Math.floor((width - 10 - labelWidth - (columns - 1) * gap) / columns);
  const step = narrow ? (isDense ? 34 : 40) : isDense ? 16 : rows.length > 7 ? 22 : isPrinting ? 25 : 30;
  const shared = isShared ? sharedDomain(panels, hasZero) : null;
  const titleLines = Math.max(...panels.map((panel) => wrapText(withCapital(panel.title), panelWidth, 3, FONT_SIZE, 600).length));
  const specs = panels.map((panel, i) =>
    panelSpec(panel, {
      rows,
      step,
      narrow,
      shared,
      hasZero,
      titleLines,
      width: panelWidth,
      labelWidth: i % columns === 0 ? labelWidth : 0,
      isDense,
    }),
  );
  const verdicts = Object.keys(VERDICT_LOOKS).filter((verdict) =>
    panels.some((panel) => panel.points.some((point) => point.verdict === verdict)),
  );
  const legend = verdicts.map((verdict) => ({ ...VERDICT_LOOKS[verdict], label: say(`legend_${verdict}`, { against: againstWords() }) }));
  const body =
    columns === 1 && specs.length === 1
      ? specs[0]
      : { concat: specs, columns, spacing: { column: gap, row: isPrinting ? 12 : 22 }, align: "each", bounds: "full" };
  return framed(legend, body, width - 10, labelWidth);
}

function sharedDomain(panels, hasZero) {
  const values = panels.flatMap((panel) => panel.points.flatMap((point) => [point.mean, point.low, point.high])).filter(isNumber);
  if (hasZero) values.push(0);
  return [Math.min(...values), Math.max(...values)];
}

function panelSpec(panel, { rows, step, narrow, shared, hasZero, titleLines, width, labelWidth, isDense }) {
  const values = panel.points.map((point) => {
    const look = VERDICT_LOOKS[point.verdict] ?? VERDICT_LOOKS.different;
    return { ...point, stroke: look.colour, fill: look.fill, shape: look.shape };
  });
  const title = wrapText(withCapital(panel.title), width, 3, FONT_SIZE, 600);
  while (title.length < titleLines && !narrow) title.unshift("");
  const raw = (field) => ({ field, type: "nominal", scale: null, legend: null });
  const scale = { zero: hasZero, nice: true, ...(shared ? { domain: shared } : {}) };
  const tooltip = [
    { field: "label", type: "nominal", title: panel.title },
    { field: "text", type: "nominal", title: panel.unit || " " },
  ];
  const lift = narrow ? 7 : 0; // on narrow pages the label stands above its mark
  return {
    width,
    height: { step },
    title: {
      text: title,
      subtitle: panel.unit ? wrapText(panel.unit, width, 1, FONT_SIZE - 1)[0] : undefined,
      fontSize: FONT_SIZE,
      frame: "group",
    },
    data: { values },
    encoding: {
      y: rowBand(rows),
    },
    layer: [
      ...(labelWidth > 0 ? rowLabels(rows, labelWidth, isDense ? 1 : 2) : []),
      ...(hasZero ? [zeroLine("x", { y: null })] : []),
      ...(narrow ? labelsAbove(rows, width, -8) : []),
      ...(values.some((point) => isNumber(point.low))
        ? [
            {
              mark: { type: "rule", strokeWidth: isDense ? 2 : 2.5, yOffset: lift },
              transform: [{ filter: "isValid(datum.low)" }],
              encoding: { x: { field: "low", type: "quantitative", scale }, x2: { field: "high" }, stroke: raw("stroke"), tooltip },
            },
          ]
        : []),
      {
        mark: { type: "point", size: isDense ? 42 : 68, strokeWidth: 1.8, opacity: 1, yOffset: lift },
        encoding: {
          x: { field: "mean", type: "quantitative", scale, axis: valueAxis({ tickCount: width < 130 ? 3 : 5 }) },
          stroke: raw("stroke"),
          fill: raw("fill"),
          shape: raw("shape"),
          tooltip,
        },
      },
    ],
  };
}
