// Collects the licences of the npm packages whose code the page carries, as one text.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

// Needed by command-line programs and compilers of those packages, and not carried.
const NOT_CARRIED = /^(@types\/|(commander|iconv-lite|vega-typings|yargs)$)/;

function readPackage(modules, name) {
  const folder = join(modules, name);
  const description = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return { name, version: description.version, licence: description.license, text, needs: Object.keys(description.dependencies ?? {}) };
}

// Packages that are reached from `roots`, in the order of their names.
function findCarried(modules, roots) {
  const found = new Map();
  const open = [...roots];
  while (open.length > 0) {
    const name = open.pop();
    if (found.has(name) || NOT_CARRIED.test(name) || !existsSync(join(modules, name))) continue;
    const entry = readPackage(modules, name);
    found.set(name, entry);
    open.push(...entry.needs);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

// Packages with the same licence text stand together above it.
export function collectLicences(modules, roots) {
  const byText = new Map();
  for (const { name, version, licence, text } of findCarried(modules, roots)) {
    const shared = text || `Licence: ${licence}`;
    byText.set(shared, [...(byText.get(shared) ?? []), `${name} ${version}`]);
  }
  return [...byText].map(([text, names]) => `${names.join(", ")}\n\n${text}`).join(`\n\n${"-".repeat(80)}\n\n`);
}
