# Every command in a document works as it is written.
import unittest

import documents
import program

DOCUMENTS = [program.ROOT / "README.md", program.ROOT / "CONTRIBUTING.md", *sorted((program.ROOT / "docs").rglob("*.md")),
             *sorted(program.ROOT.glob("*/README.md"))]
DOCUMENTS = sorted(set(DOCUMENTS))

PLANTED = {
    "an unknown command": "```sh\nbevlogen explain\n```\n",
    "an unknown option": "```sh\nbevlogen list --colourful\n```\n",
    "an unknown option of a run": "```bash\nbuild/release/bin/bevlogen run scenarios/example.toml --thraeds 2\n```\n",
    "a scenario that does not exist": "```console\n$ bevlogen check scenarios/coaching-for-all.toml\n```\n",
    "a path that does not exist": "```sh\nbevlogen run scenarios/example.toml --set example.moood=1\n```\n",
    "a command that goes on in the next line": "```sh\nbevlogen run scenarios/example.toml \\\n    --set example.moood=1\n```\n",
    "a second command that is wrong": "```sh\nbevlogen list\nbevlogen chekc scenarios/example.toml\n```\n",
    "a wrong command in a pipe": "```sh\nbevlogen describe nothing-is-called-this | head -3\n```\n",
    "a script that does not exist": "```sh\n./scripts/deploy\n```\n",
    "an outcome that is not in the file": "```sh\n./scripts/read-results.py results/a.h5 happiness\n```\n",
    "an option that a script does not have": "```sh\n./scripts/test --forever\n```\n",
    "a variable that is not in the file": "```python\nimport xarray as xr\nxr.open_dataset('results/a.h5').happiness\n```\n",
    "a command in a sentence": "Say `bevlogen explain` to hear more.\n",
    "an option in a sentence": "Say `bevlogen diff --fuzzy A B` to hear less.\n",
    "a script in a sentence": "Type `./scripts/deploy` to deploy.\n",
}
RIGHT = """Right: `bevlogen diff A B`, `bevlogen --version`, `./scripts/test --preset asan`, `scripts/picture --png a.png`, and `bevlogen run --from FILE`; no command: `bevlogen`.

```sh
./scripts/test --long      # not carried out
bevlogen new mine.toml && bevlogen check mine.toml
bevlogen run scenarios/example.toml --replicates 100 --out results/mine.h5   # made small
bevlogen show results/mine.h5 > shown.txt
bevlogen diff --common results/mine.h5 results/mine.h5
```

```text
bevlogen nonsense
```
"""


class Documents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = cls.enterClassContext(program.folder())
        cls.stock, cls.comparison, cls.sweep = folder / "stock.h5", folder / "comparison.h5", folder / "sweep.h5"
        for words, out in ((["run", program.BASELINE], cls.stock), (["compare", program.BASELINE, program.LESS_ADMINISTRATION], cls.comparison)):
            done = program.run(*words, *program.size(0.02, 2, 1, 2), "--quiet", "--out", out)
            assert done.returncode == program.DONE, done.stderr

        done = program.run("sweep", program.SCENARIOS / "sweeps/example.toml", "--quiet", "--out", cls.sweep)
        assert done.returncode == program.DONE, done.stderr

    def problems_of(self, document):
        with program.folder() as folder:
            return documents.problems_of(document, folder, self.stock, self.comparison, self.sweep)

    def problems_of_text(self, text):
        with program.folder() as folder:
            document = folder / "planted.md"
            document.write_text(text)
            return self.problems_of(document)

    def test_every_command_of_every_document_works(self):
        for document in DOCUMENTS:
            with self.subTest(str(document.relative_to(program.ROOT))):
                self.assertEqual(self.problems_of(document), [])

    def test_commands_are_found_where_they_are(self):
        found = {document.name: list(documents.commands_in(document.read_text())) for document in (program.ROOT / "README.md", program.ROOT / "CONTRIBUTING.md")}
        self.assertIn(("shell", "build/release/bin/bevlogen list"), found["README.md"])
        self.assertIn(("mention", "./scripts/test --long"), found["CONTRIBUTING.md"])

    def test_a_planted_wrong_command_fails(self):
        for name, text in PLANTED.items():
            with self.subTest(name):
                self.assertEqual(len(self.problems_of_text(text)), 1)

    def test_right_commands_pass(self):
        self.assertEqual(self.problems_of_text(RIGHT), [])

    def test_checking_a_document_leaves_the_tree_as_it_is(self):
        before = program.names_in(program.SCENARIOS)
        self.assertEqual(self.problems_of_text("```sh\nbevlogen schema > scenarios/another.json\n```\n"), [])
        self.assertEqual(program.names_in(program.SCENARIOS), before)


if __name__ == "__main__":
    unittest.main()
