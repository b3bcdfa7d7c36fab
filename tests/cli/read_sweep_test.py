# scripts/read-sweep.py and .R: both print the rank correlations that SciPy finds in a sweep's file, to six digits, and draw them; what they cannot
# read they refuse.
import re
import shutil
import unittest
import xml.etree.ElementTree as xml

import h5py
import numpy as np
from scipy import stats

import program

SCRIPTS = [program.ROOT / "scripts" / name for name in ("read-sweep.py", "read-sweep.R")]
COLOURS = {"#0072b2", "#d55e00"}  # of what rises with the outcome, and what falls
EXAMPLE_SWEEP = program.SCENARIOS / "sweeps" / "example.toml"


def plan(scenario, design, replicates, **axes):
    """The text of a plan; of an axis the rest of its table, and two underscores for a dot."""
    tables = "".join(f'[[axis]]\npath = "{path.replace("__", ".")}"\n{rest}\n' for path, rest in axes.items())
    return f'title = "A sweep"\nscenario = "{scenario}"\nreplicates = {replicates}\n[design]\n{design}\n{tables}'


LATIN = 'kind = "latin_hypercube"\npoints = 12'
WORKFORCE = plan(program.BASELINE, LATIN, 2, jdr__contagion="", jdr__exhaustion_up="", jdr__exhaustion_down='range = [2, 20]\nscale = "log"')
GRID = plan(program.EXAMPLE, 'kind = "grid"', 2, example__mean="values = [-0.5, 0.0, 0.5]", example__relaxation="values = [8, 4]")
LINE = plan(program.EXAMPLE, 'kind = "list"', 1, example__mean="values = [0.5, 0.0, -0.5]", example__relaxation="values = [8, 8, 8]")


def texts(file, name):
    return [text.decode() for text in file[name][:]]


def correlations(path, outcome, phase):
    """By parameter what SciPy finds over the points whose runs are all there, as six digits, and how many these points are."""
    with h5py.File(path) as file:
        o, f = texts(file, "outcome").index(outcome), texts(file, "phase").index(phase)
        means = file["value"][:, :, o, -1, f].astype(float).mean(axis=1)
        used = (file["status"][:] == 1).all(axis=1) & np.isfinite(means)
        parameters = dict(zip(texts(file, "parameter"), file["parameter_value"][:].T))
    found = {}
    for name, values in parameters.items():
        found[name] = "-" if len(set(values[used])) < 2 else f"{stats.spearmanr(values[used], means[used])[0].round(12) + 0.0:.6g}"
    return found, used.sum()


class ReadSweep(program.ScriptCase):
    @classmethod
    def setUpClass(cls):
        cls.place = cls.enterClassContext(program.folder())
        cls.example, cls.workforce = cls.place / "moods.h5", cls.place / "burnout.h5"
        (cls.place / "burnout.toml").write_text(WORKFORCE)
        small = program.sets(population__scale=0.01, time__years=2, time__burn_in=1)
        for words in ((EXAMPLE_SWEEP, "--out", cls.example), (cls.place / "burnout.toml", *small, "--out", cls.workforce)):
            done = program.run("sweep", *words, "--quiet")
            assert done.returncode == program.DONE, done.stderr

    def sweep(self, text, *words, out="sweep.h5", code=program.DONE):
        """The file of a sweep of the example."""
        (self.folder / "plan.toml").write_text(text)
        done = program.run("sweep", self.folder / "plan.toml", "--out", self.folder / out, "--quiet", *words)
        self.assertEqual(done.returncode, code, done.stderr)
        return self.folder / out

    def table(self, text):
        """By parameter what was printed, in its order."""
        rows = text[text.index("rank correlation\n"):text.index("picture: ")].splitlines()[1:]
        return dict(row.split() for row in rows)

    def colours(self, drawing):
        percent = r"rgb\(([\d.]+)%, ?([\d.]+)%, ?([\d.]+)%\)"
        in_percent = {"#" + "".join(f"{round(float(part) * 2.55):02x}" for part in rgb) for rgb in re.findall(percent, drawing)}
        return COLOURS & (in_percent | set(re.findall(r"#[0-9a-f]{6}", drawing)))

    def assert_as_scipy(self, sweep, outcome, phase):
        """Both scripts say the same, and it is what SciPy says; returns it."""
        expected, points = correlations(sweep, outcome, phase)
        said = [self.printed(script, sweep, outcome, phase, "", self.folder / "picture.png") for script in SCRIPTS]
        self.assertEqual(*said)
        found = self.table(said[0])
        self.assertEqual(found, expected)
        self.assertIn(f"points used: {points} of ", said[0])
        strength = [-1.0 if number == "-" else abs(float(number)) for number in found.values()]
        self.assertEqual(strength, sorted(strength, reverse=True))
        return said[0]

    def test_both_print_the_rank_correlations_of_scipy_strongest_first(self):
        for sweep, outcome, phase in ((self.example, "mood", "all"), (self.workforce, "burnt_out", "all"), (self.workforce, "sick_leave", "aios"),
                                      (self.workforce, "resignations", "specialist_late")):
            with self.subTest(outcome=outcome, phase=phase):
                self.assert_as_scipy(sweep, outcome, phase)

    def test_equal_values_have_their_middle_rank_and_what_does_not_vary_has_no_correlation(self):
        self.assert_as_scipy(self.sweep(GRID), "mood", "all")
        line = self.sweep(LINE, out="line.h5")
        self.assertEqual(self.table(self.assert_as_scipy(line, "mood", "all")), {"example.mean": "1", "example.relaxation": "-"})

    def test_points_with_a_missing_run_are_left_out_and_counted(self):
        gaps = self.folder / "gaps.h5"
        self.done("sweep", EXAMPLE_SWEEP, "--out", gaps, "--shard", "1/2", "--quiet")
        self.assertEqual(program.run("merge", "--out", gaps, "--allow-gaps").returncode, program.DONE)
        self.assertIn("points used: 10 of 20; left out: 10 where a run is missing or failed\n", self.assert_as_scipy(gaps, "mood", "all"))

    def test_points_with_a_failed_run_or_without_anybody_are_left_out_and_counted(self):
        scenario = (program.SCENARIOS / "example-lift.toml").read_text().replace('"example.toml"', f'"{program.EXAMPLE}"')
        (self.folder / "lifted.toml").write_text(scenario)
        lift = "intervention__lift-everybody__"
        failing = plan("lifted.toml", 'kind = "grid"', 2, **{f"{lift}start__week": "values = [0, 90]", f"{lift}end__week": "values = [52, 100, 110]"})
        sweep = self.sweep(failing, code=program.SOME_FAILED)  # one ends before it starts
        self.assertIn("points used: 5 of 6; left out: 1 where a run is missing or failed\n", self.assert_as_scipy(sweep, "mood", "all"))
        with h5py.File(sweep, "r+") as file:
            file["value"][0, 1] = np.nan  # as where nobody was in the phase
        self.assertIn("points used: 4 of 6; left out: 1 where a run is missing or failed, 1 where nobody was in the phase\n",
                      self.assert_as_scipy(sweep, "mood", "all"))

    def test_both_draw_both_colours_in_every_format(self):
        for script in SCRIPTS:
            for ending, start in (("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")):
                with self.subTest(script=script.name, ending=ending):
                    picture = self.folder / f"{script.suffix[1:]}.{ending}"
                    text = self.printed(script, self.workforce, "burnt_out", "all", "jdr.contagion", picture)
                    self.assertTrue(text.endswith(f"picture: {picture}\n"))
                    self.assertTrue(picture.read_bytes().startswith(start))
            drawing = (self.folder / f"{script.suffix[1:]}.svg").read_text()
            xml.fromstring(drawing)
            self.assertEqual(self.colours(drawing), COLOURS, script.name)

    def test_the_picture_tells_words_and_leaves_out_what_there_is_not(self):
        """True and false are words; one replicate has no interval; where nothing varies there are no bars; names have units."""
        lever = "intervention__challenge-support__coaching__kickoff"
        words = plan(program.SCENARIOS / "challenge-support-residents.toml", 'kind = "grid"', 1, **{lever: "values = [true, false]"})
        small = program.sets(population__scale=0.01, time__years=2, time__burn_in=1)
        constant = plan(program.EXAMPLE, 'kind = "list"', 1, example__mean="values = [0.0]")
        cases = ((self.sweep(words, *small), "", {"false", "true"}),
                 (self.sweep(constant, out="constant.h5"), "",
                  {"none: there is nothing that varies", "A dot is a point: one replicate. Points used: 1 of 1."}),
                 (self.workforce, "jdr.exhaustion_down", {"time constant of falling exhaustion, weeks", "burnt out (UBOS), all, year 2"}))
        for script in SCRIPTS:
            for sweep, parameter, told in cases:
                with self.subTest(script=script.name, sweep=sweep.name):
                    picture = self.folder / "picture.svg"
                    self.printed(script, sweep, "", "", parameter, picture)
                    drawing = picture.read_text()
                    xml.fromstring(drawing)
                    if script.suffix == ".py":  # letters are shapes; matplotlib says beside them which
                        self.assertLessEqual(told, set(re.findall("<!-- (.*?) -->", drawing)))

    def test_without_more_words_it_is_the_first_of_everything_and_the_strongest_beside_the_file(self):
        folder = self.folder / "with a blank"
        folder.mkdir()
        sweep = shutil.copy(self.example, folder / "my moods.h5")
        for script in SCRIPTS:
            text = self.printed(script, sweep)
            self.assertEqual(text, self.printed(script, sweep, "mood", "all", "example.mean"))
            self.assertIn("\nmood, all, year 2, unit 1; replicates: 2; points used: 20 of 20\n", text)
            picture = folder / "my moods-mood-all-example.mean.png"
            self.assertIn(f"picture: {picture}\n", text)
            picture.unlink()
        self.assertEqual(program.names_in(folder), ["my moods.h5"])

    def test_what_cannot_be_read_is_refused_with_a_sentence(self):
        comparison, empty = self.folder / "comparison.h5", self.folder / "empty.h5"
        self.done("compare", program.EXAMPLE, program.SCENARIOS / "example-lift.toml", "--replicates", 1, "--quiet", "--out", comparison)
        shutil.copy(self.example, empty)
        with h5py.File(empty, "r+") as file:
            file["status"][:, 1] = 0
        before = program.names_in(self.folder)
        cases = (([self.folder / "nowhere.h5"], "there is no such file"), ([self.folder], "there is no such file"),
                 ([EXAMPLE_SWEEP], "is not a results file"), ([comparison], "is not a sweep"),
                 ([self.example, "moods"], 'has no outcome "moods"; did you mean "mood"?'),
                 ([self.workforce, "burnout"], 'did you mean "burnt_out"?'),
                 ([self.workforce, "burnt_out", "aio"], 'has no phase "aio"; did you mean "aios"?'),
                 ([self.workforce, "", "", "jdr.contagon"], 'has no parameter "jdr.contagon"; did you mean "jdr.contagion"?'),
                 ([self.example, "", "", "zzz"], 'has no parameter "zzz" (it has example.mean, example.relaxation, example.team_spread)'),
                 ([empty], "has no point to use: 20 where a run is missing or failed"), ([], "read-sweep"), (["--out"], "read-sweep"),
                 ([self.example, "", "", "", self.folder / "picture.docx"], "picture.docx"),
                 ([self.example, "", "", "", self.folder / "nowhere" / "picture.png"], "picture.png could not be drawn"))
        for script in SCRIPTS:
            for words, sentence in cases:
                with self.subTest(script=script.name, words=words[1:]):
                    done = self.read(script, *words)
                    self.assertEqual(done.returncode, program.WRONG_INPUT, done.stderr)
                    self.assertIn(sentence, done.stderr)
                    self.assertNotIn("Traceback", done.stderr)
        self.assertEqual(program.names_in(self.folder), before)


if __name__ == "__main__":
    unittest.main()
