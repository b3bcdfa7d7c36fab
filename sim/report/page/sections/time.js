// Over time: differences from the base as lines with bands; levels of a run, or where the reader asks for them.
const WEEKS_A_YEAR = 52;

function timeSection() {
  const { weeks, levels } = data.over_time ?? {};
  if (!weeks?.length || !levels?.some((scenario) => scenario?.length)) return [];
  return [makeFigure(timeFigure())];
}

function timeFigure() {
  const outcome = () => choiceOf("time-outcome", mainOutcome);
  const phase = () => choiceOf("time-phase", 0);
  const isDifference = () => isComparison && choiceOf("time-what", "difference") === "difference";
  const curveOf = (s) =>
    (isDifference() ? data.over_time.differences : data.over_time.levels)?.[s]?.[keyOutcomes.indexOf(outcome())]?.[phase()] ?? null;
  const shown = () => (isDifference() || !isComparison ? shownScenarios : [0, ...shownScenarios]).filter(curveOf);
  const all = () => (isDifference() ? alternatives : scenarioIndexes).filter(curveOf);
  const form = () => (isDifference() ? differenceForm(outcome()) : levelForm(outcome()));
  const unit = () => read(isDifference() ? data.outcomes[outcome()].difference_unit : data.outcomes[outcome()].unit);
  const at = (s, i) => curveOf(s).map((values) => values?.[i] ?? null);
  const show = (s, i) => (isDifference() ? showDifference : showLevel)(at(s, i), form());
  const title = () => say(isDifference() ? "time_difference" : "time_level", { outcome: outcomeLabel(outcome()) });
  const last = data.over_time.weeks.length - 1;
  const phases = data.phases
    .map((_, p) => p)
    .filter((p) => scenarioIndexes.some((s) => data.over_time.levels[s]?.some((byPhase) => byPhase?.[p])));
  return {
    id: "over-time",
    hasScenarioChoice: isComparison,
    file: () => `${data.outcomes[outcome()].name}-${data.phases[phase()].name}`,
    title,
    how: () => withCapital(isDifference() ? sayOfIntervals("time_how") : say("time_level_how")),
    controls: (update) =>
      [
        outcomeSelect("time-outcome", keyOutcomes, update),
        phases.length > 1 ? phaseSelect("time-phase", phases, update) : null,
        isComparison
          ? makeSelect(
              say("shown_as"),
              [
                ["difference", say("as_difference")],
                ["level", say("as_level")],
              ],
              choiceOf("time-what", "difference"),
              (value) => {
                choices.set("time-what", value);
                update();
              },
            )
          : null,
      ].filter(Boolean),
    alt: () =>
      sentence(
        say("time_alt", { title: title(), phase: phaseLabel(phase()), years: sayYears(data.years) }),
        shown().length
          ? say("alt_at_end", {
              list: shown()
                .map((s) => `${scenarioTitle(s)} ${show(s, last)}`)
                .join("; "),
            })
          : null,
      ),
    spec: (width) => {
      const scale = data.outcomes[outcome()].scale;
      const scaled = (values) => values.map((value) => (isNumber(value) ? value * scale : null));
      return curvesSpec({
        width,
        hasZero: isDifference(),
        xTitle: say("years_from_start"),
        yTitle: sentence(withCapital(unit() ? say("in_unit", { unit: unit() }) : ""), `(${phaseLabel(phase())})`),
        xAxis: { tickMinStep: 1 },
        xDomain: [0, Math.max(data.years, data.over_time.weeks[last] / WEEKS_A_YEAR)],
        curves: shown().map((s) => {
          const [means, lows, highs] = curveOf(s);
          return {
            label: scenarioTitle(s),
            look: lookOf(s),
            xs: data.over_time.weeks.map((week) => week / WEEKS_A_YEAR),
            means: scaled(means),
            lows: scaled(lows),
            highs: scaled(highs),
            texts: means.map((_, i) => show(s, i)),
          };
        }),
      });
    },
    table: () => ({
      columns: [{ label: say("week") }, ...all().map((s) => ({ label: scenarioTitle(s) }))],
      rows: data.over_time.weeks.map((week, i) => [
        String(week),
        ...all().map((s) => ({ text: show(s, i), kind: isDifference() && judge(at(s, i), "neutral") === "unclear" ? "muted" : null })),
      ]),
    }),
    records: () => ({
      columns: [
        say("scenario"),
        say("outcome"),
        say("phase"),
        say("shown_as"),
        say("unit"),
        say("week"),
        say("mean"),
        say("low"),
        say("high"),
      ],
      rows: all().flatMap((s) =>
        data.over_time.weeks.map((week, i) => [
          scenarioTitle(s),
          outcomeLabel(outcome()),
          phaseLabel(phase()),
          say(isDifference() ? "as_difference" : "as_level"),
          unit(),
          week,
          ...csvEstimate(at(s, i), data.outcomes[outcome()].scale),
        ]),
      ),
    }),
  };
}
