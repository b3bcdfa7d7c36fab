// Who gains and who loses: each person against the own twin in the base.
const GAIN_KINDS = [
  ["better", "#0072b2", "▲"],
  ["same", "#dfe3e8", "="],
  ["worse", "#d55e00", "▼"],
];

function gainsSection() {
  const shares = data.gains?.shares;
  return isComparison && shares && alternatives.some((s) => shares[s]) ? [makeFigure(gainsFigure())] : [];
}

function gainsFigure() {
  const { gains } = data;
  const withShares = alternatives.filter((s) => gains.shares[s]);
  const outcome = () => choiceOf("gains-outcome", gains.outcomes[0]);
  const scenario = () =>
    choiceOf(
      "gains-scenario",
      sortedByEffect(mainOutcome).find((s) => withShares.includes(s)),
    );
  const place = () => gains.outcomes.indexOf(outcome());
  const sharesOf = (s) => gains.shares[s]?.[place()] ?? [];
  const phases = () => data.phases.map((_, p) => p).filter((p) => sharesOf(scenario())[p]);
  const percent = { scale: 100, digits: 1 };
  const numbers = (s, p) => GAIN_KINDS.map(([kind]) => sharesOf(s)[p]?.[kind] ?? null);
  return {
    id: "gains",
    file: () => `${data.outcomes[outcome()].name}-${data.scenarios[scenario()].name}`,
    title: () => say("gains_title", { outcome: outcomeLabel(outcome()) }),
    how: () => withCapital(say("gains_how", { threshold: showNumber(gains.threshold_sd, 1) })),
    controls: (update) => [
      outcomeSelect("gains-outcome", gains.outcomes, update),
      makeSelect(
        say("scenario"),
        withShares.map((s) => [s, scenarioTitle(s)]),
        scenario(),
        (value) => {
          choices.set("gains-scenario", Number(value));
          update();
        },
      ),
    ],
    alt: () => {
      const [better, , worse] = numbers(scenario(), 0);
      return say("gains_alt", {
        scenario: scenarioTitle(scenario()),
        outcome: outcomeLabel(outcome()),
        better: showLevel(better, percent),
        worse: showLevel(worse, percent),
      });
    },
    spec: (width) =>
      barsSpec({
        width,
        domain: [0, 100],
        title: `${scenarioTitle(scenario())}: ${say("share_of_persons")}`,
        kinds: GAIN_KINDS.map(([kind, colour, letter]) => ({ label: say(`gains_${kind}`), colour, letter })),
        rows: phases().map((p) => ({
          id: `p${p}`,
          label: phaseLabel(p),
          pieces: numbers(scenario(), p).map((share) => (share ? share[0] * 100 : 0)),
          texts: numbers(scenario(), p).map((share) => `${showLevel(share, percent)} %`),
          marks: numbers(scenario(), p).map((share, k) => (share ? `${GAIN_KINDS[k][2]} ${showNumber(share[0] * 100, 0)} %` : "")),
        })),
      }),
    table: () => ({
      columns: [say("phase"), ...GAIN_KINDS.map(([kind]) => `${say(`gains_${kind}`)}, %`)].map((label) => ({ label })),
      rows: phases().map((p) => [phaseLabel(p), ...numbers(scenario(), p).map((share) => showLevel(share, percent))]),
    }),
    records: () => ({
      columns: [say("scenario"), say("outcome"), say("phase"), say("finding"), say("unit"), say("mean"), say("low"), say("high")],
      rows: withShares.flatMap((s) =>
        data.phases.flatMap((_, p) =>
          GAIN_KINDS.map(([kind], i) => [
            scenarioTitle(s),
            outcomeLabel(outcome()),
            phaseLabel(p),
            say(`gains_${kind}`),
            "%",
            ...csvEstimate(numbers(s, p)[i], 100),
          ]),
        ),
      ),
    }),
  };
}
