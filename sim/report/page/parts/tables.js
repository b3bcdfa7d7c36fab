// Tables: a caption, a row of headings, rows with a heading; each scrolls within its own region.

const SHORT_TABLE = 12; // rows that are kept together on paper

// columns: [{label, isText}]; rows: arrays of cells; a cell is a text, an element, or {text, kind, note}.
function makeTable({ caption, columns, rows, isCaptionShown = true, groups = null }) {
  const head = make(
    "tr",
    null,
    columns.map((column) => make("th", { scope: "col", class: column.isText ? "text" : null }, column.label)),
  );
  const body = rows.map((row) =>
    make(
      "tr",
      null,
      row.map((cell, i) => makeCell(cell, columns[i], i === 0)),
    ),
  );
  const table = make(
    "table",
    null,
    make("caption", { class: isCaptionShown ? null : "for-readers" }, caption),
    make("thead", null, groups, head),
    make("tbody", null, body),
  );
  return make(
    "div",
    {
      class: rows.length <= SHORT_TABLE ? "scroll short" : "scroll",
      tabindex: "0",
      role: "region",
      "aria-label": say("scroll", { title: caption }),
    },
    table,
  );
}

// A table under a heading of its own.
function makeTableBlock({ title, columns, rows }) {
  return make(
    "section",
    { class: "table-block" },
    make("h3", null, title),
    makeTable({ caption: title, isCaptionShown: false, columns, rows }),
  );
}

const MOST_PRINTED = 8; // tables of one choice

// A table for each option: the chosen one is on the screen, all (if they are few) are on paper, where nobody can choose. `make` takes an option.
function makeChosenTables(options, chosen, makeOne) {
  const holder = make("div", { class: "chosen-tables" });
  const fill = (option) =>
    holder.replaceChildren(
      ...options
        .filter((one) => one === option || options.length <= MOST_PRINTED)
        .map((one) => make("div", { class: one === option ? null : "on-paper" }, makeTable({ ...makeOne(one), isCaptionShown: false }))),
    );
  fill(chosen);
  return { holder, fill };
}

function makeCell(cell, column, isHeading) {
  const { text, kind, note } = cell !== null && typeof cell === "object" && !(cell instanceof Node) ? cell : { text: cell };
  const classes = [column?.isText ? "text" : null, kind].filter(Boolean).join(" ") || null;
  const content = [text ?? say("none"), note ? make("span", { class: "note" }, note) : null];
  return isHeading ? make("th", { scope: "row", class: classes }, content) : make("td", { class: classes }, content);
}

// A difference as a cell: the number, and in words with an arrow what it means.
function differenceCell(difference, form, good) {
  const verdict = judge(difference, good);
  if (verdict === null) return { text: say("none"), kind: "muted" };
  const isFinding = verdict === "better" || verdict === "worse" || verdict === "different";
  const word = verdict === "none" || verdict === "single" ? null : say(verdict);
  return {
    text: showDifference(difference, form),
    kind: isFinding ? `finding ${verdict}` : verdict === "single" ? null : "muted",
    note: word && (isFinding ? `${verdict === "different" ? "" : VERDICT_LOOKS[verdict].arrow} ${word}`.trim() : word),
  };
}

function goodWords(o) {
  return say(`${data.outcomes[o].good}_good`);
}
