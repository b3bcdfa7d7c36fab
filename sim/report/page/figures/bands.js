// Bands: a row for each thing, a mark with its interval on a scale that all rows share, and a band behind all of them.

// rows: [{id, label}]; points: [{row, at, low, high, look, text, label}]; looks: {name: {colour, fill, shape, label}}; band: [from, to].
function bandsSpec({ rows, points, looks, band, domain, xTitle, width }) {
  const narrow = isNarrow(width);
  const labelWidth = narrow ? 0 : Math.round(Math.min(Math.max(...rows.map((row) => textWidth(row.label))) + 14, width * 0.5));
  const step = narrow ? 36 : rows.length > 12 ? 22 : 28;
  const lift = narrow ? 7 : 0; // on narrow pages the label stands above its mark
  const inside = (value) => (isNumber(value) ? Math.min(Math.max(value, domain[0]), domain[1]) : null);
  const values = points.map((point) => ({
    ...point,
    at: inside(point.at),
    low: inside(point.low),
    high: inside(point.high),
    stroke: looks[point.look].colour,
    fill: looks[point.look].fill,
    shape: looks[point.look].shape,
  }));
  const raw = (field) => ({ field, type: "nominal", scale: null, legend: null });
  const x = { type: "quantitative", scale: { domain, nice: false, zero: false }, axis: valueAxis({ tickCount: narrow ? 4 : 7 }) };
  const tooltip = [
    { field: "label", type: "nominal", title: " " },
    { field: "text", type: "nominal", title: xTitle },
  ];
  const body = {
    width: width - 14 - labelWidth,
    height: { step },
    title: { text: wrapText(xTitle, width - 20, 2, FONT_SIZE), fontWeight: "normal", fontSize: FONT_SIZE, color: MUTED, frame: "group" },
    data: { values },
    encoding: { y: rowBand(rows) },
    layer: [
      {
        data: { values: rows.map((row) => ({ row: row.id, from: band[0], to: band[1] })) },
        mark: { type: "bar", height: step, color: "#e3edf5", opacity: 1 },
        encoding: { x: { ...x, field: "from" }, x2: { field: "to" } },
      },
      {
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "rule", strokeWidth: 2.5, yOffset: lift },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" }, stroke: raw("stroke"), tooltip },
      },
      {
        transform: [{ filter: "isValid(datum.at)" }],
        mark: { type: "point", size: 64, strokeWidth: 1.8, opacity: 1, yOffset: lift },
        encoding: { x: { ...x, field: "at" }, stroke: raw("stroke"), fill: raw("fill"), shape: raw("shape"), tooltip },
      },
      ...(labelWidth > 0 ? rowLabels(rows, labelWidth, rows.length > 12 ? 1 : 2) : labelsAbove(rows, width - 14, -10)),
    ],
  };
  const used = Object.keys(looks).filter((name) => points.some((point) => point.look === name));
  return framed(
    used.map((name) => looks[name]),
    body,
    width - 10,
    labelWidth,
  );
}
