// Makes data of the contract for tests and for looking at the page: numbers are invented, from a fixed seed.
import { OUTCOMES, PHASES, POLICIES, PAYERS, COST_LINES, ASSUMPTIONS, PATTERNS } from "./fixture_words.mjs";

const HOSTILE = `Zoë's "plan" </script><script>window.wasRun = 1</script><img src=x onerror="window.wasRun = 1"><!-- & €`;
const BASE_LEVELS = { burnt_out: 0.18, highly_engaged: 0.289, workload: 0.384, work_life: 0.234, sick_leave: 0.048, load: 0.002 };

function seededUniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (x) => (x === null ? null : Number(x.toPrecision(5)));
const both = (en, nl) => ({ en, nl });

// Everything random of one fixture comes from here, in one order.
class Maker {
  constructor({ scenarios, replicates, seed }) {
    this.uniform = seededUniform(seed);
    this.replicates = replicates;
    this.scenarios = scenarios;
    this.titles = Array.from({ length: scenarios }, (_, s) => (s === 0 ? "The Netherlands as it is" : titleOf(s)));
  }
  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }
  estimate(mean, half) {
    const width = half * (0.8 + 0.4 * this.uniform());
    return this.replicates > 1 ? [round(mean), round(mean - width), round(mean + width)] : [round(mean), null, null];
  }
  difference(mean, half, sd) {
    return [...this.estimate(mean, half), round(mean / sd)];
  }
}

function titleOf(s) {
  const policy = POLICIES[(s - 1) % POLICIES.length];
  const turn = Math.floor((s - 1) / POLICIES.length);
  return turn === 0 ? policy.title : `${policy.title}, dose ${turn + 1}`;
}

function trueEffect(s, outcome, p) {
  const policy = POLICIES[(s - 1) % POLICIES.length];
  const dose = 1 - 0.15 * Math.floor((s - 1) / POLICIES.length);
  const usual = outcome.good === "higher" ? -0.6 : outcome.good === "lower" ? 1 : 0.5;
  const size = policy.effects[outcome.name] ?? policy.effects.burnt_out * usual * 0.3 * (outcome.shape === "share" ? 1 : 3);
  return size * dose * (1 + 0.15 * Math.sin(2.1 * p + s));
}

function makeTimes(maker, keys, weeks) {
  const levels = [], differences = [];
  for (let s = 0; s < maker.scenarios; s++) {
    levels.push([]);
    differences.push(s === 0 ? null : []);
    for (const outcome of keys) {
      const base = BASE_LEVELS[outcome.name] ?? 0.3;
      const byPhase = PHASES.map((_, p) => {
        const curves = [[[], [], []], [[], [], []]];
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
      const best = outcome.good === "neutral" || maker.replicates === 1 ? null : round(maker.uniform() / maker.scenarios);
      if (s === 0) return { persons: null, person_years: null, best, first_week: null, faded_week: null, verdict: null };
      const [mean, low, high] = differences[s][o][0];
      const isClear = low === null ? null : low > 0 || high < 0;
      const isBetter = mean < 0 === (outcome.good === "lower");
      const verdict = isClear === null ? null : !isClear ? "unclear" : outcome.good === "neutral" ? "different" : isBetter ? "better" : "worse";
      const isShare = outcome.shape === "share";
      return {
        persons: isShare ? maker.estimate(mean * 43500, 90) : null,
        person_years: isShare ? maker.estimate(mean * 43500 * 8, 500) : null,
        best, first_week: isClear ? 12 * Math.ceil(1 + 8 * maker.uniform()) : null, faded_week: null, verdict,
      };
    }));
}

function makeGains(maker, outcomes) {
  const which = [outcomes.findIndex((o) => o.name === "burnt_out"), outcomes.findIndex((o) => o.name === "highly_engaged")];
  const shares = maker.titles.map((_, s) =>
    s === 0 ? null : which.map((o) => PHASES.map((_, p) => {
      const shift = 4 * Math.abs(trueEffect(s, outcomes[o], p));
      const better = 0.1 + shift * 0.8 + 0.05 * maker.uniform(), worse = 0.06 + 0.05 * maker.uniform();
      return { better: maker.estimate(better, 0.01), same: maker.estimate(1 - better - worse, 0.01), worse: maker.estimate(worse, 0.01) };
    })));
  return { outcomes: which, threshold_sd: 0.1, shares };
}

function makeProgrammes(maker, outcomes) {
  const stages = [both("eligible", "komt in aanmerking"), both("offered", "aangeboden"), both("took part", "deed mee"), both("finished", "maakte af")];
  return maker.titles.flatMap((title, s) => {
    if (!/coaching/i.test(title)) return [];
    return [{
      scenario: s, week: 92,
      funnel: stages.map((label, i) => ({ label, persons: maker.estimate([14107, 13230, 2680, 2391][i], 30) })),
      effects: ["burnout", "vigour"].map((name, i) => ({
        outcome: outcomes.findIndex((o) => o.name === name), unit: both("SD", "SD"), scale: 1, digits: 3,
        participants: maker.estimate([-0.183, 0.118][i], 0.004), offered: maker.estimate([-0.035, 0.024][i], 0.002),
      })),
    }];
  });
}

function makeCosts(maker) {
  const scenarios = maker.titles.map((_, s) => {
    if (s === 0) return null;
    const size = 4e6 + 9e6 * maker.uniform() * s;
    const lines = COST_LINES.flatMap((line, i) => {
      const amount = line.sign * size * line.share;
      return [{ line: i, payer: line.payer, amount: maker.estimate(amount, Math.abs(amount) * 0.06), undiscounted: maker.estimate(amount * 1.13, Math.abs(amount) * 0.07) }];
    });
    const byPayer = PAYERS.map((_, p) => lines.filter((line) => line.payer === p).reduce((sum, line) => sum + line.amount[0], 0));
    const total = byPayer.reduce((sum, x) => sum + x, 0);
    const averted = (trueEffect(s, OUTCOMES[0], 0) * -43500 * 8);
    const points = Array.from({ length: maker.replicates }, () => [round(averted + 60 * maker.normal()), round(total * (1 + 0.04 * maker.normal()))]);
    const value = averted > 0 && total > 0 ? round(total / averted) : null;
    const words = value === null
      ? averted > 0 ? both("cheaper and better", "goedkoper en beter") : both("dearer and worse", "duurder en slechter")
      : both(`about € ${value.toLocaleString("en")} for a burnout-year averted`, `ongeveer € ${value.toLocaleString("nl")} per vermeden burn-outjaar`);
    return {
      total: maker.estimate(total, Math.abs(total) * 0.05), by_payer: byPayer.map((x) => maker.estimate(x, Math.abs(x) * 0.05 + 1)), lines,
      by_year: Array.from({ length: 10 }, (_, year) => byPayer.map((x) => round((x / 8.5) * Math.pow(1.03, -year)))),
      averted: maker.estimate(averted, 60), per_averted: { value, low: value && round(value * 0.93), high: value && round(value * 1.08), words }, points,
    };
  });
  const worth = Array.from({ length: 21 }, (_, i) => i * 10000);
  const share = maker.titles.map(() => []);
  for (const price of worth) {
    const weight = maker.titles.map((_, s) => Math.exp((price / 60000) * (s === 0 ? 0 : Math.sin(s)) + (s === 0 ? 1.5 : 0)));
    const sum = weight.reduce((a, b) => a + b, 0);
    weight.forEach((w, s) => share[s].push(round(w / sum)));
  }
  return {
    currency: "EUR", price_year: 2024, discount_rate: 0.03, years: 10,
    payers: PAYERS, lines: COST_LINES.map(({ name, label, is_transfer }) => ({ name, label, is_transfer })),
    averted_label: both("burnout-years averted", "vermeden burn-outjaren"), scenarios, acceptability: maker.replicates > 1 ? { worth, share } : null,
    notes: [both("Costs are differences from the base, discounted at 3 % a year.", "Kosten zijn verschillen met de basis, verdisconteerd met 3 % per jaar.")],
  };
}

function answerOf(maker, s, differences) {
  if (s === 0) return [both("In the base 18.0 % are burnt out in year 10.", "In de basis is 18,0 % opgebrand in jaar 10.")];
  const mean = differences[s][0][0][0] * 100, word = mean < 0 ? ["fewer", "minder"] : ["more", "meer"], size = Math.abs(mean);
  const en = size.toFixed(1), nl = en.replace(".", ",");
  return [both(`${en} percentage points ${word[0]} are burnt out in year 10: ${Math.round(size * 435)} doctors.`, `${nl} procentpunt ${word[1]} artsen zijn opgebrand in jaar 10: ${Math.round(size * 435)} artsen.`)];
}

// options: how many scenarios and replicates, weeks between points, how many outcomes have phases (`full`), and what else is in it.
export function makeReport(options = {}) {
  const { scenarios = 6, replicates = 8, hasCosts = true, language = "en", isHostile = false, weekStep = 12, full = 99, seed = 7 } = options;
  const maker = new Maker({ scenarios, replicates, seed });
  const isRun = scenarios === 1;
  const outcomes = OUTCOMES, keys = outcomes.filter((o) => o.is_key);
  const weeks = Array.from({ length: Math.floor(520 / weekStep) }, (_, i) => weekStep * (i + 1));
  const overPhases = (o, make) => PHASES.map((_, p) => (p > 0 && o >= full ? null : make(p)));
  const levels = maker.titles.map((_, s) => outcomes.map((outcome, o) => overPhases(o, (p) =>
    maker.estimate((BASE_LEVELS[outcome.name] ?? 0.3) * (1 + 0.1 * Math.sin(p)) + (s === 0 ? 0 : trueEffect(s, outcome, p)), 0.003))));
  const differences = maker.titles.map((_, s) => s === 0 ? null : outcomes.map((outcome, o) => overPhases(o, (p) =>
    maker.difference(trueEffect(s, outcome, p), outcome.shape === "share" ? 0.0012 + 0.001 * p : 0.004, 0.4))));
  const title = isRun ? "The Netherlands as it is" : scenarios === 2 ? "Coaching for residents" : "Five policies against the Netherlands as it is";
  const report = {
    contract: 1, language, kind: isRun ? "run" : "comparison", title,
    question: isRun ? "How are Dutch hospital doctors over ten years?" : "Which policy would help doctors most, and what would it cost?",
    made: { program: "bevlogen 0.1.0", commit: "0f3a9c2d11", model: "workforce", file: "five-policies.h5", time: "2026-11-23T12:00:00Z", seed: "20240321" },
    replicates, years: 10, year: 10,
    notices: replicates === 1
      ? [{ kind: "warning", text: both("There is one replicate, so no interval can be given.", "Er is één herhaling, dus er zijn geen intervallen.") }]
      : [{ kind: "info", text: both("Intervals are of chance only, not of parameters or theory.", "Intervallen gaan alleen over toeval, niet over parameters of theorie.") }],
    scenarios: maker.titles.map((text, s) => ({
      name: s === 0 ? "baseline" : `policy_${s}`, title: text, answer: answerOf(maker, s, differences),
      text: `# ${text}\ntitle = "${text}"\nextends = "baseline.toml"\n\n[[intervention]]\nuse = "interventions/policy.toml"\nstart = { year = 1 }\n`,
    })),
    phases: PHASES, outcomes, levels, differences: isRun ? [null] : differences,
    key: makeKey(maker, keys, differences, outcomes), over_time: makeTimes(maker, keys, weeks),
    gains: isRun ? null : makeGains(maker, outcomes), programmes: isRun ? [] : makeProgrammes(maker, outcomes),
    costs: hasCosts && !isRun ? makeCosts(maker) : null,
    interventions: maker.titles.map((text, s) => s === 0 ? [] : [{
      name: `policy-${s}`, title: both(text, text), level: both("hospital", "ziekenhuis"), source: "assumed", when: both("from year 1", "vanaf jaar 1"),
      whom: both("all residents", "alle arts-assistenten"),
      settings: [{ path: "coaching.sessions", label: both("sessions of one trajectory", "sessies van één traject"), value: "6", unit: "sessions" },
                 { path: "coaching.coaches", label: both("coaches", "coaches"), value: "20", unit: "1" }],
    }]),
    changes: maker.titles.map((_, s) => s < 2 ? [] : [{ path: "jdr.contagion", label: both("contagion within teams", "besmetting binnen teams"), unit: "1", base: "0.1", value: "0.05", source: "Bakker 2005" }]),
    assumptions: ASSUMPTIONS, patterns: isRun || scenarios === 6 ? PATTERNS : null,
    certainty: [both("Chance: 8 replicates; every interval is a 95 % interval over them.", "Toeval: 8 herhalingen; elk interval is een 95 %-interval daarover."),
                both("Parameters: not varied here.", "Parameters: hier niet gevarieerd.")],
    limits: [both("Numbers are conclusions about the model, not forecasts for a hospital.", "Getallen zijn conclusies over het model, geen voorspellingen voor een ziekenhuis."),
             both("Nobody leaves the profession in this version.", "Niemand verlaat in deze versie het vak.")],
    repeat: { commands: ["bevlogen compare scenarios/comparisons/five-policies.toml --out five-policies.h5", "bevlogen report five-policies.h5"],
              notes: [both("The same version and seed give the same bytes.", "Dezelfde versie en seed geven dezelfde bytes.")] },
  };
  return isHostile ? withHostileTexts(report) : report;
}

function withHostileTexts(report) {
  return {
    ...report, title: HOSTILE, question: `=SUM(A1) ${HOSTILE}`,
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
  hostile: { scenarios: 3, isHostile: true },
};
