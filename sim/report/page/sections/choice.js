// The same comparison under each word of a choice, such as theories: which signs and places hold under all.
function choiceSection() {
  if (!data.choice) return [];
  return [make("p", null, say("choice_intro", { parameter: read(data.choice.parameter) })), makeFigure(choiceForest(keyOutcomes))];
}

function choiceForest(outcomes) {
  const { words, path } = data.choice;
  const labels = data.choice.labels.map(read);
  const chosen = () => choiceOf("choice", outcomes[0]);
  const place = () => keyOutcomes.indexOf(chosen());
  const of = (w, s) => data.choice.differences[w][s]?.[place()] ?? null;
  const survivalOf = (s) => data.choice.survival[s]?.[place()] ?? "none";
  const survivalCell = (s) => {
    const survival = survivalOf(s);
    return { text: say(`survival_${survival}`), kind: survival === "holds" ? "finding" : survival === "turns" ? "finding worse" : "muted" };
  };
  const count = (survival) => alternatives.filter((s) => survivalOf(s) === survival).length;
  return {
    id: "by-choice",
    file: () => `${path}-${data.outcomes[chosen()].name}`,
    title: () => say("choice_title", { parameter: read(data.choice.parameter), outcome: outcomeLabel(chosen()) }),
    how: () => withCapital(sentence(say("choice_how", { parameter: read(data.choice.parameter) }), read(data.choice.agreement[place()]))),
    controls: (update) => [outcomeSelect("choice", outcomes, update)],
    alt: () =>
      sentence(
        say("choice_alt", { outcome: outcomeLabel(chosen()), words: labels.join("; ") }),
        say("choice_found", { holds: count("holds"), all: alternatives.length, turns: count("turns") }),
      ),
    spec: (width) =>
      forestSpec({
        width,
        rows: scenarioRows(chosen()),
        isShared: true,
        panels: words.map((_, w) => ({
          title: labels[w],
          unit: read(data.outcomes[chosen()].difference_unit),
          points: alternatives.map((s) => pointOfDifference(s, chosen(), of(w, s))).filter(Boolean),
        })),
      }),
    table: () => ({
      columns: [{ label: say("scenario") }, ...labels.flatMap((label) => [{ label }, { label: say("place") }]), { label: say("sign") }],
      rows: sortedByEffect(chosen()).map((s) => [
        scenarioTitle(s),
        ...words.flatMap((_, w) => [
          differenceCell(of(w, s), differenceForm(chosen()), data.outcomes[chosen()].good),
          isNumber(data.choice.places[w][s]?.[place()]) ? showPlace(data.choice.places[w][s][place()]) : say("none"),
        ]),
        survivalCell(s),
      ]),
    }),
    records: () => ({
      columns: [path, say("scenario"), say("outcome"), say("unit"), say("mean"), say("low"), say("high"), say("place"), say("sign")],
      rows: words.flatMap((word, w) =>
        sortedByEffect(chosen()).map((s) => [
          word,
          scenarioTitle(s),
          outcomeLabel(chosen()),
          read(data.outcomes[chosen()].difference_unit),
          ...csvEstimate(of(w, s), data.outcomes[chosen()].scale),
          csvNumber(data.choice.places[w][s]?.[place()] ?? null),
          say(`survival_${survivalOf(s)}`),
        ]),
      ),
    }),
  };
}

// Equals share the mean of their places.
function showPlace(place) {
  return Number.isInteger(place) ? showWhole(place) : showNumber(place, 1);
}
