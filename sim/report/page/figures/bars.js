// Stacked bars in both directions from zero: pieces with letters, and a mark with its interval for the total.

// rows: [{id, label, pieces: [amount], texts, marks, total, totalText}]; a mark stands in its piece, in place of the letter of its kind.
function stackPieces(row) {
  let up = 0,
    down = 0;
  return row.pieces.flatMap((amount, k) => {
    if (!isNumber(amount) || amount === 0) return [];
    const from = amount > 0 ? up : down;
    if (amount > 0) up += amount;
    else down += amount;
    return [
      {
        row: row.id,
        rowLabel: row.label,
        k,
        from,
        to: from + amount,
        middle: from + amount / 2,
        size: Math.abs(amount),
        text: row.texts?.[k] ?? "",
        mark: row.marks?.[k] ?? null,
      },
    ];
  });
}

// What stands in a piece: its mark, the letter of its kind where that is too long, or nothing.
function withMarkThatFits(piece, room, isUpright) {
  if (isUpright) return room > 14 ? [piece] : [];
  const fits = [piece.mark, piece.letter].find((mark) => mark && textWidth(mark, 10) + 6 < room);
  return fits ? [{ ...piece, mark: fits }] : [];
}

function lookOfKinds(kinds) {
  const letters = lettersFor(kinds.length);
  return kinds.map((kind, k) => {
    const colour = kind.colour ?? PAYER_COLOURS[k % PAYER_COLOURS.length];
    return { label: kind.label, colour, ink: inkOn(colour), letter: kind.letter ?? letters[k] };
  });
}

function barsSpec({ rows, kinds, width, title, isUpright = false, domain = null, totalLabel = null }) {
  const narrow = isNarrow(width);
  const looks = lookOfKinds(kinds);
  const pieces = rows
    .flatMap(stackPieces)
    .map((piece) => ({ ...piece, ...looks[piece.k], mark: piece.mark ?? looks[piece.k].letter, kind: kinds[piece.k].label }));
  const most = Math.max(1e-12, ...pieces.map((piece) => Math.max(piece.from, piece.to))),
    least = Math.min(0, ...pieces.map((piece) => Math.min(piece.from, piece.to)));
  const totals = rows
    .filter((row) => row.total)
    .map((row) => ({ row: row.id, mean: row.total[0], low: row.total[1], high: row.total[2], text: row.totalText, rowLabel: row.label }));
  const longest = Math.max(...rows.map((row) => textWidth(row.label))) + 14;
  const labelWidth = isUpright ? 52 : narrow ? 0 : Math.round(Math.min(longest, width * 0.32));
  const plotWidth = width - labelWidth - 16;
  const perUnit = (isUpright ? 260 : plotWidth) / (domain ? domain[1] - domain[0] : most - least);
  const raw = (field) => ({ field, type: "nominal", scale: null, legend: null });
  const [along, across] = isUpright ? ["y", "x"] : ["x", "y"];
  const lift = !isUpright && narrow ? 8 : 0;
  const step = isUpright ? undefined : narrow ? 48 : rows.length > 12 ? 20 : 36;
  const amount = (field) => ({
    field,
    type: "quantitative",
    title: null,
    scale: { nice: !domain, ...(domain ? { domain } : {}) },
    axis: valueAxis({ tickCount: narrow ? 4 : 7, ...(isUpright ? { minExtent: labelWidth, maxExtent: labelWidth } : {}) }),
  });
  const place = {
    field: "row",
    type: "nominal",
    title: null,
    scale: { type: "band", domain: rows.map((row) => row.id), ...(isUpright ? { padding: 0.25 } : { paddingInner: 0, paddingOuter: 0 }) },
    axis: isUpright
      ? {
          labelExpr: `${JSON.stringify(Object.fromEntries(rows.map((row) => [row.id, row.label])))}[datum.value]`,
          labelAngle: 0,
          domain: false,
          ticks: false,
          title: null,
        }
      : null,
  };
  const tooltip = [
    { field: "rowLabel", type: "nominal", title: " " },
    { field: "kind", type: "nominal", title: "  " },
    { field: "text", type: "nominal", title: "   " },
  ];
  const thickness = isUpright ? {} : { size: narrow ? 18 : rows.length > 12 ? 13 : 22 };
  const body = {
    width: plotWidth,
    height: isUpright ? 260 : { step },
    title: title
      ? { text: wrapText(title, width - 20, 2, FONT_SIZE), fontWeight: "normal", fontSize: FONT_SIZE, color: MUTED, frame: "bounds" }
      : undefined,
    encoding: { [across]: place },
    layer: [
      ...(isUpright ? [] : labelWidth > 0 ? rowLabels(rows, labelWidth, rows.length > 12 ? 1 : 2) : labelsAbove(rows, plotWidth, -13)),
      {
        data: { values: pieces },
        mark: { type: "bar", stroke: "#ffffff", strokeWidth: 1, yOffset: lift, y2Offset: lift, ...thickness },
        encoding: { [along]: amount("from"), [`${along}2`]: { field: "to" }, fill: raw("colour"), tooltip },
      },
      {
        data: { values: pieces.flatMap((piece) => withMarkThatFits(piece, piece.size * perUnit, isUpright)) },
        mark: { type: "text", fontSize: 10, fontWeight: 600, baseline: "middle", yOffset: lift },
        encoding: { [along]: amount("middle"), text: { field: "mark" }, color: raw("ink"), tooltip },
      },
      zeroLine(along, { [across]: null }),
      ...(totals.some((total) => isNumber(total.low))
        ? [
            {
              data: { values: totals.filter((total) => isNumber(total.low)) },
              mark: { type: "rule", color: INK, strokeWidth: 2, yOffset: lift },
              encoding: { [along]: amount("low"), [`${along}2`]: { field: "high" } },
            },
          ]
        : []),
      ...(totals.length
        ? [
            {
              data: { values: totals },
              mark: {
                type: "point",
                shape: "diamond",
                size: 80,
                stroke: INK,
                fill: "#ffffff",
                strokeWidth: 1.8,
                opacity: 1,
                yOffset: lift,
              },
              encoding: {
                [along]: amount("mean"),
                tooltip: [
                  { field: "rowLabel", type: "nominal", title: " " },
                  { field: "text", type: "nominal", title: totalLabel ?? " " },
                ],
              },
            },
          ]
        : []),
    ],
  };
  const legend = looks.map((look) => ({ ...look }));
  if (totals.length && totalLabel) legend.push({ label: totalLabel, colour: INK, fill: "#ffffff", shape: "diamond" });
  return framed(legend, body, width - 10, labelWidth);
}
