// Pages of fixtures, made by the program that MAKE_PAGE names (tests/report/make_page.cpp).
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FIXTURES, makeReport } from "./fixtures.mjs";

export function makePage(report, json, html) {
  const program = process.env.MAKE_PAGE;
  if (!program) throw new Error("MAKE_PAGE names no program (expected the path of make_page, as ctest sets it)");
  writeFileSync(json, JSON.stringify(report));
  execFileSync(program, [json, html]);
}

// {files: name -> path, folder, remove()}
export function makeFixturePages(names) {
  const folder = mkdtempSync(join(tmpdir(), "bevlogen-pages-"));
  const files = {};
  for (const name of names) {
    files[name] = join(folder, `${name}.html`);
    makePage(makeReport(FIXTURES[name]), join(folder, `${name}.json`), files[name]);
  }
  return { files, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
