// What the page does with certain data: hostile texts, downloads, choices, sections that are left out, size, paper; and whether the checks see.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openPage, switchLanguage, whenReady } from "./browser.mjs";
import * as checks from "./checks.mjs";
import { FIXTURES, makeReport } from "./fixtures.mjs";
import { makeFixturePages, makePage } from "./pages.mjs";

const pages = makeFixturePages(Object.keys(FIXTURES));
let session;
before(async () => {
  session = await openBrowser();
});
after(async () => {
  await session.close();
  pages.remove();
});

const open = (name, width = 1280) => openPage(session.browser, pages.files[name], width);

for (const name of ["hostile", "sobol"])
  test(`hostile texts are shown as they are, and not run: ${name}`, async () => {
    const { page } = await open(name);
    const report = makeReport(FIXTURES[name]);
    assert.equal(await page.evaluate(() => document.getElementById("title").textContent), report.title);
    assert.equal(await page.title(), report.title);
    assert.equal(await page.evaluate(() => document.getElementById("question").textContent), report.question);
    const texts = await page.$$eval(".files pre code", (all) => all.map((code) => code.textContent));
    assert.deepEqual(
      texts,
      report.sweep ? [report.sweep.plan_text, report.sweep.scenario_text] : report.scenarios.map((scenario) => scenario.text),
    );
    assert.equal(await page.evaluate(() => window.wasRun), undefined);
    assert.equal(await page.$$eval("main img", (all) => all.length), 0);
    await page.close();
  });

test("sections without data are left out", async () => {
  const sections = async (name) => {
    const { page } = await open(name);
    const ids = await page.$$eval("#sections > section", (all) => all.map((section) => section.id));
    const linked = await page.$$eval("#contents a", (all) => all.map((link) => link.getAttribute("href").slice(1)));
    assert.deepEqual(linked, ids, "the contents name what is there");
    await page.close();
    return ids;
  };
  assert.deepEqual(await sections("six"), [
    "answer",
    "phases",
    "time",
    "gains",
    "costs",
    "programmes",
    "choice",
    "assumed",
    "sure",
    "limits",
    "repeat",
    "all_numbers",
    "licences",
  ]);
  assert.ok(!(await sections("two")).includes("costs"));
  assert.deepEqual(await sections("run"), ["answer", "phases", "time", "assumed", "sure", "limits", "repeat", "all_numbers", "licences"]);
  assert.deepEqual(await sections("bare"), ["answer", "time", "all_numbers", "licences"]);
});

test("the number of figures is that of the data", async () => {
  const expected = { six: 11, two: 6, run: 2, bare: 2, single: 9, thirty: 10 };
  for (const [name, count] of Object.entries(expected)) {
    const { page } = await open(name);
    assert.equal(await page.$$eval("figure", (all) => all.length), count, name);
    await page.close();
  }
});

test("the page opens in the language of its data and writes numbers as its readers do", async () => {
  const { page } = await open("dutch");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "nl");
  const numbers = () => page.$$eval("#answer td", (all) => all.map((cell) => cell.textContent).join(" "));
  assert.match(await numbers(), /−\d+,\d\d ± \d,\d\d/);
  assert.match(await numbers(), /−2\.\d{3} ± \d+/);
  await switchLanguage(page, "en");
  assert.match(await numbers(), /−\d+\.\d\d ± \d\.\d\d/);
  assert.match(await numbers(), /−2,\d{3} ± \d+/);
  assert.match(await page.$eval("#announcement", (element) => element.textContent), /English/);
  await page.close();
});

test("a difference whose interval contains zero is no finding", async () => {
  const report = makeReport(FIXTURES.six);
  const unclear = report.differences
    .flatMap((scenario) => (scenario ?? []).filter((_, o) => report.outcomes[o].is_key).map((phases) => phases[0]))
    .filter(([, low, high]) => low <= 0 && high >= 0);
  assert.ok(unclear.length > 0, "the fixture has some");
  const { page } = await open("six");
  const table = "#answer .table-block:first-of-type td";
  const muted = await page.$$eval(table, (all) => all.filter((cell) => cell.classList.contains("muted")).map((cell) => cell.textContent));
  assert.equal(muted.length, unclear.length);
  for (const text of muted) assert.match(text, /^\([+−]?[\d.]+ ± [\d.]+\)not distinguishable$/);
  const findings = await page.$$eval(table, (all) =>
    all.filter((cell) => cell.classList.contains("finding")).map((cell) => cell.textContent),
  );
  for (const text of findings) assert.match(text, /^[+−][\d.]+ ± [\d.]+(▲ better|▼ worse)$/);
  await page.close();
});

test("with one replicate there is no interval and no verdict", async () => {
  const { page } = await open("single");
  const text = await page.$eval("#answer", (section) => section.innerText);
  assert.doesNotMatch(text, /±|better than|not distinguishable/);
  await page.close();
});

test("another outcome changes heading, drawing, numbers and text alternative", async () => {
  const { page } = await open("six");
  const state = () =>
    page.$eval("#figure-over-time", (figure) => [
      figure.querySelector("h3").textContent,
      figure.querySelector("svg").innerHTML,
      figure.querySelector("table").textContent,
      figure.querySelector(".drawing").getAttribute("aria-label"),
    ]);
  const earlier = await state();
  await page.select("#figure-over-time select", "2");
  await whenReady(page);
  const later = await state();
  earlier.forEach((part, i) => assert.notEqual(later[i], part));
  await page.close();
});

test("of thirty scenarios six are in figures with colours, and others can be chosen", async () => {
  const { page } = await open("thirty");
  const boxes = "#figure-over-time .scenario-choice input";
  const chosen = () => page.$$eval(boxes, (all) => all.filter((box) => box.checked).length);
  assert.equal(await chosen(), 6);
  assert.equal(await page.$$eval(boxes, (all) => all.filter((box) => !box.checked && !box.disabled).length), 0);
  const lines = () => page.$eval("#figure-over-time svg", (svg) => svg.querySelectorAll(".mark-line path").length);
  const before = await lines();
  await page.evaluate((selector) => [...document.querySelectorAll(selector)].find((box) => box.checked).click(), boxes);
  await whenReady(page);
  assert.equal(await chosen(), 5);
  assert.ok((await lines()) < before);
  assert.equal(await page.$$eval("#figure-cost-effectiveness .scenario-choice input", (all) => all.filter((box) => box.checked).length), 5);
  await page.close();
});

test("parameters are searched", async () => {
  const { page } = await open("six");
  await page.evaluate(() => {
    document.querySelector("details.parameters").open = true;
  });
  await page.waitForSelector(".parameters tbody tr");
  const shown = () => page.$$eval(".parameters tbody tr", (all) => all.filter((row) => row.getClientRects().length > 0).length);
  assert.equal(await shown(), 700);
  await page.type(".parameters input", "path 17");
  assert.equal(await shown(), 17); // 17, 117, ... 617 and 170 to 179
  await page.close();
});

test("licences are there in every language, and no two things have the same name", async () => {
  const { page } = await open("two");
  for (const language of ["nl", "en"]) {
    await switchLanguage(page, language);
    const text = await page.$eval("#sections > #licences pre", (element) => element.textContent);
    assert.match(text, /vega-lite 6\.4\.3\n\nCopyright/);
    assert.doesNotMatch(text, /Show the licences|Toon de licenties/);
    const names = await page.$$eval("[id]", (all) => all.map((element) => element.id));
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    );
  }
  await page.close();
});

test("figures are kept as SVG, PNG and CSV", async () => {
  const folder = join(pages.folder, "kept");
  mkdirSync(folder);
  const { page } = await open("six");
  const client = await page.createCDPSession();
  await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  const keep = async (form) => {
    const before = new Set(readdirSync(folder));
    await page.evaluate((kind) => document.querySelector(`#figure-key-figures button[data-form="${kind}"]`).click(), form);
    for (let i = 0; i < 600; i++) {
      const fresh = readdirSync(folder).filter((file) => !before.has(file) && file.endsWith(`.${form}`));
      if (fresh.length && statSync(join(folder, fresh[0])).size > 0) return { name: fresh[0], bytes: readFileSync(join(folder, fresh[0])) };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no ${form} came`);
  };
  const svg = await keep("svg");
  assert.equal(svg.name, "five-policies-against-the-netherlands-as-it-is-key-figures.svg");
  assert.match(svg.bytes.toString(), /<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[\s\S]*burnt out \(UBOS\)[\s\S]*<\/svg>/);
  const png = await keep("png");
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  assert.ok(png.bytes.readUInt32BE(16) > 1200, "twice as many pixels as on the screen");

  const report = makeReport(FIXTURES.six);
  const english = (await keep("csv")).bytes.toString("utf8");
  assert.ok(english.startsWith("\ufeffScenario,Outcome,"), "byte order mark and commas");
  const mean = Number((report.differences[1][0][0][0] * 100).toPrecision(6));
  assert.ok(english.includes(`Coaching for residents,burnt out (UBOS),all,percentage points,${mean},`));
  assert.equal(english.trim().split("\r\n").length, 1 + 5 * 6);
  rmSync(folder, { recursive: true }); // so that the next one gets the same name
  mkdirSync(folder);
  await switchLanguage(page, "nl");
  const dutch = (await keep("csv")).bytes.toString("utf8");
  assert.ok(dutch.includes(`Coaching for residents;opgebrand (UBOS);allen;procentpunten;${String(mean).replace(".", ",")};`));
  await page.close();
});

test("a text that would be a formula is none in a CSV", async () => {
  const report = { ...makeReport(FIXTURES.two) };
  report.scenarios = report.scenarios.map((scenario, s) => (s === 1 ? { ...scenario, title: '=HYPERLINK("x")' } : scenario));
  const file = join(pages.folder, "formula.html");
  makePage(report, join(pages.folder, "formula.json"), file);
  const { page } = await openPage(session.browser, file, 1280);
  const csv = await page.evaluate(async () => {
    const whole = new Promise((resolve) => {
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        blob.text().then(resolve);
        return original(blob);
      };
    });
    document.querySelector('#figure-key-figures button[data-form="csv"]').click();
    return whole;
  });
  assert.ok(csv.includes(`"'=HYPERLINK(""x"")"`));
  await page.close();
});

test("thirty scenarios make a file of less than 3 MB", () => {
  assert.ok(statSync(pages.files.thirty).size < 3e6);
});

test("paper has the title at the head of each page, and numbers of pages", async () => {
  for (const name of ["six", "thirty"]) {
    const { page } = await open(name);
    const file = join(pages.folder, `${name}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true, timeout: 180000 });
    assert.ok(existsSync(file));
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1e8 }).split("\f");
    assert.ok(text.length > 3);
    const last = text.length - 1;
    text.slice(0, last).forEach((sheet, i) => {
      assert.match(sheet, /Five policies against the Netherlands as it is/, `page ${i + 1}`);
      assert.match(sheet, new RegExp(`${i + 1}\\s*/\\s*${last}`), `page ${i + 1}`);
    });
    assert.doesNotMatch(text.join(""), /Save as/);
    await page.close();
  }
});

// Twins of the checks that must fail.
test("the checks see planted defects", async () => {
  const plant = async (defect, check) => {
    const opened = await open("two", 390);
    await opened.page.evaluate(defect);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await assert.rejects(async () => check(opened), assert.AssertionError);
    await opened.page.close();
  };
  await plant(
    "document.querySelector('main').append(Object.assign(document.createElement('p'), { textContent: 'x'.repeat(500) })); document.querySelector('main > p:last-child').style.cssText = 'white-space: pre; overflow-wrap: normal'",
    checks.checkNothingOverflows,
  );
  await plant("document.querySelector('main').append(document.createElement('img'))", checks.checkAccessible);
  await plant("document.querySelector('.drawing svg').replaceChildren()", checks.checkFiguresAreDrawn);
  await plant("document.querySelector('.drawing').removeAttribute('aria-label')", checks.checkFiguresAreDrawn);
  await plant("document.querySelector('figure').style.minHeight = '1200px'", checks.checkPrints);
  await plant("document.querySelector('main').append('undefined %')", checks.checkTextsAreWhole);
  await plant("fetch('https://example.org/x').catch(() => {})", checks.checkNothingWentWrong);
  await plant("document.addEventListener('keydown', (event) => event.preventDefault())", checks.checkKeyboard);
});
