// Programmes: how many come how far, and what it does to those who take part.
function programmesSection() {
  const programmes = data.programmes ?? [];
  if (programmes.length === 0) return [];
  return [
    programmes.some((programme) => programme.funnel?.length) ? makeFigure(funnelFigure(programmes)) : null,
    programmes.some((programme) => programme.effects?.length) ? makeFigure(ownEffectFigure(programmes)) : null,
  ];
}

function programmeSelect(name, programmes, update) {
  if (programmes.length < 2) return [];
  return [
    makeSelect(
      say("programme"),
      programmes.map((programme, i) => [i, programmeTitle(programme, programmes)]),
      choiceOf(name, 0),
      (value) => {
        choices.set(name, Number(value));
        update();
      },
    ),
  ];
}

// A scenario may have more than one programme: then they are told apart by their weeks.
function programmeTitle(programme, all) {
  const title = scenarioTitle(programme.scenario);
  return all.filter((other) => other.scenario === programme.scenario).length > 1 ? `${title}, ${say("week")} ${programme.week}` : title;
}

function funnelFigure(all) {
  const programmes = all.filter((programme) => programme.funnel?.length);
  const chosen = () => programmes[choiceOf("funnel", 0)];
  const title = () => scenarioTitle(chosen().scenario);
  const steps = (programme) =>
    programme.funnel.map(({ label, persons }) => ({
      label: read(label),
      persons: persons?.[0] ?? 0,
      share: persons?.[0] / programme.funnel[0].persons?.[0],
      shown: showLevel(persons, { digits: 0 }),
    }));
  const text = (step, i) => (i === 0 ? showWhole(step.persons) : `${showWhole(step.persons)} (${showPercent(step.share)})`);
  return {
    id: "funnel",
    file: () => data.scenarios[chosen().scenario].name,
    title: () => say("funnel_title", { scenario: title() }),
    how: () => withCapital(say("funnel_how")),
    controls: (update) => programmeSelect("funnel", programmes, update),
    alt: () =>
      say("funnel_alt", {
        scenario: title(),
        list: steps(chosen())
          .map((step, i) => `${step.label} ${text(step, i)}`)
          .join("; "),
      }),
    spec: (width) => funnelSpec({ width, steps: steps(chosen()).map((step, i) => ({ ...step, text: text(step, i) })) }),
    table: () => ({
      columns: [
        { label: say("scenario") },
        { label: say("week") },
        { label: say("line"), isText: true },
        { label: say("persons") },
        { label: say("of_first") },
      ],
      rows: programmes.flatMap((programme) =>
        steps(programme).map((step) => [
          scenarioTitle(programme.scenario),
          String(programme.week),
          step.label,
          step.shown,
          showNumber(step.share * 100, 1),
        ]),
      ),
    }),
    records: () => ({
      columns: [say("scenario"), say("week"), say("line"), say("mean"), say("low"), say("high")],
      rows: programmes.flatMap((programme) =>
        programme.funnel.map((step) => [scenarioTitle(programme.scenario), programme.week, read(step.label), ...csvEstimate(step.persons)]),
      ),
    }),
  };
}

const EFFECT_GROUPS = ["participants", "offered"];

function ownEffectFigure(all) {
  const programmes = all.filter((programme) => programme.effects?.length);
  const chosen = () => programmes[choiceOf("own-effect", 0)];
  const title = () => scenarioTitle(chosen().scenario);
  const groups = () => EFFECT_GROUPS.filter((group) => chosen().effects.some((effect) => effect[group]));
  const form = ({ scale, digits }) => ({ scale: scale ?? 1, digits: digits ?? 3 });
  const heading = (effect) => `${outcomeLabel(effect.outcome)}, ${read(effect.unit)}`;
  const point = (effect, group) => {
    if (!effect[group]) return null;
    const [mean, low, high] = effect[group].map((value) => (isNumber(value) ? value * form(effect).scale : null));
    return {
      row: group,
      mean,
      low,
      high,
      verdict: judge(effect[group], data.outcomes[effect.outcome].good),
      label: say(group),
      text: showDifference(effect[group], form(effect)),
    };
  };
  return {
    id: "effect-on-participants",
    file: () => data.scenarios[chosen().scenario].name,
    isTableOpen: false,
    title: () => say("own_effect_title", { week: chosen().week, scenario: title() }),
    how: () => withCapital(say("own_effect_how")),
    controls: (update) => programmeSelect("own-effect", programmes, update),
    alt: () =>
      say("own_effect_alt", {
        scenario: title(),
        list: chosen()
          .effects.map(
            (effect) =>
              `${heading(effect)}: ${groups()
                .map((group) => `${say(group)} ${showDifference(effect[group], form(effect))}`)
                .join(", ")}`,
          )
          .join("; "),
      }),
    spec: (width) =>
      forestSpec({
        width,
        rows: groups().map((group) => ({ id: group, label: say(group) })),
        panels: chosen().effects.map((effect) => ({
          title: outcomeLabel(effect.outcome),
          unit: read(effect.unit),
          points: groups()
            .map((group) => point(effect, group))
            .filter(Boolean),
        })),
      }),
    table: () => ({
      columns: [{ label: say("scenario") }, { label: say("outcome"), isText: true }, ...groups().map((group) => ({ label: say(group) }))],
      rows: programmes.flatMap((programme) =>
        programme.effects.map((effect) => [
          scenarioTitle(programme.scenario),
          heading(effect),
          ...groups().map((group) => differenceCell(effect[group], form(effect), data.outcomes[effect.outcome].good)),
        ]),
      ),
    }),
    records: () => ({
      columns: [say("scenario"), say("week"), say("outcome"), say("unit"), say("whom"), say("mean"), say("low"), say("high")],
      rows: programmes.flatMap((programme) =>
        programme.effects.flatMap((effect) =>
          groups().map((group) => [
            scenarioTitle(programme.scenario),
            programme.week,
            outcomeLabel(effect.outcome),
            read(effect.unit),
            say(group),
            ...csvEstimate(effect[group], form(effect).scale),
          ]),
        ),
      ),
    }),
  };
}
