# Pages that follow from the program or the code: the scenario reference, numbers of equations, words, and names of tests.
import difflib
import re
import unittest

import program

DOCS = program.ROOT / "docs"
REFRESH = "cat docs/scenario-reference.head.md > docs/scenario-reference.md; bevlogen describe --markdown >> docs/scenario-reference.md"
NUMBER = re.compile(r"\b[EI]\d+\b")
# In the code an equation is declared in a comment that starts with its number, in the page in bold.
DECLARED_IN_CODE = re.compile(r"^\s*// ([EI]\d+) ", re.MULTILINE)
DECLARED_IN_PAGE = re.compile(r"^\*\*([EI]\d+)\*\* ", re.MULTILINE)


def model_page():
    return (DOCS / "model.md").read_text(encoding="utf-8")


def equations():
    return [number for file in ("models/wellbeing/equations.hpp", "models/instruments/scale.hpp")
            for number in DECLARED_IN_CODE.findall((program.ROOT / file).read_text(encoding="utf-8"))]


class ScenarioReference(unittest.TestCase):
    def test_is_its_head_and_what_the_program_describes(self):
        described = program.run("describe", "--markdown")
        self.assertEqual((described.returncode, described.stderr), (program.DONE, ""))
        expected = (DOCS / "scenario-reference.head.md").read_text(encoding="utf-8") + described.stdout
        page = (DOCS / "scenario-reference.md").read_text(encoding="utf-8")
        if page != expected:
            difference = list(difflib.unified_diff(page.splitlines(), expected.splitlines(), "docs/scenario-reference.md", "as it should be", "", "", 0, ""))
            self.fail("docs/scenario-reference.md is out of date; refresh it with:\n  " + REFRESH + "\n\n" + "\n".join(difference[:20]))


class Equations(unittest.TestCase):
    def test_page_and_code_declare_the_same_in_the_same_order(self):
        declared = equations()
        self.assertIn("E1", declared)
        self.assertIn("I1", declared)
        self.assertEqual(DECLARED_IN_PAGE.findall(model_page()), declared)

    def test_each_number_is_declared_once(self):
        declared = equations()
        self.assertEqual(len(declared), len(set(declared)))

    def test_page_names_no_equation_that_there_is_not(self):
        self.assertEqual(set(NUMBER.findall(model_page())) - set(equations()), set())


class Glossary(unittest.TestCase):
    OF_THE_ENGINE = {"clearing", "TeamId"}
    STRATA = {"anios_aios", "senior"}  # words of results files, which `describe` does not list

    def test_words_are_those_that_the_program_shows(self):
        described = program.run("describe", "--markdown").stdout.splitlines()
        words = [[cell.strip() for cell in line.strip("|").split("|")] for line in model_page().partition("# Glossary")[2].splitlines()]
        words = [(english, dutch, name.strip("`")) for english, dutch, name in (row for row in words if len(row) == 3) if name.startswith("`")]
        self.assertGreater(len(words), 40)
        for english, dutch, name in words:
            if name not in self.OF_THE_ENGINE | self.STRATA:
                with self.subTest(name):
                    rows = [row for row in described if f"| {name} |" in row]
                    self.assertTrue(any(f"| {english} |" in row and f"| {dutch} |" in row for row in rows), f"it is not {english}, {dutch}")


class NamesOfTests(unittest.TestCase):
    def test_every_test_that_a_page_names_is_there(self):
        sources = "\n".join(file.read_text(encoding="utf-8") for kind in ("*.cpp", "*.py") for file in sorted((program.ROOT / "tests").rglob(kind)))
        found = {f"{suite}.{name}" for suite, name in re.findall(r"(?:TEST\w*|RC_GTEST\w*)\(\s*(\w+),\s*(\w+)", sources)} | set(re.findall(r"def (test_\w+)", sources))
        named = {name for page in DOCS.glob("*.md") for name in re.findall(r"`([A-Z]\w+\.[A-Z]\w+|test_\w+)`", page.read_text(encoding="utf-8"))}
        self.assertGreater(len(named), 20)
        self.assertEqual(sorted(named - found), [])


if __name__ == "__main__":
    unittest.main()
