# What a sweep says: `sensitivity` and its table, JSON and file, the report of a sweep, its tables as CSV; and what of all this is refused.
import csv
import io
import json
import os
import shutil
import subprocess
import unittest

import numpy as np
import xarray as xr
from scipy import stats

import program

PAGE_TEST = program.ROOT / "tests" / "report" / "page_test.mjs"
EXAMPLE_SWEEP = program.SCENARIOS / "sweeps" / "example.toml"
COACHES = program.SCENARIOS / "sweeps" / "coaches.toml"
GRID = f"""
title = {{ en = "Sun and mood", nl = "Zon en stemming" }}
scenario = "{program.EXAMPLE}"
replicates = 4
outcomes = ["mood", "low_mood"]
set = {{ time.years = 1 }}
[design]
kind = "grid"
[[axis]]
path = "example.mean"
label = {{ en = "sun", nl = "zon" }}
values = [0, 0.5, 1]
"""


class Sensitivity(program.Case):
    @classmethod
    def setUpClass(cls):
        cls.place = cls.enterClassContext(program.folder())
        cls.cube, cls.grid = cls.place / "cube.h5", cls.place / "grid.h5"
        (cls.place / "grid.toml").write_text(GRID)
        for plan, out in ((EXAMPLE_SWEEP, cls.cube), (cls.place / "grid.toml", cls.grid)):
            done = program.run("sweep", plan, "--out", out, "--quiet")
            assert done.returncode == program.DONE, done.stderr

    def table(self, *words):
        return list(csv.DictReader(io.StringIO(self.done("export", *words))))

    def test_the_numbers_are_those_that_scipy_finds(self):
        answer = json.loads(self.done("sensitivity", self.cube, "--outcome", "mood", "--json"))
        self.assertEqual(len(answer), 1)
        self.assertEqual([answer[0][key] for key in ("outcome", "phases", "year", "parts_used")], ["mood", ["all"], 2, 20])
        with xr.open_dataset(self.cube) as sweep:
            means = sweep["value"].sel(outcome="mood", phase="all").isel(year=-1).mean("replicate").values
            for row in answer[0]["parameters"]:
                values = sweep["parameter_value"].sel(parameter=row["parameter"]).values
                self.assertAlmostEqual(row["rank_correlation"], stats.spearmanr(values, means)[0], places=6)
                self.assertLessEqual(row["rank_correlation_low"], row["rank_correlation"])
                self.assertGreaterEqual(row["rank_correlation_high"], row["rank_correlation"])
        text = self.done("sensitivity", self.cube, "--outcome", "mood")
        for row in answer[0]["parameters"]:
            self.assertIn(f"{row['rank_correlation']:.3g}", text)
        self.assertEqual(text.count("95 % interval"), 2)

    def test_the_file_has_labelled_dimensions(self):
        out = self.folder / "found.h5"
        self.done("sensitivity", self.cube, "--out", out)
        answer = json.loads(self.done("sensitivity", self.cube, "--json"))
        with xr.open_dataset(out) as found:
            self.assertEqual(set(found.sizes), {"question", "parameter"})
            for question, expected in zip(found["question"].values, answer):
                for row in expected["parameters"]:
                    here = found.sel(question=question, parameter=row["parameter"])
                    np.testing.assert_allclose(here["regression_coefficient"], row["regression_coefficient"], rtol=1e-6)
                    np.testing.assert_allclose(here["regression_coefficient_low"], row["regression_coefficient_low"], rtol=1e-6)

    def test_a_grid_is_read_point_by_point(self):
        text = self.done("sensitivity", self.grid, "--outcome", "mood")
        lines = [line.split() for line in text.splitlines() if line.strip()]
        points = [line for line in lines if line[0] in ("0", "0.5", "1")]
        self.assertEqual([line[0] for line in points], ["0", "0.5", "1"])
        for row, line in zip(self.levels(), points):
            self.assertEqual(float(line[1]), float(f"{row:.3g}"))
        self.assertNotIn("regression", text)

    def levels(self):
        with xr.open_dataset(self.grid) as sweep:
            return sweep["value"].sel(outcome="mood", phase="all").isel(year=-1).mean("replicate").values

    def test_an_incomplete_sweep_says_so_or_is_refused(self):
        out = self.folder / "part.h5"
        self.done("sweep", EXAMPLE_SWEEP, "--out", out, "--quiet", "--shard", "1/3")
        self.done("merge", "--out", out, "--allow-gaps")
        self.assertIn("of 20 points 20 lack a run", self.refused("sensitivity", out))
        self.assertIn("of 20 points 20 lack a run", self.refused("report", out, "--json"))
        more = self.folder / "more.h5"
        for k in range(1, 8):
            self.done("sweep", EXAMPLE_SWEEP, "--out", more, "--quiet", "--shard", f"{k}/8")
        self.done("merge", "--out", more, "--allow-gaps")
        self.assertRegex(self.done("sensitivity", more, "--outcome", "mood"), r"incomplete: 5 of 20 points lack a run, so 5 of 20 points are left out")
        told = json.loads(self.done("report", more, "--json"))
        self.assertEqual(told["notices"][0]["text"]["en"], "5 of 40 runs are missing or failed; 15 of 20 parts of the design are used, at least in part.")

    def test_reports_of_both_kinds_are_shown_in_a_browser(self):
        for file in (self.cube, self.grid):
            page = self.folder / f"{file.stem}.html"
            self.assertRegex(self.done("report", file, "--out", page, "--lang", "nl"), r"^report: .*html \(\d\.\d MB\)\n$")
            shown = subprocess.run([shutil.which("node"), PAGE_TEST, "--page", page], cwd=PAGE_TEST.parent, env={**os.environ, "REPORT_PAGE": str(page)},
                                   capture_output=True, text=True, timeout=580)
            self.assertEqual(shown.returncode, 0, shown.stdout[-6000:] + shown.stderr[-2000:])

    def test_a_report_has_the_numbers_of_the_analysis(self):
        data = json.loads(self.done("report", self.grid, "--json", "--outcome", "mood"))
        self.assertEqual([data["kind"], data["sweep"]["method"], len(data["sweep"]["questions"])], ["sweep", "ranking", 1])
        question = data["sweep"]["questions"][0]
        for point, level in zip(question["points"], self.levels()):
            self.assertAlmostEqual(point["level"][0], level, delta=1e-3)
        self.assertRegex(question["answer"][0]["en"], r"^Sun from 0 to 1: each of 2 steps counts, together 1\.\d+ higher \(95% interval .*\)\.$")
        ranked = json.loads(self.done("report", self.cube, "--json", "--outcome", "mood"))["sweep"]["questions"][0]["ranked"]
        answer = json.loads(self.done("sensitivity", self.cube, "--outcome", "mood", "--json"))[0]["parameters"]
        for told, row in zip(ranked, answer):
            self.assertAlmostEqual(told["strength"][0], abs(row["regression_coefficient"]), delta=1e-3)

    def test_costs_and_averted_years_are_told_where_the_model_knows_them(self):
        out = self.folder / "coaches.h5"
        small = program.sets(population__scale=0.01, time__years=2, time__burn_in=1)
        self.done("sweep", COACHES, *small, "--replicates", 2, "--out", out, "--quiet")
        data = json.loads(self.done("report", out, "--json", "--outcome", "burnt_out", "--phase", "anios,aios", "--year", 1))
        self.assertEqual(data["year"], 1)
        self.assertEqual(data["sweep"]["questions"][0]["who"], {"en": "resident not in training and resident in training", "nl": "anios en aios"})
        points = data["sweep"]["questions"][0]["points"]
        self.assertEqual(len(points), 8)
        rows = self.table(out, "--table", "costs")
        paid = {int(p): sum(float(row["value"]) for row in rows if row["point"] == p) / 2 for p in ("1", "8")}
        self.assertAlmostEqual(points[7]["euros"][0], paid[8] - paid[1], delta=1e-3 * abs(points[7]["euros"][0]) + 1)
        self.assertGreater(points[7]["averted"][2], points[7]["averted"][1])
        self.assertTrue(all(axis["source"] and "set in" not in axis["source"] for axis in self.example_axes()))

    def example_axes(self):
        return json.loads(self.done("report", self.cube, "--json"))["sweep"]["axes"]

    def test_tables_of_a_sweep_are_exported(self):
        rows = self.table(self.grid)
        self.assertEqual(len(rows), 3 * 4 * 2)
        self.assertEqual(len(self.table(self.grid, "--outcome", "mood")), 3 * 4)
        self.assertIn("did you mean", self.refused("export", self.grid, "--outcome", "moo"))
        self.assertEqual(set(rows[0]), {"point", "replicate", "outcome", "year", "phase", "value", "unit"})
        means = [np.mean([float(row["value"]) for row in rows if row["point"] == str(p) and row["outcome"] == "mood"]) for p in (1, 2, 3)]
        np.testing.assert_allclose(means, self.levels(), rtol=1e-5)
        self.assertEqual([float(row["value"]) for row in self.table(self.grid, "--table", "parameters", "--outcome", "parameter_value")], [0.0, 0.5, 1.0])
        for table in ("persons", "status"):
            self.assertTrue(self.table(self.grid, "--table", table))
        self.assertIn("valid: ", self.refused("export", self.grid, "--table", "by_phase"))

    def test_show_names_no_scenarios(self):
        self.assertNotIn("scenarios", json.loads(self.done("show", self.grid, "--json")))
        self.assertNotIn("\nscenarios\n", self.done("show", self.grid))

    def test_what_does_not_fit_a_sweep_is_refused(self):
        out = self.folder / "no.html"
        for words, expected in (
            (("sensitivity", self.cube, "--outcome", "mod"), 'did you mean "mood"?'),
            (("sensitivity", self.cube, "--phase", "aios"), "(valid: all)"),
            (("sensitivity", self.cube, "--year", 9), "must lie in [1, 2]"),
            (("sensitivity", self.cube, "--phase", "all,all"), "is named twice"),
            (("report", self.cube, "--force", "--out", out), "--force"),
            (("sweep", "--from", self.folder / "gone.h5", "--out", out), "there is no such file"),
            (("sensitivity", self.cube, "--out", self.cube), "is the file of the sweep itself"),
            (("sensitivity", EXAMPLE_SWEEP), "HDF5"),
            (("report", self.cube, self.grid, "--out", out), "is of one file"),
            (("report", self.cube, "--set", "costs.discount.costs=0.04", "--out", out), "does not act on a sweep"),
            (("run", "--from", self.cube, "--out", self.folder / "no.h5"), "bevlogen sweep --from repeats it"),
            (("sweep", "--out", self.folder / "no.h5"), "name one plan"),
        ):
            self.assertIn(expected, self.refused(*words))
        run = self.folder / "run.h5"
        self.done("run", program.EXAMPLE, "--out", run, "--quiet")
        self.assertIn("choose in a sweep", self.refused("report", run, "--outcome", "mood", "--out", out))
        self.assertFalse(out.exists())


if __name__ == "__main__":
    unittest.main()
