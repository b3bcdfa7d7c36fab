// Curves with bands: a line for each scenario over weeks or over worth, told apart by colour, dashes and marks.

// curves: [{label, look, xs, means, lows, highs}]; the legend names them in this order.
function curvesSpec({ curves, width, xTitle, yTitle, hasZero, xAxis = {}, xDomain = null, yDomain = null }) {
  const narrow = isNarrow(width);
  const extent = 52;
  const plotWidth = width - extent - 16;
  const values = curves
    .flatMap((curve, c) =>
      curve.xs.map((x, i) => ({
        c: `c${c}`,
        label: curve.label,
        x,
        mean: curve.means[i],
        low: curve.lows?.[i] ?? null,
        high: curve.highs?.[i] ?? null,
        isMarked: (i + 1 + 2 * c) % Math.max(1, Math.round(curve.xs.length / 6)) === 0,
        text: curve.texts?.[i] ?? "",
      })),
    )
    .filter((point) => isNumber(point.mean));
  const domain = curves.map((_, c) => `c${c}`);
  const looks = curves.map((curve) => curve.look);
  const scaled = (range) => ({ domain, range });
  const colour = { field: "c", type: "nominal", scale: scaled(looks.map((look) => look.colour)), legend: null };
  const shape = { field: "c", type: "nominal", scale: scaled(looks.map((look) => look.shape)), legend: null };
  const dash = { field: "c", type: "nominal", scale: scaled(looks.map((look) => look.dash)), legend: null };
  const y = {
    type: "quantitative",
    title: null,
    scale: { zero: false, nice: true, ...(yDomain ? { domain: yDomain } : {}) },
    axis: valueAxis({ tickCount: 6, minExtent: extent, maxExtent: extent }),
  };
  const x = {
    field: "x",
    type: "quantitative",
    title: xTitle,
    scale: { nice: false, zero: false, ...(xDomain ? { domain: xDomain } : {}) },
    axis: { grid: false, tickCount: narrow ? 5 : 10, labelFlush: false, labelOverlap: true, ...xAxis },
  };
  const tooltip = [
    { field: "label", type: "nominal", title: " " },
    { field: "x", type: "quantitative", title: xTitle, format: ",.3~f" },
    { field: "text", type: "nominal", title: yTitle },
  ];
  const body = {
    width: plotWidth,
    height: narrow ? 240 : 320,
    data: { values },
    title: { text: wrapText(yTitle, width - 20, 2, FONT_SIZE), fontWeight: "normal", fontSize: FONT_SIZE, color: MUTED, frame: "bounds" },
    layer: [
      ...(hasZero ? [zeroLine("y")] : []),
      ...(values.some((point) => isNumber(point.low))
        ? [
            {
              transform: [{ filter: "isValid(datum.low)" }],
              mark: { type: "area", opacity: 0.16 },
              encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, color: colour },
            },
          ]
        : []),
      { mark: { type: "line", strokeWidth: 2, clip: true }, encoding: { x, y: { ...y, field: "mean" }, color: colour, strokeDash: dash } },
      {
        transform: [{ filter: "datum.isMarked" }],
        mark: { type: "point", filled: true, size: 62, opacity: 1 },
        encoding: { x, y: { ...y, field: "mean" }, color: colour, shape, tooltip },
      },
      { mark: { type: "point", size: 90, opacity: 0 }, encoding: { x, y: { ...y, field: "mean" }, tooltip } },
    ],
  };
  const legend = curves.map((curve) => ({ label: curve.label, ...curve.look, fill: curve.look.colour }));
  return framed(legend, body, width - 10, extent);
}
