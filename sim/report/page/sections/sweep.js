// A sweep: what its outcomes depend on, or what each of its points brings; what was varied; plan and scenario.
const MOST_BARS = 15;
const questions = data.sweep?.questions ?? [];
const isPointByPoint = Boolean(questions[0]?.points);
const allQuestions = questions.map((_, q) => q);
const rankedQuestions = allQuestions.filter((q) => questions[q].ranked.some((one) => one.strength)); // of others there is nothing to draw

function questionTitle(q) {
  const { outcome, who, year } = questions[q];
  return withCapital(`${read(outcome)}, ${read(who)}, ${say("year")} ${year}`);
}

function againstWords() {
  return data.sweep ? say("the_first_point") : say("the_base");
}

function questionSelect(name, some, update) {
  if (some.length < 2) return null;
  return makeSelect(
    say("outcome"),
    some.map((q) => [q, withCapital(read(questions[q].outcome))]),
    choiceOf(name, some[0]),
    (value) => {
      choices.set(name, Number(value));
      update();
    },
  );
}

function sweepAnswerSection() {
  return [
    make(
      "div",
      { class: "answers" },
      make(
        "ul",
        { class: "answer-list" },
        questions.map((question, q) =>
          make("li", null, make("div", null, make("strong", { class: "name" }, questionTitle(q))), sentences({ answer: question.answer })),
        ),
      ),
    ),
    isPointByPoint ? makeFigure(pointsForest()) : rankedQuestions.length ? makeFigure(tornado()) : null,
  ];
}

// ---- which parameters count

function axisLabel(a) {
  const { label, path } = data.sweep.axes[a];
  return read(label) === path ? path : withCapital(read(label)); // a path is typed as it is
}

// Of parameters with the same words the path tells which one it is.
function axisName(a) {
  const { axes } = data.sweep;
  const isUnique = axes.filter((axis) => read(axis.label) === read(axes[a].label)).length === 1;
  return isUnique ? axisLabel(a) : `${axisLabel(a)} (${axes[a].path})`;
}

function directionName(direction) {
  return direction > 0 ? "rises" : direction < 0 ? "falls" : "unknown";
}

const DIRECTION_COLOURS = { rises: "#d55e00", falls: "#0072b2", unknown: "#7d8790" };

function strengthDigits(q) {
  const largest = questions[q].ranked[0]?.strength?.[0] ?? 1;
  return largest >= 10 ? 1 : 2;
}

function showStrength(q, estimate) {
  return showLevel(estimate, { digits: strengthDigits(q) });
}

function strengthTitle(q) {
  return say(`strength_${data.sweep.method}`, { unit: read(questions[q].strength_unit) });
}

function tornado() {
  const q = () => choiceOf("tornado", rankedQuestions[0]);
  const known = () => questions[q()].ranked.filter((one) => one.strength);
  const shown = () => known().slice(0, MOST_BARS);
  const interval = (one) => showInterval(one.strength, { digits: strengthDigits(q()) });
  return {
    id: "tornado",
    file: () => questions[q()].name,
    title: () => say("tornado_title", { question: questionTitle(q()) }),
    how: () =>
      sentence(
        withCapital(say(`tornado_how_${data.sweep.method}`)),
        known().length > MOST_BARS ? say("tornado_more", { n: MOST_BARS, all: known().length }) : null,
      ),
    controls: (update) => [questionSelect("tornado", rankedQuestions, update)],
    alt: () =>
      sentence(
        say("tornado_alt", { question: questionTitle(q()), n: shown().length }),
        `${shown()
          .slice(0, 5)
          .map((one) => `${axisName(one.axis)}: ${showStrength(q(), one.strength)}`)
          .join("; ")}.`,
      ),
    spec: (width) =>
      tornadoSpec({
        width,
        xTitle: strengthTitle(q()),
        looks: ["rises", "falls", "unknown"]
          .filter((name) => shown().some((one) => directionName(one.direction) === name))
          .map((name) => ({
            name,
            colour: DIRECTION_COLOURS[name],
            label: say(`direction_${name}`, { outcome: read(questions[q()].outcome) }),
          })),
        bars: shown().map((one) => ({
          label: axisName(one.axis),
          length: one.strength[0],
          low: one.strength[1],
          high: one.strength[2],
          inner: data.sweep.method === "sobol" ? Math.max(0, one.measures.first?.[0] ?? 0) : null,
          look: directionName(one.direction),
          text: `${showNumber(one.strength[0], strengthDigits(q()))} (${interval(one)})`,
        })),
      }),
    table: () => rankedTable(q()),
    records: () => ({
      columns: [
        say("parameter"),
        say("path"),
        say("takes"),
        say("outcome"),
        say("unit"),
        say("mean"),
        say("low"),
        say("high"),
        say("direction"),
        ...Object.keys(questions[q()].ranked[0].measures).map((name) => say(`measure_${name}`)),
      ],
      rows: questions[q()].ranked.map((one) => [
        axisLabel(one.axis),
        data.sweep.axes[one.axis].path,
        read(data.sweep.axes[one.axis].takes),
        questionTitle(q()),
        read(questions[q()].strength_unit),
        ...csvEstimate(one.strength),
        one.direction,
        ...Object.values(one.measures).map((value) => csvNumber(Array.isArray(value) ? value[0] : value)),
      ]),
    }),
  };
}

function rankedTable(q) {
  const names = Object.keys(questions[q].ranked[0].measures);
  const shownMeasure = (value) => (Array.isArray(value) ? showStrength(q, value) : showChange(value, strengthDigits(q)));
  return {
    columns: [
      { label: say("parameter") },
      { label: say("takes"), isText: true },
      { label: strengthTitle(q) },
      { label: say("direction"), isText: true },
      ...names.map((name) => ({ label: say(`measure_${name}`) })),
    ],
    rows: questions[q].ranked.map((one) => [
      { text: axisLabel(one.axis), note: axisLabel(one.axis) === data.sweep.axes[one.axis].path ? null : data.sweep.axes[one.axis].path },
      read(data.sweep.axes[one.axis].takes),
      showStrength(q, one.strength),
      say(`direction_short_${directionName(one.direction)}`),
      ...names.map((name) => shownMeasure(one.measures[name])),
    ]),
  };
}

// ---- what each point brings

function pointForm(q) {
  return { scale: questions[q].scale, digits: questions[q].difference_digits };
}

// What is measured of points besides the outcome itself: averted years and costs, where the sweep has them.
function pointMeasures(q) {
  const { points, averted_label: averted } = questions[q];
  const money = moneyUnit(points.flatMap((point) => point.euros ?? []));
  return [
    ...(points.some((point) => point.averted)
      ? [
          {
            of: "averted",
            title: read(averted),
            unit: say("in_years", { years: sayYears(data.years) }),
            good: "higher",
            form: { digits: 0 },
          },
        ]
      : []),
    ...(points.some((point) => point.euros)
      ? [
          {
            of: "euros",
            title: say("costs_of_point"),
            unit: `${money.words}, ${say("in_years", { years: sayYears(data.years) })}`,
            good: "lower",
            form: { scale: money.factor, digits: money.digits },
          },
        ]
      : []),
  ];
}

function pointsForest() {
  const q = () => choiceOf("points", 0);
  const rows = () => questions[q()].points.slice(1).map((point, i) => ({ id: `p${i + 1}`, label: read(point.label) }));
  const mark = (estimate, form, good, p) => {
    const [mean, low, high] = estimate.map((value) => (isNumber(value) ? value * (form.scale ?? 1) : null));
    return {
      row: `p${p}`,
      mean,
      low,
      high,
      verdict: judge(estimate, good),
      label: read(questions[q()].points[p].label),
      text: `${showDifference(estimate, form)} (${showInterval(estimate, form)})`,
    };
  };
  const panels = () => [
    {
      title: read(questions[q()].outcome),
      unit: read(questions[q()].difference_unit),
      of: "from_first",
      form: pointForm(q()),
      good: questions[q()].good,
    },
    ...pointMeasures(q()),
  ];
  return {
    id: "points",
    file: () => questions[q()].name,
    title: () => say("points_title", { question: questionTitle(q()), first: read(questions[q()].points[0].label) }),
    how: () => withCapital(say("points_how")),
    controls: (update) => [questionSelect("points", allQuestions, update)],
    alt: () =>
      sentence(
        say("points_alt", { question: questionTitle(q()) }),
        `${questions[q()].points
          .slice(1)
          .map((point) => `${read(point.label)}: ${showDifference(point.from_first, pointForm(q()))}`)
          .join("; ")}.`,
      ),
    spec: (width) =>
      forestSpec({
        width,
        rows: rows(),
        panels: panels().map((panel) => ({
          title: panel.title,
          unit: panel.unit,
          points: questions[q()].points
            .map((point, p) => (point[panel.of] && p > 0 ? mark(point[panel.of], panel.form, panel.good, p) : null))
            .filter(Boolean),
        })),
      }),
    isTableOpen: true,
    table: () => pointsTable(q()),
    records: () => ({
      columns: [
        say("point"),
        say("outcome"),
        ...["level", "from_first", "from_before", "averted", "euros"].flatMap((of) =>
          [say("mean"), say("low"), say("high")].map((word) => `${say(`point_${of}`)}, ${word}`),
        ),
      ],
      rows: questions[q()].points.map((point) => [
        read(point.label),
        questionTitle(q()),
        ...csvEstimate(point.level, questions[q()].scale),
        ...csvEstimate(point.from_first, questions[q()].scale),
        ...csvEstimate(point.from_before, questions[q()].scale),
        ...csvEstimate(point.averted),
        ...csvEstimate(point.euros),
      ]),
    }),
  };
}

function pointsTable(q) {
  const { points, good } = questions[q];
  const measures = pointMeasures(q);
  const hasRatio = points.some((point) => point.per_averted);
  const hasSteps = data.sweep.axes.length === 1; // in a grid of several axes the point before may differ in all of them
  const ratio = (estimate) =>
    hasInterval(estimate)
      ? { text: showWhole(estimate[0]), note: say("between", { low: showWhole(estimate[1]), high: showWhole(estimate[2]) }) }
      : say("none");
  return {
    columns: [
      { label: say("point") },
      { label: [say("point_level"), make("span", { class: "note" }, read(questions[q].unit))] },
      { label: [say("point_from_first"), make("span", { class: "note" }, read(questions[q].difference_unit))] },
      ...(hasSteps ? [{ label: [say("point_from_before"), make("span", { class: "note" }, read(questions[q].difference_unit))] }] : []),
      ...measures.map((measure) => ({ label: [measure.title, make("span", { class: "note" }, measure.unit)] })),
      ...(hasRatio ? [{ label: say("per_averted", { currency: currencyWord() }) }] : []),
    ],
    rows: points.map((point, p) => [
      read(point.label),
      showLevel(point.level, { scale: questions[q].scale, digits: questions[q].digits }),
      p === 0 ? say("none") : differenceCell(point.from_first, pointForm(q), good),
      ...(hasSteps ? [p === 0 ? say("none") : differenceCell(point.from_before, pointForm(q), good)] : []),
      ...measures.map((measure) => (p === 0 ? say("none") : differenceCell(point[measure.of], measure.form, measure.good))),
      ...(hasRatio ? [ratio(point.per_averted)] : []),
    ]),
  };
}

// ---- what was varied

function sweepVariedSection() {
  const { axes } = data.sweep;
  const table = {
    caption: say("varied"),
    isCaptionShown: false,
    columns: [
      { label: say("parameter") },
      { label: say("takes"), isText: true },
      { label: say("unit"), isText: true },
      { label: say("usual_value") },
      { label: say("source"), isText: true },
    ],
    rows: axes.map((axis, a) => [
      { text: axisLabel(a), note: axis.path === read(axis.label) ? null : axis.path },
      read(axis.takes),
      read(axis.unit),
      axis.usual ? read(axis.usual) : say("none"),
      read(axis.source),
    ]),
  };
  return [
    make("p", null, say("varied_in", { scenario: read(data.sweep.scenario), points: showWhole(data.sweep.points) })),
    axes.length > SHORT_TABLE ? makeFolded(say("all_parameters", { n: axes.length }), null, makeTable(table)) : makeTable(table),
    make(
      "section",
      { class: "files" },
      make("h3", null, say("scenario_files")),
      makeFolded(say("plan_file"), null, makeCode(data.sweep.plan_text, say("plan_file"))),
      makeFolded(read(data.sweep.scenario), null, makeCode(data.sweep.scenario_text, read(data.sweep.scenario))),
    ),
  ];
}
