// Makes data of the contract for tests and for looking at the page: numbers are invented, from a fixed seed.
import { BASE_LEVELS, Maker, rounded, trueEffect } from "./fixture_maker.mjs";
import { makeCosts, makeGains, makeProgrammes } from "./fixture_parts.mjs";
import { ASSUMPTIONS, both, HOSTILE, OUTCOMES, PATTERNS, PHASES } from "./fixture_words.mjs";
import { makeSweepReport } from "./sweep_fixture.mjs";

function makeTimes(maker, keys, weeks) {
  const levels = [],
    differences = [];
  for (let s = 0; s < maker.scenarios; s++) {
    levels.push([]);
    differences.push(s === 0 ? null : []);
    for (const outcome of keys) {
      const base = BASE_LEVELS[outcome.name] ?? 0.3;
      const byPhase = PHASES.map((_, p) => {
        const curves = [
          [[], [], []],
          [[], [], []],
        ];
        for (const week of weeks) {
          const grown = s === 0 ? 0 : trueEffect(s, outcome, p) * (1 - Math.exp(-week / 120));
          const level = maker.estimate(base * (1 + 0.1 * Math.sin(p)) + grown + 0.002 * Math.sin(week / 30), 0.004);
          const change = maker.estimate(grown + 0.0006 * maker.normal(), 0.0015 + 0.000004 * week);
          for (let i = 0; i < 3; i++) {
            curves[0][i].push(level[i]);
            curves[1][i].push(change[i]);
          }
        }
        return curves;
      });
      levels[s].push(byPhase.map((curves) => curves[0]));
      if (s > 0) differences[s].push(byPhase.map((curves) => curves[1]));
    }
  }
  return { weeks, levels, differences };
}

function makeKey(maker, keys, differences, outcomes) {
  return maker.titles.map((_, s) =>
    keys.map((outcome) => {
      const o = outcomes.indexOf(outcome);
      const best = outcome.good === "neutral" || maker.replicates === 1 ? null : rounded(maker.uniform() / maker.scenarios);
      if (s === 0) return { persons: null, person_years: null, best, first_week: null, faded_week: null, verdict: null };
      const [mean, low, high] = differences[s][o][0];
      const isClear = low === null ? null : low > 0 || high < 0;
      const isBetter = mean < 0 === (outcome.good === "lower");
      const verdict =
        isClear === null ? null : !isClear ? "unclear" : outcome.good === "neutral" ? "different" : isBetter ? "better" : "worse";
      const isShare = outcome.shape === "share";
      return {
        persons: isShare ? maker.estimate(mean * 43500, 90) : null,
        person_years: isShare ? maker.estimate(mean * 43500 * 8, 500) : null,
        best,
        first_week: isClear ? 12 * Math.ceil(1 + 8 * maker.uniform()) : null,
        faded_week: null,
        verdict,
      };
    }),
  );
}

function answerOf(maker, s, differences) {
  if (s === 0) return [both("In the base 18.0 % are burnt out in year 10.", "In de basis is 18,0 % opgebrand in jaar 10.")];
  const mean = differences[s][0][0][0] * 100,
    word = mean < 0 ? ["fewer", "minder"] : ["more", "meer"],
    size = Math.abs(mean);
  const en = size.toFixed(1),
    nl = en.replace(".", ",");
  return [
    both(
      `${en} percentage points ${word[0]} are burnt out in year 10: ${Math.round(size * 435)} doctors.`,
      `${nl} procentpunt ${word[1]} artsen zijn opgebrand in jaar 10: ${Math.round(size * 435)} artsen.`,
    ),
  ];
}

// options: how many scenarios and replicates, weeks between points, how many outcomes have phases (`full`), and what else is in it.
export function makeReport(options = {}) {
  const {
    scenarios = 6,
    replicates = 8,
    hasCosts = true,
    language = "en",
    isHostile = false,
    isBare = false,
    weekStep = 12,
    full = 99,
    seed = 7,
  } = options;
  if (options.method) return makeSweepReport(options);
  if (isBare) return bareReport();
  const maker = new Maker({ scenarios, replicates, seed });
  const isRun = scenarios === 1;
  const outcomes = OUTCOMES,
    keys = outcomes.filter((o) => o.is_key);
  const weeks = Array.from({ length: Math.floor(520 / weekStep) }, (_, i) => weekStep * (i + 1));
  const overPhases = (o, make) => PHASES.map((_, p) => (p > 0 && o >= full ? null : make(p)));
  const levels = maker.titles.map((_, s) =>
    outcomes.map((outcome, o) =>
      overPhases(o, (p) =>
        maker.estimate((BASE_LEVELS[outcome.name] ?? 0.3) * (1 + 0.1 * Math.sin(p)) + (s === 0 ? 0 : trueEffect(s, outcome, p)), 0.003),
      ),
    ),
  );
  const differences = maker.titles.map((_, s) =>
    s === 0
      ? null
      : outcomes.map((outcome, o) =>
          overPhases(o, (p) => maker.difference(trueEffect(s, outcome, p), outcome.shape === "share" ? 0.0012 + 0.001 * p : 0.004, 0.4)),
        ),
  );
  const title = isRun
    ? "The Netherlands as it is"
    : scenarios === 2
      ? "Coaching for residents"
      : "Five policies against the Netherlands as it is";
  const report = {
    contract: 1,
    language,
    kind: isRun ? "run" : "comparison",
    title,
    question: isRun ? "How are Dutch hospital doctors over ten years?" : "Which policy would help doctors most, and what would it cost?",
    made: {
      program: "bevlogen 0.1.0",
      commit: "0f3a9c2d11",
      model: "workforce",
      file: "five-policies.h5",
      time: "2026-11-23T12:00:00Z",
      seed: "20240321",
    },
    replicates,
    years: 10,
    year: 10,
    notices:
      replicates === 1
        ? [
            {
              kind: "warning",
              text: both("There is one replicate, so no interval can be given.", "Er is één herhaling, dus er zijn geen intervallen."),
            },
          ]
        : [
            {
              kind: "info",
              text: both(
                "Intervals are of chance only, not of parameters or theory.",
                "Intervallen gaan alleen over toeval, niet over parameters of theorie.",
              ),
            },
          ],
    scenarios: maker.titles.map((text, s) => ({
      name: s === 0 ? "baseline" : `policy_${s}`,
      title: text,
      answer: answerOf(maker, s, differences),
      text: `# ${text}\ntitle = "${text}"\nextends = "baseline.toml"\n\n[[intervention]]\nuse = "interventions/policy.toml"\nstart = { year = 1 }\n`,
    })),
    kind_of_phases: { en: "career phase", nl: "loopbaanfase" },
    phases: PHASES,
    outcomes,
    levels,
    differences: isRun ? [null] : differences,
    key: makeKey(maker, keys, differences, outcomes),
    over_time: makeTimes(maker, keys, weeks),
    gains: isRun ? null : makeGains(maker, outcomes),
    programmes: isRun ? [] : makeProgrammes(maker, outcomes),
    choice: scenarios === 6 ? makeChoice(maker, keys) : null,
    costs: hasCosts && !isRun ? makeCosts(maker) : null,
    interventions: maker.titles.map((text, s) =>
      s === 0
        ? []
        : [
            {
              name: `policy-${s}`,
              title: both(text, text),
              level: both("hospital", "ziekenhuis"),
              source: "assumed",
              when: both("from year 1", "vanaf jaar 1"),
              whom: both("all residents", "alle arts-assistenten"),
              settings: [
                {
                  path: "coaching.sessions",
                  label: both("sessions of one trajectory", "sessies van één traject"),
                  value: "6",
                  unit: both("sessions", "sessies"),
                },
                { path: "coaching.coaches", label: both("coaches", "coaches"), value: "20", unit: both("", ""), is_usual: true },
              ],
            },
          ],
    ),
    changes: maker.titles.map((_, s) =>
      s < 2
        ? []
        : [
            {
              path: "jdr.contagion",
              label: both("contagion within teams", "besmetting binnen teams"),
              unit: both("", ""),
              base: "0.1",
              value: "0.05",
              source: "Bakker 2005",
            },
          ],
    ),
    assumptions: ASSUMPTIONS,
    patterns: isRun || scenarios === 6 ? PATTERNS : null,
    certainty: [
      both(
        "Chance: 8 replicates; every interval is a 95 % interval over them.",
        "Toeval: 8 herhalingen; elk interval is een 95 %-interval daarover.",
      ),
      both("Parameters: not varied here.", "Parameters: hier niet gevarieerd."),
    ],
    limits: [
      both(
        "Numbers are conclusions about the model, not forecasts for a hospital.",
        "Getallen zijn conclusies over het model, geen voorspellingen voor een ziekenhuis.",
      ),
      both("Nobody leaves the profession in this version.", "Niemand verlaat in deze versie het vak."),
    ],
    repeat: {
      commands: ["bevlogen compare scenarios/comparisons/five-policies.toml --out five-policies.h5", "bevlogen report five-policies.h5"],
      notes: [both("The same version and seed give the same bytes.", "Dezelfde versie en seed geven dezelfde bytes.")],
    },
  };
  return isHostile ? withHostileTexts(report) : report;
}

// Under a second theory effects are smaller; under a third the second policy turns.
function makeChoice(maker, keys) {
  const words = ["jdr", "shanafelt", "wellmd"];
  const alternatives = (make) => maker.titles.map((_, s) => (s === 0 ? null : keys.map((outcome) => make(s, outcome))));
  const size = (w, s) => [1, 0.6, s === 2 ? -0.8 : 1.1][w];
  return {
    parameter: both("theory of well-being", "theorie van welbevinden"),
    path: "theory",
    words,
    labels: [
      both("job demands and resources", "taakeisen en hulpbronnen"),
      both("eight drivers, one continuum", "acht drijfveren, één continuüm"),
      both("culture, efficiency, resilience", "cultuur, doelmatigheid, veerkracht"),
    ],
    differences: words.map((_, w) =>
      alternatives((s, outcome) =>
        maker.difference(size(w, s) * trueEffect(s, outcome, 0), outcome.shape === "share" ? 0.0012 : 0.004, 0).slice(0, 3),
      ),
    ),
    places: words.map((_, w) => alternatives((s) => (w === 1 && s > 3 ? 4.5 : s))),
    survival: alternatives((s) => ["holds", "turns", "unclear", "none", "holds"][s - 1]),
    agreement: keys.map(() =>
      both(
        "Agreement on the order of the policies: jdr/shanafelt 0.97 and jdr/wellmd 0.40.",
        "Overeenstemming over de volgorde van de beleidsopties: jdr/shanafelt 0,97 en jdr/wellmd 0,40.",
      ),
    ),
  };
}

// As little as the contract allows: one outcome of which neither direction is good, one phase, nothing assumed.
function bareReport() {
  const report = makeReport({ scenarios: 2, hasCosts: false });
  const first = (byScenario) => byScenario.map((outcomes) => outcomes && [outcomes[0].slice(0, 1)]);
  return {
    ...report,
    title: "Bare",
    question: "",
    notices: [],
    phases: PHASES.slice(0, 1),
    outcomes: [{ ...OUTCOMES[0], good: "neutral", description: "" }],
    levels: first(report.levels),
    differences: first(report.differences),
    key: report.key.map(([key], s) => [{ ...key, best: null, verdict: s === 0 ? null : "different" }]),
    over_time: { weeks: report.over_time.weeks, levels: first(report.over_time.levels), differences: first(report.over_time.differences) },
    gains: null,
    programmes: [],
    interventions: [[], []],
    changes: [[], []],
    assumptions: [],
    patterns: null,
    certainty: [],
    limits: [],
    repeat: { commands: [], notes: [] },
    scenarios: report.scenarios.map((scenario) => ({ ...scenario, answer: [], text: "" })),
  };
}

function withHostileTexts(report) {
  return {
    ...report,
    title: HOSTILE,
    question: `=SUM(A1) ${HOSTILE}`,
    scenarios: report.scenarios.map((scenario, s) => ({ ...scenario, title: `${HOSTILE} ${s}`, text: `title = "${HOSTILE}"` })),
    notices: [{ kind: "warning", text: both(HOSTILE, HOSTILE) }],
  };
}

export const FIXTURES = {
  two: { scenarios: 2, hasCosts: false },
  six: { scenarios: 6 },
  dutch: { scenarios: 6, language: "nl" },
  thirty: { scenarios: 30, weekStep: 26, full: 8, replicates: 20 },
  run: { scenarios: 1 },
  single: { scenarios: 3, replicates: 1 },
  bare: { isBare: true },
  hostile: { scenarios: 3, isHostile: true },
  morris: { method: "morris", axes: 30 },
  sobol: { method: "sobol", axes: 7, isHostile: true },
  points: { method: "ranking", isGrid: true },
};
