// Pieces that figures are put together from: legend, frame, labels of scales.

// Items {label, colour, fill, shape, dash, letter}, as many a row as fit in `width`, from `left` of the body's origin on.
function legendStrip(items, width, left) {
  const symbol = 26,
    gap = 18,
    rowHeight = 20;
  const texts = items.map((item) => wrapText(item.label, width - symbol - 8, 1)[0]);
  let x = 0,
    row = 0;
  const values = items.map((item, i) => {
    const needed = symbol + textWidth(texts[i]) + gap;
    if (x > 0 && x + needed - gap > width) {
      x = 0;
      row += 1;
    }
    const place = {
      ...item,
      label: texts[i],
      x: x + 8 - left,
      x0: x - left,
      x1: x + 16 - left,
      xt: x + 22 - left,
      y: 10 + row * rowHeight,
      fill: item.fill ?? item.colour,
    };
    x += needed;
    return place;
  });
  const at = (x) => ({
    x: { field: x, type: "quantitative", scale: null, axis: null },
    y: { field: "y", type: "quantitative", scale: null, axis: null },
  });
  const raw = (field) => ({ field, type: "nominal", scale: null, legend: null });
  return {
    width: 1,
    height: (row + 1) * rowHeight,
    data: { values },
    layer: [
      ...(items.some((item) => item.dash)
        ? [
            {
              transform: [{ filter: "isValid(datum.dash)" }],
              mark: { type: "rule", strokeWidth: 2 },
              encoding: { ...at("x0"), x2: { field: "x1" }, stroke: raw("colour") },
            },
          ]
        : []),
      {
        transform: [{ filter: "isValid(datum.shape)" }],
        mark: { type: "point", size: 70, strokeWidth: 1.6, opacity: 1 },
        encoding: { ...at("x"), stroke: raw("colour"), fill: raw("fill"), shape: raw("shape") },
      },
      {
        transform: [{ filter: "isValid(datum.letter)" }],
        mark: { type: "square", size: 230, opacity: 1 },
        encoding: { ...at("x"), fill: raw("colour") },
      },
      {
        transform: [{ filter: "isValid(datum.letter)" }],
        mark: { type: "text", fontSize: 10, fontWeight: 600, baseline: "middle" },
        encoding: { ...at("x"), text: { field: "letter" }, color: raw("ink") },
      },
      { mark: { type: "text", align: "left", baseline: "middle" }, encoding: { ...at("xt"), text: { field: "label" } } },
    ],
    resolve: { scale: { x: "independent", y: "independent" } },
  };
}

// A legend above a body that begins `left` of its origin: Vega puts the origins of both below each other.
function framed(items, body, width, left) {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json", // a name, which nobody fetches
    vconcat: [...(items.length ? [legendStrip(items, width, left)] : []), body],
    spacing: 12,
    config: FIGURE_CONFIG,
  };
}

function isNarrow(width) {
  return width < 560;
}

// Rows of equal height, without a scale of their own beside them.
function rowBand(rows) {
  return {
    field: "row",
    type: "nominal",
    scale: { type: "band", domain: rows.map((row) => row.id), paddingInner: 0, paddingOuter: 0 },
    axis: null,
  };
}

// Labels left of rows, in one line or two, centred on the row: marks, since an axis cannot centre two lines.
function rowLabels(rows, width, most) {
  const lines = rows.flatMap((row) =>
    wrapText(row.label, width - 12, most).map((label, i, all) => ({
      row: row.id,
      label,
      dy: (i - (all.length - 1) / 2) * (FONT_SIZE + 1),
    })),
  );
  return [...new Set(lines.map((line) => line.dy))].map((dy) => ({
    data: { values: lines.filter((line) => line.dy === dy) },
    mark: { type: "text", align: "right", baseline: "middle", dy },
    encoding: { x: { value: -10 }, text: { field: "label" } },
  }));
}

// Labels above rows, where there is no room beside them.
function labelsAbove(rows, width, dy) {
  const mark = { type: "text", align: "left", baseline: "middle", dy };
  const halo = { ...mark, color: "#ffffff", stroke: "#ffffff", strokeWidth: 4 }; // so that no line of the grid runs through the letters
  return [halo, mark].map((each) => ({
    data: { values: rows.map((row) => ({ row: row.id, label: wrapText(row.label, width, 1)[0] })) },
    mark: each,
    encoding: { x: { value: 0 }, text: { field: "label" } },
  }));
}

function valueAxis(more = {}) {
  return { title: null, grid: true, tickCount: 4, labelOverlap: true, labelFlush: false, ...more };
}

// A straight line at zero, or nothing; `more` takes away what the other direction would inherit.
function zeroLine(direction, more = {}) {
  return {
    data: { values: [{}] },
    mark: { type: "rule", color: "#7d8790", strokeWidth: 1 },
    encoding: { [direction]: { datum: 0 }, ...more },
  };
}

function lettersFor(count) {
  return Array.from({ length: count }, (_, i) => String.fromCharCode(65 + i));
}

// Black or white, whichever is easier to read on a colour.
function inkOn(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.05 ? "#ffffff" : "#000000";
}
