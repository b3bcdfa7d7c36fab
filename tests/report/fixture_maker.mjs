// Everything random of one fixture: effects that follow the policies, numbers with intervals, from a fixed seed and in one order.
import { POLICIES } from "./fixture_words.mjs";

function seededUniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

export const rounded = (x) => (x === null ? null : Number(x.toPrecision(5)));

// Everything random of one fixture comes from here, in one order.
export class Maker {
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
    return this.replicates > 1 ? [rounded(mean), rounded(mean - width), rounded(mean + width)] : [rounded(mean), null, null];
  }
  difference(mean, half, sd) {
    return [...this.estimate(mean, half), rounded(mean / sd)];
  }
}

function titleOf(s) {
  const policy = POLICIES[(s - 1) % POLICIES.length];
  const turn = Math.floor((s - 1) / POLICIES.length);
  return turn === 0 ? policy.title : `${policy.title}, dose ${turn + 1}`;
}

export function trueEffect(s, outcome, p) {
  const policy = POLICIES[(s - 1) % POLICIES.length];
  const dose = 1 - 0.15 * Math.floor((s - 1) / POLICIES.length);
  const usual = outcome.good === "higher" ? -0.6 : outcome.good === "lower" ? 1 : 0.5;
  const size = policy.effects[outcome.name] ?? policy.effects.burnt_out * usual * 0.3 * (outcome.shape === "share" ? 1 : 3);
  return size * dose * (1 + 0.15 * Math.sin(2.1 * p + s));
}

export const BASE_LEVELS = { burnt_out: 0.18, highly_engaged: 0.289, workload: 0.384, work_life: 0.234, sick_leave: 0.048, load: 0.002 };
