# Pages that follow from the program or the code: the scenario reference, numbers of equations, words, and names of tests.
import difflib
import functools
import json
import re
import shutil
import unittest

import program

DOCS = program.ROOT / "docs"
REFRESH_CATALOGUE = "cat docs/catalogue.head.md > docs/catalogue.md; bevlogen list --catalogue --markdown >> docs/catalogue.md"
REFRESH = "cat docs/scenario-reference.head.md > docs/scenario-reference.md; bevlogen describe --markdown >> docs/scenario-reference.md"
NUMBER = re.compile(r"\b[ECADKPGSINOT][1-9]\d*\b")
# In the code an equation is declared in a comment that starts with its number, in the page in bold.
DECLARED_IN_CODE = re.compile(r"^\s*// ([ECADKPGSINOT][1-9]\d*) ", re.MULTILINE)
DECLARED_IN_PAGE = re.compile(r"^\*\*([ECADKPGSINOT][1-9]\d*)\*\* ", re.MULTILINE)
# In the order of the page.
EQUATIONS = ("wellbeing/equations.hpp", "wellbeing/latent_equations.hpp", "workforce/capacity_equations.hpp", "workforce/absence_equations.hpp",
             "careers/departure_equations.hpp", "careers/market_equations.hpp", "interventions/coaching_equations.hpp",
             "interventions/peer_group_equations.hpp", "interventions/services_equations.hpp", "instruments/scale.hpp",
             "instruments/yes_no_items.hpp", "instruments/survey_equations.hpp", "workforce/outcome_equations.hpp",
             "interventions/adoption_equations.hpp")
# A path of parameters in a sentence: whole, or a group of two parts or more; NAME stands for one part.
PATH = re.compile(r"`([a-z_]+(?:\.(?:[a-z_0-9]+|NAME))+)`")


MODELS = ("workforce", "umc")  # those of the page


def model_page():
    return (DOCS / "model.md").read_text(encoding="utf-8")


def equations():
    return [number for file in EQUATIONS for number in DECLARED_IN_CODE.findall((program.ROOT / "models" / file).read_text(encoding="utf-8"))]


@functools.cache
def parameters():
    paths = [parameter["path"] for model in MODELS for parameter in json.loads(program.run("describe", "--model", model, "--json").stdout)["parameters"]]
    return list(dict.fromkeys(paths))


def is_named_by(parameter, paths):
    """Whether one of the paths is the parameter's or that of a group it is in."""
    parts = parameter.split(".")
    return any(len(path) <= len(parts) and all(word in (part, "NAME") for word, part in zip(path, parts)) for path in paths)


class GeneratedPages(unittest.TestCase):
    """A page is its head and what the program prints."""

    def assert_follows(self, name, refresh, *words):
        printed = program.run(*words)
        self.assertEqual((printed.returncode, printed.stderr), (program.DONE, ""))
        expected = (DOCS / f"{name}.head.md").read_text(encoding="utf-8") + printed.stdout
        page = (DOCS / f"{name}.md").read_text(encoding="utf-8")
        if page != expected:
            difference = list(difflib.unified_diff(page.splitlines(), expected.splitlines(), f"docs/{name}.md", "as it should be", "", "", 0, ""))
            self.fail(f"docs/{name}.md is out of date; refresh it with:\n  " + refresh + "\n\n" + "\n".join(difference[:20]))

    def test_the_scenario_reference_follows_from_what_the_program_describes(self):
        self.assert_follows("scenario-reference", REFRESH, "describe", "--markdown")

    def test_the_catalogue_follows_from_its_entries(self):
        self.assert_follows("catalogue", REFRESH_CATALOGUE, "list", "--catalogue", "--markdown")


class Examples(unittest.TestCase):
    BLOCK = re.compile(r"(?ms)^```toml\n(.*?)^```")

    def mistakes_in(self, text):
        with program.folder() as folder:
            shutil.copytree(program.SCENARIOS, folder / "scenarios")
            (folder / "scenarios" / "example-of-a-page.toml").write_text(text, encoding="utf-8")
            return program.run("check", folder / "scenarios" / "example-of-a-page.toml").stderr

    def test_scenarios_on_the_page_are_in_order(self):
        page = (DOCS / "scenario-reference.head.md").read_text(encoding="utf-8")
        scenarios = [block for block in self.BLOCK.findall(page) if "extends = " in block]
        self.assertGreaterEqual(len(scenarios), 2)
        for text in scenarios:
            with self.subTest(text.splitlines()[1]):
                self.assertEqual(self.mistakes_in(text), "")
                self.assertIn("release", self.mistakes_in(text.replace("shift = ", "release = ").replace("released = ", "release = ")))


class Equations(unittest.TestCase):
    def test_page_and_code_declare_the_same_in_the_same_order(self):
        declared = equations()
        for first in ("E1", "C1", "A1", "P1", "I1", "O1"):
            self.assertIn(first, declared)
        self.assertEqual(DECLARED_IN_PAGE.findall(model_page()), declared)

    def test_each_number_is_declared_once(self):
        declared = equations()
        self.assertEqual(len(declared), len(set(declared)))

    def test_page_names_no_equation_that_there_is_not(self):
        self.assertEqual(set(NUMBER.findall(model_page())) - set(equations()), set())


class Parameters(unittest.TestCase):
    WHOLE = {"theory"}  # a path of one part

    def test_page_names_every_parameter_or_its_group(self):
        paths = [path.split(".") for path in PATH.findall(model_page()) if not path.endswith(".NAME")]
        all_of_them = parameters()
        self.assertGreater(len(all_of_them), 300)
        self.assertEqual([path for path in all_of_them if path not in self.WHOLE and not is_named_by(path, paths)], [])

    def test_page_names_no_parameter_that_there_is_not(self):
        groups = {path.partition(".")[0] for path in parameters()}
        named = [path.split(".") for path in PATH.findall(model_page()) if path.partition(".")[0] in groups]
        self.assertGreater(len(named), 100)
        self.assertEqual([".".join(path) for path in named if not any(is_named_by(parameter, [path]) for parameter in parameters())], [])

    def test_a_name_that_is_missing_would_be_found(self):
        self.assertFalse(is_named_by("feedback.crafting", [["feedback", "damping"], ["feedback", "crafting", "more"]]))
        self.assertTrue(is_named_by("factors.workload.offset.aios", [["factors", "NAME", "offset"]]))


class Glossary(unittest.TestCase):
    OF_THE_ENGINE = {"clearing", "TeamId"}
    STRATA = {"anios_aios", "senior", "in_care", "in_science", "in_organisation"}  # words of results files, which `describe` does not list
    # Words that stand for values, and names of levers: labels in the code, which `describe` does not list.
    LABELLED = {"leave_kind", "coaching_stage", "shift", "administration", "schedule", "staffing", "culture", "coaching", "peer_group",
                "peer_group_stage", "monitoring", "service", "process", "contract", "volume", "leaders", "onboarding", "tasks", "training",
                "adoption"}

    def test_words_are_those_that_the_program_shows(self):
        described = [line for model in MODELS for line in program.run("describe", "--model", model, "--markdown").stdout.splitlines()]
        words = [[cell.strip() for cell in line.strip("|").split("|")] for line in model_page().partition("# Glossary")[2].splitlines()]
        words = [(english, dutch, name.strip("`")) for english, dutch, name in (row for row in words if len(row) == 3) if name.startswith("`")]
        self.assertGreater(len(words), 80)
        sources = "\n".join(file.read_text(encoding="utf-8") for file in sorted((program.ROOT / "models").rglob("*.cpp")))
        labels = set(re.findall(r'\{"([^"]+)",\s*"([^"]+)"\}', sources))
        for english, dutch, name in words:
            if name not in self.OF_THE_ENGINE | self.STRATA:
                with self.subTest(name):
                    rows = [row for row in described if f"| {name} |" in row]
                    is_described = any(f"| {english} |" in row and f"| {dutch} |" in row for row in rows)
                    self.assertTrue(is_described or (name in self.LABELLED and (english, dutch) in labels), f"it is not {english}, {dutch}")


class NamesOfTests(unittest.TestCase):
    def test_every_test_that_a_page_names_is_there(self):
        sources = "\n".join(file.read_text(encoding="utf-8") for kind in ("*.cpp", "*.py") for file in sorted((program.ROOT / "tests").rglob(kind)))
        found = {f"{suite}.{name}" for suite, name in re.findall(r"(?:TEST\w*|RC_GTEST\w*)\(\s*(\w+),\s*(\w+)", sources)} | set(re.findall(r"def (test_\w+)", sources))
        named = {name for page in DOCS.glob("*.md") for name in re.findall(r"`([A-Z]\w+\.[A-Z]\w+|test_\w+)`", page.read_text(encoding="utf-8"))}
        self.assertGreater(len(named), 20)
        self.assertEqual(sorted(named - found), [])


if __name__ == "__main__":
    unittest.main()
