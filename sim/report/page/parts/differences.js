// Differences as rows of figures, tables and files, their best and worst in words, and the choice of outcome and phase.
function differencePoint(s, o, p) {
  return pointOfDifference(s, o, differenceOf(s, o, p));
}

function pointOfDifference(s, o, difference) {
  if (!difference) return null;
  const scale = data.outcomes[o].scale;
  const [mean, low, high] = difference.map((value) => (isNumber(value) ? value * scale : null));
  return {
    row: `s${s}`,
    mean,
    low,
    high,
    verdict: judge(difference, data.outcomes[o].good),
    label: scenarioTitle(s),
    text: `${showDifference(difference, differenceForm(o))} (${showInterval(difference, differenceForm(o))})`,
  };
}

function scenarioRows(o) {
  return sortedByEffect(o).map((s) => ({ id: `s${s}`, label: scenarioTitle(s) }));
}

function sentence(...parts) {
  return parts.filter(Boolean).join(" ");
}

// The best and the worst finding of an outcome in a phase, as a sentence.
function findingOf(o, p) {
  const found = sortedByEffect(o).filter((s) => ["better", "worse", "different", "single"].includes(verdictOf(s, o, p)));
  if (found.length === 0) return say("alt_no_finding", { outcome: outcomeLabel(o) });
  const named = (s) => ({
    scenario: scenarioTitle(s),
    number: `${showDifference(differenceOf(s, o, p), differenceForm(o))} ${read(data.outcomes[o].difference_unit)}`.trim(),
  });
  const best = found[0],
    worst = found[found.length - 1];
  return sentence(say("alt_best", { outcome: outcomeLabel(o), ...named(best) }), worst !== best ? say("alt_worst", named(worst)) : null);
}

function differenceTable(columns, caption) {
  return {
    caption,
    columns: [{ label: say("scenario") }, ...columns.map(({ label }) => ({ label }))],
    rows: [
      [
        { text: scenarioTitle(0), note: say("base") },
        ...columns.map(({ o, p }) => ({ text: showLevel(levelOf(0, o, p), levelForm(o)), kind: "level" })),
      ],
      ...sortedByEffect(columns[0].o).map((s) => [
        scenarioTitle(s),
        ...columns.map(({ o, p }) => differenceCell(differenceOf(s, o, p), differenceForm(o), data.outcomes[o].good)),
      ]),
    ],
  };
}

function differenceRecords(cells) {
  return {
    columns: [
      say("scenario"),
      say("outcome"),
      say("phase"),
      say("unit"),
      say("mean"),
      say("low"),
      say("high"),
      say("effect_sd"),
      say("finding"),
    ],
    rows: cells.flatMap(({ o, p }) =>
      sortedByEffect(o).map((s) => {
        const difference = differenceOf(s, o, p),
          verdict = verdictOf(s, o, p);
        return [
          scenarioTitle(s),
          outcomeLabel(o),
          phaseLabel(p),
          read(data.outcomes[o].difference_unit),
          ...csvEstimate(difference, data.outcomes[o].scale),
          csvNumber(difference?.[3] ?? null),
          verdict === null ? "" : verdict === "none" ? say("same") : say(verdict),
        ];
      }),
    ),
  };
}

function outcomeSelect(name, outcomes, onChange) {
  if (outcomes.length < 2) return null;
  return makeSelect(
    say("outcome"),
    outcomes.map((o) => [o, outcomeLabel(o)]),
    choiceOf(name, outcomes[0]),
    (value) => {
      choices.set(name, Number(value));
      onChange(Number(value));
    },
  );
}

function phaseSelect(name, phases, onChange) {
  return makeSelect(
    say("phase"),
    phases.map((p) => [p, phaseLabel(p)]),
    choiceOf(name, phases[0]),
    (value) => {
      choices.set(name, Number(value));
      onChange(Number(value));
    },
  );
}
