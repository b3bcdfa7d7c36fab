// The first screen: a sentence a scenario, key figures as differences with their intervals.
function answerSection() {
  const parts = [answerList()];
  if (keyOutcomes.length === 0) return parts;
  if (isComparison) parts.push(makeFigure(keyForest()), keyTable(), personsTable());
  else parts.push(keyLevels());
  return parts;
}

const MOST_SENTENCES = 8;

// Sentences in the order of the comparison; of many only the best are on the first screen, sorted, and the others folded.
function answerList() {
  const isLong = alternatives.length > MOST_SENTENCES;
  const order = (!isComparison ? scenarioIndexes : isLong ? sortedByEffect(mainOutcome) : alternatives).filter(
    (s) => data.scenarios[s].answer?.length,
  );
  const item = (s) =>
    make(
      "li",
      null,
      isComparison ? make("div", null, make("strong", { class: "name" }, scenarioTitle(s)), whatItIs(s)) : null,
      sentences(data.scenarios[s]),
    );
  const list = (some) => (some.length ? make("ul", { class: "answer-list" }, some.map(item)) : null);
  const first = isLong ? order.slice(0, MOST_SENTENCES - 2) : order,
    others = order.slice(first.length);
  const base =
    isComparison && data.scenarios[0].answer?.length
      ? make(
          "p",
          { class: "base-line" },
          make("strong", null, say("base_is", { title: scenarioTitle(0) })),
          ". ",
          data.scenarios[0].answer.map(read).join(" "),
        )
      : null;
  return make(
    "div",
    { class: "answers" },
    isLong ? make("p", { class: "how" }, say("answers_sorted", { outcome: outcomeLabel(mainOutcome) })) : null,
    list(first),
    others.length ? makeFolded(say("answers_others", { n: others.length }), null, list(others)) : null,
    base,
  );
}

const MOST_MEASURES = 3;

// What the scenario does, for whom and when, beside what comes of it.
function whatItIs(s) {
  const all = data.interventions?.[s] ?? [];
  const lines = all.slice(0, MOST_MEASURES).map((one) => {
    const title = read(one.title) || one.name;
    const facts = [one.level, one.whom, one.when].map(read).filter(Boolean).join("; ");
    return title === scenarioTitle(s) ? withCapital(facts) : `${title}: ${facts}`;
  });
  if (all.length > MOST_MEASURES) lines.push(say("more_measures", { n: all.length - MOST_MEASURES }));
  return lines.map((line) => make("p", { class: "what" }, line));
}

// The first sentence is the answer; then costs and what is worse; for whom, from when on and what else are folded.
function sentences({ answer, details }) {
  const lines = (some) =>
    some?.length
      ? make(
          "ul",
          { class: "answer-others" },
          some.map((one) => make("li", null, read(one))),
        )
      : null;
  return make(
    "div",
    null,
    make("p", { class: "answer-first" }, read(answer[0])),
    lines(answer.slice(1)),
    details?.length ? makeFolded(say("answer_details"), { class: "answer-more" }, lines(details)) : null,
  );
}

function keyForest() {
  const cells = keyOutcomes.map((o) => ({ o, p: 0 }));
  const isSingle = data.replicates === 1;
  return {
    id: "key-figures",
    title: () => say("forest_title", { year: data.year }),
    how: () =>
      sentence(
        withCapital(say(isSingle ? "forest_how_single" : "forest_how")),
        say("forest_sorted", { outcome: outcomeLabel(mainOutcome) }),
      ),
    alt: () => sentence(say("forest_alt", { n: keyOutcomes.length }), ...keyOutcomes.map((o) => findingOf(o, 0))),
    spec: (width) =>
      forestSpec({
        width,
        rows: scenarioRows(mainOutcome),
        panels: keyOutcomes.map((o) => ({
          title: outcomeLabel(o),
          unit: sentence(read(data.outcomes[o].difference_unit)),
          points: alternatives.map((s) => differencePoint(s, o, 0)).filter(Boolean),
        })),
      }),
    table: () => ({
      columns: [
        { label: say("scenario") },
        { label: say("outcome"), isText: true },
        { label: say("mean") },
        { label: say("low") },
        { label: say("high") },
        { label: say("effect_sd") },
      ],
      rows: cells.flatMap(({ o, p }) =>
        sortedByEffect(o).map((s) => {
          const difference = differenceOf(s, o, p),
            { scale, digits } = differenceForm(o);
          return [
            scenarioTitle(s),
            `${outcomeLabel(o)}, ${read(data.outcomes[o].difference_unit)}`,
            ...[0, 1, 2].map((i) => (isNumber(difference?.[i]) ? showChange(difference[i] * scale, digits) : say("none"))),
            isNumber(difference?.[3]) ? showChange(difference[3], 3) : say("none"),
          ];
        }),
      ),
    }),
    records: () => differenceRecords(cells),
  };
}

function howNumbers() {
  return make(
    "p",
    { class: "how" },
    isComparison && data.replicates > 1
      ? sayOfIntervals("how_numbers", { year: data.year })
      : say(isComparison ? "how_numbers_single" : "how_levels", { year: data.year }),
  );
}

function keyTable() {
  const columns = keyOutcomes.map((o) => ({
    o,
    p: 0,
    label: [outcomeLabel(o), make("span", { class: "note" }, sentence(`${read(data.outcomes[o].difference_unit)};`, goodWords(o)))],
  }));
  return make(
    "section",
    { class: "table-block" },
    make("h3", null, say("key_table")),
    howNumbers(),
    makeTable({ ...differenceTable(columns, say("key_table")), isCaptionShown: false }),
  );
}

// For one outcome at a time: how many persons, and from when on.
function personsTable() {
  const { holder, fill } = makeChosenTables(keyOutcomes, choiceOf("persons", mainOutcome), personsOf);
  return make(
    "section",
    { class: "table-block" },
    make("h3", null, say("persons_table")),
    make("div", { class: "choices" }, outcomeSelect("persons", keyOutcomes, fill)),
    holder,
  );
}

function personsOf(o) {
  const isShare = data.outcomes[o].shape === "share";
  const whole = (estimate) => (estimate ? showDifference(estimate, { digits: 0 }) : say("none"));
  const muted = (estimate) => ({ text: whole(estimate), kind: judge(estimate, "neutral") === "unclear" ? "muted" : null });
  const hasBest = scenarioIndexes.some((s) => isNumber(keyOf(s, o)?.best));
  const clear = (key) =>
    key?.first_week
      ? key.faded_week
        ? say("clear_until", { from: key.first_week, to: key.faded_week })
        : String(key.first_week)
      : say("none");
  return {
    caption: outcomeHeading(o),
    columns: [
      say("scenario"),
      say("level_then"),
      say("difference"),
      say("effect_sd"),
      ...(isShare ? [say("persons_in_year", { year: data.year }), say("person_years", { years: sayYears(data.years) })] : []),
      ...(hasBest ? [sayOfIntervals("best_chance")] : []),
      say("clear_from"),
    ].map((label) => ({ label })),
    rows: [0, ...sortedByEffect(o)].map((s) => {
      const key = keyOf(s, o),
        difference = differenceOf(s, o, 0);
      return [
        s === 0 ? { text: scenarioTitle(0), note: say("base") } : scenarioTitle(s),
        showLevel(levelOf(s, o, 0), levelForm(o)),
        s === 0 ? say("none") : differenceCell(difference, differenceForm(o), data.outcomes[o].good),
        isNumber(difference?.[3]) ? showChange(difference[3], 3) : say("none"),
        ...(isShare ? [muted(key?.persons), muted(key?.person_years)] : []),
        ...(hasBest ? [showPercent(key?.best)] : []),
        s === 0 ? say("none") : clear(key),
      ];
    }),
  };
}

// One scenario without anything to compare with: levels.
function keyLevels() {
  return make(
    "section",
    { class: "table-block" },
    make("h3", null, say("key_levels")),
    howNumbers(),
    makeTable({
      caption: say("key_levels"),
      isCaptionShown: false,
      columns: [{ label: say("outcome") }, ...data.phases.map((_, p) => ({ label: phaseLabel(p) }))],
      rows: keyOutcomes.map((o) => [
        { text: outcomeLabel(o), note: read(data.outcomes[o].unit) },
        ...data.phases.map((_, p) => showLevel(levelOf(0, o, p), levelForm(o))),
      ]),
    }),
  );
}
