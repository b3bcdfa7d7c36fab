// The data of the report, and questions that many parts ask of it. Shape: docs/report-data.md.
const CONTRACT = 1;
const data = JSON.parse(document.getElementById("data").textContent);
const isComparison = data.kind === "comparison";
const scenarioIndexes = data.scenarios.map((_, s) => s);
const alternatives = scenarioIndexes.slice(1);
const keyOutcomes = data.outcomes.map((_, o) => o).filter((o) => data.outcomes[o].is_key);
const mainOutcome = keyOutcomes[0] ?? 0;

function scenarioTitle(s) {
  return read(data.scenarios[s].title) || data.scenarios[s].name;
}

function outcomeLabel(o) {
  return read(data.outcomes[o].label);
}

function outcomeHeading(o) {
  const unit = read(data.outcomes[o].unit);
  return unit ? `${outcomeLabel(o)}, ${unit}` : outcomeLabel(o);
}

function phaseLabel(p) {
  return read(data.phases[p].label);
}

function levelOf(s, o, p) {
  return data.levels[s]?.[o]?.[p] ?? null;
}

function differenceOf(s, o, p) {
  return data.differences?.[s]?.[o]?.[p] ?? null;
}

function keyOf(s, o) {
  const place = keyOutcomes.indexOf(o);
  return place < 0 ? null : (data.key?.[s]?.[place] ?? null);
}

function verdictOf(s, o, p) {
  return judge(differenceOf(s, o, p), data.outcomes[o].good);
}

// How numbers of an outcome are shown.
function levelForm(o) {
  return { scale: data.outcomes[o].scale, digits: data.outcomes[o].digits };
}

function differenceForm(o) {
  return { scale: data.outcomes[o].scale, digits: data.outcomes[o].difference_digits };
}

// Alternatives by their effect on an outcome, the best first; where neither direction is good, the lowest.
function sortedByEffect(o) {
  const sign = data.outcomes[o].good === "higher" ? -1 : 1;
  const size = (s) => (differenceOf(s, o, 0) ? sign * differenceOf(s, o, 0)[0] : Infinity);
  return [...alternatives].sort((a, b) => size(a) - size(b) || a - b);
}

function hasPhases(o) {
  return data.phases.length > 1 && Boolean(isComparison ? alternatives.some((s) => differenceOf(s, o, 1)) : levelOf(0, o, 1));
}
