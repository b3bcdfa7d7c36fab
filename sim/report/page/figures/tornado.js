// Tornado: a bar for each parameter, the strongest on top, with the interval of its length; of two measures the second within the first.

// bars: [{label, length, low, high, inner, look, text}]; looks: [{name, colour, label}], of which a bar names one.
function tornadoSpec({ bars, looks, width, xTitle }) {
  const narrow = isNarrow(width);
  const rows = bars.map((bar, i) => ({ id: `b${i}`, label: bar.label }));
  const labelWidth = narrow ? 0 : Math.round(Math.min(Math.max(...rows.map((row) => textWidth(row.label))) + 14, width * 0.44));
  const step = narrow ? 40 : 30;
  const lift = narrow ? 8 : 0; // on narrow pages the label stands above its bar
  const colourOf = Object.fromEntries(looks.map((look) => [look.name, look.colour]));
  const values = bars.map((bar, i) => ({
    row: rows[i].id,
    label: bar.label,
    zero: 0,
    length: bar.length,
    low: bar.low,
    high: bar.high,
    inner: bar.inner ?? null,
    colour: colourOf[bar.look],
    text: bar.text,
  }));
  const raw = (field) => ({ field, type: "nominal", scale: null, legend: null });
  const x = { type: "quantitative", scale: { zero: true, nice: true }, axis: valueAxis({ tickCount: narrow ? 4 : 7 }) };
  const tooltip = [
    { field: "label", type: "nominal", title: " " },
    { field: "text", type: "nominal", title: xTitle },
  ];
  const whisker = { transform: [{ filter: "isValid(datum.low)" }], mark: { type: "rule", strokeWidth: 1.6, color: INK, yOffset: lift } };
  const body = {
    width: width - 14 - labelWidth,
    height: { step },
    title: { text: wrapText(xTitle, width - 20, 2, FONT_SIZE), fontWeight: "normal", fontSize: FONT_SIZE, color: MUTED, frame: "group" },
    data: { values },
    encoding: {
      y: rowBand(rows),
    },
    layer: [
      {
        mark: {
          type: "bar",
          height: narrow ? 12 : step - 10,
          yOffset: lift,
          opacity: values.some((bar) => bar.inner !== null) ? 0.45 : 0.9,
        },
        encoding: { x: { ...x, field: "zero" }, x2: { field: "length" }, fill: raw("colour"), tooltip },
      },
      ...(values.some((bar) => bar.inner !== null)
        ? [
            {
              transform: [{ filter: "isValid(datum.inner)" }],
              mark: { type: "bar", height: narrow ? 6 : (step - 10) / 2, yOffset: lift },
              encoding: { x: { ...x, field: "zero" }, x2: { field: "inner" }, fill: raw("colour"), tooltip },
            },
          ]
        : []),
      { ...whisker, encoding: { x: { ...x, field: "low" }, x2: { field: "high" }, tooltip } },
      ...(labelWidth > 0 ? rowLabels(rows, labelWidth, 2) : labelsAbove(rows, width - 14, -10)),
    ],
  };
  return framed(
    looks.map((look) => ({ label: look.label, colour: look.colour, fill: look.colour, shape: "square" })),
    body,
    width - 10,
    labelWidth,
  );
}
