// Puts the page together, in the language that the reader chose, and draws it.
const SWEEP_SECTIONS = [
  ["answer", sweepAnswerSection],
  ["varied", sweepVariedSection],
  ["sure", sureSection],
  ["limits", limitsSection],
  ["repeat", repeatSection],
  ["licences", licencesSection],
];

const EXPERIMENT_SECTIONS = [
  ["answer", answerSection],
  ["phases", phasesSection],
  ["time", timeSection],
  ["gains", gainsSection],
  ["costs", costsSection],
  ["programmes", programmesSection],
  ["choice", choiceSection],
  ["assumed", assumedSection],
  ["sure", sureSection],
  ["limits", limitsSection],
  ["repeat", repeatSection],
  ["all_numbers", allNumbersSection],
  ["licences", licencesSection],
];

const CALIBRATION_SECTIONS = [
  ["answer", calibrationAnswerSection],
  ["parameters", calibrationParametersSection],
  ["search_of_points", calibrationSearchSection],
  ["sure", sureSection],
  ["limits", limitsSection],
  ["repeat", repeatSection],
  ["licences", licencesSection],
];

const SECTIONS = data.calibration ? CALIBRATION_SECTIONS : data.sweep ? SWEEP_SECTIONS : EXPERIMENT_SECTIONS;

// "8 runs, 10 years" of what was run; of a calibration its simulations.
function sayMade() {
  if (data.calibration) return say("made_simulations", { n: showWhole(data.calibration.simulations) });
  const points = data.sweep ? `${say("made_points", { n: showWhole(data.sweep.points) })} ` : "";
  return points + say("made_run", { replicates: sayRuns(), years: sayYears(data.years) });
}

function fillHeader() {
  const { made } = data;
  document.getElementById("kind").textContent = say("report");
  document.getElementById("title").textContent = read(data.title);
  document.getElementById("question").textContent = read(data.question);
  document.getElementById("made").textContent = withCapital(
    sentence(`${sayMade()},`, `${say("made_by", { ...made, time: showDate(made.time) })}.`),
  );
  document.getElementById("skip").textContent = say("skip");
  document.getElementById("languages").setAttribute("aria-label", say("language"));
  for (const button of document.querySelectorAll("#languages button"))
    button.setAttribute("aria-pressed", String(button.lang === language));
}

function makeNotices() {
  return (data.notices ?? []).map((notice) => {
    const kind = notice.kind === "warning" ? "warning" : "info";
    return make("p", { class: `notice ${kind}` }, make("strong", null, `${say(`notice_${kind}`)}: `), read(notice.text));
  });
}

function fillPage() {
  document.documentElement.lang = language;
  figures.forEach((figure) => figure.view?.finalize());
  figures.length = 0;
  scenarioChoices.length = 0;
  lastId = 0;
  setTitles();
  fillHeader();
  const sections = SECTIONS.map(([name, makeSection]) => [name, makeSection().filter(Boolean)]).filter(([, parts]) => parts.length);
  document.getElementById("notices").replaceChildren(...makeNotices());
  document
    .getElementById("sections")
    .replaceChildren(
      ...sections.map(([name, parts]) =>
        make(
          "section",
          { id: name, class: "section", "aria-labelledby": `heading-${name}` },
          make("h2", { id: `heading-${name}` }, say(name)),
          parts,
        ),
      ),
    );
  const contents = document.getElementById("contents");
  contents.setAttribute("aria-label", say("contents"));
  contents.replaceChildren(
    makeFolded(
      say("contents"),
      { open: wideWindow.matches },
      make(
        "ol",
        null,
        sections.map(([name]) => make("li", null, make("a", { href: `#${name}` }, say(name)))),
      ),
    ),
  );
}

// The contents stand open where there is room beside the text.
const wideWindow = window.matchMedia("(min-width: 64rem)");
wideWindow.addEventListener("change", () => {
  document.querySelector("#contents details").open = wideWindow.matches;
});

async function show() {
  try {
    if (data.contract !== CONTRACT) throw new Error(say("other_contract", { found: data.contract, known: CONTRACT }));
    fillPage();
  } catch (error) {
    showFailure(error);
    return;
  }
  await drawFigures([...figures]);
}

function switchLanguage(chosen) {
  if (chosen === language) return;
  language = chosen;
  document.getElementById("announcement").textContent = say("language_is");
  show();
}

let printedTitle = null;

// The title of the window, and the running head of printed pages: a string of CSS, each character that is not a letter or digit as its code.
function setTitles() {
  document.title = read(data.title);
  if (!("adoptedStyleSheets" in document)) return;
  const text = [...read(data.title)]
    .map((character) => (/[\p{L}\p{N} ]/u.test(character) ? character : `\\${character.codePointAt(0).toString(16)} `))
    .join("");
  printedTitle ??= new CSSStyleSheet();
  printedTitle.replaceSync(`@page { @top-left { content: "${text}"; } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => sheet !== printedTitle), printedTitle];
}

language = LANGUAGES.includes(data.language) ? data.language : "en";
for (const button of document.querySelectorAll("#languages button")) button.addEventListener("click", () => switchLanguage(button.lang));
watchWidth();
show().then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
