#!/usr/bin/python3
"""usage: bench/viewer.py [--viewer build/release/bin/bevlogen-viewer] [--runs 5]

How quick the window is, on a screen of its own (Xvfb, 1920 x 1080, drawn by Mesa in software), with the whole country running on one thread:
how soon after the command curves live, how long a frame takes, how soon what a person does is shown, and a million persons as density. Prints
medians beside what is aimed at; bench_live has what snapshots cost the engine. Needs xvfb and xdotool.
"""
import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COUNTRY = ["--size", "1920x1080", "--threads", "1"]
MILLION = ["--set", "population.scale=23", "--set", "time.burn_in=0", "--set", "time.years=2"]


def first_live(screen):
    """Seconds from the command to the first frame with a clearing of the run in it."""
    begin = time.monotonic()
    with Viewer(screen, *COUNTRY) as viewer:
        viewer.wait_until("curves live", lambda _, values: int(values.get("week", "0")) >= 4)
        return time.monotonic() - begin


def frames(screen, *arguments, count=120, patience=600):
    """Milliseconds of each frame while the session runs, without those in which the window was being set up."""
    with tempfile.TemporaryDirectory() as folder:
        timings = Path(folder) / "timings"
        with Viewer(screen, *COUNTRY, *arguments, "--frames", str(count), "--timings", str(timings)) as viewer:
            viewer.process.wait(timeout=patience)
        return [float(line) * 1000 for line in timings.read_text().split()][-count + 10:]


def shown_after(screen, presses=20):
    """Milliseconds from a key going down (xdotool's start included) to a frame that shows it."""
    waits = []
    with Viewer(screen, *COUNTRY) as viewer:
        viewer.wait_shown()
        viewer.wait_until("it runs", lambda _, values: int(values["week"]) >= 8)
        for _ in range(presses):
            other = "nl" if viewer.value("language") == "en" else "en"
            begin = time.monotonic()
            viewer.xdotool("keydown", "l")
            while viewer.value("language") != other:
                time.sleep(0.001)
            waits.append((time.monotonic() - begin) * 1000)
            viewer.pause(2)
            viewer.xdotool("keyup", "l")
            viewer.pause(4)
    return waits


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--viewer", default=str(ROOT / "build/release/bin/bevlogen-viewer"))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    os.environ["BEVLOGEN_VIEWER"] = options.viewer
    sys.path.insert(0, str(ROOT / "tests/viewer"))
    global Viewer
    from window import Screen, Viewer

    def report(what, value, unit, limit):
        print(f"{what:<64} {value:8.1f} {unit:<3} {'met' if value <= limit else 'MISSED':>6} (at most {limit:g} {unit})", flush=True)

    print("The viewer at 1920 x 1080, drawn in software; the Netherlands 1:1 on one thread. Medians.")
    with Screen(1920, 1080) as screen:
        report("from the command to the first frame with live curves", statistics.median(first_live(screen) for _ in range(options.runs)), "s", 3)
        for panel in ["people", "hospitals", "staffing"]:
            report(f"a frame, {panel} at the side", statistics.median(frames(screen, "--panel", panel)), "ms", 50)
        report("from a key to a frame that shows it, the slowest of 20", max(shown_after(screen)), "ms", 150)
        report("a frame with a million persons as density, the session running", statistics.median(frames(screen, *MILLION, count=40)), "ms", 60)


if __name__ == "__main__":
    main()
