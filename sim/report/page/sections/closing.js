// How sure this is, its limits, how to repeat it, every outcome by phase, licences.
function textList(texts) {
  return texts?.length
    ? make(
        "ul",
        { class: "texts" },
        texts.map((text) => make("li", null, read(text))),
      )
    : null;
}

function sureSection() {
  return [textList(data.certainty), patternsTable()].filter(Boolean);
}

function patternsTable() {
  if (!data.patterns?.length) return null;
  return makeTableBlock({
    title: say("patterns"),
    columns: [
      { label: say("pattern") },
      { label: say("published") },
      { label: say("simulated") },
      { label: say("finding"), isText: true },
      { label: say("source"), isText: true },
    ],
    rows: data.patterns.map((pattern) => [
      read(pattern.label),
      read(pattern.published),
      read(pattern.simulated),
      patternFinding(pattern.is_met),
      read(pattern.source),
    ]),
  });
}

// Null: this experiment did not record what it takes.
function patternFinding(isMet) {
  if (isMet === null) return { text: `– ${say("not_measured")}`, kind: "muted" };
  return isMet ? `✓ ${say("is_met")}` : { text: `✗ ${say("is_missed")}`, kind: "finding" };
}

function limitsSection() {
  return [textList(data.limits)].filter(Boolean);
}

function repeatSection() {
  const { commands = [], notes = [] } = data.repeat ?? {};
  if (commands.length === 0 && notes.length === 0) return [];
  return [
    commands.length ? makeCode(commands.join("\n"), say("repeat")) : null,
    textList(notes),
    make("p", null, say("seed", { seed: data.made.seed, file: data.made.file })),
  ];
}

function allNumbersSection() {
  const holder = make("div");
  const phasesOf = (o) => data.phases.map((_, p) => p).filter((p) => scenarioIndexes.some((s) => levelOf(s, o, p)));
  const fill = (o) => {
    const columns = phasesOf(o).map((p) => ({ o, p, label: phaseLabel(p) }));
    const table = isComparison
      ? differenceTable(columns, outcomeHeading(o))
      : {
          columns: [{ label: say("scenario") }, ...columns],
          rows: [[scenarioTitle(0), ...columns.map(({ p }) => showLevel(levelOf(0, o, p), levelForm(o)))]],
        };
    const about = sentence(
      data.outcomes[o].description ? `${data.outcomes[o].description.replace(/\.$/, "")}.` : "",
      `${withCapital(goodWords(o))}.`,
    );
    holder.replaceChildren(make("p", { class: "how" }, about), makeTable({ ...table, caption: outcomeHeading(o) }));
  };
  const outcomes = data.outcomes.map((_, o) => o);
  return [
    makeFolded(
      say("choose_outcome"),
      {
        ontoggle: (event) => {
          if (event.target.open && !holder.firstChild) fill(choiceOf("all-numbers", outcomes[0]));
        },
      },
      howNumbers(),
      make("div", { class: "choices" }, outcomeSelect("all-numbers", outcomes, fill)),
      holder,
    ),
  ];
}

function licencesSection() {
  return [
    make("p", null, say("carries")),
    makeFolded(say("show_licences"), null, makeCode(document.getElementById("licence-texts").textContent, say("licences"))),
  ];
}
