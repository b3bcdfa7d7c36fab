// Colours, shapes and type of all figures. Colours are those of Okabe and Ito, which colour-blind readers can tell apart.
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const INK = "#1c2329";
const MUTED = "#59636e";
const BASE_COLOUR = "#59636e";
const SCENARIO_COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];
const SCENARIO_SHAPES = ["circle", "square", "triangle-up", "diamond", "triangle-down", "cross"];
const PAYER_COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999"];
const VERDICT_LOOKS = {
  better: { colour: "#0072b2", fill: "#0072b2", shape: "circle", arrow: "▲" },
  worse: { colour: "#d55e00", fill: "#d55e00", shape: "diamond", arrow: "▼" },
  different: { colour: INK, fill: INK, shape: "square", arrow: "◆" },
  unclear: { colour: "#7d8790", fill: "#ffffff", shape: "circle", arrow: "○" },
  none: { colour: "#7d8790", fill: "#ffffff", shape: "square", arrow: "=" },
  single: { colour: INK, fill: "#ffffff", shape: "diamond", arrow: "◇" },
};
const FONT_SIZE = 12;

const FIGURE_CONFIG = {
  background: "#ffffff",
  font: FONT,
  padding: { left: 2, right: 6, top: 2, bottom: 2 },
  view: { stroke: null },
  axis: {
    labelFontSize: FONT_SIZE,
    titleFontSize: FONT_SIZE,
    titleFontWeight: "normal",
    labelColor: INK,
    titleColor: MUTED,
    gridColor: "#e7ebef",
    domainColor: "#aab3bc",
    tickColor: "#aab3bc",
    labelPadding: 4,
  },
  title: {
    fontSize: FONT_SIZE + 1,
    fontWeight: 600,
    color: INK,
    anchor: "start",
    subtitleFontSize: FONT_SIZE - 1,
    subtitleColor: MUTED,
    subtitlePadding: 2,
  },
  text: { fontSize: FONT_SIZE, color: INK },
};

function formatLocale() {
  return language === "nl"
    ? { decimal: ",", thousands: ".", grouping: [3], currency: ["€\u00a0", ""], minus: MINUS }
    : { decimal: ".", thousands: ",", grouping: [3], currency: ["€", ""], minus: MINUS };
}

// ---- texts that must fit

const ruler = document.createElement("canvas").getContext("2d");
function textWidth(text, size = FONT_SIZE, weight = "normal") {
  ruler.font = `${weight} ${size}px ${FONT}`;
  return ruler.measureText(text).width;
}

// The text cut in its middle to fit: titles that begin alike stay apart.
function cutText(text, width, size = FONT_SIZE, weight = "normal") {
  if (textWidth(text, size, weight) <= width) return text;
  const letters = [...text];
  for (let kept = letters.length - 1; kept > 2; kept--) {
    const head = Math.ceil(kept * 0.6);
    const cut = `${letters.slice(0, head).join("").trimEnd()}…${letters
      .slice(letters.length - (kept - head))
      .join("")
      .trimStart()}`;
    if (textWidth(cut, size, weight) <= width) return cut;
  }
  return "…";
}

// The text in at most `most` lines that fit in `width`.
function wrapText(text, width, most = 2, size = FONT_SIZE, weight = "normal") {
  const words = text.split(/\s+/);
  const lines = [];
  while (words.length && lines.length < most - 1) {
    let line = words.shift();
    while (words.length && textWidth(`${line} ${words[0]}`, size, weight) <= width) line += ` ${words.shift()}`;
    lines.push(cutText(line, width, size, weight));
  }
  if (words.length) lines.push(cutText(words.join(" "), width, size, weight));
  return lines;
}
