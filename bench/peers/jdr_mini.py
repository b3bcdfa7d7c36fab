"""What the peers of JDR-mini share: traits, the known means, and being timed, alone or turn by turn with other programs.

A peer is timed for so many seconds each time a line with a number comes in (--serve), and answers with ns an agent-week; its first line is
a JSON object about itself. Without --serve it times itself and prints one JSON object.
"""
import argparse
import json
import statistics
import sys
import time

import numpy as np

AGENTS, WEEKS, TEAM = 100_000, 520, 12  # workload B
SEED = 20261122
# After 520 weeks: the mean of nine programs, and four of the standard deviations between them.
KNOWN = {"exhaustion": (2.419, 2.4254), "engagement": (4.1904, 4.1936), "on_leave": (0.0074, 0.0101)}


def traits():
    """Workload, autonomy, support and sensitivity of each agent: the same in every program."""
    agent = np.arange(AGENTS, dtype=np.float64)
    part = [np.modf(agent * factor)[0] for factor in (0.6180339887498949, 0.7548776662466927, 0.5698402909980532, 0.8191725133961645)]
    return [2.0 + 2.0 * part[0], 2.0 + 2.0 * part[1], 2.0 + 2.0 * part[2], 0.5 + part[3]]


def nanoseconds(model, seconds):
    begin, weeks = time.perf_counter(), 0
    while True:
        model.step(4)
        weeks += 4
        spent = time.perf_counter() - begin
        if spent >= seconds:
            return spent * 1e9 / (weeks * AGENTS)


def about(name, model):
    """Steps 520 weeks (what is compiled, is compiled then) and says whether the means are right."""
    model.step(WEEKS)
    means = model.means()
    sane = all(low <= means[what] <= high for what, (low, high) in KNOWN.items())
    return {"peer": name, "numpy": np.__version__, **means, "sane": bool(sane)}


def main(name, make, description, variants=()):
    parser = argparse.ArgumentParser(description=description)
    for option, meaning in variants:
        parser.add_argument(option, action="store_true", help=meaning)
    parser.add_argument("--serve", action="store_true", help="be timed for as many seconds as each line of the input says")
    parser.add_argument("--seconds", type=float, default=1.0, help="least time of a run (1)")
    parser.add_argument("--runs", type=int, default=5, help="runs, of which the median counts (5)")
    options = parser.parse_args()
    model = make(options)
    facts = about(name(options), model)
    if not options.serve:
        runs = [nanoseconds(model, options.seconds) for _ in range(options.runs)]
        print(json.dumps({**facts, "ns_per_agent_week": statistics.median(runs), "runs": runs}, indent=2))
        return
    print(json.dumps(facts), flush=True)
    for line in sys.stdin:
        print(nanoseconds(model, float(line)), flush=True)
