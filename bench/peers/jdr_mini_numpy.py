#!/usr/bin/python3
"""JDR-mini in NumPy: whole columns at once.

As those write it who know NumPy well: arrays of members by teams, so that a team's sum is one vector addition a member and needs no index;
float32 and SFC64, which are the quickest; results written in place; some teams at a time, so that all columns stay in the cache. With
--plain as most would write it: float64, PCG64, np.bincount for the sums of teams.
"""
import sys

sys.dont_write_bytecode = True

try:
    import numpy as np
except ImportError:
    print("NumPy is not there: apt-get install python3-numpy", flush=True)
    sys.exit(4)

from jdr_mini import AGENTS, SEED, TEAM, main, traits  # noqa: E402

TEAMS_AT_ONCE = 1000


class Plain:
    def __init__(self):
        self.draw = np.random.default_rng(SEED)
        self.w, self.a, self.s, self.k = traits()
        self.b, self.e = np.full(AGENTS, 2.0), np.full(AGENTS, 4.0)
        self.on_leave = np.zeros(AGENTS, dtype=bool)
        self.team = np.arange(AGENTS) // TEAM
        self.members = np.bincount(self.team)

    def mean(self, column):
        return (np.bincount(self.team, column) / self.members)[self.team]

    def step(self, weeks):
        for _ in range(weeks):
            team_b, team_e, away = self.mean(self.b), self.mean(self.e), self.mean(self.on_leave)
            demands = self.w * (1.0 + 0.5 * away)
            resources = 0.5 * (self.a + self.s)
            noise = 0.05 * self.draw.standard_normal((2, AGENTS))
            b = self.b + self.k * (demands - 0.6 * resources) * 0.1 - 0.05 * self.b + 0.02 * (team_b - self.b) + noise[0]
            e = self.e + 0.1 * resources - 0.03 * demands - 0.05 * self.e + 0.02 * (team_e - self.e) + noise[1]
            self.b, self.e = np.clip(b, 0.0, 6.0), np.clip(e, 0.0, 6.0)
            u = self.draw.random(AGENTS)
            back = self.on_leave & (u < 0.05)
            ill = ~self.on_leave & (u < 0.002 * np.maximum(0.0, self.b - 3.0))
            self.b[back] = np.maximum(0.0, self.b[back] - 0.5)
            self.on_leave = (self.on_leave & ~back) | ill

    def means(self):
        return {"exhaustion": float(self.b.mean()), "engagement": float(self.e.mean()), "on_leave": float(self.on_leave.mean())}


class Teams:
    """Some teams, their members along the first axis; places without a member hold 0."""

    def __init__(self, columns, members, draw):
        w, a, s, k = columns
        resources = 0.5 * (a + s)
        self.w, self.k = w, 0.1 * k
        self.strain = -0.6 * 0.1 * k * resources  # what never changes of b's and of e's step
        self.motivation = 0.1 * resources
        self.share = 1.0 / members.sum(axis=0, dtype=np.float32)
        self.nobody = ~members if not members.all() else None
        self.members, self.draw = int(members.sum()), draw
        self.b, self.e = np.where(members, np.float32(2), np.float32(0)), np.where(members, np.float32(4), np.float32(0))
        self.on_leave = np.zeros_like(self.b)
        self.noise, self.u, self.demands, self.other = (np.empty_like(self.b) for _ in range(4))
        self.back, self.ill = np.empty(self.b.shape, dtype=bool), np.empty(self.b.shape, dtype=bool)

    def step(self):
        b, e, other = self.b, self.e, self.other
        team_b, team_e, away = (column.sum(axis=0) * self.share for column in (b, e, self.on_leave))
        np.multiply(self.w, 1.0 + 0.5 * away, out=self.demands)
        self.walk(b, team_b)
        b += self.strain
        b += np.multiply(self.k, self.demands, out=other)
        np.clip(b, 0.0, 6.0, out=b)
        self.walk(e, team_e)
        e += self.motivation
        e -= np.multiply(self.demands, np.float32(0.03), out=other)
        np.clip(e, 0.0, 6.0, out=e)
        self.change_leave()
        if self.nobody is not None:
            for column in (b, e, self.on_leave):
                column[self.nobody] = 0.0

    def walk(self, x, team):
        """x <- 0.93 x + 0.02 mean of the team + 0.05 z"""
        z = self.draw.standard_normal(out=self.noise, dtype=np.float32)
        z *= np.float32(0.05)
        x *= np.float32(0.93)
        x += np.float32(0.02) * team
        x += z

    def change_leave(self):
        u = self.draw.random(out=self.u, dtype=np.float32)
        risk = np.subtract(self.b, np.float32(3.0), out=self.other)
        risk *= np.float32(0.002)
        np.less(u, risk, out=self.ill)
        np.less(u, np.float32(0.05), out=self.back)
        self.back &= self.on_leave > 0.5
        self.ill |= self.on_leave > 0.5
        self.ill ^= self.back
        place = np.nonzero(self.back)
        self.b[place] = np.maximum(self.b[place] - np.float32(0.5), np.float32(0.0))
        np.copyto(self.on_leave, self.ill)


class Expert:
    def __init__(self):
        draw = np.random.Generator(np.random.SFC64(SEED))
        teams = -(-AGENTS // TEAM)
        members = (np.arange(teams * TEAM) < AGENTS).reshape(teams, TEAM).T
        columns = [np.zeros(teams * TEAM, dtype=np.float32) for _ in range(4)]
        for column, trait in zip(columns, traits()):
            column[:AGENTS] = trait
        columns = [column.reshape(teams, TEAM).T for column in columns]
        some = [slice(first, first + TEAMS_AT_ONCE) for first in range(0, teams, TEAMS_AT_ONCE)]
        self.parts = [Teams([np.ascontiguousarray(column[:, these]) for column in columns], np.ascontiguousarray(members[:, these]), draw)
                      for these in some]

    def step(self, weeks):
        for part in self.parts:  # teams never meet
            for _ in range(weeks):
                part.step()

    def means(self):
        def mean(column):
            return float(sum(getattr(part, column).sum(dtype=np.float64) for part in self.parts) / AGENTS)
        return {"exhaustion": mean("b"), "engagement": mean("e"), "on_leave": mean("on_leave")}


if __name__ == "__main__":
    main(lambda options: "NumPy, plain" if options.plain else "NumPy", lambda options: Plain() if options.plain else Expert(), __doc__,
         [("--plain", "as most would write it")])
