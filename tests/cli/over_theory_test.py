# A comparison under each theory: which signs and places hold, in the table, for machines and in the report.
import json
import re
import unittest

import program

TINY = program.size(scale=0.02, years=2, burn_in=1, replicates=3)
POLICIES = [program.SCENARIOS / "administration-40-to-10.toml", program.SCENARIOS / "six-hour-day-same-staff.toml"]
WORDS = ["jdr", "shanafelt", "wellmd"]


def data_of(report):
    return json.loads(re.search(r'<script[^>]* id="data"[^>]*>(.*?)</script>', report.read_text(encoding="utf-8"), re.DOTALL).group(1))


class OverTheory(program.Case):
    @classmethod
    def setUpClass(cls):
        cls.shared = cls.enterClassContext(program.folder())
        cls.out = cls.shared / "three.h5"
        cls.told = program.run("compare", program.BASELINE, *POLICIES, "--over", "theory", "--outcome", "burnt_out", "--report", *TINY, "--out", cls.out)

    def files(self):
        return [self.shared / f"three.{word}.h5" for word in WORDS]

    def test_the_table_has_every_theory_side_by_side(self):
        self.assertEqual(self.told.returncode, program.DONE, self.told.stderr)
        self.assertRegex(self.told.stdout, r"^Under each theory of well-being: mean of year 2, everybody; 3 replicates\n")
        self.assertRegex(self.told.stdout, r"jdr +place +shanafelt +place +wellmd +place +sign\n")
        # A third of the hours of care given back to care is good under any theory.
        self.assertRegex(self.told.stdout, r"Administration 40 to 10 %.* 1 +holds\n")
        for file in self.files():
            self.assertRegex(self.told.stdout, rf"results: \S*{file.name} ")
        self.assertFalse(self.out.exists())

    def test_each_file_is_the_comparison_under_its_theory(self):
        alone = self.folder / "alone.h5"
        self.done("compare", program.BASELINE, *POLICIES, "--set", "theory=wellmd", "--quiet", *TINY, "--out", alone)
        self.assertRegex(self.done("diff", alone, self.files()[2]), r"^identical: ")
        self.assertEqual(program.run("diff", self.files()[0], self.files()[2]).returncode, program.DIFFERENT)

    def test_machines_are_told_the_same(self):
        done = program.run("compare", program.BASELINE, *POLICIES, "--over", "theory", "--outcome", "burnt_out", "--json", "--quiet", *TINY, "--out",
                           self.folder / "again.h5")
        told = json.loads(done.stdout)
        self.assertEqual((told["over"], told["words"]), ("theory", WORDS))
        first = told["effects"][0]
        self.assertEqual((first["outcome"], first["scenario"], first["sign"]), ("burnt_out", "administration-40-to-10", "holds"))
        for word in WORDS:
            self.assertLess(first[word]["high"], 0)
            self.assertEqual(first[word]["place"], 1)

    def test_the_scenarios_own_theory_comes_first(self):
        done = self.done("compare", program.BASELINE, *POLICIES, "--over", "theory", "--set", "theory=wellmd", "--outcome", "burnt_out", "--quiet",
                         *program.size(scale=0.02, years=2, burn_in=0, replicates=2), "--out", self.folder / "x.h5")
        self.assertRegex(done, r"wellmd +place +jdr +place +shanafelt +place +sign\n")

    def test_the_report_says_what_holds(self):
        data = data_of(self.shared / "three.html")
        self.assertEqual(data["choice"]["words"], WORDS)
        self.assertEqual(data["choice"]["survival"][1][0], "holds")
        self.assertTrue(any("have the same clear sign under all" in notice["text"]["en"] for notice in data["notices"]))
        # And again from the files.
        again = self.folder / "again.html"
        self.done("report", self.files()[0], "--over", self.files()[1], "--over", self.files()[2], "--out", again)
        self.assertEqual(data_of(again)["choice"], data["choice"])

    def test_what_is_no_choice_is_refused_before_anything_runs(self):
        place = ["--out", self.folder / "x.h5"]
        errors = self.refused("compare", program.BASELINE, *POLICIES, "--over", "theroy", *place)
        self.assertEqual(errors, '--over theroy: error: is no parameter that is a choice; did you mean "theory"?\n1 error, nothing was run.\n')
        self.assertIn("is a number, and --over takes", self.refused("compare", program.BASELINE, *POLICIES, "--over", "jdr.contagion", *place))
        self.assertIn("leave --until-ci", self.refused("compare", program.BASELINE, *POLICIES, "--over", "theory", "--until-ci", "0.01", *place))
        self.assertIn("leave --detail out", self.refused("compare", program.BASELINE, *POLICIES, "--over", "theory", "--detail", *place))
        self.assertIn("these have been run", self.refused("compare", *self.files()[:2], "--over", "theory"))
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_files_that_are_not_the_same_comparison_are_refused(self):
        first = self.files()[0]
        self.assertIn("in no parameter that is a choice", self.refused("report", first, "--over", first))
        self.assertIn("is the word of two", self.refused("report", first, "--over", self.files()[1], "--over", self.files()[1]))
        other = self.folder / "other.h5"
        self.done("compare", program.BASELINE, POLICIES[0], "--set", "theory=wellmd", "--quiet", *TINY, "--out", other)
        self.assertIn("has other scenarios than the first comparison", self.refused("report", first, "--over", other))


if __name__ == "__main__":
    unittest.main()
