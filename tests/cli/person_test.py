# show --person follows one person of the panel of files that the program wrote, and refuses who is not there.
import json
import unittest

import h5py

import program

SMALL = [*program.size(scale=0.02, years=2, burn_in=1, replicates=1), "--quiet"]


class Person(program.Case):
    @classmethod
    def setUpClass(cls):
        folder = cls.enterClassContext(program.folder())
        cls.single, cls.comparison = folder / "single.h5", folder / "comparison.h5"
        for words in (["run", program.LESS_ADMINISTRATION, *SMALL, "--out", cls.single],
                      ["compare", program.BASELINE, program.LESS_ADMINISTRATION, *SMALL, "--out", cls.comparison]):
            done = program.run(*words)
            assert done.returncode == program.DONE, done.stderr

    def test_every_year_is_told(self):
        text = self.done("show", self.single, "--person", "first")
        self.assertRegex(text, r"^Person 1 of \d+ in the panel\n")
        self.assertIn("looked at   every week for 2 years\n", text)
        for year in (1, 2):
            self.assertRegex(text, rf"(?m)^Year {year}: \S.*(\n  .*)*\.$")
        self.assertLessEqual(max(map(len, text.splitlines())), 120)
        self.assertNotIn("same person", text)

    def test_the_means_are_those_of_the_file(self):
        answer = json.loads(self.done("show", self.single, "--person", 5, "--json"))
        with h5py.File(self.single) as file:
            self.assertEqual(answer["person"], file["panel_person"][4])
            levels = answer["years"][0]["means"]
            self.assertTrue(levels)
            for name, mean in levels.items():
                values = file[f"{name}_panel"][0, 0:52, 4] / 256
                self.assertAlmostEqual(mean, values[values != -128].mean(), places=9)

    def test_a_person_found_by_number_is_found_by_id(self):
        with h5py.File(self.single) as file:
            identity = file["panel_person"][2]
        self.assertEqual(self.done("show", self.single, "--person", 3), self.done("show", self.single, "--person", identity))

    def test_with_two_scenarios_it_tells_where_the_lives_part(self):
        text = self.done("show", self.comparison, "--person", 2)
        self.assertIn("every 4th week for 2 years", text)
        self.assertIn("The same person in baseline and in less-administration\n", text)
        base = json.loads(self.done("show", self.comparison, "--person", 2, "--json"))
        other = json.loads(self.done("show", self.comparison, "--person", 2, "--scenario", "less-administration", "--json"))
        self.assertEqual((base["scenario"], other["scenario"]), ("baseline", "less-administration"))
        self.assertEqual(base["parting"], other["parting"])
        for year, difference in enumerate(base["parting"]["differences"]):
            for name, value in difference["means"].items():
                self.assertAlmostEqual(value, other["years"][year]["means"][name] - base["years"][year]["means"][name], places=9)

    def test_the_week_in_which_lives_part_is_the_first_that_differs(self):
        with h5py.File(self.comparison) as file:
            panels = [file[name][:, :, 1] for name in file if name.endswith("_panel")]
            looks = [look for look in range(len(file["panel_week"])) if any(p[0, look] != p[1, look] for p in panels)]
            week = int(file["panel_week"][looks[0]])
        self.assertEqual(json.loads(self.done("show", self.comparison, "--person", 2, "--json"))["parting"]["week"], week)

    def test_who_is_not_in_the_panel_is_refused(self):
        self.assertRegex(self.refused("show", self.single, "--person", 123456), r"(?s)^--person: error: 123456 is not in the panel, which has \d+ persons.*nearest: \d+")
        self.assertIn("neither first", self.refused("show", self.single, "--person", "somebody"))
        self.assertIn('did you mean "baseline"?', self.refused("show", self.comparison, "--person", 1, "--scenario", "basline"))

    def test_scenario_without_person_prints_all_or_the_one_of_the_name(self):
        everything = self.done("show", self.comparison, "--scenario")
        parts = [self.done("show", self.comparison, "--scenario", name) for name in ("baseline", "less-administration")]
        self.assertEqual(everything, "".join(parts))
        self.assertEqual(self.done("show", "--scenario", self.comparison), everything)
        self.assertIn('did you mean "baseline"?', self.refused("show", self.comparison, "--scenario", "basline"))


if __name__ == "__main__":
    unittest.main()
