# Reports through the real binary and a real browser: of comparisons, of single runs, of files that were run apart, of thirty scenarios.
import json
import math
import os
import re
import shutil
import subprocess
import unittest

import program

PAGE_TEST = program.ROOT / "tests" / "report" / "page_test.mjs"
TINY = program.size(scale=0.02, years=2, burn_in=1, replicates=3)
MEGABYTE = 1_000_000


def scenario(path, title, *lines, extends="baseline.toml"):
    path.write_text("\n".join([f"title = {json.dumps(title, ensure_ascii=False)}", f'extends = "{program.SCENARIOS / extends}"', *lines]), "utf-8")
    return path


class Reports(program.Case):
    def report(self, *words):
        """Makes a report and gives its path, text and data."""
        answer = self.done("report", *words, "--out", self.folder / "report.html")
        self.assertRegex(answer, r"^report: .*report\.html \(\d+\.\d MB\)\n$")
        data = json.loads(self.done("report", *words, "--json"))
        return self.folder / "report.html", data

    def compared(self, *words, out="a.h5"):
        self.done("compare", *words, *TINY, "--out", self.folder / out, "--quiet")
        return self.folder / out

    def assertShown(self, page):
        """In a browser: drawn, accessible, nothing fetched, nothing cut, in both languages."""
        shown = subprocess.run([shutil.which("node"), PAGE_TEST, "--page", page], cwd=PAGE_TEST.parent, env={**os.environ, "REPORT_PAGE": str(page)},
                               capture_output=True, text=True, timeout=580)
        self.assertEqual(shown.returncode, 0, shown.stdout[-6000:] + shown.stderr[-2000:])

    def test_a_comparison_is_told_with_costs_gains_and_programmes(self):
        file = self.compared(program.BASELINE, program.LESS_ADMINISTRATION, program.SCENARIOS / "challenge-support-residents.toml")
        page, data = self.report(file, "--lang", "nl")
        self.assertEqual([data["kind"], data["language"], data["replicates"], data["year"]], ["comparison", "nl", 3, 2])
        self.assertEqual([s["name"] for s in data["scenarios"]], ["baseline", "less-administration", "challenge-support-residents"])
        self.assertEqual(data["outcomes"][0]["name"], "burnt_out")
        self.assertEqual([p["scenario"] for p in data["programmes"]], [2])
        self.assertEqual(len(data["gains"]["shares"]), 3)
        self.assertTrue(any("person" in payer["name"] for payer in data["costs"]["payers"]))
        self.assertIn("coaching.sessions", json.dumps(data["interventions"]))
        kinds = [a["kind"] for a in data["assumptions"]]
        self.assertEqual(set(kinds), {"assumed", "partly", "recalled", "published"})
        for a in data["assumptions"]:
            self.assertTrue(a["source"], a)
            self.assertEqual("assumed" in a["source"], a["kind"] in ("assumed", "partly"), a)
        _, dearer = self.report(file, "--set", "costs.discount.costs=0.04")
        self.assertEqual([a["path"] for a in dearer["assumptions"] if a["kind"] == "set"], ["costs.discount.costs"])
        self.assertTrue(any("costs.discount.costs" in n["text"]["nl"] for n in dearer["notices"]), dearer["notices"])
        told = next(c["en"] for c in data["certainty"] if c["en"].startswith("Parameters"))
        self.assertIn(f"{kinds.count('assumed')} of {len(kinds)} are assumed, {kinds.count('partly')} in part", told)
        for told in data["scenarios"]:
            for sentence in told["answer"]:
                self.assertTrue(sentence["en"].endswith(".") and sentence["nl"].endswith("."), sentence)
        self.assertShown(page)

    def test_the_numbers_are_those_of_the_table(self):
        file = self.compared(program.BASELINE, program.LESS_ADMINISTRATION)
        _, data = self.report(file)
        rows = json.loads(self.done("compare", file, "--json"))["rows"]
        told = {row["outcome"]: row for row in rows if row["scenario"] == "less-administration" and row["phase"] == "all"}
        for o, outcome in enumerate(data["outcomes"]):
            row = told[outcome["name"]]
            expected = [row[key] for key in ("difference", "difference_low", "difference_high")]
            if row["unit"] == "log":
                expected = [100 * math.expm1(number) for number in expected]
            last_digit = 1e-3 * max(map(abs, expected))  # at most: the largest has four
            for number, exact in zip(data["differences"][1][o][0], expected):
                self.assertAlmostEqual(number, exact, delta=last_digit / 2 + 1e-12)

    def test_what_is_told_of_a_file_is_what_was_told_of_the_runs(self):
        words = [program.BASELINE, program.LESS_ADMINISTRATION, *TINY, "--out", self.folder / "a.h5", "--json"]
        self.assertEqual(json.loads(self.done("compare", *words)), json.loads(self.done("compare", self.folder / "a.h5", "--json")))

    def test_compare_writes_the_report_beside_the_results(self):
        answer = self.done("compare", program.EXAMPLE, program.SCENARIOS / "example-lift.toml", "--out", self.folder / "a.h5", "--report", "--quiet")
        self.assertRegex(answer, r"\nreport: \S*/a\.html \(\d\.\d MB\)\n$")
        self.assertEqual(program.names_in(self.folder), ["a.h5", "a.html"])

    def test_a_single_run_has_a_report_without_differences(self):
        self.done("run", program.EXAMPLE, "--out", self.folder / "a.h5", "--quiet")
        page, data = self.report(self.folder / "a.h5")
        self.assertEqual(data["kind"], "run")
        self.assertShown(page)

    def test_runs_apart_are_compared_and_unlike_ones_refused_unless_forced(self):
        for name, words in (("base", [program.EXAMPLE]), ("lift", [program.SCENARIOS / "example-lift.toml"]), ("other", [program.EXAMPLE, "--seed", 5])):
            self.done("run", *words, "--out", self.folder / f"{name}.h5", "--quiet")
        both = [self.folder / "base.h5", self.folder / "lift.h5"]
        self.assertIn("example-lift against example", self.done("compare", *both))
        unlike = [self.folder / "base.h5", self.folder / "other.h5"]
        for command in ("compare", "report"):
            self.assertIn("run.seed = 5, but 1", self.refused(command, *unlike))
        _, data = self.report(*unlike, "--force")
        self.assertIn("--force", data["notices"][0]["text"]["en"])
        self.assertIn("compared all the same", program.run("compare", *unlike, "--force").stderr)

    def test_prices_of_another_day_need_no_new_run(self):
        file = self.compared(program.BASELINE, program.SCENARIOS / "challenge-support-residents.toml")
        line = lambda data: sum(one["undiscounted"][0] for one in data["costs"]["scenarios"][1]["lines"]
                                if data["costs"]["lines"][one["line"]]["name"] == "external_coaches")
        _, cheap = self.report(file)
        _, dear = self.report(file, "--set", "costs.session_external=300")
        self.assertAlmostEqual(line(dear) / line(cheap), 2.0, places=3)
        self.assertIn("have been run", self.refused("report", file, "--set", "jdr.contagion=0"))

    def test_mistakes_are_named(self):
        self.assertIn("there is no such file", self.refused("report", self.folder / "none.h5"))
        self.assertIn("not both", self.refused("compare", self.folder / "a.h5", program.EXAMPLE))
        self.done("run", program.EXAMPLE, "--out", self.folder / "a.h5", "--quiet")
        self.assertIn("must lie in [1, 2]", self.refused("report", self.folder / "a.h5", "--year", 3))
        self.assertIn("is a folder", self.refused("report", self.folder / "a.h5", "--out", self.folder))
        kept = scenario(self.folder / "kept.toml", "Kept")
        for words in (("report", self.folder / "a.h5"), ("export", self.folder / "a.h5"), ("compare", program.BASELINE, program.LESS_ADMINISTRATION)):
            self.assertIn("ends in .toml", self.refused(*words, "--out", kept))
        self.assertIn("Kept", kept.read_text())
        self.assertIn("is a report", self.refused("report", self.folder / "a.html"))
        self.assertIn("has not been run", self.refused("report", kept))
        self.assertIn("results file itself", self.refused("report", self.folder / "a.h5", "--out", self.folder / "a.h5"))
        self.assertIn("holds one scenario", self.refused("compare", self.folder / "a.h5"))
        self.assertIn("--until-ci", self.refused("compare", program.EXAMPLE, program.EXAMPLE, "--max-replicates", 4))

    def test_hostile_titles_are_shown_as_text(self):
        hostile = scenario(self.folder / "hostile.toml", "Zoë's <script>alert(1)</script> & größer", extends="example-lift.toml")
        self.done("compare", program.EXAMPLE, hostile, "--out", self.folder / "a.h5", "--quiet")
        page, data = self.report(self.folder / "a.h5")
        self.assertNotIn("<script>alert", page.read_text("utf-8"))
        self.assertEqual(data["scenarios"][1]["title"]["nl"], "Zoë's <script>alert(1)</script> & größer")
        self.assertShown(page)

    def test_thirty_scenarios_stay_below_three_megabytes(self):
        files = [scenario(self.folder / f"policy-{i}.toml", f"Administration lighter by {i} hundredths of an SD", "[[intervention]]",
                          'name = "less-administration"', f"shift = {{ administration = {-i / 100} }}", extends="less-administration.toml")
                 for i in range(1, 30)]
        self.done("compare", program.BASELINE, *files, *program.size(scale=0.01, years=10, burn_in=1, replicates=3), "--out", self.folder / "a.h5", "--quiet")
        page, data = self.report(self.folder / "a.h5")
        self.assertEqual(len(data["scenarios"]), 30)
        self.assertLess(page.stat().st_size, 3 * MEGABYTE)
        self.assertShown(page)


class Precision(program.Case):
    def until(self, *words):
        done = program.run("compare", *words, "--out", self.folder / "a.h5")
        self.assertEqual(done.returncode, program.DONE, done.stderr)
        batches = [(int(n), float(half)) for n, half in re.findall(r"(\d+) replicates: .* ± (\S+) \(asked", done.stderr)]
        return done.stdout, batches

    def test_replicates_are_added_until_the_interval_is_narrow_enough(self):
        words = [program.EXAMPLE, program.SCENARIOS / "example-lift.toml", "--outcome", "low_mood"]
        answer, batches = self.until(*words, "--until-ci", 0.001)
        self.assertGreater(len(batches), 1)
        self.assertTrue(all(half > 0.001 for _, half in batches[:-1]) and batches[-1][1] <= 0.001, batches)
        self.assertIn(f"{batches[-1][0]} replicates were enough", answer)
        self.done("compare", *words, "--replicates", batches[-1][0], "--out", self.folder / "b.h5", "--quiet")
        self.done("diff", self.folder / "a.h5", self.folder / "b.h5")

    def test_no_effect_ends_at_the_maximum_and_is_not_distinguishable(self):
        none = scenario(self.folder / "none.toml", "No effect on the mean", "[parameters]", '"example.spread" = 0.88', extends="example.toml")
        answer, batches = self.until(program.EXAMPLE, none, "--outcome", "mood", "--until-ci", 0.000001, "--max-replicates", 14)
        self.assertEqual([n for n, _ in batches], [8, 12, 14])
        self.assertIn("Stopped at the maximum of 14 replicates", answer)
        self.assertIn("not distinguishable from the base", answer)


if __name__ == "__main__":
    unittest.main()
