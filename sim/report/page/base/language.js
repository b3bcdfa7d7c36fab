// The language of the page and texts in it.
const LANGUAGES = ["en", "nl"];
let language = "en";

// A text of the data: {en, nl}, or a plain string of the user.
function read(text) {
  if (text === null || text === undefined) return "";
  return typeof text === "string" ? text : (text[language] ?? text.en ?? "");
}

// `kind` and `Kind` are what the rows of phases are: a career phase, a profession.
function say(word, values = {}) {
  const forms = WORDS[word];
  if (!forms) throw new Error(`there is no word "${word}"`);
  const kind = read(data.kind_of_phases);
  const known = { kind, Kind: withCapital(kind), ...values };
  return forms[LANGUAGES.indexOf(language)].replace(/\{(\w+)\}/g, (place, name) => (name in known ? String(known[name]) : place));
}

function sayYears(n) {
  return say(n === 1 ? "years_one" : "years", { n: showNumber(n, 1).replace(/[.,]0$/, "") });
}

// "8 replicates", or "8 draws of parameters with 2 replicates each".
function sayRuns() {
  const { draws, replicates } = data;
  const ofReplicates = (n) => say(n === 1 ? "replicates_one" : "replicates", { n });
  return draws ? say("draws", { n: draws.number, replicates: ofReplicates(draws.replicates) }) : ofReplicates(replicates);
}

// A word about intervals: under draws of parameters they are of more than chance.
function sayOfIntervals(word, values = {}) {
  return say(data.draws ? `${word}_draws` : word, values);
}

function withCapital(text) {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
