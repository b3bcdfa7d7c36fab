// Writes report pages of fixtures, to look at. usage: MAKE_PAGE=build/release/bin/make_page node tests/report/preview.mjs FOLDER [FIXTURE ...]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { FIXTURES, makeReport } from "./fixtures.mjs";
import { makePage } from "./pages.mjs";

const [folder, ...names] = process.argv.slice(2);
const unknown = names.filter((name) => !(name in FIXTURES));
if (!folder || unknown.length > 0) {
  console.error(
    unknown.length > 0
      ? `no fixture ${unknown.join(", ")} (there are ${Object.keys(FIXTURES).join(", ")})`
      : "usage: preview.mjs FOLDER [FIXTURE ...]",
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
for (const name of names.length > 0 ? names : Object.keys(FIXTURES)) {
  const page = join(folder, `${name}.html`);
  makePage(makeReport(FIXTURES[name]), join(folder, `${name}.json`), page);
  console.log(page);
}
