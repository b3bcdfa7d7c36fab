# Calibrations from files: what is printed and written, that they go on where they were, and that other commands take what they found.
import json

import signal
import subprocess
import time
import unittest

import program

CALIBRATIONS = sorted((program.SCENARIOS / "calibrations").glob("*.toml"))
EXAMPLE = program.SCENARIOS / "calibrations" / "example.toml"
NETHERLANDS = program.SCENARIOS / "calibrations" / "netherlands.toml"
SHORT = """like = "{example}"
[search]
start = 60
keep = 20
generation = 30
most_generations = 4
"""


class Calibrations(program.Case):
    def short(self, name="short.toml"):
        """The example with a search of some seconds, beside a copy of it."""
        (self.folder / "example.toml").write_text(EXAMPLE.read_text().replace("../example.toml", str(program.SCENARIOS / "example.toml")))
        file = self.folder / name
        file.write_text(SHORT.format(example="example.toml"))
        return file

    def test_the_ready_ones_are_in_order_and_listed(self):
        self.assertEqual({file.stem for file in CALIBRATIONS}, {"example", "netherlands", "shanafelt", "wellmd"})
        self.done("check", *CALIBRATIONS)
        listed = self.done("list")
        for file in CALIBRATIONS:
            self.assertIn(file.name, listed)

    def test_targets_and_parameters_are_told(self):
        out = self.folder / "short.h5"
        told = json.loads(self.done("calibrate", self.short(), "--out", out, "--json", "--quiet"))
        self.assertEqual(told["simulations"], 60 + 3 * 30)
        self.assertEqual([target["name"] for target in told["targets"]], ["mean", "high_mood", "high_reading"])
        by_path = {parameter["path"]: parameter for parameter in told["parameters"]}
        self.assertTrue(by_path["example.mean"]["is_identified"])
        self.assertFalse(by_path["example.relaxation"]["is_identified"])
        low, high = by_path["example.mean"]["interval"]
        self.assertTrue(low < 0.5 < high)
        table = self.done("calibrate", self.short(), "--out", out, "--quiet")
        self.assertIn("not identified", table)
        self.assertRegex(table, r"\d of 3 targets reached: \d of 3 that test the model are met")

    def test_the_same_for_any_number_of_threads(self):
        for threads in (1, 3):
            self.done("calibrate", self.short(), "--out", self.folder / f"{threads}.h5", "--quiet", "--threads", threads)
        self.assertIn("identical", self.done("diff", self.folder / "1.h5", self.folder / "3.h5"))

    def test_a_killed_one_goes_on_and_finds_the_same(self):
        file = self.short()
        self.done("calibrate", file, "--out", self.folder / "whole.h5", "--quiet")
        out, journal = self.folder / "killed.h5", self.folder / "killed.h5.journal"
        for _ in range(3):
            running = subprocess.Popen(program.arguments(["calibrate", file, "--out", out, "--quiet", "--threads", 1]), cwd=program.ROOT,
                                       env=program.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            before = journal.stat().st_size if journal.exists() else 0
            while running.poll() is None and not (journal.exists() and journal.stat().st_size > before + 2000):
                time.sleep(0.005)
            running.send_signal(signal.SIGKILL)
            running.wait()
            if out.exists():
                break
        self.done("calibrate", file, "--out", out, "--quiet")
        self.assertFalse(journal.exists())
        self.assertIn("identical", self.done("diff", self.folder / "whole.h5", out))

    def test_what_was_found_is_taken_by_others(self):
        out, values = self.folder / "short.h5", self.folder / "chosen.toml"
        self.done("calibrate", self.short(), "--out", out, "--quiet", "--write", values)
        self.done("check", values)
        self.assertIn("calibrated (short.toml): identified", values.read_text())
        run = self.folder / "run.h5"
        self.done("run", program.SCENARIOS / "example.toml", "--parameters", out, "--draws", 3, "--replicates", 1, "--out", run, "--quiet",
                  "--set", "example.teams=5")
        self.assertEqual(self.done("show", run).count("[[draw]]"), 3)
        scenario = self.folder / "chosen-example.toml"
        scenario.write_text(f'extends = "{program.SCENARIOS / "example.toml"}"\nparameter_files = ["chosen.toml"]\n')
        self.done("check", scenario)
        check = json.loads(self.done("calibrate", self.short(), "--check", "--parameters", out, "--draws", 5, "--json", "--quiet"))
        self.assertEqual(check["runs"], 5)

    def test_check_fits_nothing_and_writes_nothing(self):
        before = sorted(self.folder.iterdir())
        table = self.done("calibrate", EXAMPLE, "--check", "--quiet", "--set", "example.teams=200")
        self.assertIn("2 runs under the scenario's own values", table)
        self.assertIn("3 of 3 targets reached", table)
        self.assertEqual(sorted(self.folder.iterdir()), before)

    def fits(self, *words):
        told = json.loads(self.done("calibrate", NETHERLANDS, "--check", "--json", "--quiet", *words))
        return {target["name"]: target["fit"] for target in told["targets"]}

    def test_the_values_that_ship_reach_their_targets(self):
        fits = self.fits("--set", "population.scale=0.2")
        self.assertEqual(len(fits), 20)
        self.assertGreaterEqual(sum(fit != "missed" for fit in fits.values()), 16, fits)
        self.assertGreaterEqual(sum(fit == "met" for fit in fits.values()), 12, fits)

    def test_the_posterior_that_ships_is_near_them(self):
        fits = self.fits("--set", "population.scale=0.05", "--parameters", program.SCENARIOS / "draws" / "netherlands.toml")
        self.assertGreaterEqual(sum(fit != "missed" for fit in fits.values()), 14, fits)

    def test_a_value_far_away_misses_more(self):
        fits = self.fits("--set", "population.scale=0.1", "--set", "jdr.strain_scale=0.2", "--set", "instruments.ubos_exhaustion.mean=2.3")
        self.assertLess(sum(fit != "missed" for fit in fits.values()), 14, fits)

    def test_what_is_no_calibration_is_refused(self):
        self.assertIn("this is a scenario, not a calibration", self.refused("calibrate", program.BASELINE))
        self.assertIn('this is a calibration: use "bevlogen calibrate"', self.refused("run", EXAMPLE))
        self.assertIn("are measured with --check", self.refused("calibrate", EXAMPLE, "--parameters", "x.toml"))
        self.assertIn("a parameter file", self.refused("calibrate", EXAMPLE, "--write", self.folder / "x.h5"))


if __name__ == "__main__":
    unittest.main()
