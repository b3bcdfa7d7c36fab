# Results files open everywhere, and a file that is none is refused with a sentence.
import json
import pathlib
import subprocess
import sys
import unittest

import h5py

import program

OPEN_RESULTS = pathlib.Path(__file__).with_name("open_results.py")
SMALL = [*program.size(scale=0.02, years=2, burn_in=1, replicates=2), "--quiet"]


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(program.folder())
        cls.single = cls.folder / "single.h5"
        cls.comparison = cls.folder / "comparison.h5"
        cls.example = cls.folder / "example.h5"
        for words in (["run", program.LESS_ADMINISTRATION, *SMALL, "--out", cls.single],
                      ["compare", program.BASELINE, program.LESS_ADMINISTRATION, *SMALL, "--out", cls.comparison],
                      ["run", program.EXAMPLE, "--quiet", "--out", cls.example]):
            done = program.run(*words)
            assert done.returncode == program.DONE, done.stderr


class Whole(Files):
    def test_they_open_in_xarray_ncdump_h5py_and_pandas(self):
        for file in (self.single, self.comparison, self.example):
            with self.subTest(file.name):
                done = subprocess.run([sys.executable, OPEN_RESULTS, file], capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_they_open_in_one_line_from_the_readme(self):
        line = f"import xarray; print(xarray.open_dataset('{self.comparison}'))"
        done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        for word in ("scenario", "replicate", "workload", "resigns_panel"):
            self.assertIn(word, done.stdout)

    def test_show_names_what_is_in_the_file(self):
        shown = json.loads(program.run("show", self.comparison, "--json").stdout)
        with h5py.File(self.comparison) as file:
            coordinates = [name for name, data in file.items() if isinstance(data, h5py.Dataset) and name in shown["dimensions"]]
            self.assertEqual({name: file[name].size for name in coordinates}, shown["dimensions"])
            others = [name for name, data in file.items() if isinstance(data, h5py.Dataset) and name not in shown["dimensions"]]
            self.assertEqual(sorted(v["name"] for v in shown["variables"]), sorted(others))
            self.assertEqual(set(shown["attributes"]), {name for name in file.attrs if not name.startswith("_")})
        self.assertEqual(shown["scenarios"], ["baseline", "less-administration"])
        text = program.run("show", self.comparison, "--all").stdout
        for variable in shown["variables"]:
            self.assertRegex(text, rf"(?m)^  {variable['name']} ")

    def test_the_resolved_scenario_is_a_scenario_and_gives_the_same_numbers(self):
        shown = program.run("show", self.single, "--scenario")
        again = self.folder / "less-administration.toml"
        again.write_text(shown.stdout)
        self.assertEqual(program.run("check", again).returncode, program.DONE)
        out = self.folder / "again.h5"
        self.assertEqual(program.run("run", again, "--quiet", "--out", out).returncode, program.DONE)
        self.assertEqual(program.run("diff", self.single, out, "--common").returncode, program.DONE)

    def test_the_same_file_is_identical_to_itself(self):
        for file in (self.single, self.comparison, self.example):
            self.assertEqual(program.run("diff", file, file).returncode, program.DONE)

    def test_one_changed_value_is_found_and_named(self):
        changed = self.folder / "changed.h5"
        changed.write_bytes(self.single.read_bytes())
        with h5py.File(changed, "r+") as file:
            phase = file["phase"].asstr()[3]
            week = file["week"][16]
            file["exhaustion_weekly"][0, 1, 16, 3] += 0.25
        done = program.run("diff", self.single, changed)
        self.assertEqual(done.returncode, program.DIFFERENT)
        self.assertIn(f'exhaustion_weekly: scenario "less-administration", replicate 2, week {week}, phase "{phase}": ', done.stdout)
        answer = json.loads(program.run("diff", self.single, changed, "--json").stdout)
        self.assertEqual((answer["identical"], answer["different"]), (False, 1))

    def test_runs_and_comparisons_share_what_they_have_in_common(self):
        self.assertEqual(program.run("diff", self.single, self.comparison).returncode, program.DIFFERENT)
        self.assertEqual(program.run("diff", self.single, self.comparison, "--common").returncode, program.DONE)
        nothing = program.run("diff", self.single, self.example, "--common")
        self.assertEqual(nothing.returncode, program.DIFFERENT)


class Broken(Files):
    def assert_refused(self, file, words):
        """By every command that reads results, with one sentence and exit code 2, and nothing on standard output."""
        for command in (["show", file], ["show", file, "--json"], ["diff", self.single, file], ["diff", file, self.single],
                        ["run", "--from", file, "--out", self.folder / "never.h5"]):
            with self.subTest(f"{command[0]} {file.name}"):
                done = program.run(*command)
                self.assertEqual((done.returncode, done.stdout), (program.WRONG_INPUT, ""))
                first, last = done.stderr.splitlines()
                self.assertTrue(first.startswith(f"{file}: error: "), first)
                self.assertRegex(first, words)
                self.assertEqual(last, "1 error, nothing was run.")
        self.assertFalse((self.folder / "never.h5").exists())

    def broken(self, name, data):
        file = self.folder / name
        file.write_bytes(data)
        return file

    def test_a_file_that_was_cut_off_is_refused(self):
        data = self.single.read_bytes()
        for length in (1, 7, 8, 95, 512, 2048, len(data) // 2, len(data) - 1):
            self.assert_refused(self.broken(f"cut-{length}.h5", data[:length]), "cut off")

    def test_an_empty_file_is_refused(self):
        self.assert_refused(self.broken("empty.h5", b""), "is empty")

    def test_a_text_is_refused(self):
        self.assert_refused(self.broken("text.h5", b"time;burnout\n1;0.2\n" * 50), "not an HDF5 file")
        self.assert_refused(self.broken("scenario.h5", program.BASELINE.read_bytes()), "not an HDF5 file")

    def test_hdf5_of_somebody_else_is_refused(self):
        file = self.folder / "foreign.h5"
        with h5py.File(file, "w") as foreign:
            foreign["burnout"] = [0.1, 0.2]
        self.assert_refused(file, "not a results file of bevlogen")

    def test_a_newer_version_of_the_format_is_refused(self):
        file = self.broken("newer.h5", self.single.read_bytes())
        with h5py.File(file, "r+") as newer:
            newer.attrs["format_version"] = newer.attrs["format_version"] + 1
        self.assert_refused(file, "has format version 3")

    def test_a_file_without_a_variable_that_it_needs_is_refused(self):
        file = self.broken("robbed.h5", self.single.read_bytes())
        with h5py.File(file, "r+") as robbed:
            del robbed["resolved_scenario"]
        done = program.run("run", "--from", file, "--out", self.folder / "never.h5")
        self.assertEqual(done.returncode, program.WRONG_INPUT, done.stderr)

    def test_damaged_numbers_are_noticed(self):
        file = self.broken("damaged.h5", self.single.read_bytes())
        with h5py.File(file) as whole:
            chunk = whole["exhaustion"].id.get_chunk_info(0)
        with file.open("r+b") as damaged:
            damaged.seek(chunk.byte_offset + chunk.size // 2)
            byte = damaged.read(1)[0]
            damaged.seek(-1, 1)
            damaged.write(bytes([byte ^ 0x10]))
        done = program.run("diff", self.single, file)
        self.assertEqual((done.returncode, done.stdout), (program.WRONG_INPUT, ""))
        self.assertIn(f"{file}: error: ", done.stderr)

    def test_a_missing_file_and_a_folder_are_refused(self):
        self.assert_refused(self.folder / "nowhere.h5", "there is no such file")
        self.assert_refused(self.folder, "is a folder")


if __name__ == "__main__":
    unittest.main()
