// The cost-effectiveness plane: a small mark for each replicate, a large one for the mean.

// clouds: [{label, look, points: [[x, y]], mean: [x, y], text}]
function planeSpec({ clouds, width, xTitle, yTitle }) {
  const narrow = isNarrow(width);
  const extent = 60;
  const ids = clouds.map((_, c) => `c${c}`);
  const scaled = (range) => ({ domain: ids, range });
  const small = clouds.flatMap((cloud, c) => cloud.points.map(([x, y]) => ({ c: `c${c}`, x, y })));
  const large = clouds.map((cloud, c) => ({ c: `c${c}`, x: cloud.mean[0], y: cloud.mean[1], label: cloud.label, text: cloud.text }));
  const colour = { field: "c", type: "nominal", scale: scaled(clouds.map((cloud) => cloud.look.colour)), legend: null };
  const shape = { field: "c", type: "nominal", scale: scaled(clouds.map((cloud) => cloud.look.shape)), legend: null };
  const x = {
    field: "x",
    type: "quantitative",
    title: wrapText(xTitle, width - extent - 20, 2),
    scale: { zero: true, nice: true },
    axis: { tickCount: narrow ? 4 : 8, labelOverlap: true },
  };
  const y = {
    field: "y",
    type: "quantitative",
    title: null,
    scale: { zero: true, nice: true },
    axis: valueAxis({ tickCount: 6, minExtent: extent, maxExtent: extent }),
  };
  const body = {
    width: width - extent - 16,
    height: narrow ? 260 : 360,
    title: { text: wrapText(yTitle, width - 20, 2, FONT_SIZE), fontWeight: "normal", fontSize: FONT_SIZE, color: MUTED, frame: "bounds" },
    layer: [
      zeroLine("x"),
      zeroLine("y"),
      { data: { values: small }, mark: { type: "point", filled: true, size: 26, opacity: 0.55 }, encoding: { x, y, color: colour, shape } },
      {
        data: { values: large },
        mark: { type: "point", size: 170, stroke: INK, strokeWidth: 1.6, opacity: 1 },
        encoding: {
          x,
          y,
          fill: colour,
          shape,
          tooltip: [
            { field: "label", type: "nominal", title: " " },
            { field: "text", type: "nominal", title: "  " },
          ],
        },
      },
    ],
  };
  return framed(
    clouds.map((cloud) => ({ label: cloud.label, colour: cloud.look.colour, shape: cloud.look.shape })),
    body,
    width - 10,
    extent,
  );
}
