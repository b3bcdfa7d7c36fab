// Costs: the order of their figures, and tables of what is averted for them and of their lines.
function costsSection() {
  if (!data.costs || !costed().length) return [];
  const { costs } = data;
  const intro = make(
    "p",
    { class: "lead" },
    say("costs_intro", {
      years: sayYears(costs.years),
      currency: currencyWord(),
      year: costs.price_year,
      rate: showPercent(costs.discount_rate),
    }),
  );
  const notes = (costs.notes ?? []).map((note) => make("li", null, read(note)));
  return [
    intro,
    notes.length ? make("ul", { class: "notes" }, notes) : null,
    averageTable(),
    makeFigure(payersFigure()),
    costed().some((s) => costs.scenarios[s].points?.length) ? makeFigure(planeFigure()) : null,
    costs.acceptability ? makeFigure(acceptabilityFigure()) : null,
    costed().some((s) => costs.scenarios[s].by_year?.length) ? makeFigure(yearCostsFigure()) : null,
    linesTable(),
  ];
}

function costed() {
  return alternatives.filter((s) => data.costs.scenarios[s]);
}

function averted() {
  return read(data.costs.averted_label);
}

// Costs have no digits of their own: they follow the unit that suits the largest.
function totalsUnit() {
  return moneyUnit(
    costed().flatMap((s) => [data.costs.scenarios[s].total[0], ...data.costs.scenarios[s].by_payer.map((payer) => payer?.[0])]),
  );
}

// One digit of the amount's own half interval: beside billions a small amount would else be 0 ± 0.
function showAmount(amount, unit) {
  const half = (hasInterval(amount) ? halfWidth(amount) : Math.abs(amount?.[0] ?? 0)) * unit.factor;
  const digits = half > 0 ? Math.min(3, Math.max(0, -Math.floor(Math.log10(half)))) : unit.digits;
  return showDifference(amount, { scale: unit.factor, digits });
}

function averageTable() {
  const { costs } = data;
  const unit = totalsUnit();
  return makeTableBlock({
    title: say("per_averted_table"),
    columns: [
      { label: say("scenario") },
      { label: say("cost_total", { money: unit.words }) },
      { label: averted() },
      { label: say("per_averted", { currency: currencyWord() }) },
      { label: say("in_words"), isText: true },
      ...(costs.frontier ? [{ label: say("next_step", { currency: currencyWord() }), isText: true }] : []),
    ],
    rows: costed().map((s) => {
      const { total, averted: years, per_averted: average } = costs.scenarios[s];
      return [
        scenarioTitle(s),
        { text: showAmount(total, unit), kind: judge(total, "neutral") === "unclear" ? "muted" : null },
        { text: showDifference(years, { digits: 0 }), kind: judge(years, "neutral") === "unclear" ? "muted" : null },
        perAvertedCell(average),
        read(average?.words),
        ...(costs.frontier ? [stepCell(costs.frontier[s])] : []),
      ];
    }),
  });
}

// What the next averted year costs against the scenario that is one step cheaper; or which other scenario makes this one needless.
function stepCell({ place, other, ratio, words }) {
  const against = other === null ? "" : scenarioTitle(other);
  if (place === "step" && ratio) {
    const note = hasInterval(ratio) ? say("between", { low: showWhole(ratio[1]), high: showWhole(ratio[2]) }) : null;
    return { text: say("frontier_step", { ratio: showWhole(ratio[0]), other: against }), note };
  }
  const text = say(`frontier_${place === "step" ? "dominated" : place}`, { other: against, words: read(words) });
  return { text, kind: place === "start" ? null : "muted" };
}

function perAvertedCell(ratio) {
  if (!isNumber(ratio?.value)) return say("none");
  const hasBounds = isNumber(ratio.low) && isNumber(ratio.high);
  return {
    text: showWhole(ratio.value),
    note: hasBounds ? say("between", { low: showWhole(ratio.low), high: showWhole(ratio.high) }) : null,
  };
}

function scenarioSelect(name, which, update) {
  return makeSelect(
    say("scenario"),
    which.map((s) => [s, scenarioTitle(s)]),
    choiceOf(name, which[0]),
    (value) => {
      choices.set(name, Number(value));
      update();
    },
  );
}

function linesOf(s) {
  const { costs } = data;
  const { lines, total, undiscounted: plainTotal } = costs.scenarios[s];
  const unit = moneyUnit(lines.map((line) => line.amount?.[0]));
  return {
    caption: `${say("lines_table")}: ${scenarioTitle(s)}`,
    columns: [
      { label: say("line") },
      { label: say("payer"), isText: true },
      { label: say("cost_total", { money: unit.words }) },
      { label: say("undiscounted") },
    ],
    rows: [
      ...lines.map(({ line, payer, amount, undiscounted }) => {
        const label = read(costs.lines[line].label);
        return [
          costs.lines[line].is_transfer ? say("transfer", { line: label }) : label,
          read(costs.payers[payer].label),
          showAmount(amount, unit),
          showAmount(undiscounted, unit),
        ];
      }),
      [say("total"), "", showAmount(total, unit), showAmount(plainTotal, unit)].map((text) => ({ text, kind: "total" })),
    ],
  };
}

function linesTable() {
  const { holder, fill } = makeChosenTables(costed(), choiceOf("cost-lines", costed()[0]), linesOf);
  return make(
    "section",
    { class: "table-block" },
    make("h3", null, say("lines_table")),
    make(
      "div",
      { class: "choices" },
      scenarioSelect("cost-lines", costed(), () => fill(choices.get("cost-lines"))),
    ),
    holder,
  );
}
