# The catalogue and the ready scenarios: every file is in order and says what a reader must know.
import tomllib
import unittest

import program

FOLDERS = ("", "comparisons", "draws", "interventions", "parameters", "worlds")
ENTRIES = sorted((program.SCENARIOS / "interventions").glob("*.toml"))
LONGEST_TITLE = 30  # what a row of the tables of compare shows: of a longer one it shows the file's name
ALL_OF_THEM = program.SCENARIOS / "comparisons" / "all-interventions.toml"


def tree_of(file):
    return tomllib.loads(file.read_text(encoding="utf-8"))


def is_said_twice(label):
    """In English and in Dutch."""
    return isinstance(label, dict) and all(label.get(language) for language in ("en", "nl"))


def what_an_entry_lacks(entry):
    """Names of what it does not say, and what it says that no entry should."""
    lacks = [key for key in ("level", "source", "decides", "pays", "must_agree", "costs", "knobs", "numbers") if not entry.get(key)]
    if not is_said_twice(entry.get("title")):
        lacks.append("title")
    elif len(entry["title"]["en"]) > LONGEST_TITLE:
        lacks.append("a short title")
    lacks += [f"label of {knob['path']}" for knob in entry.get("knobs", []) if not is_said_twice(knob.get("label"))]
    for number in entry.get("numbers", []):
        low, high = number.get("range", (0, 0))
        if number["from"] == "assumed" and number["path"].startswith("shift.") and not low <= 0 <= high:
            lacks.append(f"no effect in the range of {number['path']}")
    reach = {**entry.get("scope", {}), "uptake": entry.get("uptake", 1)}
    return lacks + [f"full {share}" for share in ("team_share", "coverage", "uptake") if reach.get(share, 1) != 1]


class Entries(unittest.TestCase):
    def test_there_are_fifty_at_least(self):
        self.assertGreaterEqual(len(ENTRIES), 50)

    def test_each_says_what_a_reader_must_know(self):
        for file in ENTRIES:
            with self.subTest(file.name):
                self.assertEqual(what_an_entry_lacks(tree_of(file)), [])
                self.assertRegex(file.read_text(encoding="utf-8").splitlines()[0], r"^# [A-Z].*\.$")

    def test_what_is_shifted_has_an_origin(self):
        for file in ENTRIES:
            entry = tree_of(file)
            named = {number["path"] for number in entry["numbers"]}
            with self.subTest(file.name):
                self.assertEqual([factor for factor in entry.get("shift", {}) if f"shift.{factor}" not in named], [])

    def test_what_is_missing_would_be_found(self):
        whole = tree_of(program.SCENARIOS / "interventions" / "less-administration.toml")
        for key in ("title", "level", "source", "costs", "knobs", "numbers"):
            with self.subTest(key):
                self.assertEqual(what_an_entry_lacks({name: value for name, value in whole.items() if name != key}), [key])
        self.assertEqual(what_an_entry_lacks({**whole, "title": {"en": "Less"}}), ["title"])
        long_title = {"en": "Less administration for all who have much of it", "nl": "Minder administratie"}
        self.assertEqual(what_an_entry_lacks({**whole, "title": long_title}), ["a short title"])
        self.assertEqual(what_an_entry_lacks({**whole, "scope": {"coverage": 0.5}}), ["full coverage"])
        certain = [{"path": "shift.administration", "from": "assumed", "range": [-1.5, -0.5]}]
        self.assertEqual(what_an_entry_lacks({**whole, "numbers": certain}), ["no effect in the range of shift.administration"])


class ReadyFiles(unittest.TestCase):
    def test_all_pass_check(self):
        files = [file for folder in FOLDERS for file in sorted((program.SCENARIOS / folder).glob("*.toml"))]
        self.assertGreaterEqual(len(files), 80)
        done = program.run("check", *files)
        self.assertEqual((done.returncode, done.stderr), (program.DONE, ""))
        self.assertEqual(done.stdout, f"{len(files)} files are in order\n")

    def test_scenarios_and_comparisons_have_title_and_question_in_both_languages(self):
        for folder in ("", "comparisons"):
            for file in sorted((program.SCENARIOS / folder).glob("*.toml")):
                with self.subTest(file.name):
                    self.assertTrue(is_said_twice(tree_of(file).get("title")))
                    self.assertTrue(is_said_twice(tree_of(file).get("question")))

    def test_one_comparison_has_the_whole_catalogue_for_doctors(self):
        doctors = [file.resolve() for file in ENTRIES if "professions" not in tree_of(file).get("scope", {})]
        named = [(ALL_OF_THEM.parent / entry).resolve() for entry in tree_of(ALL_OF_THEM)["interventions"]]
        self.assertEqual(sorted(named), doctors)


if __name__ == "__main__":
    unittest.main()
