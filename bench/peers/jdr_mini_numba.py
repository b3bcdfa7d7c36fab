#!/usr/bin/python3
"""JDR-mini in numba: a compiled loop over teams, in float32.

The numbers are drawn by NumPy's generators (SFC64, float32), since numba's own normals, from the Mersenne twister, take twice as long; some
teams at a time, four weeks each, so that what was drawn is still in the cache. With --parallel on two threads: teams in two halves, each
with a generator of its own, as NumPy's manual advises; both let go of the interpreter's lock. With --plain as most would write it: one
compiled function, np.random within, prange over teams.
"""
import sys

sys.dont_write_bytecode = True

import math  # noqa: E402
from concurrent.futures import ThreadPoolExecutor  # noqa: E402

try:
    import numba
    import numpy as np
except ImportError:
    print("numba is not there: apt-get install python3-numba", flush=True)
    sys.exit(4)

from jdr_mini import AGENTS, SEED, TEAM, main, traits  # noqa: E402

TEAMS_AT_ONCE = 500
THREADS = 2
F = np.float32


@numba.njit(inline="always", fastmath=True)
def agent_week(b, e, away, w, a, s, k, team_b, team_e, team_away, z_b, z_e, u):
    demands = w * (F(1) + F(0.5) * team_away)
    resources = F(0.5) * (a + s)
    b += k * (demands - F(0.6) * resources) * F(0.1) - F(0.05) * b + F(0.02) * (team_b - b) + F(0.05) * z_b
    e += F(0.1) * resources - F(0.03) * demands - F(0.05) * e + F(0.02) * (team_e - e) + F(0.05) * z_e
    b = min(max(b, F(0)), F(6))
    e = min(max(e, F(0)), F(6))
    if away > F(0.5):
        if u < F(0.05):
            return max(b - F(0.5), F(0)), e, F(0)
    elif u < F(0.002) * (b - F(3)):
        return b, e, F(1)
    return b, e, away


@numba.njit(inline="always", fastmath=True)
def team_means(state, first, end):
    b, e, away = F(0), F(0), F(0)
    for i in range(first, end):
        b += state[0, i]
        e += state[1, i]
        away += state[2, i]
    share = F(1) / F(end - first)
    return b * share, e * share, away * share


@numba.njit(nogil=True, fastmath=True)
def week_with(state, trait, first_agent, end_agent, z_b, z_e, u):
    for first in range(first_agent, end_agent, TEAM):
        end = min(first + TEAM, end_agent)
        team_b, team_e, team_away = team_means(state, first, end)
        for i in range(first, end):
            at = i - first_agent
            state[0, i], state[1, i], state[2, i] = agent_week(
                state[0, i], state[1, i], state[2, i], trait[0, i], trait[1, i], trait[2, i], trait[3, i],
                team_b, team_e, team_away, z_b[at], z_e[at], u[at])


@numba.njit(parallel=True, fastmath=True)
def plain_weeks(state, trait, weeks):
    for _ in range(weeks):
        for team in numba.prange((state.shape[1] + TEAM - 1) // TEAM):
            first = team * TEAM
            end = min(first + TEAM, state.shape[1])
            team_b, team_e, team_away = team_means(state, first, end)
            for i in range(first, end):
                state[0, i], state[1, i], state[2, i] = agent_week(
                    state[0, i], state[1, i], state[2, i], trait[0, i], trait[1, i], trait[2, i], trait[3, i], team_b, team_e, team_away,
                    F(np.random.standard_normal()), F(np.random.standard_normal()), F(np.random.random()))


class Agents:
    def __init__(self, threads):
        self.trait = np.array(traits(), dtype=np.float32)
        self.state = np.zeros((3, AGENTS), dtype=np.float32)
        self.state[0], self.state[1] = 2, 4
        self.threads = threads

    def means(self):
        means = self.state.mean(axis=1, dtype=np.float64)
        return dict(zip(("exhaustion", "engagement", "on_leave"), map(float, means)))


class Plain(Agents):
    def __init__(self, threads):
        super().__init__(threads)
        numba.set_num_threads(threads)

    def step(self, weeks):
        plain_weeks(self.state, self.trait, weeks)


class Expert(Agents):
    def __init__(self, threads):
        super().__init__(threads)
        self.pool = ThreadPoolExecutor(threads) if threads > 1 else None
        teams = math.ceil(AGENTS / TEAM)
        borders = [min(AGENTS, teams * t // threads * TEAM) for t in range(threads)] + [AGENTS]
        seeds = np.random.SeedSequence(SEED).spawn(threads)
        self.shares = [(borders[t], borders[t + 1], np.random.Generator(np.random.SFC64(seeds[t])),
                        [np.empty(TEAMS_AT_ONCE * TEAM, dtype=np.float32) for _ in range(3)]) for t in range(threads)]

    def step(self, weeks):
        if self.pool is None:
            self.step_share(self.shares[0], weeks)
        else:
            list(self.pool.map(lambda share: self.step_share(share, weeks), self.shares))

    def step_share(self, share, weeks):
        begin, end, draw, (z_b, z_e, u) = share
        for first in range(begin, end, TEAMS_AT_ONCE * TEAM):  # teams never meet
            last = min(first + TEAMS_AT_ONCE * TEAM, end)
            for _ in range(weeks):
                draw.standard_normal(out=z_b, dtype=np.float32)
                draw.standard_normal(out=z_e, dtype=np.float32)
                draw.random(out=u, dtype=np.float32)
                week_with(self.state, self.trait, first, last, z_b, z_e, u)


def name(options):
    return f"numba{', plain' if options.plain else ''}, {THREADS if options.parallel else 1} thread{'s' if options.parallel else ''}"


if __name__ == "__main__":
    main(name, lambda options: (Plain if options.plain else Expert)(THREADS if options.parallel else 1), __doc__,
         [("--parallel", "on two threads"), ("--plain", "as most would write it")])
