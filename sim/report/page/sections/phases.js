// By career phase: one outcome at a time, a panel for each phase on one scale.
function phasesSection() {
  const outcomes = data.outcomes.map((_, o) => o).filter(hasPhases);
  if (outcomes.length === 0) return [];
  return [makeFigure(isComparison ? phaseForest(outcomes) : phaseLevels(outcomes))];
}

function phaseForest(outcomes) {
  const chosen = () => choiceOf("phases", outcomes[0]);
  const phases = () => data.phases.map((_, p) => p).filter((p) => alternatives.some((s) => differenceOf(s, chosen(), p)));
  return {
    id: "by-phase",
    file: () => data.outcomes[chosen()].name,
    title: () => say("phase_title", { outcome: outcomeLabel(chosen()) }),
    how: () => withCapital(say("phase_how")),
    controls: (update) => [outcomeSelect("phases", outcomes, update)],
    alt: () =>
      sentence(
        say("phase_alt", { outcome: outcomeLabel(chosen()) }),
        ...phases().map((p) => `${phaseLabel(p)}: ${findingOf(chosen(), p)}`),
      ),
    spec: (width) =>
      forestSpec({
        width,
        rows: scenarioRows(chosen()),
        isShared: true,
        panels: phases().map((p) => ({
          title: phaseLabel(p),
          unit: read(data.outcomes[chosen()].difference_unit),
          points: alternatives.map((s) => differencePoint(s, chosen(), p)).filter(Boolean),
        })),
      }),
    table: () =>
      differenceTable(
        phases().map((p) => ({ o: chosen(), p, label: phaseLabel(p) })),
        null,
      ),
    records: () => differenceRecords(phases().map((p) => ({ o: chosen(), p }))),
  };
}

function phaseLevels(outcomes) {
  const chosen = () => choiceOf("phases", outcomes[0]);
  const phases = () => data.phases.map((_, p) => p).filter((p) => levelOf(0, chosen(), p));
  const point = (p) => {
    const estimate = levelOf(0, chosen(), p),
      { scale } = levelForm(chosen());
    const [mean, low, high] = estimate.map((value) => (isNumber(value) ? value * scale : null));
    return { row: `p${p}`, mean, low, high, verdict: "level", label: phaseLabel(p), text: showLevel(estimate, levelForm(chosen())) };
  };
  return {
    id: "by-phase",
    file: () => data.outcomes[chosen()].name,
    title: () => say("phase_levels_title", { outcome: outcomeLabel(chosen()) }),
    how: () => withCapital(say("phase_levels_how")),
    controls: (update) => [outcomeSelect("phases", outcomes, update)],
    alt: () => {
      const sorted = phases().sort((a, b) => levelOf(0, chosen(), b)[0] - levelOf(0, chosen(), a)[0]);
      const first = sorted[0],
        last = sorted[sorted.length - 1];
      return sentence(
        say("phase_levels_alt", { outcome: outcomeHeading(chosen()) }),
        say("alt_highest", {
          name: phaseLabel(first),
          number: showLevel(levelOf(0, chosen(), first), levelForm(chosen())),
          other: phaseLabel(last),
          least: showLevel(levelOf(0, chosen(), last), levelForm(chosen())),
        }),
      );
    },
    spec: (width) =>
      forestSpec({
        width,
        hasZero: false,
        rows: phases().map((p) => ({ id: `p${p}`, label: phaseLabel(p) })),
        panels: [{ title: outcomeLabel(chosen()), unit: read(data.outcomes[chosen()].unit), points: phases().map(point) }],
      }),
    table: () => ({
      columns: [{ label: say("phase") }, { label: outcomeHeading(chosen()) }],
      rows: phases().map((p) => [phaseLabel(p), showLevel(levelOf(0, chosen(), p), levelForm(chosen()))]),
    }),
    records: () => ({
      columns: [say("phase"), say("outcome"), say("unit"), say("mean"), say("low"), say("high")],
      rows: phases().map((p) => [
        phaseLabel(p),
        outcomeLabel(chosen()),
        read(data.outcomes[chosen()].unit),
        ...csvEstimate(levelOf(0, chosen(), p), data.outcomes[chosen()].scale),
      ]),
    }),
  };
}
