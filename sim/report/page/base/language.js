// The language of the page and texts in it.
const LANGUAGES = ["en", "nl"];
let language = "en";

// A text of the data: {en, nl}, or a plain string of the user.
function read(text) {
  if (text === null || text === undefined) return "";
  return typeof text === "string" ? text : (text[language] ?? text.en ?? "");
}

function say(word, values = {}) {
  const forms = WORDS[word];
  if (!forms) throw new Error(`there is no word "${word}"`);
  return forms[LANGUAGES.indexOf(language)].replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));
}

function sayYears(n) {
  return say(n === 1 ? "years_one" : "years", { n: showNumber(n, 1).replace(/[.,]0$/, "") });
}

function sayReplicates(n) {
  return say(n === 1 ? "replicates_one" : "replicates", { n });
}

function withCapital(text) {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
