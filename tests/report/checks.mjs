// What holds for every report page. Each check throws where it does not.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { whenReady } from "./browser.mjs";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const PAPER = { width: 688, height: 994 }; // A4 within the margins of the page's @page, in CSS pixels

export function checkNothingWentWrong({ errors, requests }) {
  assert.deepEqual(errors, [], "no errors and no warnings");
  assert.deepEqual(requests, [], "nothing is fetched");
}

// Every figure has a drawing with marks in it, a text alternative that says something, numbers and three buttons.
export async function checkFiguresAreDrawn({ page }) {
  const figures = await page.$$eval("figure", (all) =>
    all.map((figure) => {
      const svg = figure.querySelector(".drawing svg");
      const box = svg?.getBoundingClientRect();
      return {
        id: figure.id,
        marks: svg?.querySelectorAll("path:not(.background):not(.foreground), text, line, rect").length ?? 0,
        width: box?.width ?? 0,
        height: box?.height ?? 0,
        room: figure.querySelector(".drawing").clientWidth,
        alternative: figure.querySelector(".drawing").getAttribute("aria-label") ?? "",
        rows: figure.querySelectorAll("details.numbers tbody tr").length,
        buttons: figure.querySelectorAll(".buttons button").length,
        heading: figure.querySelector("h3")?.textContent ?? "",
      };
    }),
  );
  assert.ok(figures.length > 0, "there are figures");
  for (const figure of figures) {
    assert.ok(figure.marks > 5, `${figure.id} has marks (${figure.marks})`);
    assert.ok(figure.width > 200 && figure.height > 60, `${figure.id} has a size (${figure.width} x ${figure.height})`);
    assert.ok(figure.width <= figure.room + 0.5, `${figure.id} fits (${figure.width} in ${figure.room})`);
    assert.ok(figure.width > figure.room * 0.8, `${figure.id} uses its room (${figure.width} in ${figure.room})`);
    assert.ok(
      figure.alternative.length > 30 && !/undefined|NaN|null|\{\w+\}/.test(figure.alternative),
      `${figure.id} has a text alternative: ${figure.alternative}`,
    );
    assert.ok(figure.rows > 0, `${figure.id} has its numbers as a table`);
    assert.equal(figure.buttons, 3, `${figure.id} has its buttons`);
    assert.ok(figure.heading.length > 0, `${figure.id} has a heading`);
  }
  return figures.map((figure) => figure.id);
}

export async function checkNothingOverflows({ page }) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= window, `the page is ${content} wide in a window of ${window}`);
}

// No text of the page has lost a value on its way.
export async function checkTextsAreWhole({ page }) {
  const text = await page.evaluate(() => document.querySelector("main").innerText);
  const lost = text.match(/.*(undefined|\bNaN\b|\[object |\{\w+\}).*/g) ?? [];
  assert.deepEqual(
    lost.filter((line) => !/[=[]/.test(line) || /undefined|NaN|object/.test(line)),
    [],
    "texts are whole",
  );
}

export async function checkAccessible({ page }) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }),
  );
  const grave = violations.filter((violation) => ["serious", "critical"].includes(violation.impact));
  assert.deepEqual(
    grave.map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 120))
          .join(" | ")}`,
    ),
    [],
    "no serious violation",
  );
}

// On paper every figure is within a page and is not cut, and nothing that can only be clicked is there.
export async function checkPrints({ page }) {
  await page.setViewport({ ...PAPER });
  await page.emulateMediaType("print");
  await new Promise((resolve) => setTimeout(resolve, 400));
  await whenReady(page);
  const figures = await page.$$eval("figure", (all) =>
    all.map((figure) => {
      const box = figure.getBoundingClientRect(),
        svg = figure.querySelector(".drawing svg").getBoundingClientRect();
      return { id: figure.id, height: box.height, right: svg.right, inside: getComputedStyle(figure).breakInside };
    }),
  );
  for (const figure of figures) {
    assert.ok(figure.height <= PAPER.height, `${figure.id} is ${figure.height} high on a page of ${PAPER.height}`);
    assert.ok(figure.right <= PAPER.width + 0.5, `${figure.id} reaches ${figure.right} on a page of ${PAPER.width}`);
    assert.equal(figure.inside, "avoid", `${figure.id} is not cut`);
  }
  const clickable = await page.$$eval("button, select, nav", (all) =>
    all.filter((element) => element.getClientRects().length > 0).map((element) => element.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(clickable, [], "nothing to click on paper");
  await page.emulateMediaType("screen");
}

// With the keyboard alone one reaches the content first, then ever other things, and in the end leaves the page: no trap.
export async function checkKeyboard({ page }) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  });
  const seen = [];
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      element.dataset.visits = String(Number(element.dataset.visits ?? 0) + 1);
      const isOutside = element === document.body;
      return { isOutside, id: element.id, visits: Number(element.dataset.visits), isVisible: element.getClientRects().length > 0 };
    });
    if (stop.isOutside || (seen.length > 0 && stop.id === "skip")) break; // round the page
    seen.push(stop);
  }
  assert.ok(seen.length > 8, `there are many stops (${seen.length})`);
  assert.equal(seen[0].id, "skip", "the first stop is the way to the content");
  assert.ok(
    seen.every((stop) => stop.visits === 1 && stop.isVisible),
    "each stop is a new one, and seen",
  );
}
