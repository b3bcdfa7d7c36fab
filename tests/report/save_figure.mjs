// Saves a figure of a report as SVG, as its button does. usage: node save_figure.mjs REPORT.html FIGURE OUT.svg
import { writeFileSync } from "node:fs";
import { openBrowser, openPage } from "./browser.mjs";

const WIDTH = 1180; // of the window: the figure is then as wide as a page of text
const [report, figure, out] = process.argv.slice(2);
const session = await openBrowser();
try {
  const { page, errors } = await openPage(session.browser, report, WIDTH);
  const svg = await page.$eval(`#figure-${figure} .drawing svg`, (element) => {
    element.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: "#ffffff" })) ground.setAttribute(name, value);
    element.prepend(ground);
    return new XMLSerializer().serializeToString(element);
  });
  if (errors.length > 0) throw new Error(errors.join("\n"));
  writeFileSync(out, `${svg}\n`);
} finally {
  await session.close();
}
