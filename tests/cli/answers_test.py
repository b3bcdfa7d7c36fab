# What commands answer: tables and JSON that tell the same, complete descriptions, schemas, files of ours that are in order.
import json
import re
import tomllib
import unittest

import jsonschema

import program

MODELS = ["workforce", "umc", "example"]
TINY = program.size(scale=0.02, years=2, burn_in=1, replicates=2)
TOML_FILES = sorted(program.SCENARIOS.rglob("*.toml"))


class Answers(program.Case):
    def test_the_json_of_a_comparison_has_every_outcome_phase_and_scenario(self):
        out = self.folder / "a.h5"
        words = ["compare", program.SCENARIOS / "comparisons" / "less-administration.toml", *TINY]
        answer = json.loads(self.done(*words, "--out", out, "--json"))
        described = json.loads(self.done("describe", "--json"))
        rows = {(row["scenario"], row["outcome"], row["phase"]): row for row in answer["rows"]}
        self.assertEqual(len(rows), len(answer["rows"]))
        self.assertEqual(len(rows), 2 * 7 * len(described["outcomes"]))
        self.assertEqual((answer["kind"], answer["replicates"]), ("comparison", 2))
        for (scenario, outcome, phase), row in rows.items():
            self.assertEqual("difference" in row, scenario == "less-administration")
            self.assertEqual(row["year"], 2)
            if "difference" in row:
                self.assertLessEqual(row["difference_low"], row["difference"])
                self.assertLessEqual(row["difference"], row["difference_high"])
                base = rows["baseline", outcome, phase]
                self.assertAlmostEqual(row["difference"], row["level"] - base["level"], places=9)
                self.assertIn("standardised_effect", row)
        self.assertLess(rows["less-administration", "administration", "all"]["difference_high"], 0.0)

    def test_costs_add_up_and_follow_their_prices(self):
        words = ["compare", program.SCENARIOS / "baseline.toml", program.SCENARIOS / "challenge-support-residents.toml", *TINY]
        costs = json.loads(self.done(*words, "--out", self.folder / "a.h5", "--json"))["costs"]
        self.assertEqual((costs["currency"], costs["price_year"], costs["years"]), ("EUR", 2024, 2))
        [row] = costs["rows"]
        mean, low, high = row["total"]
        self.assertLess(low, mean)
        self.assertLess(mean, high)
        for parts in (row["by_payer"].values(), [line["difference"] for line in row["lines"]]):
            self.assertAlmostEqual(sum(part[0] for part in parts), mean, delta=1e-6 * abs(mean) + 0.01)
        dearer = json.loads(self.done(*words, "--set", "costs.session_external=300", "--out", self.folder / "b.h5", "--json"))["costs"]
        sessions = [[line["difference"][0] for line in of["rows"][0]["lines"] if line["line"] == "external_coaches"] for of in (costs, dearer)]
        self.assertGreater(sessions[0][0], 0.0)
        self.assertAlmostEqual(sessions[1][0], 2.0 * sessions[0][0], places=2)
        self.assertEqual(row["averted"], dearer["rows"][0]["averted"])
        table = self.done(*words, "--out", self.folder / "a.h5")
        self.assertRegex(table, r"(?s)Costs over 2 years, more than in the base: (thousand|million) EUR of 2024\n.*total.*an averted year")

    def test_a_payer_that_there_is_not_is_a_mistake(self):
        words = ["run", program.SCENARIOS / "challenge-support-residents.toml", "--set", "intervention.challenge-support.costs.payer=hospitel"]
        done = program.run(*words, "--out", self.folder / "a.h5")
        self.assertEqual(done.returncode, 2)
        self.assertIn('did you mean "hospital"?', done.stderr)

    def test_a_comparison_of_several_alternatives_shows_them_side_by_side_within_120_columns(self):
        for shift in (1, 2):
            (self.folder / f"shift-{shift}.toml").write_text(
                f'title = "Shift {shift}"\nextends = "{program.BASELINE}"\n[[intervention]]\nname = "it"\nshift = {{ administration = -{shift} }}\n')
        files = ["compare", program.BASELINE, "shift-1.toml", "shift-2.toml", "--out", "a.h5"]
        words = [*files, *TINY]
        text = self.done(*words, cwd=self.folder)
        self.assertLessEqual(max(map(len, text.splitlines())), 120)
        self.assertRegex(text, r"(?m)^  Shift 2 .*-\d\.\d+ ± \.\d+")
        self.assertRegex(text, r"(?s)Overview.*By career phase.*base +Shift 1 +Shift 2\n")
        self.assertNotIn("effect in SD", text)
        chosen = self.done(*words, "--outcome", "exhaustion", "--detail", cwd=self.folder)
        self.assertEqual(chosen.count("exhaustion"), 2)
        self.assertIn("effect in SD", chosen)
        described = json.loads(self.done("describe", "--json"))
        everything = self.done(*words, "--all", cwd=self.folder)
        for outcome in described["outcomes"]:
            self.assertIn(f"\n{outcome['label']}", everything)
        one_replicate = program.size(scale=0.02, years=2, burn_in=1, replicates=1)
        self.assertIn("no interval with one replicate", self.done(*files, *one_replicate, cwd=self.folder))

    def test_the_table_and_the_json_tell_the_same(self):
        answer = json.loads(self.done("run", program.EXAMPLE, "--out", self.folder / "a.h5", "--json", "--year", 1))
        table = self.done("run", program.EXAMPLE, "--out", self.folder / "a.h5", "--year", 1)
        shown = re.search(r"(?m)^  all +(\S+)  \[(\S+), (\S+)\]$", table).groups()
        row = next(row for row in answer["rows"] if row["phase"] == "all")
        self.assertEqual([f"{row[key]:.3f}" for key in ("level", "level_low", "level_high")], list(shown))

    def test_a_run_and_its_file_tell_the_same_of_what_the_model_is_held_to(self):
        out = self.folder / "a.h5"
        words = ["run", program.EXAMPLE, "--out", out, "--summary"]
        table = self.done(*words)
        self.assertRegex(table, r"(?m)^Patterns: \d of 4 met$")
        self.assertIn(self.done("show", out, "--summary"), table)
        answer, shown = json.loads(self.done(*words, "--json")), json.loads(self.done("show", out, "--summary", "--json"))
        self.assertEqual(answer["patterns"], shown["patterns"])
        self.assertEqual(answer["kind"], "run")
        for pattern in shown["patterns"]:
            met = pattern["aim_low"] <= pattern["value"] <= pattern["aim_high"]
            self.assertEqual(pattern["verdict"], "met" if met else "missed")
        none = self.done("run", program.EXAMPLE, "--out", out, "--summary", *program.sets(time__years=0))
        self.assertNotIn("Patterns", none)

    def test_describe_is_complete(self):
        for model in MODELS:
            answer = json.loads(self.done("describe", "--model", model, "--json"))
            self.assertEqual(answer["model"], model)
            for table, columns in {"parameters": ("path", "unit", "bounds", "value", "meaning", "source"), "scopes": ("word", "value", "label", "label_nl"),
                                   "outcomes": ("name", "label", "label_nl", "unit", "better", "recorded", "description"),
                                   "instruments": ("name", "label", "label_nl", "scale", "unit", "source", "description"),
                                   "levers": ("lever", "key", "kind", "unit", "bounds", "default", "meaning", "meaning_nl"), "fields": ("of", "name", "unit", "label", "label_nl")}.items():
                self.assertTrue(answer[table], f"{model} describes no {table}")
                for row in answer[table]:
                    with self.subTest(f"{model} {table} {list(row.values())[:2]}"):
                        self.assertEqual(set(row), set(columns))
                        self.assertTrue(all(row.values()), row)
            paths = [row["path"] for row in answer["parameters"]]
            self.assertEqual(len(set(paths)), len(paths))
            plain, markdown = self.done("describe", "--model", model), self.done("describe", "--model", model, "--markdown")
            for path in paths:
                self.assertIn(f"  {path} ", plain)
                self.assertIn(f"| {path} |", markdown)

    def test_describe_finds_a_word_or_says_that_it_is_nowhere(self):
        lines = [line for line in self.done("describe", "workload").splitlines() if line.startswith("  ")]
        self.assertTrue(lines and all("workload" in line for line in lines))
        self.assertIn('nothing contains "zzz"', self.refused("describe", "zzz"))
        self.assertIn('did you mean "workforce"?', self.refused("describe", "--model", "workfroce"))

    def test_every_file_of_ours_is_in_order(self):
        self.assertEqual(self.done("check", *TOML_FILES), f"{len(TOML_FILES)} files are in order\n")
        for file in TOML_FILES:
            with self.subTest(file.name):
                self.assertEqual(self.done("check", file), "1 file is in order\n")

    def test_check_reads_an_entry_alone_in_the_words_of_the_model_that_fits_it_best(self):
        entry = (program.SCENARIOS / "interventions" / "lift-your-talent.toml").read_text()
        (self.folder / "entry.toml").write_text(entry.replace("\"nurse\"", "\"nurs\""))
        for _ in range(2):
            told = self.refused("check", "entry.toml", cwd=self.folder)
            self.assertIn('did you mean "nurse"?', told)
            self.assertIn("1 error", told)
        doctors = (program.SCENARIOS / "interventions" / "challenge-support.toml").read_text()
        (self.folder / "entry.toml").write_text(doctors.replace("\"jonge_klare\"", "\"jonge_klaar\""))
        told = self.refused("check", "entry.toml", cwd=self.folder)
        self.assertIn('did you mean "jonge_klare"?', told)
        self.assertIn("1 error", told)
        # What both know is told in the words of the first.
        (self.folder / "entry.toml").write_text('level = "individual"\nshift = { autonomi = 1 }\n')
        self.assertIn('did you mean "autonomy"?', self.refused("check", "entry.toml", cwd=self.folder))
        # A doctors' file that a umc scenario reads, and passes over in part, is checked as a whole.
        factors = (program.SCENARIOS / "parameters" / "factors.toml").read_text()
        (self.folder / "factors.toml").write_text(factors.replace("anios = 0.3,", "anios = 99.0,", 1))
        self.assertIn("factors.workload.offset.anios", self.refused("check", "factors.toml", cwd=self.folder))

    def test_check_tells_machines_the_place_of_every_mistake(self):
        good = json.loads(self.done("check", "--json", program.BASELINE))
        self.assertEqual((good["fine"], good["errors"]), (True, []))
        (self.folder / "bad.toml").write_text('extends = "baseline.toml"\n[time]\nyeers = 3\nburn_in = -1\n')
        done = program.run("check", "--json", "bad.toml", cwd=self.folder)
        self.assertEqual(done.returncode, program.WRONG_INPUT)
        errors = json.loads(done.stdout)["errors"]
        self.assertEqual([(e["file"], e["line"], e["column"]) for e in errors], [("bad.toml", 3, 1), ("bad.toml", 4, 11)])

    def test_every_scenario_fits_the_schema_that_it_names_which_is_the_programs(self):
        printed = {model: json.loads(self.done("schema", "--model", model)) for model in MODELS}
        for schema in printed.values():
            jsonschema.Draft7Validator.check_schema(schema)
        for file in sorted(program.SCENARIOS.glob("*.toml")):
            with self.subTest(file.name):
                named = re.match(r"#:schema (\S+)\n", file.read_text())[1]
                schema = json.loads((file.parent / named).read_text())
                self.assertIn(schema, printed.values(), f"{named} is not what the program prints: bevlogen schema > {named}")
                jsonschema.validate(tomllib.loads(file.read_text()), schema)

    def test_the_schema_refuses_what_the_program_refuses(self):
        schema = jsonschema.Draft7Validator(json.loads(self.done("schema")))
        for name in ("unknown-key", "unknown-table", "wrong-types", "out-of-range", "unknown-phase", "empty-scope", "unknown-parameter"):
            with self.subTest(name):
                broken = tomllib.loads((program.ROOT / "tests/broken/cli" / f"{name}.toml").read_text())
                self.assertFalse(schema.is_valid(broken))

    def test_list_names_files_that_exist(self):
        listed = json.loads(self.done("list", "--json", cwd=self.folder))
        files = [entry["file"] for shelf in ("scenarios", "comparisons", "interventions") for entry in listed[shelf]]
        self.assertEqual(len(files), len([f for f in TOML_FILES if f.parent.name in ("scenarios", "comparisons", "interventions")]))
        plain = self.done("list", cwd=self.folder)
        for entry in listed["scenarios"] + listed["comparisons"] + listed["interventions"]:
            self.assertTrue((self.folder / entry["file"]).exists(), entry)
            self.assertIn(entry["title"], plain)

    def test_doctor_finds_this_machine_fit(self):
        answer = json.loads(self.done("doctor", "--json"))
        self.assertIn("random numbers", answer)
        self.assertEqual([name for name, finding in answer.items() if not finding["fine"]], [])


if __name__ == "__main__":
    unittest.main()
