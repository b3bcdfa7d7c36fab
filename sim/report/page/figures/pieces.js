// Pieces that figures are put together from: legend, frame, labels of scales.

// Items {label, colour, fill, shape, dash, letter}, as many a row as fit in `width`.
function legendStrip(items, width) {
  const symbol = 26, gap = 18, rowHeight = 20;
  const texts = items.map((item) => wrapText(item.label, width - symbol - 8, 1)[0]);
  let x = 0, row = 0;
  const values = items.map((item, i) => {
    const needed = symbol + textWidth(texts[i]) + gap;
    if (x > 0 && x + needed - gap > width) {
      x = 0;
      row += 1;
    }
    const place = { ...item, label: texts[i], x: x + 8, x0: x, x1: x + 16, xt: x + 22, y: 10 + row * rowHeight, fill: item.fill ?? item.colour };
    x += needed;
    return place;
  });
  const at = (x) => ({ x: { field: x, type: "quantitative", scale: null, axis: null }, y: { field: "y", type: "quantitative", scale: null, axis: null } });
  const raw = (field) => ({ field, type: "nominal", scale: null, legend: null });
  return {
    width, height: (row + 1) * rowHeight, data: { values },
    layer: [
      ...items.some((item) => item.dash) ? [{
        transform: [{ filter: "isValid(datum.dash)" }],
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { ...at("x0"), x2: { field: "x1" }, stroke: raw("colour") },
      }] : [],
      { transform: [{ filter: "isValid(datum.shape)" }], mark: { type: "point", size: 70, strokeWidth: 1.6, opacity: 1 }, encoding: { ...at("x"), stroke: raw("colour"), fill: raw("fill"), shape: raw("shape") } },
      { transform: [{ filter: "isValid(datum.letter)" }], mark: { type: "square", size: 230, opacity: 1 }, encoding: { ...at("x"), fill: raw("colour") } },
      { transform: [{ filter: "isValid(datum.letter)" }], mark: { type: "text", fontSize: 10, fontWeight: 600, baseline: "middle" }, encoding: { ...at("x"), text: { field: "letter" }, color: raw("ink") } },
      { mark: { type: "text", align: "left", baseline: "middle" }, encoding: { ...at("xt"), text: { field: "label" } } },
    ],
    resolve: { scale: { x: "independent", y: "independent" } },
  };
}

// A legend above a body, of a known width.
function framed(items, body, width) {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json", // a name, which nobody fetches
    vconcat: [...items.length ? [legendStrip(items, width)] : [], body],
    spacing: 12,
    config: FIGURE_CONFIG,
  };
}

function isNarrow(width) {
  return width < 560;
}

// An axis that writes labels of rows, in lines that fit.
function rowAxis(rows, width, lines) {
  const labels = Object.fromEntries(rows.map((row) => [row.id, wrapText(row.label, width - 10, lines)]));
  return {
    title: null, domain: false, ticks: false, grid: false, labelPadding: 8, minExtent: width, maxExtent: width,
    labelLimit: 0, labelLineHeight: FONT_SIZE + 1, labelExpr: `${JSON.stringify(labels)}[datum.value]`,
  };
}

// An amount axis of about `count` steps, with zero in it where the data lies near.
function valueAxis(more = {}) {
  return { title: null, grid: true, tickCount: 4, labelOverlap: true, labelFlush: true, ...more };
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
