// A calibration: what is met, set and missed, and what became of each prior.
const MOST_MISS = 5; // tolerances; beyond, a mark stands at the edge

function calibrationAnswerSection() {
  return [make("div", { class: "answers" }, textList(data.calibration.answer)), makeFigure(fitFigure())];
}

function calibrationParametersSection() {
  return [make("p", null, say("posterior_intro")), makeFigure(posteriorFigure()), followingTable()].filter(Boolean);
}

// ---- targets

const targetParts = (data.calibration?.targets ?? []).flatMap((target) => target.parts.map((part) => ({ target, part })));

function isReached({ published, tolerance, simulated }) {
  return isNumber(simulated[0]) && simulated[0] >= tolerance[0] && simulated[0] <= tolerance[1];
}

// In tolerances: 0 as published, -1 and 1 the ends.
function inTolerances({ published, tolerance }, value) {
  if (!isNumber(value)) return null;
  return (value - published) / (value >= published ? tolerance[1] - published : published - tolerance[0]);
}

function fitOf({ target, part }) {
  return isReached(part) ? (target.set_by ? "set" : "met") : "missed";
}

function fitLooks() {
  return {
    met: { colour: "#0072b2", fill: "#0072b2", shape: "circle", label: say("fit_met") },
    set: { colour: "#59636e", fill: "#ffffff", shape: "square", label: say("fit_set") },
    missed: { colour: "#d55e00", fill: "#d55e00", shape: "diamond", label: say("fit_missed") },
  };
}

function partName({ target, part }) {
  return target.parts.length > 1 ? `${read(target.label)}: ${part.measured}` : read(target.label);
}

function showFitNumber(value) {
  if (!isNumber(value)) return say("none");
  const size = Math.abs(value);
  return showNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

function showBand([low, high]) {
  return say("from_to", { low: showFitNumber(low), high: showFitNumber(high) });
}

function fitFigure() {
  return {
    id: "fit",
    isTableOpen: false,
    title: () => say("fit_title"),
    how: () => withCapital(say("fit_how", { most: MOST_MISS })),
    alt: () => sentence(say("fit_title"), ...data.calibration.answer.slice(0, 1).map(read)),
    spec: (width) =>
      bandsSpec({
        width,
        rows: targetParts.map((one, i) => ({ id: `p${i}`, label: partName(one) })),
        looks: fitLooks(),
        band: [-1, 1],
        domain: [-MOST_MISS, MOST_MISS],
        xTitle: say("fit_axis"),
        points: targetParts.map((one, i) => ({
          row: `p${i}`,
          label: partName(one),
          look: fitOf(one),
          at: inTolerances(one.part, one.part.simulated[0]),
          low: inTolerances(one.part, one.part.simulated[1]),
          high: inTolerances(one.part, one.part.simulated[2]),
          text: `${showFitNumber(one.part.simulated[0])} (${showBand([one.part.simulated[1], one.part.simulated[2]])})`,
        })),
      }),
    table: () => ({
      columns: [
        { label: say("target") },
        { label: say("measured"), isText: true },
        { label: say("published") },
        { label: say("tolerance") },
        { label: say("simulated") },
        { label: say("posterior_90") },
        { label: say("prior_90") },
        { label: say("finding"), isText: true },
        { label: say("source"), isText: true },
      ],
      rows: targetParts.map((one, i) => {
        const isFirst = i === 0 || targetParts[i - 1].target !== one.target;
        const { part, target } = one;
        return [
          {
            text: isFirst ? withCapital(read(target.label)) : "",
            note: isFirst && target.set_by ? say("set_by", { path: target.set_by }) : null,
          },
          { text: part.measured, note: part.words || null },
          showFitNumber(part.published),
          showBand(part.tolerance),
          showFitNumber(part.simulated[0]),
          showBand([part.simulated[1], part.simulated[2]]),
          showBand([part.prior[1], part.prior[2]]),
          {
            text: say(`fit_short_${fitOf(one)}`),
            kind: fitOf(one) === "missed" ? "finding worse" : fitOf(one) === "met" ? "finding" : "muted",
          },
          isFirst ? target.source : "",
        ];
      }),
    }),
    records: () => ({
      columns: [
        say("target"),
        say("measured"),
        say("published"),
        say("low"),
        say("high"),
        say("simulated"),
        say("posterior_90"),
        "",
        say("finding"),
        say("source"),
      ],
      rows: targetParts.map((one) => [
        one.target.name,
        one.part.measured,
        csvNumber(one.part.published),
        csvNumber(one.part.tolerance[0]),
        csvNumber(one.part.tolerance[1]),
        csvNumber(one.part.simulated[0]),
        csvNumber(one.part.simulated[1]),
        csvNumber(one.part.simulated[2]),
        fitOf(one),
        one.target.source,
      ]),
    }),
  };
}

// ---- parameters

const freeParameters = (data.calibration?.parameters ?? []).filter((parameter) => parameter.is_free);

function posteriorLooks() {
  return {
    known: { colour: "#0072b2", fill: "#0072b2", shape: "circle", label: say("identified") },
    unknown: { colour: "#7d8790", fill: "#ffffff", shape: "circle", label: say("not_identified") },
  };
}

function posteriorFigure() {
  const look = (parameter) => (parameter.is_identified ? "known" : "unknown");
  return {
    id: "posterior",
    isTableOpen: false,
    title: () => say("posterior_title"),
    how: () => withCapital(say("posterior_how")),
    alt: () =>
      sentence(
        say("posterior_title"),
        `${say("not_identified")}: ${
          freeParameters
            .filter((parameter) => !parameter.is_identified)
            .map((parameter) => parameter.path)
            .join(", ") || say("none")
        }.`,
      ),
    spec: (width) =>
      bandsSpec({
        width,
        rows: freeParameters.map((parameter) => ({ id: parameter.path, label: parameter.path })),
        looks: posteriorLooks(),
        band: [0, 1],
        domain: [0, 1],
        xTitle: say("posterior_axis"),
        points: freeParameters.map((parameter) => ({
          row: parameter.path,
          label: parameter.path,
          look: look(parameter),
          at: parameter.place[0],
          low: parameter.place[1],
          high: parameter.place[2],
          text: `${showFitNumber(parameter.posterior[0])} (${showBand([parameter.posterior[1], parameter.posterior[2]])})`,
        })),
      }),
    table: () => ({
      columns: [
        { label: say("parameter") },
        { label: say("prior"), isText: true },
        { label: say("without_calibration") },
        { label: say("chosen") },
        { label: say("posterior_90") },
        { label: say("narrower") },
        { label: say("finding"), isText: true },
      ],
      rows: freeParameters.map((parameter) => [
        { text: withCapital(read(parameter.label)), note: parameter.path },
        read(parameter.prior),
        showFitNumber(parameter.without),
        showFitNumber(parameter.chosen),
        showBand([parameter.posterior[1], parameter.posterior[2]]),
        showPercent(parameter.contraction),
        { text: say(parameter.is_identified ? "identified" : "not_identified"), kind: parameter.is_identified ? "finding" : "muted" },
      ]),
    }),
    records: () => ({
      columns: [say("parameter"), say("prior"), say("chosen"), say("median"), say("low"), say("high"), say("narrower")],
      rows: freeParameters.map((parameter) => [
        parameter.path,
        read(parameter.prior),
        csvNumber(parameter.chosen),
        ...parameter.posterior.map((value) => csvNumber(value)),
        csvNumber(parameter.contraction),
      ]),
    }),
  };
}

// What follows from the free parameters.
function followingTable() {
  const following = data.calibration.parameters.filter((parameter) => !parameter.is_free);
  if (following.length === 0) return null;
  return makeTableBlock({
    title: say("follows_title"),
    columns: [{ label: say("parameter") }, { label: say("without_calibration") }, { label: say("chosen") }, { label: say("posterior_90") }],
    rows: following.map((parameter) => [
      { text: withCapital(read(parameter.label)), note: parameter.path },
      showFitNumber(parameter.without),
      showFitNumber(parameter.chosen),
      showBand([parameter.posterior[1], parameter.posterior[2]]),
    ]),
  });
}

// ---- the search

function calibrationSearchSection() {
  return [
    makeTableBlock({
      title: say("generations", { n: showWhole(data.calibration.simulations) }),
      columns: [
        { label: say("generation") },
        { label: say("simulations") },
        { label: say("tolerance") },
        { label: say("accepted") },
        { label: say("effective_points") },
      ],
      rows: data.calibration.generations.map((generation, g) => [
        showWhole(g + 1),
        showWhole(generation.points),
        showNumber(generation.tolerance, 2),
        showPercent(generation.accepted),
        showWhole(generation.effective_points),
      ]),
    }),
    make("details", null, make("summary", null, say("calibration_file")), makeCode(data.calibration.plan_text, say("calibration_file"))),
  ];
}
