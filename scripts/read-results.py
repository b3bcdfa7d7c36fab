#!/usr/bin/python3
"""Reads a comparison with xarray: prints the differences of an outcome from the base, and draws them over time.

    scripts/read-results.py RESULTS.h5 [OUTCOME [PHASE [PICTURE]]]

OUTCOME is burnt_out and PHASE is all where they are left out; the ending of PICTURE (.png, .pdf, .svg) says what is written. An example to
copy from; scripts/read-results.R is the same in R. Exit codes: 0 done; 2 wrong usage or file.
"""
import difflib
import pathlib
import sys
import textwrap

import matplotlib
import numpy as np
import xarray as xr
from scipy import stats

matplotlib.use("Agg")  # pictures go to files, no window is opened
matplotlib.rcParams["text.parse_math"] = False  # a $ in a title is a $
import matplotlib.pyplot as plt  # noqa: E402

DIMENSIONS = ("scenario", "replicate", "clearing", "phase", "measure")
# Okabe and Ito (2008): told apart with any kind of colour vision.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]


def refuse(sentence):
    print(f"read-results.py: {sentence}", file=sys.stderr)
    sys.exit(2)


def nearest(name, names):
    close = difflib.get_close_matches(name, names, 1)
    return f'; did you mean "{close[0]}"?' if close else f" (it has {', '.join(names)})"


def read(file, outcome, phase):
    """The means of an outcome in a phase: scenario x replicate x clearing, with all that the file says about them."""
    if not pathlib.Path(file).is_file():
        refuse(f"{file}: there is no such file (bevlogen compare writes one)")
    try:
        results = xr.open_dataset(file)
    except (OSError, ValueError) as error:
        refuse(f"{file} is not a results file: {error}")
    outcomes = [name for name, variable in results.data_vars.items() if variable.dims == DIMENSIONS]
    if outcome not in outcomes:
        refuse(f'{file} has no outcome "{outcome}"{nearest(outcome, outcomes)}')
    if phase not in results.phase:
        refuse(f'{file} has no phase "{phase}"{nearest(phase, list(results.phase.values))}')
    if results.sizes["scenario"] < 2 or results.sizes["clearing"] < 13:
        refuse(f"{file} has one scenario or not a whole year; differences are of a comparison (bevlogen compare)")
    return results, results[outcome].sel(phase=phase)


def by_draw(values, results):
    """Neighbouring replicates that ran under one draw of parameters are one observation: their mean."""
    of_one = int(results.attrs.get("replicates_a_draw", 1))
    return values.coarsen(replicate=of_one).mean() if of_one > 1 else values


def interval(values, results):
    """Mean over replicates with its 95 % interval (Student's t). It is of chance only: how far other random numbers would lie. Over draws of
    parameters it is the interval of one more draw, which does not shrink with their number."""
    values = by_draw(values, results)
    n = values.count("replicate")
    share = 1 / n + ("parameter_draws" in results.attrs)  # of the variance between values: of their mean, or of one more
    half = stats.t.ppf(0.975, np.maximum(n - 1, 1)) * np.sqrt(values.var("replicate") * n / (n - 1) * share)  # not a number for one replicate
    mean = values.mean("replicate")
    return mean, mean - half, mean + half


def print_table(results, values, label):
    """The last whole year. A pair is one replicate: the same number has the same chance in every scenario."""
    year = results.sizes["clearing"] // 13  # a clearing is every fourth week, a year has 52 weeks
    of_year = values.isel(clearing=slice(13 * (year - 1), 13 * year)).mean("clearing")
    level = of_year.mean("replicate")
    difference, low, high = interval(of_year - of_year[0], results)
    print(f"{results.attrs['title']}\n{label}, unit {values.units}, mean of year {year}; {results.sizes['replicate']} replicates")
    print(f"{'scenario':<30} {'level':>12} {'difference':>12} {'low':>12} {'high':>12}")
    for s, name in enumerate(results.scenario.values):
        row = [level, difference, low, high][: 4 if s > 0 else 1]
        print(f"{name:<30}", *(f"{number.values[s]:>12.6g}" for number in row))


def draw(results, values, label, picture):
    is_share = bool(results[values.name].sel(measure="sd").isnull().all())  # a share has no SD
    scale, unit = (100, ", percentage points") if is_share else (1, "" if values.units == "1" else f", {values.units}")
    difference, low, high = interval(scale * (values - values[0]), results)
    years = values.clearing / 52
    figure, axes = plt.subplots(figsize=(9, 4.8), constrained_layout=True)
    axes.axhline(0, color="#4d4d4d", linewidth=1)  # the base
    for s in range(1, values.sizes["scenario"]):
        colour = COLOURS[(s - 1) % len(COLOURS)]
        style = "-" if s <= len(COLOURS) else "--"
        axes.fill_between(years, low[s], high[s], color=colour, alpha=0.2, linewidth=0)
        axes.plot(years, difference[s], style, color=colour, linewidth=1.8, label=str(values.scenario_title.values[s]))
    axes.set(xlabel="years since the end of the burn-in", xlim=(0, float(years[-1])), ylabel=f"difference{unit}")
    axes.set_title(f"{label}: difference from \N{LEFT DOUBLE QUOTATION MARK}{values.scenario_title.values[0]}\N{RIGHT DOUBLE QUOTATION MARK}",
                   loc="left", fontsize=11, fontweight="bold")
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#e4e7ea")
    # The legend has the order of the lines at their ends.
    handles, labels = axes.get_legend_handles_labels()
    order = np.argsort(-difference[1:, -1].values)
    axes.legend([handles[i] for i in order], [textwrap.fill(labels[i], 28) for i in order], loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)
    of = "of one more draw of parameters" if "parameter_draws" in results.attrs else "of chance only"
    figure.text(0.01, -0.03, f"Bands: 95 % intervals over {values.sizes['replicate']} replicates, {of}.", fontsize=8, color="#656d76")
    figure.savefig(picture, dpi=150, bbox_inches="tight")


def main():
    if not 2 <= len(sys.argv) <= 5 or sys.argv[1].startswith("-"):
        print(__doc__.strip(), file=sys.stdout if "--help" in sys.argv else sys.stderr)
        sys.exit(0 if "--help" in sys.argv else 2)
    file, outcome, phase, picture = (sys.argv[1:] + ["", "burnt_out", "all", ""][len(sys.argv) - 1:])
    picture = picture or f"{pathlib.Path(file).with_suffix('')}-{outcome}-{phase}.png"
    results, both = read(file, outcome, phase)
    values = both.sel(measure="mean").astype("float64")  # stored as float32; means of many are taken with more digits
    label = f"{values.long_name}, {str(values.phase_label_en.values)}"
    print_table(results, values, label)
    try:
        draw(results, values, label, picture)
    except (OSError, ValueError) as error:
        refuse(f"{picture} could not be drawn: {error}")
    print(f"picture: {picture}")


if __name__ == "__main__":
    main()
