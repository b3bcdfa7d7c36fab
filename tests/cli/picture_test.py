# scripts/picture draws a comparison: a line for each scenario, a dot for each difference, at the heights that the numbers say.
import subprocess
import unittest
import xml.etree.ElementTree as xml

import h5py
import numpy as np

import program

PICTURE = program.ROOT / "scripts" / "picture"
SVG = "{http://www.w3.org/2000/svg}"


def picture(*words):
    return subprocess.run([PICTURE, *map(str, words)], env=program.environment(), capture_output=True, text=True)


class Picture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(program.folder())
        cls.results = cls.folder / "comparison.h5"
        done = program.run("compare", program.BASELINE, program.LESS_ADMINISTRATION, *program.size(0.02, 3, 1, 2), "--quiet", "--out", cls.results)
        assert done.returncode == program.DONE, done.stderr

    def drawn(self, results):
        out = self.folder / "pictures" / f"{results.stem}.svg"
        done = picture(results, out)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, f"{out}\n", ""))
        return xml.parse(out).getroot()

    def marked(self, drawing, tag, word):
        return [part for part in drawing.iter(SVG + tag) if part.get("class") == word]

    def test_there_is_one_line_a_scenario_with_a_point_a_year(self):
        lines = self.marked(self.drawn(self.results), "polyline", "line")
        self.assertEqual(sorted(line.get("data-scenario") for line in lines), ["baseline", "less-administration"])
        for line in lines:
            self.assertEqual(len(line.get("points").split()), 3)

    def test_heights_are_in_proportion_to_the_numbers(self):
        with h5py.File(self.results) as file:
            means = 100 * file["burnt_out"][:, :, :, 0, 0].astype(float).reshape(2, 2, 3, 13).mean(axis=(1, 3))
        lines = {line.get("data-scenario"): line for line in self.marked(self.drawn(self.results), "polyline", "line")}
        heights = np.array([[float(p.split(",")[1]) for p in lines[name].get("points").split()] for name in ("baseline", "less-administration")])
        slope, start = np.polyfit(means.ravel(), heights.ravel(), 1)
        self.assertLess(slope, 0)  # upwards is smaller in SVG
        self.assertLess(np.abs(start + slope * means - heights).max(), 0.1)

    def test_there_is_a_dot_for_each_policy_and_phase(self):
        dots = self.marked(self.drawn(self.results), "circle", "dot")
        with h5py.File(self.results) as file:
            last = 100 * file["burnt_out"][:, :, 26:, :, 0].astype(float).mean(axis=2)
            differences = (last[1] - last[0]).mean(axis=0)
            self.assertEqual([dot.get("data-phase") for dot in dots], list(file["phase_label_en"].asstr()[()]))
        places = np.array([float(dot.get("cx")) for dot in dots])
        slope, start = np.polyfit(differences, places, 1)
        self.assertGreater(slope, 0)
        self.assertLess(np.abs(start + slope * differences - places).max(), 0.1)

    def test_six_scenarios_have_six_colours_and_labels_that_do_not_overlap(self):
        many = self.folder / "many.h5"
        names = ["baseline", "a", "b", "c", "d", "e"]
        with h5py.File(self.results) as file, h5py.File(many, "w") as copy:
            for name in ("phase_label_en", "measure"):
                file.copy(name, copy)
            copy["scenario"], copy["scenario_title"] = names, [f"Policy & {name} with a title of more than a line" for name in names]
            copy["burnt_out"] = np.stack([file["burnt_out"][0] + np.float32(0.0001 * i) for i in range(len(names))])
            copy.attrs["title"] = "Six <policies>"
        drawing = self.drawn(many)
        lines = self.marked(drawing, "polyline", "line")
        self.assertEqual(len({line.get("stroke") for line in lines}), len(names))
        colours = {text.get("fill") for text in drawing.iter(SVG + "text") if text.text.startswith("Policy &")}
        self.assertEqual(len(colours), len(names))
        heights = sorted(float(text.get("y")) for text in drawing.iter(SVG + "text") if text.get("fill") in colours)
        self.assertGreaterEqual(min(np.diff(heights)), 11)

    def test_one_run_of_one_replicate_is_drawn_without_differences(self):
        single = self.folder / "single.h5"
        done = program.run("run", program.BASELINE, *program.size(0.02, 1, 1, 1), "--quiet", "--out", single)
        self.assertEqual(done.returncode, program.DONE, done.stderr)
        drawing = self.drawn(single)
        self.assertEqual(len(self.marked(drawing, "polyline", "line")), 1)
        self.assertEqual(self.marked(drawing, "circle", "dot"), [])

    def test_the_same_results_give_the_same_bytes(self):
        files = [self.folder / name for name in ("one.svg", "two.svg")]
        for file in files:
            self.assertEqual(picture(self.results, file).returncode, 0)
        self.assertEqual(files[0].read_bytes(), files[1].read_bytes())

    def test_files_that_cannot_be_drawn_are_refused_with_a_sentence(self):
        example = self.folder / "example.h5"
        self.assertEqual(program.run("run", program.EXAMPLE, "--quiet", "--out", example).returncode, program.DONE)
        for file, words in ((self.folder / "nowhere.h5", "no such file"), (program.BASELINE, "not a results file"), (example, "has no burnt_out")):
            done = picture(file, self.folder / "never.svg")
            self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), done.stderr)
            self.assertIn(words, done.stderr)
        self.assertFalse((self.folder / "never.svg").exists())
        self.assertIn("RESULTS.h5", picture("--help").stdout)


if __name__ == "__main__":
    unittest.main()
