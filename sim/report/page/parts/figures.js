// A figure on the page: heading, how to read it, choices, drawing with its text alternative, buttons, and its numbers as a table.
const PRINT_WIDTH = 760; // a little more than A4 and Letter have within their margins, so that type is as small as the text around it
const figures = []; // all that are on the page now
let isPrinting = false;

// A figure is described by functions, asked again whenever a choice changes:
// {id, title, how, alt, spec(width), table, records, controls(update), isTableOpen, hasScenarioChoice, file}
function makeFigure(what) {
  const titleId = freshId("figure-title");
  const parts = {
    title: make("h3", { id: titleId }),
    how: make("p", { class: "how" }),
    drawing: make("div", { class: "drawing", role: "img" }),
    numbers: make("details", { class: "numbers", open: what.isTableOpen }, make("summary", null, say("numbers_of"))),
    buttons: make("div", { class: "buttons" }),
  };
  const figure = { what, parts, view: null, width: 0, turn: 0 };
  const update = () => {
    updateFigure(figure);
    return drawFigures([figure]);
  };
  const updateAll = () => {
    updateScenarioChoices();
    const concerned = figures.filter((other) => other.what.hasScenarioChoice);
    concerned.forEach(updateFigure);
    return drawFigures(concerned);
  };
  const controls = [...(what.controls?.(update) ?? []), what.hasScenarioChoice ? makeScenarioChoice(updateAll) : null].filter(Boolean);
  updateFigure(figure);
  figures.push(figure);
  return make(
    "figure",
    { id: `figure-${what.id}`, class: "figure", "aria-labelledby": titleId },
    make("figcaption", null, parts.title, parts.how),
    controls.length ? make("div", { class: "choices" }, controls) : null,
    parts.drawing,
    parts.buttons,
    parts.numbers,
  );
}

function updateFigure({ what, parts }) {
  const title = what.title();
  parts.title.textContent = title;
  parts.how.replaceChildren(make("strong", null, say("how_to_read")), " ", what.how());
  parts.drawing.setAttribute("aria-label", what.alt());
  const table = what.table();
  parts.numbers.replaceChildren(parts.numbers.firstChild, makeTable({ isCaptionShown: false, ...table, caption: table.caption ?? title }));
  parts.buttons.replaceChildren(
    ...["svg", "png", "csv"].map((form) =>
      make(
        "button",
        {
          type: "button",
          "data-form": form,
          "aria-label": `${say(`save_${form}`)}: ${title}`,
          onclick: () => saveFigure(what, form).catch(showFailure),
        },
        say(`save_${form}`),
      ),
    ),
  );
}

async function saveFigure(what, form) {
  const figure = figures.find((candidate) => candidate.what === what);
  const name = fileName(`${what.id}${what.file ? `-${what.file()}` : ""}`, form);
  if (form === "csv") saveCsv(what.records(), name);
  else if (form === "svg") await saveSvg(figure.view, name);
  else await savePng(figure.view, name);
}

function widthFor({ parts }) {
  return isPrinting ? PRINT_WIDTH : Math.max(260, Math.floor(parts.drawing.clientWidth));
}

async function drawFigure(figure) {
  const turn = ++figure.turn;
  figure.width = widthFor(figure);
  const fresh = make("div", { class: "view" });
  const { view } = await vegaEmbed(fresh, figure.what.spec(figure.width), {
    mode: "vega-lite",
    renderer: "svg",
    actions: false,
    ast: true,
    defaultStyle: false,
    formatLocale: formatLocale(),
    tooltip: { disableDefaultStyle: true },
    logLevel: vega.Warn,
  });
  if (turn !== figure.turn) {
    view.finalize();
    return;
  }
  figure.view?.finalize();
  figure.view = view;
  fitDrawing(fresh);
  figure.parts.drawing.replaceChildren(fresh);
}

// With a view box the drawing shrinks to whatever holds it: a page of paper too. Readers of the screen hear the text alternative.
function fitDrawing(holder) {
  const svg = holder.querySelector("svg");
  if (svg && !svg.getAttribute("viewBox")) svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
  svg?.setAttribute("aria-hidden", "true");
}

// Draws, and says on the body when all is there: tests and printers wait for it.
let drawing = 0;
async function drawFigures(some) {
  drawing += 1;
  delete document.body.dataset.ready;
  try {
    await Promise.all(some.map(drawFigure));
  } catch (error) {
    showFailure(error);
  }
  drawing -= 1;
  if (drawing === 0 && !document.body.dataset.error) document.body.dataset.ready = "1";
}

function redrawWhereWidthChanged() {
  const changed = figures.filter((figure) => figure.width !== widthFor(figure));
  return changed.length ? drawFigures(changed) : Promise.resolve();
}

function showFailure(error) {
  document.body.dataset.error = String(error?.stack ?? error);
  const place = document.getElementById("failure");
  place.hidden = false;
  place.textContent = say("failed", { why: String(error?.message ?? error) });
}

// The width of figures follows the window, and paper while printing.
function watchWidth() {
  let timer = 0;
  window.addEventListener("resize", () => {
    clearTimeout(timer);
    timer = setTimeout(redrawWhereWidthChanged, 150);
  });
  const setPrinting = (value) => {
    if (isPrinting === value) return;
    isPrinting = value;
    if (value)
      document.querySelectorAll(".answer-more").forEach((details) => {
        details.open = true;
      });
    redrawWhereWidthChanged();
  };
  window.addEventListener("beforeprint", () => setPrinting(true));
  window.addEventListener("afterprint", () => setPrinting(false));
  window.matchMedia("print").addEventListener("change", (event) => setPrinting(event.matches));
}
