// What the reader has chosen, kept when the language changes, and which scenarios figures with colours show.
const MOST_SHOWN = 6;
const choices = new Map();

function choiceOf(name, first) {
  if (!choices.has(name)) choices.set(name, first);
  return choices.get(name);
}

const largestFirst = [...alternatives].sort((a, b) => {
  const size = (s) => Math.abs(differenceOf(s, mainOutcome, 0)?.[0] ?? 0);
  return size(b) - size(a) || a - b;
});
let shownScenarios = isComparison ? largestFirst.slice(0, MOST_SHOWN).sort((a, b) => a - b) : [0];

// Colour and shape of a scenario among those shown; the base is grey.
function lookOf(s) {
  if (isComparison && s === 0) return { colour: BASE_COLOUR, shape: "circle", dash: [3, 3] };
  const place = Math.max(0, shownScenarios.indexOf(s)) % SCENARIO_COLOURS.length;
  return { colour: SCENARIO_COLOURS[place], shape: SCENARIO_SHAPES[place], dash: [1, 0] };
}

// A folded list of boxes; only where there are more scenarios than figures can show at once.
function makeScenarioChoice(onChange) {
  if (alternatives.length <= MOST_SHOWN) return null;
  const boxes = alternatives.map((s) => {
    const box = make("input", { type: "checkbox", value: s, onchange: () => choose(s, box.checked) });
    return box;
  });
  const summary = make("summary", null);
  const update = () => {
    summary.textContent = say("choose", { n: shownScenarios.length, all: alternatives.length });
    boxes.forEach((box, i) => {
      box.checked = shownScenarios.includes(alternatives[i]);
      box.disabled = !box.checked && shownScenarios.length >= MOST_SHOWN;
    });
  };
  const choose = (s, isChosen) => {
    shownScenarios = isChosen ? [...shownScenarios, s].sort((a, b) => a - b) : shownScenarios.filter((other) => other !== s);
    onChange();
  };
  scenarioChoices.push(update);
  update();
  return make(
    "details",
    { class: "scenario-choice" },
    summary,
    make("p", { class: "hint" }, say("choose_how", { outcome: outcomeLabel(mainOutcome) })),
    make(
      "div",
      { class: "boxes" },
      boxes.map((box, i) => make("label", null, box, " ", scenarioTitle(alternatives[i]))),
    ),
  );
}

const scenarioChoices = []; // brings the boxes of every figure in line
function updateScenarioChoices() {
  for (const update of scenarioChoices) update();
}
