// Names and texts of the fixtures: outcomes, phases, policies, payers, assumptions.
export const both = (en, nl) => ({ en, nl });

function outcome(name, en, nl, more) {
  const isShare = (more.shape ?? "share") === "share";
  return {
    name,
    label: both(en, nl),
    unit: isShare ? both("%", "%") : (more.unit ?? both("", "")),
    difference_unit: isShare ? both("percentage points", "procentpunten") : (more.unit ?? both("", "")),
    scale: isShare ? 100 : 1,
    digits: isShare ? 1 : 3,
    difference_digits: isShare ? 2 : 3,
    good: more.good,
    role: "state",
    shape: more.shape ?? "share",
    is_key: more.is_key ?? false,
    description: more.description ?? "",
  };
}

export const OUTCOMES = [
  outcome("burnt_out", "burnt out (UBOS)", "opgebrand (UBOS)", {
    good: "lower",
    is_key: true,
    description: "share of persons above the cut-off of the UBOS",
  }),
  outcome("highly_engaged", "highly engaged (UBES-9)", "zeer bevlogen (UBES-9)", { good: "higher", is_key: true }),
  outcome("workload", "finds workload too high", "vindt werkdruk te hoog", { good: "lower", is_key: true }),
  outcome("work_life", "dissatisfied with work-life balance", "ontevreden over balans werk en privé", { good: "lower", is_key: true }),
  outcome("sick_leave", "sick leave", "ziekteverzuim", { good: "lower", is_key: true }),
  outcome("load", "load of the team", "belasting van het team", {
    good: "lower",
    is_key: true,
    shape: "mean",
    unit: both("log", "log"),
    description: "log of care asked over care that can be given; .10 is about 10 % too much",
  }),
  ...[
    ["burnout", "burnout", "burn-out", "lower"],
    ["vigour", "vigour", "vitaliteit", "higher"],
    ["dedication", "dedication", "toewijding", "higher"],
    ["absorption", "absorption", "absorptie", "higher"],
    ["exhaustion", "exhaustion", "uitputting", "lower"],
    ["distance", "mental distance", "mentale distantie", "lower"],
    ["autonomy", "autonomy", "autonomie", "higher"],
    ["support", "support of colleagues", "steun van collega's", "higher"],
    ["hours", "hours worked", "gewerkte uren", "neutral"],
    ["recovery", "recovery at home", "herstel thuis", "higher"],
    ["conflict", "work-home conflict", "werk-thuisconflict", "lower"],
    ["backlog", "backlog of care", "achterstand van zorg", "lower"],
    ["leader", "quality of the leader", "kwaliteit van de leidinggevende", "higher"],
    ["quit", "considers quitting", "overweegt te stoppen", "lower"],
  ].map(([name, en, nl, good]) => outcome(name, en, nl, { good, shape: "mean", unit: both("z", "z") })),
];

export const PHASES = [
  ["all", "all", "allen"],
  ["coassistent", "medical student in clerkships", "coassistent"],
  ["anios", "resident not in training", "anios"],
  ["aios", "resident in training", "aios"],
  ["jonge_klare", "specialist, first five years", "jonge klare"],
  ["specialist", "specialist to age 55", "specialist tot 55 jaar"],
  ["late_specialist", "specialist from age 55", "specialist vanaf 55 jaar"],
].map(([name, en, nl]) => ({ name, label: both(en, nl) }));

export const POLICIES = [
  {
    title: "Coaching for residents",
    effects: { burnt_out: -0.0048, highly_engaged: 0.0035, workload: -0.0026, work_life: -0.0024, sick_leave: -0.0004, load: -0.001 },
  },
  {
    title: "Six-hour day, new posts",
    effects: { burnt_out: -0.0124, highly_engaged: 0.0045, workload: 0.0034, work_life: -0.1164, sick_leave: -0.0011, load: 0.008 },
  },
  {
    title: "Six-hour day, same staff",
    effects: { burnt_out: 0.0758, highly_engaged: -0.0217, workload: 0.3068, work_life: 0.0207, sick_leave: 0.0077, load: 0.319 },
  },
  {
    title: "Administration from 40 to 10 % of working time",
    effects: { burnt_out: -0.0692, highly_engaged: 0.0745, workload: -0.1999, work_life: -0.064, sick_leave: -0.0056, load: -0.225 },
  },
  {
    title: "Coaching and administration",
    effects: { burnt_out: -0.0728, highly_engaged: 0.0784, workload: -0.2016, work_life: -0.0659, sick_leave: -0.0058, load: -0.225 },
  },
  {
    title: "Peer groups once a month",
    effects: { burnt_out: 0.0004, highly_engaged: 0.0003, workload: 0.0001, work_life: -0.0002, sick_leave: 0.0001, load: 0.0005 },
  },
  {
    title: "Leaders who are trained",
    effects: { burnt_out: -0.02, highly_engaged: 0.025, workload: -0.01, work_life: -0.008, sick_leave: -0.001, load: -0.004 },
  },
];

export const PAYERS = [
  ["hospital", "hospital", "ziekenhuis"],
  ["department", "department or partnership", "afdeling of maatschap"],
  ["training_fund", "training fund", "opleidingsfonds"],
  ["insurer", "insurer", "verzekeraar"],
  ["person", "person", "persoon"],
].map(([name, en, nl]) => ({ name, label: both(en, nl) }));

export const COST_LINES = [
  { name: "sessions", label: both("coaching sessions", "coachingsessies"), payer: 0, share: 0.5, sign: 1, is_transfer: false },
  { name: "released_time", label: both("released time", "vrijgemaakte tijd"), payer: 1, share: 0.4, sign: 1, is_transfer: false },
  { name: "posts", label: both("new posts", "nieuwe formatieplaatsen"), payer: 2, share: 0.3, sign: 1, is_transfer: false },
  { name: "paid_absence", label: both("paid absence", "doorbetaald verzuim"), payer: 0, share: 0.35, sign: -1, is_transfer: false },
  { name: "own_contribution", label: both("own contribution", "eigen bijdrage"), payer: 4, share: 0.02, sign: 1, is_transfer: true },
];

const GROUPS = [
  both("jdr: demands and resources", "jdr: eisen en hulpbronnen"),
  both("staffing", "bezetting"),
  both("leave and return", "verzuim en terugkeer"),
  both("costs", "kosten"),
];
export const ASSUMPTIONS = Array.from({ length: 700 }, (_, i) => ({
  group: GROUPS[Math.floor(i / 175)],
  path: `part${Math.floor(i / 175)}.parameter_${i}`,
  label: both(`strength of path ${i}`, `sterkte van pad ${i}`),
  value: String(Number((0.013 * (i + 1)).toPrecision(3))),
  unit: i % 3 ? "1" : "hours",
  source: i % 2 ? "Schaufeli 2009, table 3" : "assumed",
  kind: ["assumed", "partly", "published", "recalled", "set"][i % 5],
}));

export const PATTERNS = [
  {
    label: both("burnout on workload a year earlier", "burn-out op werkdruk een jaar eerder"),
    published: both("0.02 to 0.20", "0,02 tot 0,20"),
    simulated: both("–", "–"),
    is_met: null,
    source: "Schaufeli 2009",
  },
  {
    label: both("burnt out, residents", "opgebrand, arts-assistenten"),
    published: "14-24 %",
    simulated: "20.1 %",
    is_met: true,
    source: "De Jonge Specialist 2022",
  },
  {
    label: both("sick leave of specialists", "ziekteverzuim van specialisten"),
    published: "3.0-4.0 %",
    simulated: "4.6 %",
    is_met: false,
    source: "Vernet 2023",
  },
];

// What a title may hold, and must never be run.
export const HOSTILE = `Zoë's "plan" </script><script>window.wasRun = 1</script><img src=x onerror="window.wasRun = 1"><!-- & €`;
