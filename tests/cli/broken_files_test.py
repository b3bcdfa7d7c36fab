# Each broken file in tests/broken/cli gives exactly the report beside it, and nothing is written.
import re
import unittest

import program

FOLDER = program.ROOT / "tests" / "broken" / "cli"
FILES = sorted(FOLDER.glob("*.toml"))
PLACED = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):(?P<column>\d+): error: (?P<message>.+)")
WHOLE_FILE = re.compile(r"[^:]+: error: .+")
# Where a string is not closed, the mistake is at the end of the line, behind its last letter.
AT_END_OF_LINE = {"unclosed-string.toml"}


def mistakes_in(report):
    return report.splitlines()[:-1]


class BrokenFiles(unittest.TestCase):
    def test_there_are_twenty_at_least_each_with_its_report(self):
        self.assertGreaterEqual(len(FILES), 20)
        self.assertEqual([file.stem for file in FILES], sorted(report.stem for report in FOLDER.glob("*.report")))

    def test_run_gives_the_report_beside_it_and_writes_nothing(self):
        before = program.names_in(FOLDER)
        for file in FILES:
            with self.subTest(file.name), program.folder() as folder:
                done = program.run("run", file.name, "--out", folder / "results" / "x.h5", cwd=FOLDER)
                self.assertEqual(done.stderr, file.with_suffix(".report").read_text())
                self.assertEqual((done.returncode, done.stdout), (program.WRONG_INPUT, ""))
                self.assertEqual(program.names_in(folder), [])
        self.assertEqual(program.names_in(FOLDER), before)

    def test_check_gives_the_same_report(self):
        before = program.names_in(FOLDER)
        for file in FILES:
            with self.subTest(file.name):
                done = program.run("check", file.name, cwd=FOLDER)
                self.assertEqual(done.stderr, file.with_suffix(".report").read_text())
                self.assertEqual((done.returncode, done.stdout), (program.WRONG_INPUT, ""))
        self.assertEqual(program.names_in(FOLDER), before)

    def test_compare_refuses_a_broken_alternative_and_writes_nothing(self):
        with program.folder() as folder:
            base = FOLDER / "../../../scenarios/baseline.toml"
            done = program.run("compare", base, "unknown-key.toml", "--out", folder / "x.h5", cwd=FOLDER)
            self.assertEqual(done.stderr, (FOLDER / "unknown-key.report").read_text())
            self.assertEqual(done.returncode, program.WRONG_INPUT)
            self.assertEqual(program.names_in(folder), [])

    def test_mistakes_of_several_files_are_reported_together(self):
        done = program.run("check", "never-starts.toml", "no-seed.toml", cwd=FOLDER)
        expected = mistakes_in((FOLDER / "never-starts.report").read_text()) + mistakes_in((FOLDER / "no-seed.report").read_text())
        self.assertEqual(mistakes_in(done.stderr), expected)
        self.assertEqual(done.stderr.splitlines()[-1], "2 errors, nothing was run.")
        self.assertEqual(done.returncode, program.WRONG_INPUT)


class Reports(unittest.TestCase):
    """Protects against a report that was recorded without being read."""

    def test_a_place_is_the_beginning_of_a_word_in_the_file(self):
        for report in sorted(FOLDER.glob("*.report")):
            for mistake in mistakes_in(report.read_text()):
                found = PLACED.fullmatch(mistake)
                if not found:
                    self.assertRegex(mistake, WHOLE_FILE)
                    continue
                with self.subTest(mistake):
                    line = (FOLDER / found["file"]).read_text().splitlines()[int(found["line"]) - 1]
                    column = int(found["column"])
                    if report.with_suffix(".toml").name in AT_END_OF_LINE:
                        self.assertEqual(column, len(line) + 1)
                        continue
                    self.assertLessEqual(column, len(line))
                    self.assertRegex(line[column - 1], r"\S")
                    self.assertRegex(line[: column - 1], r"(^|[\s\[{.])$")

    def test_the_last_line_counts_the_mistakes(self):
        for report in sorted(FOLDER.glob("*.report")):
            with self.subTest(report.name):
                count = len(mistakes_in(report.read_text()))
                self.assertGreater(count, 0)
                self.assertEqual(report.read_text().splitlines()[-1], f"{count} error{'s' if count > 1 else ''}, nothing was run.")

    def test_a_word_that_was_misspelt_is_named_with_the_one_that_was_meant(self):
        meant = {"questoin": "question", "burnin": "burn_in", "popluation": "population", "jdr.distance_in_burnuot": "jdr.distance_in_burnout",
                 "anois": "anios", "moood": "mood", "workfroce": "workforce", "less-adminstration.toml": "less-administration.toml"}
        text = "".join(report.read_text() for report in FOLDER.glob("*.report"))
        for written, right in meant.items():
            with self.subTest(written):
                self.assertRegex(text, re.escape(written) + r'".*; did you mean "' + re.escape(right) + r'"\?')


if __name__ == "__main__":
    unittest.main()
