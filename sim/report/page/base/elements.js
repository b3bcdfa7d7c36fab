// Makes elements. Children that are strings become text, never markup.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function makeFolded(summary, attributes, ...children) {
  return make("details", attributes, make("summary", null, summary), ...children);
}

let lastId = 0;
function freshId(kind) {
  lastId += 1;
  return `${kind}-${lastId}`;
}

// A labelled choice: options are [value, label].
function makeSelect(label, options, value, onChange) {
  const id = freshId("select");
  const select = make(
    "select",
    { id, onchange: () => onChange(select.value) },
    options.map(([key, text]) => make("option", { value: key, selected: String(key) === String(value) }, text)),
  );
  return make("div", { class: "choice" }, make("label", { for: id }, label), select);
}
