// What the scenarios assume, and in what they differ: interventions, other values, all parameters, the files themselves.
function assumedSection() {
  return [interventionsList(), changesList(), parametersList(), filesList()];
}

function interventionsList() {
  const all = data.interventions ?? [];
  const order = scenarioIndexes.filter((s) => all[s]?.length);
  if (order.length === 0) return null;
  return make(
    "section",
    { class: "table-block" },
    make("h3", null, say("interventions")),
    order.map((s) =>
      make(
        "div",
        { class: "interventions" },
        make("h4", null, scenarioTitle(s)),
        all[s].map((intervention) => makeIntervention(intervention, scenarioTitle(s))),
      ),
    ),
  );
}

function makeIntervention(intervention, scenario) {
  const title = read(intervention.title) || intervention.name;
  const facts = [
    ["when", read(intervention.when)],
    ["whom", read(intervention.whom)],
    ["at_level", read(intervention.level)],
    ["source", read(intervention.source)],
  ].filter(([, text]) => text);
  const settings = intervention.settings ?? [];
  const usual = settings.filter((setting) => setting.is_usual);
  return make(
    "div",
    { class: "intervention" },
    title === scenario ? null : make("p", { class: "intervention-title" }, title),
    make(
      "dl",
      null,
      facts.map(([word, text]) => make("div", null, make("dt", null, say(word)), make("dd", null, text))),
    ),
    makeSettings(
      title,
      settings.filter((setting) => !setting.is_usual),
    ),
    usual.length ? makeFolded(say("usual_settings", { n: usual.length }), null, makeSettings(title, usual)) : null,
  );
}

function makeSettings(title, settings) {
  if (settings.length === 0) return null;
  return makeTable({
    caption: `${say("setting")}: ${title}`,
    isCaptionShown: false,
    columns: [{ label: say("setting") }, { label: say("value"), isText: true }, { label: say("unit"), isText: true }],
    rows: settings.map((setting) => [{ text: read(setting.label), note: setting.path }, read(setting.value), read(setting.unit)]),
  });
}

function changesList() {
  const all = data.changes ?? [];
  const order = scenarioIndexes.filter((s) => all[s]?.length);
  if (order.length === 0) return null;
  return makeTableBlock({
    title: say("changes"),
    columns: [
      { label: say("scenario") },
      { label: say("parameter"), isText: true },
      { label: say("in_base") },
      { label: say("value") },
      { label: say("unit"), isText: true },
      { label: say("source"), isText: true },
    ],
    rows: order.flatMap((s) =>
      all[s].map((change) => [
        scenarioTitle(s),
        { text: read(change.label), note: change.path },
        read(change.base),
        read(change.value),
        read(change.unit),
        read(change.source),
      ]),
    ),
  });
}

// Built when it is opened: some hundreds of rows that most readers leave closed.
function parametersList() {
  const all = data.assumptions ?? [];
  if (all.length === 0) return null;
  const holder = make("div");
  const folded = makeFolded(
    say("all_parameters", { n: all.length }),
    {
      class: "parameters",
      ontoggle: () => {
        if (folded.open && !holder.firstChild) fillParameters(holder, all);
      },
    },
    holder,
  );
  return folded;
}

function fillParameters(holder, all) {
  const found = make("span", { class: "found", role: "status" });
  const id = freshId("search");
  const search = make("input", { id, type: "search", autocomplete: "off", oninput: () => filter() });
  const columns = [
    { label: say("parameter") },
    { label: say("value") },
    { label: say("unit"), isText: true },
    { label: say("source"), isText: true },
  ];
  const groups = new Map(all.map((entry) => [read(entry.group), []]));
  for (const entry of all) groups.get(read(entry.group)).push(entry);
  const blocks = [...groups].map(([group, entries]) => {
    const scroll = makeTable({
      caption: group,
      columns,
      rows: entries.map((entry) => [
        { text: read(entry.label), note: entry.path },
        read(entry.value),
        read(entry.unit),
        { text: read(entry.source), note: entry.kind === "published" || entry.kind === "drawn" ? null : say(`is_${entry.kind}`) },
      ]),
    });
    const rows = [...scroll.querySelectorAll("tbody tr")].map((row, i) => ({
      row,
      text: `${group} ${read(entries[i].label)} ${entries[i].path} ${read(entries[i].source)}`.toLowerCase(),
    }));
    return { scroll, rows };
  });
  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { scroll, rows } of blocks) {
      let isAny = false;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        isAny ||= !row.hidden;
        count += row.hidden ? 0 : 1;
      }
      scroll.hidden = !isAny;
    }
    found.textContent = say("found", { n: count, all: all.length });
  };
  filter();
  holder.append(
    make("div", { class: "choices" }, make("div", { class: "choice" }, make("label", { for: id }, say("search")), search), found),
    ...blocks.map(({ scroll }) => scroll),
  );
}

function filesList() {
  const order = scenarioIndexes.filter((s) => data.scenarios[s].text);
  if (order.length === 0) return null;
  return make(
    "section",
    { class: "files" },
    make("h3", null, say("scenario_files")),
    order.map((s) => makeFolded(scenarioTitle(s), null, makeCode(data.scenarios[s].text, scenarioTitle(s)))),
    data.draws ? makeFolded(say("draws_file", data.draws), null, makeCode(data.draws.text, data.draws.name)) : null,
  );
}

function makeCode(text, title) {
  return make("pre", { tabindex: "0", role: "region", "aria-label": title }, make("code", null, text));
}
