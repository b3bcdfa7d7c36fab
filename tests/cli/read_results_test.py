# scripts/read-results.py and .R: both print what bevlogen compare says, to six digits, and draw it; what they cannot read they refuse.
import json
import re
import unittest
import xml.etree.ElementTree as xml

import program

SCRIPTS = [program.ROOT / "scripts" / name for name in ("read-results.py", "read-results.R")]
COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"}


class ReadResults(program.ScriptCase):
    @classmethod
    def setUpClass(cls):
        cls.place = cls.enterClassContext(program.folder())
        cls.results = cls.place / "comparison.h5"
        policies = [program.LESS_ADMINISTRATION, program.SCENARIOS / "challenge-support-residents.toml"]
        done = program.run("compare", program.BASELINE, *policies, *program.size(0.02, 3, 1, 4), "--quiet", "--json", "--out", cls.results)
        assert done.returncode == program.DONE, done.stderr
        cls.rows = json.loads(done.stdout)["rows"]

    def expected(self, outcome, phase):
        """By scenario what compare found, as six digits."""
        keys = ("level", "difference", "difference_low", "difference_high")
        return {row["scenario"]: [f"{row[key]:.6g}" for key in keys if key in row]
                for row in self.rows if (row["outcome"], row["phase"]) == (outcome, phase)}

    def test_both_print_the_numbers_of_compare(self):
        for script in SCRIPTS:
            for outcome, phase in (("burnt_out", "all"), ("exhaustion", "aios"), ("sick_leave", "specialist_late")):
                with self.subTest(script=script.name, outcome=outcome):
                    text = self.printed(script, self.results, outcome, phase, self.folder / "picture.png")
                    found = {words[0]: words[1:] for words in map(str.split, text.splitlines()) if words and words[0] in ("baseline", "less-administration", "challenge-support-residents")}
                    self.assertEqual(found, self.expected(outcome, phase))
                    self.assertEqual([len(numbers) for numbers in found.values()], [1, 4, 4])

    def test_under_draws_of_parameters_intervals_are_of_one_more_draw(self):
        draws, drawn = self.folder / "draws.toml", self.folder / "drawn.h5"
        draws.write_text("".join(f"[[draw]]\njdr.contagion = {value}\n" for value in (0.0, 0.1, 0.2)))
        rows = json.loads(self.done("compare", program.BASELINE, program.LESS_ADMINISTRATION, *program.size(0.02, 2, 1, 2), "--parameters", draws,
                                    "--quiet", "--json", "--out", drawn))["rows"]
        row = next(r for r in rows if (r["scenario"], r["outcome"], r["phase"]) == ("less-administration", "burnt_out", "all"))
        for script in SCRIPTS:
            text = self.printed(script, drawn, "burnt_out", "all", self.folder / "picture.png")
            found = next(line.split()[1:] for line in text.splitlines() if line.startswith("less-administration"))
            self.assertEqual(found, [f"{row[key]:.6g}" for key in ("level", "difference", "difference_low", "difference_high")], script.name)

    def test_both_draw_a_line_and_a_band_for_each_policy_in_every_format(self):
        for script in SCRIPTS:
            for ending, start in (("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")):
                with self.subTest(script=script.name, ending=ending):
                    picture = self.folder / f"{script.suffix[1:]}.{ending}"
                    text = self.printed(script, self.results, "burnt_out", "all", picture)
                    self.assertTrue(text.endswith(f"picture: {picture}\n"))
                    self.assertTrue(picture.read_bytes().startswith(start))
            drawing = (self.folder / f"{script.suffix[1:]}.svg").read_text()
            xml.fromstring(drawing)
            in_percent = {"#" + "".join(f"{round(float(part) * 2.55):02x}" for part in rgb) for rgb in re.findall(r"rgb\(([\d.]+)%, ?([\d.]+)%, ?([\d.]+)%\)", drawing)}
            used = COLOURS & (in_percent | set(re.findall(r"#[0-9a-f]{6}", drawing)))
            self.assertEqual(used, {"#0072b2", "#d55e00"}, script.name)

    def test_without_more_words_it_is_burnt_out_of_all_beside_the_file(self):
        for script in SCRIPTS:
            text = self.printed(script, self.results)
            self.assertIn("burnt out (UBOS), all", text)
            picture = self.place / "comparison-burnt_out-all.png"
            self.assertIn(str(picture), text)
            self.assertTrue(picture.exists())
            picture.unlink()

    def test_one_replicate_has_differences_and_no_interval(self):
        single = self.folder / "single.h5"
        self.done("compare", program.EXAMPLE, program.SCENARIOS / "example-lift.toml", "--replicates", 1, "--quiet", "--out", single)
        for script in SCRIPTS:
            line = self.printed(script, single, "mood", "all", self.folder / "picture.png").splitlines()[-2].split()
            self.assertAlmostEqual(float(line[2]), 0.5, 2)  # the lift of a year ago
            self.assertEqual([word.lower().replace("nan", "na") for word in line[3:]], ["na", "na"])

    def test_what_cannot_be_read_is_refused_with_a_sentence(self):
        run = self.folder / "run.h5"
        self.done("run", program.EXAMPLE, "--quiet", "--out", run)
        cases = (([self.folder / "nowhere.h5"], "there is no such file"), ([program.BASELINE], "is not a results file"),
                 ([self.results, "burntout"], 'did you mean "burn'), ([self.results, "burnt_out", "aio"], 'did you mean "aios"?'),
                 ([run, "burnt_out"], 'has no outcome "burnt_out"'), ([run, "mood"], "one scenario"), ([], "read-results"),
                 ([self.results, "burnt_out", "all", self.folder / "picture.docx"], "picture.docx"))
        for script in SCRIPTS:
            for words, sentence in cases:
                with self.subTest(script=script.name, words=words[1:]):
                    done = self.read(script, *words)
                    self.assertEqual(done.returncode, program.WRONG_INPUT, done.stderr)
                    self.assertIn(sentence, done.stderr)
                    self.assertNotIn("Traceback", done.stderr)
        self.assertEqual(program.names_in(self.folder), ["run.h5"])


if __name__ == "__main__":
    unittest.main()
