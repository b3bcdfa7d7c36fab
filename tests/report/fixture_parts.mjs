// Parts of a fixture that not every report has: who gains, programmes, costs.
import { rounded, trueEffect } from "./fixture_maker.mjs";
import { both, COST_LINES, OUTCOMES, PAYERS, PHASES } from "./fixture_words.mjs";

export function makeGains(maker, outcomes) {
  const which = [outcomes.findIndex((o) => o.name === "burnt_out"), outcomes.findIndex((o) => o.name === "highly_engaged")];
  const shares = maker.titles.map((_, s) =>
    s === 0
      ? null
      : which.map((o) =>
          PHASES.map((_, p) => {
            const shift = 4 * Math.abs(trueEffect(s, outcomes[o], p));
            const better = 0.1 + shift * 0.8 + 0.05 * maker.uniform(),
              worse = 0.06 + 0.05 * maker.uniform();
            return {
              better: maker.estimate(better, 0.01),
              same: maker.estimate(1 - better - worse, 0.01),
              worse: maker.estimate(worse, 0.01),
            };
          }),
        ),
  );
  return { outcomes: which, threshold_sd: 0.1, shares };
}

export function makeProgrammes(maker, outcomes) {
  const stages = [
    both("eligible", "komt in aanmerking"),
    both("offered", "aangeboden"),
    both("took part", "deed mee"),
    both("finished", "maakte af"),
  ];
  return maker.titles.flatMap((title, s) => {
    if (!/coaching/i.test(title)) return [];
    return [
      {
        scenario: s,
        week: 92,
        funnel: stages.map((label, i) => ({ label, persons: maker.estimate([14107, 13230, 2680, 2391][i], 30) })),
        effects: ["burnout", "vigour"].map((name, i) => ({
          outcome: outcomes.findIndex((o) => o.name === name),
          unit: both("SD", "SD"),
          scale: 1,
          digits: 3,
          participants: maker.estimate([-0.183, 0.118][i], 0.004),
          offered: maker.estimate([-0.035, 0.024][i], 0.002),
        })),
      },
    ];
  });
}

export function makeCosts(maker) {
  const scenarios = maker.titles.map((_, s) => {
    if (s === 0) return null;
    const size = 4e6 + 9e6 * maker.uniform() * s;
    const lines = COST_LINES.flatMap((line, i) => {
      const amount = line.sign * size * line.share;
      return [
        {
          line: i,
          payer: line.payer,
          amount: maker.estimate(amount, Math.abs(amount) * 0.06),
          undiscounted: maker.estimate(amount * 1.13, Math.abs(amount) * 0.07),
        },
      ];
    });
    const byPayer = PAYERS.map((_, p) => lines.filter((line) => line.payer === p).reduce((sum, line) => sum + line.amount[0], 0));
    const total = byPayer.reduce((sum, x) => sum + x, 0);
    const averted = trueEffect(s, OUTCOMES[0], 0) * -43500 * 8;
    const points = Array.from({ length: maker.replicates }, () => [
      rounded(averted + 60 * maker.normal()),
      rounded(total * (1 + 0.04 * maker.normal())),
    ]);
    const value = averted > 0 && total > 0 ? rounded(total / averted) : null;
    const words =
      value === null
        ? averted > 0
          ? both("cheaper and better", "goedkoper en beter")
          : both("dearer and worse", "duurder en slechter")
        : both(
            `about € ${value.toLocaleString("en")} for a burnout-year averted`,
            `ongeveer € ${value.toLocaleString("nl")} per vermeden burn-outjaar`,
          );
    return {
      total: maker.estimate(total, Math.abs(total) * 0.05),
      undiscounted: maker.estimate(total * 1.13, Math.abs(total) * 0.06),
      by_payer: byPayer.map((x) => maker.estimate(x, Math.abs(x) * 0.05 + 1)),
      lines,
      by_year: Array.from({ length: 10 }, (_, year) => byPayer.map((x) => rounded((x / 8.5) * Math.pow(1.03, -year)))),
      averted: maker.estimate(averted, 60),
      per_averted: { value, low: value && rounded(value * 0.93), high: value && rounded(value * 1.08), words },
      points,
    };
  });
  const worth = Array.from({ length: 21 }, (_, i) => i * 10000);
  const share = maker.titles.map(() => []);
  for (const price of worth) {
    const weight = maker.titles.map((_, s) => Math.exp((price / 60000) * (s === 0 ? 0 : Math.sin(s)) + (s === 0 ? 1.5 : 0)));
    const sum = weight.reduce((a, b) => a + b, 0);
    weight.forEach((w, s) => share[s].push(rounded(w / sum)));
  }
  return {
    currency: "EUR",
    price_year: 2024,
    discount_rate: 0.03,
    years: 10,
    payers: PAYERS,
    lines: COST_LINES.map(({ name, label, is_transfer }) => ({ name, label, is_transfer })),
    averted_label: both("burnout-years averted", "vermeden burn-outjaren"),
    scenarios,
    frontier:
      maker.replicates > 1
        ? maker.titles.map((_, s) => ({
            place: ["start", "step", "dominated", "mixed", "same", "unpriced"][s % 6],
            other: s % 6 === 0 || s % 6 === 5 ? null : s - 1,
            words: both("dearer and better", "duurder en beter"),
            ratio: s % 6 === 1 ? maker.estimate(5000, 300) : null,
          }))
        : null,
    acceptability: maker.replicates > 1 ? { worth, share } : null,
    notes: [
      both(
        "Costs are differences from the base, discounted at 3 % a year.",
        "Kosten zijn verschillen met de basis, verdisconteerd met 3 % per jaar.",
      ),
    ],
  };
}
