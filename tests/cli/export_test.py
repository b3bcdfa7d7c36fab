# bevlogen export: what pandas reads back is what is stored, in the plain form and in Excel's; titles are no formulas; a failure leaves nothing.
import io
import subprocess
import time
import unittest

import numpy as np
import pandas as pd
import xarray as xr

import program

DUTCH = {"sep": ";", "decimal": ",", "encoding": "utf-8-sig"}
# A title as nobody should write one: a formula, quotes, both separators, a second line.
NASTY = '=HYPERLINK("http://x";"y"), and\nmore'


class Export(program.Case):
    @classmethod
    def setUpClass(cls):
        cls.place = cls.enterClassContext(program.folder())
        cls.results = cls.place / "comparison.h5"
        policy = cls.place / "-policy.toml"
        title = NASTY.replace('"', '\\"').replace("\n", "\\n")
        policy.write_text(f'title = "{title}"\nextends = "{program.LESS_ADMINISTRATION}"\n')
        done = program.run("compare", program.BASELINE, policy, *program.size(0.02, 2, 1, 2), "--quiet", "--out", cls.results)
        assert done.returncode == program.DONE, done.stderr
        cls.stored = xr.load_dataset(cls.results, engine="netcdf4")

    def table(self, *words, **how):
        """What a reader makes of a table that is written to a file."""
        out = self.folder / "table.csv"
        said = self.done("export", self.results, "--out", out, *words)
        table = pd.read_csv(out, keep_default_na=False, na_values={"value": [""]}, **how)
        self.assertEqual(said, f"{out}: {len(table)} rows\n")
        self.assertEqual(program.names_in(self.folder), ["table.csv"])
        return table

    def expect_stored(self, table, name):
        """Every row is a stored value, to the bit of a float32, and every stored value is a row."""
        variable = self.stored[name]
        self.assertEqual(len(table), variable.size)
        keys = [table[d].to_numpy() for d in variable.dims]
        keys = [np.char.lstrip(k.astype(str), "'") if d == "scenario" else k for d, k in zip(variable.dims, keys)]  # -policy has one before it
        expected = variable.to_dataframe()[name].to_numpy(np.float32)
        for dimension, key, values in zip(variable.dims, keys, np.meshgrid(*(self.stored[d].values for d in variable.dims), indexing="ij")):
            self.assertTrue(np.array_equal(key.astype(str), values.ravel().astype(str)), dimension)
        self.assertTrue(np.array_equal(table.value.to_numpy(np.float32), expected, equal_nan=True), name)

    def test_pandas_reads_back_what_is_stored_in_every_table(self):
        for name, table in (("burnt_out", "by_phase"), ("exhaustion", "by_phase"), ("exhaustion_by_stratum", "by_stratum"), ("exhaustion_quantiles", "quantiles"),
                            ("exhaustion_weekly", "weekly"), ("burnout_team", "team"), ("burnout_last_year", "last_year"), ("burnout_panel", "panel")):
            with self.subTest(name):
                self.expect_stored(self.table("--table", table, "--outcome", name), name)

    def test_the_dutch_form_has_the_same_numbers(self):
        plain, dutch = self.table("--outcome", "exhaustion"), self.table("--outcome", "exhaustion", "--excel", "nl", **DUTCH)
        pd.testing.assert_frame_equal(plain, dutch)
        self.expect_stored(dutch, "exhaustion")

    def test_the_bytes_are_those_of_each_form(self):
        words = ["--outcome", "exhaustion", "--phase", "all", "--measure", "mean", "--scenario", "baseline", "--replicate", "1", "--year", "1"]
        files = {}
        for form, more in (("plain", []), ("nl", ["--excel", "nl"]), ("en", ["--excel", "en"])):
            out = self.folder / form
            self.done("export", self.results, *words, *more, "--out", out)
            files[form] = out.read_bytes()
            self.assertEqual(files[form].count(b"\r\n"), 14)  # the header and thirteen clearings
            self.assertEqual(files[form].count(b"\n"), 14)
        self.assertTrue(files["plain"].startswith(b"scenario,replicate,clearing,phase,measure,outcome,value,unit\r\nbaseline,1,4,all,mean,exhaustion,"))
        self.assertEqual(files["en"], b"\xef\xbb\xbf" + files["plain"])
        dutch = [line.split(";") for line in files["nl"].removeprefix(b"\xef\xbb\xbf").decode().splitlines()]
        plain = [line.split(",") for line in files["plain"].decode().splitlines()]
        self.assertTrue(all("," in row[6] and "." not in row[6] for row in dutch[1:]))
        self.assertEqual([[cell.replace(",", ".") for cell in row] for row in dutch], plain)

    def test_titles_are_quoted_and_no_formulas(self):
        for words, how in (([], {}), (["--excel", "nl"], DUTCH), (["--excel", "en"], {"encoding": "utf-8-sig"})):
            table = self.table("--lang", "nl", "--outcome", "burnt_out", *words, **how)
            self.assertEqual(set(table.scenario), {"baseline", "'-policy"})
            self.assertEqual(set(table.scenario_title), {"Nederland zoals het is", "'" + NASTY})
            self.assertEqual(set(table.outcome_label), {"opgebrand (UBOS)"})
            self.assertIn("specialist tot 55 jaar", set(table.phase_label))

    def test_without_a_name_the_headline_outcomes_go_to_standard_output(self):
        table = pd.read_csv(io.StringIO(self.done("export", self.results)))
        self.assertEqual(set(table.outcome), {"burnt_out", "highly_engaged", "workload_too_high", "work_life_dissatisfied", "sick_leave", "log_load", "resignations"})
        self.assertEqual(len(table), 7 * self.stored.burnt_out.size)

    def test_codes_have_words(self):
        table = self.table("--table", "panel", "--outcome", "phase", "--lang", "en")
        table = table.dropna(subset=["value"])  # of who has left
        words = dict(zip(table.value, table.value_label))
        self.assertEqual(sorted(words), list(range(6)))
        self.assertEqual(words[0], "medical student in clerkships")

    def test_any_model_has_tables(self):
        example = self.folder / "example.h5"
        self.done("run", program.EXAMPLE, "--quiet", "--out", example)
        table = pd.read_csv(io.StringIO(self.done("export", example)))
        self.assertEqual(set(table.outcome), {"mood", "low_mood"})
        self.assertIn("burnt_out", self.refused("export", example, "--outcome", "burnt_out"))

    def test_an_older_table_is_replaced_only_when_the_new_one_is_whole(self):
        out = self.folder / "table.csv"
        out.write_text("old")
        self.refused("export", self.results, "--out", out, "--outcome", "burntout")
        self.assertEqual(out.read_text(), "old")
        self.done("export", self.results, "--out", out)
        self.assertTrue(out.read_text().startswith("scenario,"))

    def test_mistakes_are_refused_with_what_is_there(self):
        for words, sentence in ((["--table", "by_phases"], 'did you mean "by_phase"?'), (["--outcome", "burnt_aut"], 'did you mean "burnt_out"?'),
                                (["--phase", "aois"], 'did you mean "aios"?'), (["--table", "team", "--outcome", "sick_leave"], "by_phase, by_stratum has it"),
                                (["--year", 3], "years 1 to 2"), (["--lang", "de"], "--lang"), (["--out", self.folder], "is a folder"),
                                (["--out", self.results], "the results file itself"), (["--out", self.folder / "no/where.csv"], "folder does not exist")):
            with self.subTest(words):
                self.assertIn(sentence, self.refused("export", self.results, *words))
        self.assertIn("no such file", self.refused("export", self.folder / "nowhere.h5"))
        self.assertEqual(program.names_in(self.folder), [])

    def test_a_full_disk_is_a_failure(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run(program.arguments(["export", self.results]), stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, program.WORLD_FAILED)
        self.assertIn("standard output", done.stderr)

    def test_a_million_rows_take_seconds(self):
        large = self.folder / "large.h5"
        self.done("compare", program.EXAMPLE, program.SCENARIOS / "example-lift.toml", "--replicates", 120, "--quiet", "--out", large)
        start = time.monotonic()
        lines = self.done("export", large, "--table", "last_year").count("\n")
        self.assertGreater(lines, 1_000_000)
        self.assertLess(time.monotonic() - start, 20)  # seen: 1
        told = program.run("export", large, "--table", "last_year", "--excel", "nl", "--out", self.folder / "large.csv")
        self.assertEqual(told.returncode, program.DONE)
        self.assertIn(f"Excel shows 1048575 of these {lines - 1} rows", told.stderr)


if __name__ == "__main__":
    unittest.main()
