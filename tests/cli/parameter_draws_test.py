# --parameters: replicates under draws of parameters, by hand; intervals of one more draw; the same again from the file; refusals.
import json
import math
import unittest

import numpy as np
import xarray as xr

import program

TINY = program.size(scale=0.02, years=2, burn_in=1, replicates=2)
T_OF_THREE = 4.302653  # Student's t, two degrees of freedom, 97.5 %
VALUES = (0.0, 0.1, 0.2)


class ParameterDraws(program.Case):
    def draws(self, *values, path="jdr.contagion"):
        file = self.folder / "by-hand.toml"
        file.write_text("".join(f"[[draw]]\n{path} = {value}\n" for value in values))
        return file

    def compared(self, *words, out="a.h5"):
        self.done("compare", program.BASELINE, program.LESS_ADMINISTRATION, *TINY, "--quiet", "--out", self.folder / out, *words)
        return self.folder / out

    def burnt_out(self, file):
        """Of everybody in the last year: [scenario][replicate]."""
        stored = xr.load_dataset(file, engine="netcdf4").burnt_out
        return stored.sel(phase="all", measure="mean").isel(clearing=slice(-13, None)).mean("clearing").values.astype(float)

    def values_of(self, sweep):
        """[replicate][...] of every outcome that it keeps."""
        stored = xr.load_dataset(sweep, engine="netcdf4").value
        return stored.transpose("replicate", ...).values

    def test_replicates_run_under_each_draw_and_intervals_are_of_one_more(self):
        file = self.compared("--parameters", self.draws(*VALUES))
        levels = self.burnt_out(file)
        self.assertEqual(levels.shape, (2, 6))
        second = self.compared("--set", "jdr.contagion=0.1", "--set", "run.first_replicate=3", out="second.h5")
        np.testing.assert_array_equal(self.burnt_out(second), levels[:, 2:4])
        differences = (levels[1] - levels[0]).reshape(3, 2).mean(axis=1)
        half = T_OF_THREE * differences.std(ddof=1) * math.sqrt(1 + 1 / 3)
        rows = json.loads(self.done("compare", file, "--json"))["rows"]
        row = next(r for r in rows if (r["scenario"], r["outcome"], r["phase"]) == ("less-administration", "burnt_out", "all"))
        self.assertAlmostEqual(row["difference"], differences.mean(), 6)
        self.assertAlmostEqual(row["difference_low"], differences.mean() - half, 6)
        self.assertAlmostEqual(row["difference_high"], differences.mean() + half, 6)

    def test_a_report_tells_what_was_drawn_and_how_much_it_matters(self):
        file = self.compared("--parameters", self.draws(*VALUES), "--report")
        self.assertIn("3 draws of parameters, 2 replicates each", self.done("compare", file))
        data = json.loads(self.done("report", file, "--json"))
        self.assertEqual([data["draws"][k] for k in ("name", "number", "replicates")], ["by-hand", 3, 2])
        drawn = next(a for a in data["assumptions"] if a["path"] == "jdr.contagion")
        self.assertEqual([drawn["value"]["nl"], drawn["source"]["en"]], ["0 tot 0,2", "drawn: by-hand"])
        told = " ".join(sentence["en"] for sentence in data["certainty"])
        self.assertIn("3 draws from by-hand, 2 replicates each", told)
        self.assertNotIn("of the variance", told)  # three draws say too little of that
        self.assertNotIn("chance only", json.dumps(data))

    def test_the_file_repeats_itself(self):
        file = self.compared("--parameters", self.draws(*VALUES))
        self.done("compare", "--from", file, "--quiet", "--out", self.folder / "again.h5")
        self.assertIn("identical", self.done("diff", file, self.folder / "again.h5"))
        for words in (("--until-ci", "0.01"), ("--parameters", self.draws(*VALUES))):
            self.assertIn(words[0], self.refused("compare", "--from", file, *words, "--out", self.folder / "no.h5"))
        self.assertIn("not 5 replicates", self.refused("compare", "--from", file, "--replicates", 5, "--out", self.folder / "no.h5"))

    def test_a_sweep_gives_each_replicate_its_draw(self):
        plan = self.folder / "plan.toml"
        plan.write_text(f'scenario = "{program.BASELINE}"\nreplicates = 3\n[set]\npopulation.scale = 0.02\ntime.years = 1\ntime.burn_in = 1\n'
                        '[design]\nkind = "grid"\n[[axis]]\npath = "jdr.strain_scale"\nvalues = [0.6, 0.9]\n')
        out, draws = self.folder / "s.sweep.h5", self.draws(*VALUES)
        self.assertIn("each under one of 3 draws of by-hand", self.done("sweep", plan, "--parameters", draws, "--quiet", "--out", out))
        drawn = self.values_of(out)
        alone = []
        for value in VALUES:
            one = self.folder / f"{value}.sweep.h5"
            self.done("sweep", plan, "--set", f"jdr.contagion={value}", "--quiet", "--out", one)
            alone.append(self.values_of(one))
        of_replicate = [next(d for d, values in enumerate(alone) if np.array_equal(values[r], drawn[r], equal_nan=True)) for r in range(3)]
        self.assertEqual(sorted(of_replicate), [0, 1, 2])
        # The draws are in the file: it repeats itself, and its report says what its intervals are of.
        self.done("sweep", "--from", out, "--quiet", "--out", self.folder / "again.sweep.h5")
        self.assertIn("identical", self.done("diff", out, self.folder / "again.sweep.h5"))
        told = " ".join(sentence["en"] for sentence in json.loads(self.done("report", out, "--json"))["certainty"])
        self.assertIn("one of the 3 draws in by-hand", told)
        self.assertIn("--parameters", self.refused("sweep", "--from", out, "--parameters", draws, "--out", self.folder / "no.h5"))
        self.assertIn("jdr.strain_scale is drawn and is an axis", self.refused("sweep", plan, "--parameters", self.draws(0.5, 0.6, path="jdr.strain_scale")))

    def test_prices_are_those_of_the_draw(self):
        file = self.compared("--parameters", self.draws(1, 2, 4, path="costs.hired_hour"))
        total = json.loads(self.done("compare", file, "--json"))["costs"]["rows"][0]["total"]
        alone = [json.loads(self.done("compare", program.BASELINE, program.LESS_ADMINISTRATION, *TINY, "--set", f"costs.hired_hour={price}", "--set",
                                      f"run.first_replicate={2 * draw + 1}", "--quiet", "--json", "--out", self.folder / "one.h5"))["costs"]["rows"][0]["total"][0]
                 for draw, price in enumerate((1, 2, 4))]
        self.assertAlmostEqual(total[0] / np.mean(alone), 1.0, 9)
        half = T_OF_THREE * np.std(alone, ddof=1) * math.sqrt(1 + 1 / 3)
        self.assertAlmostEqual((total[2] - total[0]) / half, 1.0, 6)

    def test_what_cannot_be_drawn_is_refused_before_anything_runs(self):
        for path, value in (("world.team_size_spread", 0.1), ("costs.discount.costs", 0.02)):
            draws = self.draws(value, 2 * value, path=path)
            words = ("compare", program.BASELINE, program.LESS_ADMINISTRATION, *TINY, "--out", self.folder / "no.h5", "--parameters", draws)
            self.assertIn(f"{path} cannot be drawn", self.refused(*words))
            self.assertIn(f"{path} cannot be drawn", self.refused("check", draws))
        self.assertEqual(program.names_in(self.folder), ["by-hand.toml"])

    def test_runs_made_apart_hide_nothing_either(self):
        changed, draws = self.folder / "changed.toml", self.draws(*VALUES)
        changed.write_text(f'title = "Changed"\nextends = "{program.BASELINE}"\n[parameters]\njdr.contagion = 0.2\n')
        for scenario in (program.BASELINE, changed):
            self.done("run", scenario, *TINY, "--parameters", draws, "--quiet", "--out", self.folder / f"{scenario.stem}.h5")
        self.assertIn("sets jdr.contagion", self.refused("compare", self.folder / "baseline.h5", self.folder / "changed.h5"))

    def test_mistakes_are_told_in_their_place_and_nothing_is_written(self):
        words = ("compare", program.BASELINE, program.LESS_ADMINISTRATION, *TINY, "--out", self.folder / "no.h5", "--parameters")
        said = self.refused(*words, self.draws(0.1, 0.2, path="jdr.contagon"))
        self.assertIn("by-hand.toml:2:5", said)
        self.assertIn("2 errors", said)
        self.assertIn('did you mean "jdr.contagion"?', said)
        self.assertIn("by-hand.toml:4:17: error: jdr.contagion = 99 (must lie in", self.refused(*words, self.draws(0.1, 99)))
        self.assertIn("holds one draw", self.refused(*words, self.draws(0.1)))
        self.assertIn("no file", self.refused(*words, self.folder / "none.toml"))
        changed = self.folder / "changed.toml"
        changed.write_text(f'title = "Changed"\nextends = "{program.BASELINE}"\n[parameters]\njdr.contagion = 0.2\n')
        said = self.refused("compare", program.BASELINE, changed, *TINY, "--out", self.folder / "no.h5", "--parameters", self.draws(*VALUES))
        self.assertIn("sets jdr.contagion", said)
        self.assertIn("--until-ci", self.refused(*words, self.draws(*VALUES), "--until-ci", "0.01"))
        self.assertEqual(program.names_in(self.folder), ["by-hand.toml", "changed.toml"])


if __name__ == "__main__":
    unittest.main()
