// Numbers as the reader writes them: decimal comma or point, a true minus sign, as many digits as the outcome bears.
const MINUS = "\u2212";
const formats = new Map();

function isNumber(value) {
  return typeof value === "number" && Number.isFinite(value);
}

function format(digits) {
  const key = `${language}/${digits}`;
  if (!formats.has(key))
    formats.set(key, new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  return formats.get(key);
}

function showNumber(value, digits) {
  if (!isNumber(value)) return say("none");
  const text = format(digits).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

// With its sign; zero has none.
function showChange(value, digits) {
  const text = showNumber(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function showWhole(value) {
  return showNumber(value, 0);
}

function showPercent(share, digits = 0) {
  return isNumber(share) ? `${showNumber(100 * share, digits)} %` : say("none");
}

function hasInterval(estimate) {
  return Boolean(estimate) && isNumber(estimate[1]) && isNumber(estimate[2]);
}

function halfWidth(estimate) {
  return (estimate[2] - estimate[1]) / 2;
}

// What an interval says of a difference, where a lower or a higher number is the good one.
function judge(difference, good) {
  if (!difference) return null;
  if (!hasInterval(difference)) return "single";
  const [mean, low, high] = difference;
  if (low === 0 && high === 0) return "none";
  if (low <= 0 && high >= 0) return "unclear";
  if (good === "neutral") return "different";
  return mean > 0 === (good === "higher") ? "better" : "worse";
}

// "18.3 ± 0.2" of an estimate of a level.
function showLevel(estimate, { scale = 1, digits = 1 } = {}) {
  if (!estimate) return say("none");
  const text = showNumber(estimate[0] * scale, digits);
  return hasInterval(estimate) ? text + showHalf(estimate, scale, digits) : text;
}

// " ± 0.2"; " ± <0.1" of what is smaller than the digits; nothing of what has no width, as a price that is agreed.
function showHalf(estimate, scale, digits) {
  const half = Math.abs(halfWidth(estimate) * scale);
  if (half <= 1e-9 * Math.abs(estimate[0] * scale)) return "";
  const least = 10 ** -digits;
  return ` ± ${half < least / 2 ? "<" : ""}${showNumber(Math.max(half, half < least / 2 ? least : 0), digits)}`;
}

// "−1.24 ± 0.04", "(+0.01 ± 0.03)" where it cannot be distinguished from zero, "same".
function showDifference(difference, { scale = 1, digits = 2 } = {}) {
  const verdict = judge(difference, "neutral");
  if (verdict === null) return say("none");
  if (verdict === "none") return say("same");
  const text = showChange(difference[0] * scale, digits);
  if (verdict === "single") return text;
  const whole = text + showHalf(difference, scale, digits);
  return verdict === "unclear" ? `(${whole})` : whole;
}

function showInterval(estimate, { scale = 1, digits = 2 } = {}) {
  if (!hasInterval(estimate)) return say("single");
  return say("interval", { low: showNumber(estimate[1] * scale, digits), high: showNumber(estimate[2] * scale, digits) });
}

function showDate(time) {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return String(time);
  return (
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : "nl-NL", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(
      date,
    ) + " UTC"
  );
}

function currencyWord() {
  return data.costs.currency === "EUR" ? say("euro") : data.costs.currency;
}

// Amounts of one figure or table share a unit: {factor, digits, words}.
function moneyUnit(amounts) {
  const most = Math.max(0, ...amounts.filter(isNumber).map(Math.abs));
  const currency = currencyWord();
  if (most >= 2e6) return { factor: 1e-6, digits: most >= 2e8 ? 0 : most >= 2e7 ? 1 : 2, words: say("million", { currency }) };
  if (most >= 2e3) return { factor: 1e-3, digits: most >= 2e5 ? 0 : 1, words: say("thousand", { currency }) };
  return { factor: 1, digits: 0, words: currency };
}
