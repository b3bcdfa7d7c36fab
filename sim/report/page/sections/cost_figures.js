// Figures of costs: who pays, by year, against what they avert, and the chance that a scenario is worth its money.
function payersFigure() {
  const { costs } = data;
  const unit = totalsUnit();
  const order = () => [...costed()].sort((a, b) => costs.scenarios[a].total[0] - costs.scenarios[b].total[0]);
  const payers = costs.payers.map((_, k) => k).filter((k) => costed().some((s) => costs.scenarios[s].by_payer[k]?.[0]));
  return {
    id: "payers",
    title: () => say("payers_title"),
    how: () => withCapital(say("payers_how")),
    alt: () =>
      say("payers_alt", {
        years: sayYears(costs.years),
        list: order()
          .map((s) => `${scenarioTitle(s)} ${showAmount(costs.scenarios[s].total, unit)} ${unit.words}`)
          .join("; "),
      }),
    spec: (width) =>
      barsSpec({
        width,
        title: withCapital(say("plane_y", { money: unit.words })),
        totalLabel: say("total"),
        kinds: payers.map((k) => ({ label: read(costs.payers[k].label) })),
        rows: order().map((s) => ({
          id: `s${s}`,
          label: scenarioTitle(s),
          pieces: payers.map((k) => (costs.scenarios[s].by_payer[k]?.[0] ?? 0) * unit.factor),
          texts: payers.map((k) => showAmount(costs.scenarios[s].by_payer[k], unit)),
          totalText: showAmount(costs.scenarios[s].total, unit),
          total: costs.scenarios[s].total.map((value) => (isNumber(value) ? value * unit.factor : null)),
        })),
      }),
    table: () => ({
      columns: [
        { label: `${say("scenario")} (${unit.words})` },
        ...payers.map((k) => ({ label: read(costs.payers[k].label) })),
        { label: say("total") },
      ],
      rows: order().map((s) => [
        scenarioTitle(s),
        ...payers.map((k) => showAmount(costs.scenarios[s].by_payer[k], unit)),
        showAmount(costs.scenarios[s].total, unit),
      ]),
    }),
    records: () => ({
      columns: [say("scenario"), say("payer"), say("unit"), say("mean"), say("low"), say("high")],
      rows: order().flatMap((s) => [
        ...payers.map((k) => [
          scenarioTitle(s),
          read(costs.payers[k].label),
          costs.currency,
          ...csvEstimate(costs.scenarios[s].by_payer[k]),
        ]),
        [scenarioTitle(s), say("total"), costs.currency, ...csvEstimate(costs.scenarios[s].total)],
      ]),
    }),
  };
}

function yearCostsFigure() {
  const { costs } = data;
  const which = costed().filter((s) => costs.scenarios[s].by_year?.length);
  const scenario = () => choiceOf("year-costs", which[0]);
  const years = () => costs.scenarios[scenario()].by_year;
  const payers = costs.payers.map((_, k) => k).filter((k) => costed().some((s) => costs.scenarios[s].by_payer[k]?.[0]));
  const unit = () => moneyUnit(years().flat());
  const totals = () => years().map((amounts) => amounts.reduce((sum, amount) => sum + (amount ?? 0), 0));
  return {
    id: "costs-by-year",
    file: () => data.scenarios[scenario()].name,
    title: () => say("year_costs_title", { scenario: scenarioTitle(scenario()) }),
    how: () => withCapital(say("year_costs_how")),
    controls: (update) => [scenarioSelect("year-costs", which, update)],
    alt: () => {
      const most = totals().indexOf(Math.max(...totals()));
      return say("year_costs_alt", {
        year: most + 1,
        amount: `${showChange(totals()[most] * unit().factor, unit().digits)} ${unit().words}`,
      });
    },
    spec: (width) =>
      barsSpec({
        width,
        isUpright: true,
        title: withCapital(say("plane_y", { money: unit().words })),
        kinds: payers.map((k) => ({ label: read(costs.payers[k].label) })),
        rows: years().map((amounts, year) => ({
          id: `y${year}`,
          label: String(year + 1),
          pieces: payers.map((k) => (amounts[k] ?? 0) * unit().factor),
          texts: payers.map((k) => `${showChange((amounts[k] ?? 0) * unit().factor, unit().digits)} ${unit().words}`),
        })),
      }),
    table: () => ({
      columns: [
        { label: `${say("year")} (${unit().words})` },
        ...payers.map((k) => ({ label: read(costs.payers[k].label) })),
        { label: say("total") },
      ],
      rows: years().map((amounts, year) => [
        String(year + 1),
        ...payers.map((k) => showChange((amounts[k] ?? 0) * unit().factor, unit().digits)),
        showChange(totals()[year] * unit().factor, unit().digits),
      ]),
    }),
    records: () => ({
      columns: [say("scenario"), say("year"), say("payer"), say("unit"), say("mean")],
      rows: which.flatMap((s) =>
        costs.scenarios[s].by_year.flatMap((amounts, year) =>
          payers.map((k) => [scenarioTitle(s), year + 1, read(costs.payers[k].label), costs.currency, csvNumber(amounts[k])]),
        ),
      ),
    }),
  };
}

function planeFigure() {
  const { costs } = data;
  const which = () => shownScenarios.filter((s) => costs.scenarios[s]?.points?.length);
  const unit = totalsUnit();
  const words = (s) =>
    `${showDifference(costs.scenarios[s].averted, { digits: 0 })} ${averted()}, ${showAmount(costs.scenarios[s].total, unit)} ${unit.words}`;
  return {
    id: "cost-effectiveness",
    hasScenarioChoice: true,
    title: () => say("plane_title"),
    how: () => withCapital(sayOfIntervals("plane_how")),
    alt: () =>
      say("plane_alt", {
        averted: averted(),
        list: which()
          .map((s) => `${scenarioTitle(s)}: ${words(s)}`)
          .join("; "),
      }),
    spec: (width) =>
      planeSpec({
        width,
        xTitle: say("plane_x", { averted: withCapital(averted()) }),
        yTitle: withCapital(say("plane_y", { money: unit.words })),
        clouds: which().map((s) => ({
          label: scenarioTitle(s),
          look: lookOf(s),
          text: words(s),
          mean: [costs.scenarios[s].averted[0], costs.scenarios[s].total[0] * unit.factor],
          points: costs.scenarios[s].points.map(([x, y]) => [x, y * unit.factor]),
        })),
      }),
    table: () => ({
      columns: [{ label: say("scenario") }, { label: averted() }, { label: say("cost_total", { money: unit.words }) }],
      rows: costed().map((s) => [
        scenarioTitle(s),
        showAmount(costs.scenarios[s].averted, { digits: 0 }),
        showAmount(costs.scenarios[s].total, unit),
      ]),
    }),
    records: () => ({
      columns: [say("scenario"), sayOfIntervals("replicate"), averted(), `${say("total")} ${costs.currency}`],
      rows: costed().flatMap((s) => [
        ...(costs.scenarios[s].points ?? []).map(([x, y], r) => [scenarioTitle(s), r + 1, csvNumber(x), csvNumber(y)]),
        [scenarioTitle(s), say("mean_of_all"), csvNumber(costs.scenarios[s].averted?.[0]), csvNumber(costs.scenarios[s].total[0])],
      ]),
    }),
  };
}

function acceptabilityFigure() {
  const { worth, share } = data.costs.acceptability;
  const which = () => [0, ...shownScenarios].filter((s) => share[s]);
  const all = scenarioIndexes.filter((s) => share[s]);
  const unit = moneyUnit(worth);
  const amount = (i) => `${showNumber(worth[i] * unit.factor, unit.factor === 1 ? 0 : 1).replace(/[.,]0$/, "")} ${unit.words}`;
  const bestAt = (i) => {
    const best = all.reduce((a, b) => (share[b][i] > share[a][i] ? b : a));
    return `${scenarioTitle(best)} ${showPercent(share[best][i])}`;
  };
  const last = worth.length - 1;
  return {
    id: "acceptability",
    hasScenarioChoice: true,
    title: () => say("accept_title"),
    how: () => withCapital(sayOfIntervals("accept_how", { averted: averted() })),
    alt: () => say("accept_alt", { averted: averted(), low: amount(0), first: bestAt(0), high: amount(last), last: bestAt(last) }),
    spec: (width) =>
      curvesSpec({
        width,
        hasZero: false,
        yDomain: [0, 100],
        xTitle: withCapital(say("accept_x", { averted: averted(), money: unit.words })),
        yTitle: withCapital(say("accept_y")),
        curves: which().map((s) => ({
          label: s === 0 ? `${scenarioTitle(0)} (${say("base")})` : scenarioTitle(s),
          look: lookOf(s),
          xs: worth.map((value) => value * unit.factor),
          means: share[s].map((value) => value * 100),
          texts: share[s].map((value) => showPercent(value)),
        })),
      }),
    table: () => ({
      columns: [{ label: say("worth") }, ...all.map((s) => ({ label: scenarioTitle(s) }))],
      rows: worth.map((_, i) => [amount(i), ...all.map((s) => showPercent(share[s][i]))]),
    }),
    records: () => ({
      columns: [say("scenario"), `${say("worth")} ${data.costs.currency}`, say("accept_y")],
      rows: all.flatMap((s) => worth.map((value, i) => [scenarioTitle(s), value, csvNumber(share[s][i], 100)])),
    }),
  };
}
