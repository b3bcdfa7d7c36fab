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

function moneyForm(unit) {
  return { scale: unit.factor, digits: unit.digits };
}

function averageTable() {
  const unit = totalsUnit();
  return makeTableBlock({
    title: say("per_averted_table"),
    columns: [
      { label: say("scenario") },
      { label: say("cost_total", { money: unit.words }) },
      { label: averted() },
      { label: say("per_averted", { currency: currencyWord() }) },
      { label: say("in_words"), isText: true },
    ],
    rows: costed().map((s) => {
      const costs = data.costs.scenarios[s];
      return [
        scenarioTitle(s),
        { text: showDifference(costs.total, moneyForm(unit)), kind: judge(costs.total, "neutral") === "unclear" ? "muted" : null },
        { text: showDifference(costs.averted, { digits: 0 }), kind: judge(costs.averted, "neutral") === "unclear" ? "muted" : null },
        perAvertedCell(costs.per_averted),
        read(costs.per_averted?.words),
      ];
    }),
  });
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

function linesTable() {
  const { costs } = data;
  const unit = moneyUnit(costed().flatMap((s) => costs.scenarios[s].lines.map((line) => line.amount?.[0])));
  const form = moneyForm(unit);
  const holder = make("div");
  const fill = (s) =>
    holder.replaceChildren(
      makeTable({
        caption: `${say("lines_table")}: ${scenarioTitle(s)}`,
        isCaptionShown: false,
        columns: [
          { label: say("line") },
          { label: say("payer"), isText: true },
          { label: say("cost_total", { money: unit.words }) },
          { label: say("undiscounted") },
        ],
        rows: [
          ...costs.scenarios[s].lines.map(({ line, payer, amount, undiscounted }) => {
            const label = read(costs.lines[line].label);
            return [
              costs.lines[line].is_transfer ? say("transfer", { line: label }) : label,
              read(costs.payers[payer].label),
              showDifference(amount, form),
              showDifference(undiscounted, form),
            ];
          }),
          [say("total"), "", showDifference(costs.scenarios[s].total, form), ""].map((text) => ({ text, kind: "total" })),
        ],
      }),
    );
  const first = choiceOf("cost-lines", costed()[0]);
  fill(first);
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
