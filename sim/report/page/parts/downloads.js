// Files that the reader keeps: figures as SVG and PNG, numbers as CSV that the reader's spreadsheet opens.
function fileName(figureId, ending) {
  const part = (text) =>
    text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60);
  return `${[part(read(data.title)), part(figureId)].filter(Boolean).join("-")}.${ending}`;
}

function saveFile(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// Dutch spreadsheets want a semicolon and a decimal comma. A text that would start a formula gets an apostrophe in front.
function csvText({ columns, rows }) {
  const isDutch = language === "nl";
  const cell = (value) => {
    if (value === null || value === undefined || Number.isNaN(value)) return "";
    if (typeof value === "number") return isDutch ? String(value).replace(".", ",") : String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";,\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(isDutch ? ";" : ",")).join("\r\n")}\r\n`;
}

// A number in its shown unit, without digits that come from scaling alone.
function csvNumber(value, scale = 1) {
  return isNumber(value) ? Number((value * scale).toPrecision(6)) : null;
}

function csvEstimate(estimate, scale = 1) {
  return [0, 1, 2].map((i) => csvNumber(estimate?.[i] ?? null, scale));
}

async function saveSvg(view, name) {
  saveFile(name, new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${await view.toSVG()}`], { type: "image/svg+xml" }));
}

async function savePng(view, name) {
  const canvas = await view.toCanvas(2);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  saveFile(name, blob);
}

function saveCsv(records, name) {
  saveFile(name, new Blob([csvText(records)], { type: "text/csv;charset=utf-8" }));
}
