# Trials from files: what is printed, what machines are told, and what the ready ones say.
import json
import unittest

import program

TRIALS = sorted((program.SCENARIOS / "trials").glob("*.toml"))
PUBLISHED = [trial for trial in TRIALS if trial.stem != "one-gain"]  # which no publication is behind
SMALL = [*program.sets(population__scale=0.4, time__burn_in=1), "--worlds", 2]
DYRBYE = program.SCENARIOS / "trials" / "dyrbye-2019.toml"


class Trials(program.Case):
    def test_the_ready_ones_are_in_order_and_listed(self):
        self.assertEqual(len(PUBLISHED), 9)
        self.done("check", *TRIALS)
        listed = self.done("list")
        for trial in TRIALS:
            self.assertIn(trial.name, listed)

    def test_each_ready_one_says_what_was_published(self):
        for trial in PUBLISHED:
            told = json.loads(self.done("trial", trial, "--json", "--quiet", *SMALL))
            with self.subTest(trial.name):
                self.assertEqual(told["trial"], trial.stem)
                self.assertGreater(told["replications"], 1)
                self.assertTrue(any(analysis["published"] is not None or analysis["published_low"] is not None for analysis in told["analyses"]))
                for analysis in told["analyses"]:
                    self.assertLessEqual(analysis["low"], analysis["high"])
                    self.assertEqual(len(analysis["estimates"]), told["replications"])
                    if analysis["published"] is not None:
                        self.assertEqual(analysis["is_inside"], analysis["low"] <= analysis["published"] <= analysis["high"])
                    elif analysis["published_low"] is not None:  # a range
                        self.assertEqual(analysis["is_inside"], analysis["low"] <= analysis["published_high"] and analysis["published_low"] <= analysis["high"])

    def test_the_table_has_the_published_value_beside_the_simulated(self):
        table = self.done("trial", DYRBYE, "--quiet", *SMALL)
        self.assertIn("Dyrbye 2019", table)
        self.assertRegex(table, r"published +-6\.70, (in|out)side")
        self.assertRegex(table, r"true effect on those who took part +-\d\.\d+ \[")
        self.assertRegex(table, r"significant \(p < \.05\) +\d+ % of trials")

    def test_the_same_again_for_any_number_of_threads(self):
        words = ["trial", DYRBYE, "--json", "--quiet", *SMALL]
        self.assertEqual(self.done(*words, "--threads", 1), self.done(*words, "--threads", 3))

    def test_a_programme_without_gain_does_nothing(self):
        told = json.loads(self.done("trial", DYRBYE, "--json", "--quiet", *SMALL, "--set", "coaching.gain.size=0"))
        # What is left is the time that sessions take.
        self.assertLess(abs(told["analyses"][0]["true_of_took_part"]), 0.3)

    def test_true_effects_are_of_what_is_and_not_of_what_is_reported(self):
        plain, shifted = (json.loads(self.done("trial", program.SCENARIOS / "trials" / "dyrbye-2019.toml", *SMALL, "--json", "--quiet", "--set",
                                               f"instruments.response_shift={shift}"))["analyses"][0] for shift in (0, 0.5))
        self.assertEqual([shifted[k] for k in ("true_of_arm", "true_of_took_part")], [plain[k] for k in ("true_of_arm", "true_of_took_part")])
        self.assertLess(shifted["mean"], plain["mean"] - 1.0)  # of MBI points

    def test_under_draws_each_world_has_other_parameters(self):
        draws = self.folder / "draws.toml"
        draws.write_text("[[draw]]\ncoaching.gain.size = 0.0\n[[draw]]\ncoaching.gain.size = 3.0\n")
        told = json.loads(self.done("trial", DYRBYE, "--json", "--quiet", *SMALL, "--parameters", draws))
        self.assertEqual(told["worlds"], 2)
        one = json.loads(self.done("trial", DYRBYE, "--json", "--quiet", *SMALL[:-1], 1, "--parameters", draws))
        alone = json.loads(self.done("trial", DYRBYE, "--json", "--quiet", *SMALL[:-1], 1, "--set", "coaching.gain.size=0"))
        self.assertEqual(one["analyses"][0]["estimates"], alone["analyses"][0]["estimates"])
        self.assertLess(told["analyses"][0]["true_of_took_part"], one["analyses"][0]["true_of_took_part"])

    def test_too_small_a_world_is_refused(self):
        errors = self.refused("trial", DYRBYE, "--quiet", *program.sets(population__scale=0.001, time__burn_in=0))
        self.assertIn("finds too few persons for one trial", errors)

    def test_what_is_no_trial_is_refused(self):
        self.assertIn("this is a scenario, not a trial", self.refused("trial", program.BASELINE))
        self.assertIn('this is a trial: use "bevlogen trial"', self.refused("run", DYRBYE))


if __name__ == "__main__":
    unittest.main()
