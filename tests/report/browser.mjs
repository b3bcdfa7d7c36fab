// Debian's Chromium for the tests: a browser with a profile of its own, pages that note every error and every request.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const PATIENCE = 180000; // milliseconds: machines with two cores, many tests at once

export async function openBrowser() {
  const profile = mkdtempSync(join(tmpdir(), "bevlogen-report-"));
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    userDataDir: profile,
    protocolTimeout: PATIENCE,
    timeout: PATIENCE,
    args: ["--headless=new", "--disable-dev-shm-usage", "--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

// The page with all that went wrong on it: {page, errors, requests}.
export async function openPage(browser, file, width) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  const errors = [],
    requests = [];
  page.on("console", (message) => {
    if (["error", "warn", "warning"].includes(message.type())) errors.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => errors.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(file).href);
  await whenReady(page);
  return { page, errors, requests };
}

export async function whenReady(page) {
  await page.waitForFunction(() => document.body.dataset.ready === "1" || document.body.dataset.error);
  const error = await page.evaluate(() => document.body.dataset.error);
  if (error) throw new Error(`the page says: ${error}`);
}

export async function switchLanguage(page, language) {
  await page.evaluate((lang) => document.querySelector(`#languages button[lang="${lang}"]`).click(), language);
  await whenReady(page);
}

export async function setWidth(page, width) {
  await page.setViewport({ width, height: 900 });
  await new Promise((resolve) => setTimeout(resolve, 400)); // the page waits for the window to come to rest
  await whenReady(page);
}
