// Makes the data of a sweep's report for tests and for looking at the page: numbers are invented, from a fixed seed.
import { Maker, rounded } from "./fixture_maker.mjs";
import { both, HOSTILE } from "./fixture_words.mjs";

const PARAMETERS = [
  ["factors.workload.offset.aios", "standing workload of residents in training", "staande werkdruk van aios", "SD"],
  ["factors.workload.offset.anios", "standing workload of residents not in training", "staande werkdruk van anios", "SD"],
  [
    "jdr.exhaustion_down",
    "time by which exhaustion falls when strain is gone",
    "tijd waarin uitputting daalt als de belasting weg is",
    "weeks",
  ],
  [
    "jdr.missing_factor",
    "what a missing colleague adds to the work of the others",
    "wat een ontbrekende collega aan het werk van anderen toevoegt",
    "",
  ],
  ["jdr.contagion", "contagion within teams", "besmetting binnen teams", ""],
  ["work.overtime", "hours that are worked beyond the contract", "uren boven het contract", "hours per week"],
];

const ANSWER = [
  both(
    "Of 30 parameters, it depends most on standing workload of residents in training: 8.1 percentage points on average.",
    "Van 30 parameters hangt het het meest af van staande werkdruk van aios: gemiddeld 8,1 procentpunt.",
  ),
  both("Next come jdr.exhaustion_down (6.5) and work.overtime (5.2).", "Daarna komen jdr.exhaustion_down (6,5) en work.overtime (5,2)."),
];

function parameter(i) {
  const [path, en, nl, unit] = PARAMETERS[i % PARAMETERS.length];
  const turn = Math.floor(i / PARAMETERS.length);
  return {
    path: turn === 0 ? path : `${path}.${turn}`,
    label: both(en, nl), // of several parameters the same: the path tells them apart
    unit: both(unit, unit),
    takes: both("0.1 to 0.4, by the logarithm", "0,1 tot 0,4, naar de logaritme"),
    usual: both("0.2", "0,2"),
    source: i % 3 === 0 ? "assumed: the range of what seems plausible to those who wrote it, and a sentence that is long" : "Lee 2013",
  };
}

function measuresOf(method, maker, strength, direction) {
  if (method === "morris") return { mu: rounded(direction * strength * 0.9), sigma: rounded(strength * 0.4) };
  if (method === "sobol") return { first: maker.estimate(strength * 0.7, strength * 0.1) };
  return { rank_correlation: maker.estimate(direction * strength * 0.9, 0.05) };
}

function question(method, maker, axes, outcome, unit, scale) {
  const size = method === "ranking" ? 0.6 : 8;
  const ranked = axes.map((_, axis) => {
    const direction = axis === 4 ? 0 : axis % 3 === 2 ? -1 : 1;
    const strength = size * Math.exp(-axis / 5);
    return {
      axis,
      strength: axis === axes.length - 1 && axes.length > 20 ? null : maker.estimate(strength, size * 0.06),
      direction,
      measures: measuresOf(method, maker, strength, direction),
    };
  });
  const strengthUnit =
    method === "morris" ? unit : method === "sobol" ? both("% of the variance", "% van de variantie") : both("SD for an SD", "SD per SD");
  return {
    name: outcome.en.replace(/ /g, "_"),
    outcome,
    who: both("residents and residents in training", "anios en aios"),
    year: 5,
    unit: both("%", "%"),
    difference_unit: unit,
    strength_unit: strengthUnit,
    scale,
    digits: 1,
    difference_digits: 2,
    good: "lower",
    averted_label: both("burnout-years averted", "vermeden burn-outjaren"),
    answer: ANSWER,
    range: maker.estimate(0.18, 0.1),
    parts_used: 15,
    parts: 15,
    ranked,
    points: null,
  };
}

function pointsOf(maker) {
  return [4, 16, 32, 64, 128, 256, 512, 1024].map((coaches, p) => {
    const gain = Math.min(1, Math.log2(coaches / 4) / 6);
    const label = both(`coaches ${coaches}`, `coaches ${coaches}`);
    if (p === 0)
      return {
        label,
        level: maker.estimate(0.246, 0.002),
        from_first: null,
        from_before: null,
        euros: null,
        averted: null,
        per_averted: null,
      };
    return {
      label,
      level: maker.estimate(0.246 - 0.0105 * gain, 0.002),
      from_first: maker.estimate(-0.0105 * gain, 0.0004),
      from_before: maker.estimate(p > 5 ? 0.00001 : -0.0018, 0.0003),
      euros: maker.estimate(p > 5 ? 9.5e6 : 1e6 * (gain - 0.4), 1.7e6),
      averted: maker.estimate(622 * gain, 10),
      per_averted: p > 5 ? maker.estimate(15300, 2700) : null,
    };
  });
}

export function makeSweepReport({ method, axes: count = 12, isGrid = false, isHostile = false, language = "en", seed = 11 }) {
  const maker = new Maker({ scenarios: 1, replicates: 8, seed });
  const axes = isGrid
    ? [{ ...parameter(0), label: both("coaches", "coaches"), path: "coaches" }]
    : Array.from({ length: count }, (_, i) => parameter(i));
  const outcomes = [
    [both("burnt out", "opgebrand"), both("percentage points", "procentpunt"), 100],
    [both("exhaustion", "uitputting"), both("points", "punten"), 1],
  ];
  const questions = outcomes.map(([outcome, unit, scale]) => ({
    ...question(method, maker, axes, outcome, unit, scale),
    points: isGrid ? pointsOf(maker) : null,
  }));
  const report = {
    contract: 1,
    language,
    kind: "sweep",
    title: isGrid ? "How many coaches are enough" : "What drives burnout of residents",
    question: "Which parameters of work and of well-being drive the burnout of residents, in training and not?",
    made: {
      program: "bevlogen 0.1.0",
      commit: "0f3a9c2d11",
      model: "workforce",
      file: "drivers.sweep.h5",
      time: "2026-11-23T12:00:00Z",
      seed: "20240321",
    },
    replicates: 8,
    draws: null,
    years: 6,
    year: 5,
    notices: [
      { kind: "info", text: both("The simulated world is 0.10 times the whole.", "De gesimuleerde wereld is 0,10 keer het geheel.") },
    ],
    scenarios: [],
    kind_of_phases: both("career phase", "loopbaanfase"),
    phases: [],
    outcomes: [],
    levels: [],
    costs: { currency: "EUR" },
    sweep: {
      design: isGrid ? "grid" : method,
      method,
      method_words: both("Morris", "Morris"),
      points: isGrid ? 8 : 1050,
      scenario: both("The Netherlands as it is", "Nederland zoals het is"),
      axes,
      questions,
      plan_text: 'title = { en = "What drives burnout" }\n',
      scenario_text: 'model = "workforce"\n',
    },
    certainty: [both("Chance: 8 replicates.", "Toeval: 8 herhalingen.")],
    limits: [both("Numbers are conclusions about the model.", "Getallen zijn conclusies over het model.")],
    repeat: {
      commands: ["bevlogen sweep scenarios/sweeps/coaches.toml"],
      notes: [both("The same version and seed give the same bytes.", "Dezelfde versie en seed geven dezelfde bytes.")],
    },
  };
  return isHostile ? withHostileTexts(report) : report;
}

function withHostileTexts(report) {
  const hostile = both(HOSTILE, HOSTILE);
  const { sweep } = report;
  return {
    ...report,
    title: HOSTILE,
    question: `=SUM(A1) ${HOSTILE}`,
    sweep: {
      ...sweep,
      scenario: hostile,
      axes: sweep.axes.map((axis) => ({ ...axis, label: hostile, source: HOSTILE })),
      plan_text: `title = "${HOSTILE}"`,
      scenario_text: `# ${HOSTILE}`,
    },
  };
}
