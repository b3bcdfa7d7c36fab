#!/usr/bin/python3
"""Reads a sweep with xarray: prints how strongly an outcome goes with each parameter, and draws it.

    scripts/read-sweep.py SWEEP.h5 [OUTCOME [PHASE [PARAMETER [PICTURE]]]]

What is left out is the first outcome and phase of the file and the parameter with the strongest rank correlation; the ending of PICTURE
(.png, .pdf, .svg) says what is written. An example to copy from; scripts/read-sweep.R is the same in R. Exit codes: 0 done; 2 wrong usage or
file.
"""
import difflib
import pathlib
import re
import sys

import matplotlib
import numpy as np
import xarray as xr
from scipy import stats

matplotlib.use("Agg")  # pictures go to files, no window is opened
matplotlib.rcParams["text.parse_math"] = False  # a $ in a title is a $
import matplotlib.pyplot as plt  # noqa: E402

# Of Okabe and Ito (2008): told apart with any kind of colour vision.
RISING, FALLING = "#0072b2", "#d55e00"
MOST_BARS = 15


def refuse(sentence):
    print(f"read-sweep.py: {sentence}", file=sys.stderr)
    sys.exit(2)


def known(file, what, name, names):
    """The name, where the file has it."""
    if name not in names:
        close = difflib.get_close_matches(name, names, 1)
        refuse(f'{file} has no {what} "{name}"' + (f'; did you mean "{close[0]}"?' if close else f" (it has {', '.join(names)})"))
    return name


def fold(text, width):
    """Lines of at most that many letters, about as long as each other; a path may go on after a dot, a hyphen or an underscore."""
    pieces = re.sub(r"( |[._-](?=[A-Za-z]))", "\\1\n", text).split("\n")

    def within(width):
        lines = [""]
        for piece in pieces:
            if lines[-1] and len(lines[-1] + piece.rstrip()) > width:
                lines.append("")
            lines[-1] += piece
        return [line.rstrip() for line in lines]

    lines = len(within(width))
    return "\n".join(within(next(narrow for narrow in range(1, width + 1) if len(within(narrow)) == lines)))


def beside(at):
    """Dots of equal value are put side by side."""
    values, group, count = np.unique(at, return_inverse=True, return_counts=True)
    place = np.array([np.sum(group[:i] == group[i]) for i in range(len(at))])
    step = min(np.diff(values).min() / (2 * count.max()), 0.02 * np.ptp(values)) if len(values) > 1 else 1
    return at + step * (place - (count[group] - 1) / 2)


def read(file, outcome, phase):
    """The sweep, and the last year of an outcome in a phase: point x replicate."""
    if not pathlib.Path(file).is_file():
        refuse(f"{file}: there is no such file (bevlogen sweep writes one)")
    try:
        sweep = xr.open_dataset(file)
    except (OSError, ValueError) as error:
        refuse(f"{file} is not a results file: {error}")
    if sweep.attrs.get("kind") != "sweep":
        refuse(f"{file} is not a sweep (bevlogen sweep writes one; scripts/read-results.py reads comparisons)")
    outcomes, phases = list(sweep.outcome.values), list(sweep.phase.values)
    outcome = known(file, "outcome", outcome or outcomes[0], outcomes)
    phase = known(file, "phase", phase or phases[0], phases)
    values = sweep.value.sel(outcome=outcome, phase=phase, year=sweep.year[-1])
    return sweep, values.astype("float64")  # stored as float32; means of many are taken with more digits


def usable(file, sweep, values):
    """The points that have a value of every replicate, and a sentence about those that are left out."""
    is_done = (sweep.status == 1).all("replicate").values  # 0 missing, 1 done, 2 failed
    has_value = values.notnull().all("replicate").values  # there is none where nobody was in the phase
    is_used = is_done & has_value
    reasons = {"a run is missing or failed": ~is_done, "nobody was in the phase": is_done & ~has_value}
    left_out = ", ".join(f"{where.sum()} where {reason}" for reason, where in reasons.items() if where.any())
    if not is_used.any():
        refuse(f"{file} has no point to use: {left_out}")
    return is_used, f"points used: {is_used.sum()} of {len(is_used)}" + (f"; left out: {left_out}" if left_out else "")


def rank_correlation(a, b):
    """Spearman's; not a number where one does not vary. Rounded, so that rounding errors do not order what is equal."""
    if len(np.unique(a)) < 2 or len(np.unique(b)) < 2:
        return np.nan
    return np.round(stats.spearmanr(a, b)[0], 12) + 0.0  # a zero has no sign


def print_table(sweep, values, label, points, correlations, strongest):
    paths = sweep.parameter.values
    wide = max(30, *map(len, paths))
    print(f"{sweep.attrs['title']}\n{label}, unit {values.outcome_unit.values}; replicates: {values.sizes['replicate']}; {points}")
    print(f"{'parameter':<{wide}} {'rank correlation':>16}")
    for p in strongest:
        print(f"{paths[p]:<{wide}} {'-' if np.isnan(correlations[p]) else f'{correlations[p]:.6g}':>16}")


def draw_points(axes, sweep, values, label, p, has_line):
    """The outcome against a parameter: a dot a point, with the 95 % interval (Student's t) over replicates, of chance only. Whether dots had to
    make way for others of their value."""
    at = sweep.parameter_value[:, p].values
    about = ("parameter", "parameter_label_en", "parameter_description", "parameter_unit", "parameter_spread", "parameter_words")
    path, name, description, unit, spread, words = (str(sweep[variable].values[p]) for variable in about)
    name = description or path if name == path else name
    n = values.sizes["replicate"]
    mean = values.mean("replicate").values
    has_log = "log" in spread and not words and at.min() > 0  # by the logarithm, or lognormal
    dots = at if has_log else beside(at)
    if n > 1:
        half = stats.t.ppf(0.975, n - 1) * values.std("replicate", ddof=1).values / np.sqrt(n)
        axes.errorbar(dots, mean, half, fmt="none", ecolor=RISING, elinewidth=1, alpha=0.5)
    if has_line:
        order = np.argsort(at, kind="stable")
        axes.plot(at[order], mean[order], color=RISING, linewidth=1.8)
    axes.plot(dots, mean, "o", color=RISING, markersize=5, markeredgecolor="white", markeredgewidth=0.5)
    if words:  # "0 = false, 1 = true"
        word_of = dict(pair.split(" = ") for pair in words.split(", "))
        axes.set_xticks(np.unique(at), [fold(word_of[f"{number:g}"], 12) for number in np.unique(at)])
        axes.set_xlim(at.min() - 0.4, at.max() + 0.4)
    elif has_log:
        axes.set_xscale("log")
        axes.xaxis.set_major_locator(plt.LogLocator(subs=(1, 2, 5)) if at.max() > 10 * at.min() else plt.MaxNLocator(6))
        axes.xaxis.set_major_formatter("{x:g}")
        axes.xaxis.set_minor_locator(plt.NullLocator())
    else:
        axes.xaxis.set_major_locator(plt.MaxNLocator(6))
    axes.set_xlabel(fold(name + ("" if unit == "1" else f", {unit}"), 56) + (f"\n{fold(path, 56)}" if name != path else ""))
    axes.set_ylabel(fold(f"{label}{'' if values.outcome_unit == '1' else f', {values.outcome_unit.values}'}", 44))
    axes.grid(axis="y", color="#e4e7ea")
    return bool(np.any(dots != at))


def draw_bars(axes, names, correlations, varying):
    places = np.arange(len(names))
    axes.barh(places, correlations, color=np.where(correlations < 0, FALLING, RISING), height=0.7)
    for place, correlation in zip(places, correlations):
        side = -1 if correlation < 0 else 1
        words = f"{round(correlation, 2) + 0.0:.2f}".replace("-", "\N{MINUS SIGN}")
        axes.annotate(words, (correlation, place), (4 * side, 0), textcoords="offset points", va="center", ha="left" if side > 0 else "right", fontsize=8)
    axes.axvline(0, color="#4d4d4d", linewidth=1)
    axes.set(xlim=(-1.25, 1.25), xticks=[-1, -0.5, 0, 0.5, 1], ylim=(max(len(names), 4) - 0.4, -0.6), yticks=places)
    axes.set_yticklabels(names, fontsize=8)
    axes.tick_params(axis="y", length=0)
    of = f"\nthe {len(names)} strongest of {varying}" if len(names) < varying else ""
    axes.set_xlabel(f"Spearman's rank correlation{of}")
    if not names:
        axes.text(0, 1, "none: there is nothing that varies", ha="center", backgroundcolor="white")
    axes.grid(axis="x", color="#e4e7ea")
    axes.set_axisbelow(True)


def draw(sweep, values, label, points, correlations, strongest, p, picture):
    bars = strongest[: min(MOST_BARS, np.isfinite(correlations).sum())]
    names = [fold(str(sweep.parameter_label_en.values[i]), 30) for i in bars]
    height = 2 + max(len(names), 4) * max([0.06 + 0.14 * (name.count("\n") + 1) for name in names], default=0)
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, max(4.8, height)), constrained_layout=True)
    varying = sum(len(np.unique(column)) > 1 for column in sweep.parameter_value.values.T)
    has_line = varying < 2 and sweep.attrs["design"] in ("grid", "list")
    make_way = draw_points(left, sweep, values, label, p, has_line)
    draw_bars(right, names, correlations[bars], np.isfinite(correlations).sum())
    for axes in (left, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.suptitle(fold(sweep.attrs["title"], 110), x=0.01, ha="left", fontsize=11, fontweight="bold")
    n = values.sizes["replicate"]
    means = f"the mean of {n} replicates, with its 95 % interval, of chance only" if n > 1 else "one replicate"
    caption = f"A dot is a point: {means}.{' Dots of equal value stand side by side.' if make_way else ''} {points[0].upper()}{points[1:]}."
    figure.text(0.01, -0.01, fold(caption, 165), fontsize=8, color="#656d76", va="top")
    figure.savefig(picture, dpi=150, bbox_inches="tight")


def main():
    if not 2 <= len(sys.argv) <= 6 or sys.argv[1].startswith("-"):
        print(__doc__.strip(), file=sys.stdout if "--help" in sys.argv else sys.stderr)
        sys.exit(0 if "--help" in sys.argv else 2)
    file, outcome, phase, parameter, picture = sys.argv[1:] + [""] * (6 - len(sys.argv))
    sweep, values = read(file, outcome, phase)
    paths = list(sweep.parameter.values)
    if parameter:
        known(file, "parameter", parameter, paths)
    is_used, points = usable(file, sweep, values)
    sweep, values = sweep.isel(point=is_used), values[is_used]
    mean = values.mean("replicate").values
    correlations = np.array([rank_correlation(column, mean) for column in sweep.parameter_value.values.T])
    strongest = np.argsort(-np.abs(correlations), kind="stable")  # those that are not numbers last
    p = paths.index(parameter) if parameter else strongest[0]
    label = f"{values.outcome_label_en.values}, {values.phase_label_en.values}, year {values.year.values}"
    picture = picture or f"{pathlib.Path(file).with_suffix('')}-{values.outcome.values}-{values.phase.values}-{paths[p]}.png"
    print_table(sweep, values, label, points, correlations, strongest)
    try:
        draw(sweep, values, label, points, correlations, strongest, p, picture)
    except (OSError, ValueError) as error:
        refuse(f"{picture} could not be drawn: {error}")
    print(f"picture: {picture}")


if __name__ == "__main__":
    main()
