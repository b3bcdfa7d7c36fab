// The modules of the page in the order in which they are joined: each runs after those above it, and main starts the page.
export const MODULES = [
  "base/words.js", "base/language.js", "base/numbers.js", "base/elements.js", "base/report.js", "base/theme.js", "base/choices.js",
  "figures/pieces.js", "figures/forest.js", "figures/curves.js", "figures/bars.js", "figures/plane.js", "figures/funnel.js",
  "parts/tables.js", "parts/downloads.js", "parts/figures.js",
  "sections/answer.js", "sections/phases.js", "sections/time.js", "sections/gains.js", "sections/costs.js", "sections/programmes.js",
  "sections/assumed.js", "sections/closing.js",
  "main.js",
];
