// Every report page in a browser: nothing goes wrong, figures are drawn on wide and narrow screens and on paper, in both languages.
// usage: node page_test.mjs              all fixtures; MAKE_PAGE names the program that makes a page of JSON
//        node page_test.mjs --page FILE  a page that was made already
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, setWidth, switchLanguage } from "./browser.mjs";
import * as checks from "./checks.mjs";
import { FIXTURES } from "./fixtures.mjs";
import { makeFixturePages } from "./pages.mjs";

const at = process.argv.indexOf("--page");
const given = at >= 0 ? process.argv[at + 1] : process.env.REPORT_PAGE;
const names = Object.keys(FIXTURES).filter((name) => name !== "dutch"); // six in another language, which every page is switched to
const unfolded = given ? [given] : ["six", "hostile"]; // with every part that there is
const pages = given ? { files: { [given]: given }, remove() {} } : makeFixturePages(names);
let session;

before(async () => {
  session = await openBrowser();
});
after(async () => {
  await session.close();
  pages.remove();
});

for (const [name, file] of Object.entries(pages.files)) {
  test(`${name}: shown on a wide and a narrow screen, in both languages`, async () => {
    const opened = await openPage(session.browser, file, 1280);
    const first = await opened.page.evaluate(() => document.documentElement.lang);
    let drawn = null;
    for (const language of [first, first === "en" ? "nl" : "en"]) {
      await switchLanguage(opened.page, language);
      assert.equal(await opened.page.evaluate(() => document.documentElement.lang), language);
      for (const width of [1280, 390]) {
        await setWidth(opened.page, width);
        const figures = await checks.checkFiguresAreDrawn(opened);
        assert.deepEqual(figures, drawn ?? figures, "the same figures in every language and width");
        drawn = figures;
        await checks.checkNothingOverflows(opened);
        await checks.checkTextsAreWhole(opened);
      }
      await checks.checkAccessible(opened);
    }
    checks.checkNothingWentWrong(opened);
    await opened.page.close();
  });

  test(`${name}: accessible and whole with everything unfolded`, { skip: !unfolded.includes(name) }, async () => {
    const opened = await openPage(session.browser, file, 1280);
    await opened.page.evaluate(() =>
      document.querySelectorAll("details").forEach((details) => {
        details.open = true;
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 300)); // parts that are built when they are opened
    await checks.checkTextsAreWhole(opened);
    await checks.checkAccessible(opened);
    await setWidth(opened.page, 390);
    await checks.checkNothingOverflows(opened);
    checks.checkNothingWentWrong(opened);
    await opened.page.close();
  });

  test(`${name}: printed without cutting a figure`, async () => {
    const opened = await openPage(session.browser, file, 1280);
    await checks.checkPrints(opened);
    checks.checkNothingWentWrong(opened);
    await opened.page.close();
  });

  test(`${name}: used with the keyboard`, async () => {
    const opened = await openPage(session.browser, file, 1280);
    await checks.checkKeyboard(opened);
    await opened.page.close();
  });
}
