// Puts the page together: style, npm libraries, modules and licences into the skeleton. usage: node assemble.mjs OUT.html
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { collectLicences } from "./licences.mjs";
import { MODULES } from "./modules.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const read = (path) => readFileSync(join(here, path), "utf8");
const PLACES = ["@@language@@", "@@title@@", "@@data@@"]; // filled by sim/report/html_page.cpp
const LIBRARIES = ["vega", "vega-lite", "vega-embed"];

// Nothing within a script may end its element or open a comment; within strings, patterns and templates these mean the same.
function inlineScript(name, source) {
  const text = source
    .replace(/\/\/[#@] ?sourceMappingURL=.*/g, "")
    .replace(/<\/(script)/gi, "<\\/$1")
    .replace(/<!--/g, "<\\x21--");
  new Script(text, { filename: name }); // throws where that is no longer a program
  return text;
}

// A page is mailed: without indents and lines that are comments it is a little smaller. No text of ours runs over several lines.
function withoutMargins(source) {
  return source.replace(/^ +/gm, "").replace(/^\/\/ .*\n/gm, "");
}

function escapeHtml(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

function fill(skeleton, pieces) {
  let page = skeleton;
  for (const [mark, text] of Object.entries(pieces)) {
    const parts = page.split(`@@${mark}@@`);
    if (parts.length !== 2) throw new Error(`page.html has ${parts.length - 1} places @@${mark}@@ (expected one)`);
    page = parts.join(text);
  }
  return page;
}

function assemble() {
  const libraries = LIBRARIES.map((name) => inlineScript(name, read(`node_modules/${name}/build/${name}.min.js`)));
  const modules = MODULES.map((path) => `// ---- ${path}\n${withoutMargins(read(path))}`).join("\n");
  const program = inlineScript("page", `(() => {\n"use strict";\n${modules}\n})();\n`);
  const style = read("style.css").replace(/^ +/gm, "");
  const policy = [
    "default-src 'none'",
    `script-src ${[...libraries, program].map(hash).join(" ")}`,
    `style-src ${hash(style)}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = fill(read("page.html"), {
    policy,
    style,
    licences: escapeHtml(collectLicences(join(here, "node_modules"), LIBRARIES)),
    vega: libraries[0],
    "vega-lite": libraries[1],
    "vega-embed": libraries[2],
    program,
  });
  let from = 0;
  for (const place of PLACES) {
    const at = page.indexOf(place, from);
    if (at < 0 || page.indexOf(place, at + 1) >= 0) throw new Error(`the page needs ${place} once, in the order ${PLACES.join(", ")}`);
    from = at;
  }
  return page;
}

writeFileSync(process.argv[2], assemble());
