# The program where it does not expect to be: odd names, another locale, a second program beside it, links, devices, hostile texts, monstrous files.
import json
import os
import re
import shutil
import subprocess
import sys
import unittest

import program

sys.path.insert(0, str(program.ROOT / "tests" / "cluster"))
import sweeps  # noqa: E402

SMALL = program.sets(example__teams=60, time__years=1)
LIFT = program.SCENARIOS / "example-lift.toml"
PLAN = 'scenario = {scenario}\nreplicates = 2\n[design]\nkind = "grid"\n[[axis]]\npath = "example.mean"\nvalues = [6.5, 7.5]\n'
CALIBRATION = '\n[search]\nstart = 40\nkeep = 20\ngeneration = 20\nmost_generations = 2\n'
TRIALS = program.SCENARIOS / "trials"
HOSTILE = "it's $(touch done) `touch done` ;touch done; \"$HOME\" <script>alert(1)</script> & ../x % é €"
NAMES = ["two words", "Zoë 日本 €", "-dash", "--out", "it's $(touch done);`touch done`", 'quo"te\\back', "%j #x [a]*?", "a.b.c"]
DUTCH = "nl_NL.UTF-8"


def plan(file, scenario):
    file.write_text(PLAN.format(scenario=json.dumps(str(scenario), ensure_ascii=False)), "utf-8")
    return file


def calibration(file, scenario):
    text = (program.SCENARIOS / "calibrations" / "example.toml").read_text().replace('"../example.toml"', json.dumps(str(scenario), ensure_ascii=False))
    base = file.with_name("of calibration.toml")
    base.write_text(text, "utf-8")
    file.write_text('like = "of calibration.toml"' + CALIBRATION, "utf-8")
    return file


class Case(sweeps.Case):
    def ended(self, *words, **more):
        """Ends well, with whatever it has to say."""
        done = program.run(*words, **more)
        self.assertEqual(done.returncode, program.DONE, done.stdout + done.stderr)
        return done


class Paths(Case):
    """A name is a name, whatever stands in it: of scenarios, plans, results, reports, tables and their folders."""

    def test_any_name_for_every_command(self):
        for name in NAMES:
            with self.subTest(name):
                self.through_all_commands(self.folder / name / name, name)
                self.assertEqual([p for p in self.folder.rglob("done")], [], "a name was executed")

    def through_all_commands(self, folder, name):
        folder.mkdir(parents=True)
        scenario = shutil.copy(program.EXAMPLE, folder / f"{name}.toml")
        lifted = folder / f"{name} lifted.toml"
        lifted.write_text(LIFT.read_text().replace('"example.toml"', json.dumps(f"{name}.toml", ensure_ascii=False)), "utf-8")
        run, compared, swept, fitted = (folder / f"{name}.{kind}.h5" for kind in ("run", "compare", "sweep", "fit"))
        # As one who stands in the folder would name them: behind -- what begins with a dash, behind = what an option takes.
        here = lambda path: path.name  # noqa: E731
        do = lambda *words: self.ended(*words, cwd=folder)  # noqa: E731
        do("check", "--", here(scenario), here(lifted))
        do("run", f"--out={here(run)}", "--quiet", *SMALL, "--", here(scenario))
        do("compare", f"--out={here(compared)}", "--quiet", "--report", *SMALL, "--", here(scenario), here(lifted))
        do("sweep", f"--out={here(swept)}", "--quiet", *SMALL, "--", here(plan(folder / f"{name} plan.toml", here(scenario))))
        for k in (1, 2):
            do("sweep", f"--out=shards {name}.h5", "--quiet", *SMALL, "--shard", f"{k}/2", "--", f"{name} plan.toml")
        do("merge", f"--out=shards {name}.h5")
        do("status", f"shards {name}.h5")
        do("calibrate", f"--out={here(fitted)}", "--quiet", f"--write={name} values.toml", f"--write-draws={name} draws.toml", "--",
           here(calibration(folder / f"{name} calibration.toml", here(scenario))))
        do("run", f"--parameters={name} draws.toml", "--quiet", *SMALL, "--out=drawn.h5", "--", here(scenario))
        do("report", f"--out={name}.html", "--", here(compared))
        do("export", f"--out={name}.csv", "--", here(run))
        do("sensitivity", f"--out={name} s.h5", "--", here(swept))
        do("show", "--", here(run))
        do("diff", "--", here(run), here(run))
        do("run", f"--from={here(run)}", "--quiet", f"--out=again {name}.h5")
        do("new", "--", f"new {name}.toml")
        # The same from elsewhere, by its whole path, which gives the same bytes.
        self.ended("run", scenario, *SMALL, "--quiet", "--out", folder / "whole path.h5", cwd="/")
        self.assert_identical(run, folder / "whole path.h5")
        self.assert_identical(swept, folder / f"shards {name}.h5")
        self.assertTrue((folder / f"{name}.compare.html").is_file())
        self.assertEqual([p.name for p in folder.iterdir() if p.name.endswith((".part", ".journal"))], [])

    def test_a_trial_lies_anywhere(self):
        for name in ("two words", "-dash", "Zoë €"):
            folder = self.folder / name
            folder.mkdir()
            text = (TRIALS / "solms-2021.toml").read_text()
            (folder / f"{name}.toml").write_text(re.sub(r'"\.\./', f'"{program.SCENARIOS}/', text))
            self.ended("trial", "--worlds", 1, *program.sets(population__scale=0.2), "--quiet", "--", f"{name}.toml", cwd=folder)

    def test_what_it_says_to_do_next_can_be_copied(self):
        for name in ("my policy.toml", "-x.toml", "it's.toml"):
            said = self.done("new", "--", name, cwd=self.folder)
            command = said.split("next: ")[1].split(", then")[0]
            done = subprocess.run(["bash", "-c", f'bevlogen() {{ "$BEVLOGEN" "$@"; }}; {command}'], cwd=self.folder, capture_output=True, text=True, timeout=60,
                                  env=program.environment(BEVLOGEN=str(program.BINARY)))
            self.assertEqual(done.returncode, program.DONE, f"{command}: {done.stderr}")

    def test_the_command_that_repeats_it_can_be_copied(self):
        out = self.folder / "two words $(touch done).h5"
        self.done("run", program.EXAMPLE, *SMALL, "--quiet", "--out", out)
        command = next(line for line in json.loads(self.done("report", out, "--json"))["repeat"]["commands"] if " run " in line)
        out.unlink()
        done = subprocess.run(["bash", "-c", command], cwd=program.ROOT, capture_output=True, text=True, timeout=60, env=program.environment())
        self.assertEqual(done.returncode, program.DONE, f"{command}: {done.stderr}")
        self.assertEqual(program.names_in(self.folder), [out.name])

    def test_very_long_names(self):
        longest = "x" * 200
        self.done("run", program.EXAMPLE, *SMALL, "--quiet", "--out", self.folder / f"{longest}.h5")
        for words in (["run", program.EXAMPLE], ["compare", program.EXAMPLE, LIFT], ["sweep", plan(self.folder / "plan.toml", program.EXAMPLE)]):
            for out in (self.folder / f"{'x' * 250}.h5", self.folder / f"{'x' * 300}.h5", self.folder / "/".join(["y" * 200] * 25) / "a.h5"):
                with self.subTest(f"{words[0]} {len(str(out))}"):
                    done = program.run(*words, *SMALL, "--quiet", "--out", out)
                    self.assertIn(done.returncode, (program.WRONG_INPUT, program.WORLD_FAILED))
                    self.assertIn("File name too long", done.stderr)
        self.assertIn("no file", self.refused("check", "z" * 5000))
        self.assertEqual(program.names_in(self.folder), ["plan.toml", f"{longest}.h5"])

    def test_a_name_that_is_no_text_is_refused(self):
        for name in (b"\xff.toml", b"new\nline.toml", b"red\x1b[31m.toml"):
            path = os.path.join(os.fsencode(self.folder), name)
            shutil.copy(program.EXAMPLE, path)
            self.assertIn("rename it", self.refused_bytes("run", path))

    def refused_bytes(self, *words):
        done = subprocess.run([os.fsencode(program.BINARY), *[w if isinstance(w, bytes) else w.encode() for w in words]], cwd=self.folder, env=program.environment(),
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (program.WRONG_INPUT, b""))
        return done.stderr.decode("utf-8", "replace")


class Locale(Case):
    """Numbers are written with a point and without groups, wherever one lives."""

    @classmethod
    def setUpClass(cls):
        cls.locales = cls.enterClassContext(program.folder())
        made = subprocess.run(["localedef", "-i", "nl_NL", "-f", "UTF-8", cls.locales / DUTCH], capture_output=True, text=True, timeout=120)
        assert (cls.locales / DUTCH / "LC_NUMERIC").is_file(), f"install the package locales (scripts/setup): {made.stderr}"
        cls.dutch = {"LC_ALL": DUTCH, "LANG": DUTCH, "LOCPATH": str(cls.locales)}

    def test_it_is_a_locale_with_a_comma(self):
        """Or nothing is tested here."""
        done = subprocess.run(["bash", "-c", "printf %.1f 1,5"], env=program.environment(**self.dutch), capture_output=True, text=True)
        self.assertEqual((done.stdout, done.stderr), ("1,5", ""))

    def test_nothing_that_is_written_or_printed_differs(self):
        said, files = {}, {}
        for name, more in (("plain", {}), ("dutch", self.dutch)):
            place = self.folder / name
            place.mkdir()
            plan(place / "plan.toml", program.EXAMPLE)
            calibration(place / "calibration.toml", program.EXAMPLE)
            commands = [["run", program.EXAMPLE, *SMALL, "--set", "example.mean=7.25", "--out", "run.h5"], ["compare", program.EXAMPLE, LIFT, *SMALL, "--out", "compare.h5"],
                        ["compare", program.EXAMPLE, LIFT, *SMALL, "--json", "--out", "json.h5"], ["sweep", "plan.toml", *SMALL, "--out", "sweep.h5"],
                        ["calibrate", "calibration.toml", "--out", "fit.h5", "--write", "values.toml", "--write-draws", "draws.toml"],
                        ["export", "run.h5", "--out", "run.csv"], ["export", "run.h5", "--excel", "nl", "--out", "excel.csv"], ["sensitivity", "sweep.h5"],
                        ["report", "compare.h5", "--json"], ["describe"], ["show", "run.h5"], ["list"], ["new", "new.toml"], ["schema"],
                        ["sweep", "plan.toml", "--out", "s.h5", "--slurm-script-only", "--shards", 2]]
            said[name] = []
            for words in commands:
                done = self.ended(*words, cwd=place, **more)
                said[name].append(re.sub(r"\(\d+\.\d s\)|\d{4}-\d\d-\d\dT[\d:]+Z", "", done.stdout).replace("dutch", "plain"))
            files[name] = place
        self.assertEqual(said["plain"], said["dutch"])
        for h5 in sorted(files["plain"].glob("*.h5")):
            self.assert_identical(h5, files["dutch"] / h5.name)
        for text in ("values.toml", "draws.toml", "run.csv", "excel.csv", "new.toml"):
            self.assertEqual((files["plain"] / text).read_bytes(), (files["dutch"] / text).read_bytes(), text)


class Together(Case):
    """Two programs and one name: one whole file, and the other is told or has written the same."""

    def start_both(self, first, second, repeat=6):
        """Several times, since it is a race; gives the pairs of ends."""
        for _ in range(repeat):
            both = [program.start(*first, cwd=self.folder), program.start(*second, cwd=self.folder)]
            ends = []
            for process in both:
                _, errors = process.communicate(timeout=120)
                ends.append((process.returncode, errors))
            yield ends

    def assert_ends(self, ends):
        codes = [code for code, _ in ends]
        self.assertIn(program.DONE, codes)
        for code, errors in ends:
            self.assertIn(code, (program.DONE, program.WORLD_FAILED, program.WRONG_INPUT), errors)
            if code:
                self.assertRegex(errors, "another process is writing to it|holds finished runs of another experiment|belongs to another")

    def test_results(self):
        words = {"run": ["run", program.EXAMPLE, *program.sets(example__teams=300)], "other": ["run", program.EXAMPLE, *program.sets(example__teams=301)],
                 "compare": ["compare", program.EXAMPLE, LIFT, *program.sets(example__teams=200)]}
        for name, one in words.items():
            self.done(*one, "--quiet", "--out", self.folder / f"whole-{name}.h5")
        for first, second in (("run", "run"), ("run", "other"), ("compare", "run"), ("run", "compare")):
            with self.subTest(f"{first} {second}"):
                out = self.folder / "out.h5"
                for ends in self.start_both(*([*words[name], "--quiet", "--out", "out.h5"] for name in (first, second))):
                    self.assert_ends(ends)
                    same = [program.run("diff", self.folder / f"whole-{name}.h5", out).returncode for name in {first, second}]
                    self.assertIn(program.DONE, same, "a mixture")
                    self.assertEqual([name for name in program.names_in(self.folder) if name.startswith("out.h5.")], [])
                    out.unlink()

    def test_reports_and_tables(self):
        results = self.folder / "a.h5"
        self.done("compare", program.EXAMPLE, LIFT, *program.sets(example__teams=300), "--quiet", "--out", results)
        for words in (["export", results, "--table", "weekly", "--out", "out.csv"], ["report", results, "--out", "out.html"]):
            whole = self.folder / words[-1].replace("out", "whole")
            self.done(*words[:-1], whole, cwd=self.folder)
            for ends in self.start_both(words, words, repeat=4):
                self.assert_ends(ends)
                out = self.folder / words[-1]
                self.assertEqual(out.stat().st_size - whole.stat().st_size if words[0] == "export" else 0, 0)
                if words[0] == "report":
                    self.assertTrue(out.read_text("utf-8").rstrip().endswith("</html>"))
                self.assertFalse(out.with_name(out.name + ".part").exists())

    def test_merges(self):
        swept = plan(self.folder / "plan.toml", program.EXAMPLE)
        whole, out = self.folder / "whole.h5", self.folder / "out.h5"
        self.sweep(swept, whole, *SMALL)
        for k in (1, 2):
            self.sweep(swept, out, *SMALL, "--shard", f"{k}/2")
        words = ["merge", "--out", "out.h5"]
        for ends in self.start_both(words, words, repeat=8):
            self.assert_ends(ends)
            self.assert_identical(whole, out)


class Links(Case):
    """Nothing is written through a link; folders on the way may be links."""

    def setUp(self):
        super().setUp()
        self.elsewhere = self.folder / "elsewhere"
        self.elsewhere.mkdir()
        self.there = self.elsewhere / "theirs"
        self.there.write_text("somebody's")
        self.here = self.folder / "here"
        self.here.mkdir()
        self.results = self.folder / "results.h5"
        self.done("compare", program.EXAMPLE, LIFT, *SMALL, "--quiet", "--out", self.results)
        self.swept = self.folder / "swept.h5"
        self.plan = plan(self.folder / "plan.toml", program.EXAMPLE)
        self.sweep(self.plan, self.swept, *SMALL)
        self.calibration = calibration(self.folder / "calibration.toml", program.EXAMPLE)
        h5, out = self.here / "out.h5", self.here
        self.commands = {
            "run": (["run", program.EXAMPLE, *SMALL, "--quiet", "--out", h5], ["out.h5", "out.h5.part", "out.h5.journal"]),
            "compare": (["compare", program.EXAMPLE, LIFT, *SMALL, "--quiet", "--report", "--out", h5], ["out.h5", "out.h5.part", "out.h5.journal", "out.html", "out.html.part"]),
            "sweep": (["sweep", self.plan, *SMALL, "--quiet", "--out", h5], ["out.h5", "out.h5.part", "out.h5.journal"]),
            "shard": (["sweep", self.plan, *SMALL, "--quiet", "--shard", "1/2", "--out", h5],
                      ["out.shard-1-of-2.h5", "out.shard-1-of-2.h5.part", "out.shard-1-of-2.h5.journal"]),
            "calibrate": (["calibrate", self.calibration, "--quiet", "--out", h5, "--write", out / "v.toml", "--write-draws", out / "d.toml"],
                          ["out.h5", "out.h5.part", "out.h5.journal", "v.toml", "d.toml", "v.toml.part", "d.toml.part"]),
            "merge": (["merge", self.swept, "--out", h5], ["out.h5", "out.h5.part"]),
            "report": (["report", self.results, "--out", out / "out.html"], ["out.html", "out.html.part"]),
            "export": (["export", self.results, "--out", out / "out.csv"], ["out.csv", "out.csv.part"]),
            "sensitivity": (["sensitivity", self.swept, "--out", h5], ["out.h5", "out.h5.part"]),
            "new": (["new", out / "out.toml"], ["out.toml", "out.toml.part"]),
            "slurm": (["sweep", self.plan, "--out", h5, "--slurm-script-only", "--shards", 2],
                      ["out.slurm", "out.slurm/array.sbatch", "out.slurm/array.sbatch.part", "out.slurm/merge.sbatch", "out.slurm/plan.sweep.toml", "out.slurm/example.toml"]),
            "job": (["calibrate", self.calibration, "--out", h5, "--slurm-script-only"], ["out.slurm", "out.slurm/job.sbatch"]),
        }

    def test_no_command_writes_through_one(self):
        for name, (words, places) in self.commands.items():
            for place in places:
                for target in (self.there, self.elsewhere / "nothing", self.elsewhere):
                    with self.subTest(f"{name}: {place} -> {target.name}"):
                        shutil.rmtree(self.here)
                        self.here.mkdir()
                        link = self.here / place
                        link.parent.mkdir(exist_ok=True)
                        link.symlink_to(target)
                        done = program.run(*words)
                        self.assertIn(done.returncode, (program.WRONG_INPUT, program.WORLD_FAILED), done.stdout + done.stderr)
                        self.assertRegex(done.stderr, r"is a link|exists already|is a folder|is not (a journal|an HDF5 file)")
                        self.assertIn(link.name, done.stderr)
                        self.assertTrue(link.is_symlink(), "the link was replaced")
                        self.assertEqual((program.names_in(self.elsewhere), self.there.read_text()), (["theirs"], "somebody's"))

    def test_a_folder_that_is_a_link_is_a_folder(self):
        link = self.folder / "link"
        link.symlink_to(self.elsewhere)
        self.done("run", program.EXAMPLE, *SMALL, "--quiet", "--out", link / "new" / "a.h5")
        self.assertTrue((self.elsewhere / "new" / "a.h5").is_file())

    def test_what_is_read_may_be_a_link(self):
        scenario, results = self.here / "mine.toml", self.here / "mine.h5"
        scenario.symlink_to(program.EXAMPLE)
        results.symlink_to(self.results)
        self.done("check", scenario)
        self.assert_identical(results, self.results)


class Devices(Case):
    """What is no ordinary file is not written and not read; nothing waits for ever."""

    def test_nothing_is_written_to_one(self):
        results = self.folder / "results.h5"
        self.done("run", program.EXAMPLE, *SMALL, "--quiet", "--out", results)
        swept = plan(self.folder / "plan.toml", program.EXAMPLE)
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        for out in ("/dev/null", "/dev/stdout", "/dev/stderr", "/dev/full", "/dev/fd/1", pipe, self.folder):
            for words in (["run", program.EXAMPLE, *SMALL], ["compare", program.EXAMPLE, LIFT, *SMALL], ["sweep", swept], ["report", results], ["export", results],
                          ["calibrate", program.SCENARIOS / "calibrations/example.toml"]):
                with self.subTest(f"{words[0]} {out}"):
                    said = self.refused(*words, "--out", out)
                    self.assertRegex(said, r"is a link to|is not an ordinary file|is a folder")
        self.assertTrue(pipe.is_fifo())
        self.assertEqual(os.path.exists("/dev/null.part"), False)

    def test_a_pipe_beside_the_results(self):
        for name in ("out.h5.part", "out.h5.journal"):
            pipe = self.folder / name
            os.mkfifo(pipe)
            said = self.refused("run", program.EXAMPLE, *SMALL, "--quiet", "--out", self.folder / "out.h5", code=program.WORLD_FAILED)
            self.assertIn(f"{name}: it is not an ordinary file; remove it", said)
            pipe.unlink()

    def test_nothing_is_read_from_one(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        for file in ("/dev/zero", "/dev/null", "/dev/random", pipe, self.folder):
            for words in (["run"], ["check"], ["compare"], ["sweep"], ["trial"], ["calibrate"], ["compare", program.EXAMPLE]):
                with self.subTest(f"{words} {file}"):
                    self.assertRegex(self.refused(*words, file), r"is not an ordinary file|is a folder")
            for words in (["show"], ["diff", file], ["report"], ["export"], ["sensitivity"]):
                with self.subTest(f"{words} {file}"):
                    self.assertRegex(self.refused(*words, file), r"is not an ordinary file|is a folder|no such file|is not an HDF5 file|is empty")

    def test_what_a_file_names_may_be_none_either(self):
        for line in ('extends = "/dev/zero"', 'extends = "example.toml"\nworld = "/dev/zero"', 'extends = "example.toml"\nparameter_files = ["/dev/zero"]',
                     'extends = "example.toml"\n[[intervention]]\nuse = "/dev/zero"'):
            scenario = self.folder / "a.toml"
            scenario.write_text(line + "\n")
            self.assertIn("is not an ordinary file", self.refused("check", scenario))


class Hostile(Case):
    """Nothing in a file is executed, neither by a shell, nor by a browser, nor by a terminal."""

    def hostile_scenario(self, title=HOSTILE):
        scenario = self.folder / "hostile $(touch done).toml"
        scenario.write_text(f"title = {json.dumps(title, ensure_ascii=False)}\nquestion = {json.dumps(title, ensure_ascii=False)}\nextends = \"{LIFT}\"\n", "utf-8")
        return scenario

    def assert_nothing_was_done(self):
        self.assertEqual(sorted(self.folder.rglob("done")), [])

    def test_texts_are_shown_as_they_are(self):
        scenario = self.hostile_scenario()
        out = self.folder / "a.h5"
        self.done("run", scenario, *SMALL, "--quiet", "--out", out, cwd=self.folder)
        self.assertIn("$(touch done)", self.done("show", out, cwd=self.folder))
        compared = self.folder / "b.h5"
        self.done("compare", program.EXAMPLE, scenario, *SMALL, "--quiet", "--report", "--out", compared, cwd=self.folder)
        page = (self.folder / "b.html").read_text("utf-8")
        self.assertNotIn("<script>alert(1)", page)
        self.assertIn("$(touch done)", page)
        self.done("export", compared, "--lang", "en", "--out", self.folder / "b.csv", cwd=self.folder)
        self.assert_nothing_was_done()

    def test_a_title_is_no_formula(self):
        scenario = self.hostile_scenario("=HYPERLINK(\"http://x\")\n@SUM(1)")
        self.done("run", scenario, *SMALL, "--quiet", "--out", self.folder / "a.h5")
        text = self.done("export", self.folder / "a.h5", "--lang", "en")
        self.assertNotRegex(text, r'(^|,)"?[=@+]')

    def test_texts_that_control_a_terminal_are_refused(self):
        for letters in ("\x1b[2J", "\x07", "\x9b31m", "\x7f", "\x00"):
            scenario = self.folder / "a.toml"
            escaped = "".join(f"\\u{ord(c):04x}" for c in letters)
            scenario.write_text(f'extends = "{program.EXAMPLE}"\ntitle = "red {escaped}"\n')
            said = self.refused("check", scenario)
            self.assertRegex(said, r"a\.toml:2:9: error: the text has U\+00[0-9A-F]{2}")
            scenario.write_text(f'extends = "{program.EXAMPLE}"\n"red {escaped}" = 1\n')
            self.assertRegex(self.refused("check", scenario), r"a\.toml:2:1: error: the text has U\+00[0-9A-F]{2}")

    def test_batch_scripts_do_what_they_are_to_do(self):
        """Run by bash with a program in the place of ours that writes down its words."""
        folder = self.folder / "it's $(touch done) `touch done` \"x\" \\ %j é"
        folder.mkdir()
        swept = plan(folder / "$(touch done);'plan'.toml", program.EXAMPLE)
        out = folder / "$(touch done) & 'out'.h5"
        self.done("sweep", swept, "--out", out, "--slurm-script-only", "--shards", 2, cwd=self.folder)
        fitted = calibration(folder / "fit `touch done`.toml", program.EXAMPLE)
        self.done("calibrate", fitted, "--out", folder / "fit's.h5", "--write", folder / "$(touch done).toml", "--slurm-script-only", cwd=self.folder)
        scripts = sorted(folder.glob("*.slurm/*.sbatch"))
        self.assertEqual([script.name for script in scripts], ["array.sbatch", "merge.sbatch", "job.sbatch"])
        for script in scripts:
            with self.subTest(script.name):
                text = script.read_text("utf-8")
                self.assertEqual(subprocess.run(["bash", "-n", script], capture_output=True).returncode, 0)
                spoken = text.replace(str(program.BINARY), "/usr/bin/printf").replace("'/usr/bin/printf'", "/usr/bin/printf '%s\\n'")
                done = subprocess.run(["bash", "-c", spoken], cwd=self.folder, env={**program.environment(), "SLURM_ARRAY_TASK_ID": "1"}, capture_output=True, text=True,
                                      timeout=60)
                words = done.stdout.splitlines()
                self.assertIn(str(out if script.name != "job.sbatch" else folder / "fit's.h5"), words, done.stderr)
                head = [line for line in text.splitlines() if line.startswith("#SBATCH")]
                self.assertEqual(text.count("\n#SBATCH"), len(head))
        self.assert_nothing_was_done()

    def test_a_batch_script_in_a_folder_with_a_line_break_is_refused(self):
        folder = self.folder / "a\ntouch done\n"
        folder.mkdir()
        said = self.refused("sweep", plan(self.folder / "plan.toml", program.EXAMPLE), "--out", folder / "s.h5", "--slurm-script-only", "--shards", 2, cwd=self.folder)
        self.assertIn("cannot stand in a batch script", said)
        self.assertEqual(list(folder.iterdir()), [])

    def test_the_name_in_a_results_file_leads_nowhere_else(self):
        import h5py

        out = self.folder / "a.h5"
        self.done("run", program.EXAMPLE, *SMALL, "--quiet", "--out", out)
        with h5py.File(out, "r+") as file:
            file["scenario"][0] = "../../escaped"
        inside = self.folder / "in" / "side"
        inside.mkdir(parents=True)
        self.done("run", "--from", out, "--quiet", cwd=inside)
        self.assertEqual(program.names_in(inside), ["results", "results/.._.._escaped.run.h5"])
        self.assertEqual(program.names_in(self.folder), ["a.h5", "in", "in/side", "in/side/results", "in/side/results/.._.._escaped.run.h5"])


class Monstrous(Case):
    """Files of a size or depth that nobody means: refused at once, with a sentence."""

    def told(self, file, *words, seconds=20):
        done = subprocess.run(program.arguments([*(words or ["check"]), file]), cwd=self.folder, env=program.environment(), stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=seconds)
        self.assertEqual((done.returncode, done.stdout), (program.WRONG_INPUT, ""), done.stderr[:500])
        return done.stderr

    def test_a_hundred_megabytes(self):
        file = self.folder / "large.toml"
        with open(file, "wb") as stream:
            stream.write(program.EXAMPLE.read_bytes())
            for _ in range(100):
                stream.write(b"# of no use\n" * (1 << 20 >> 3))
        for words in (["check"], ["run"], ["compare"], ["sweep"], ["trial"], ["calibrate"], ["run", program.EXAMPLE, "--parameters"]):
            self.assertIn("is larger than 32 MB", self.told(file, *words))

    def test_nesting_of_every_kind(self):
        deep = 100_000
        texts = {"arrays": "x = " + "[" * deep + "]" * deep, "open arrays": "x = " + "[" * deep, "tables": "x = " + "{a=" * deep + "1" + "}" * deep,
                 "headers": "[" + "a." * deep + "a]", "arrays of tables": "[[" + "a." * deep + "a]]", "keys": "a." * deep + "a = 1", "quoted": '"a".' * deep + "a = 1",
                 "keys in tables": "x = " + ("{" + "a." * 60 + "a=") * 200 + "1" + "}" * 200, "blanks": "a . " * deep + "a = 1",
                 "many headers": "".join("[" + "a." * i + "a]\n" for i in range(200))}
        for name, text in texts.items():
            with self.subTest(name):
                file = self.folder / "deep.toml"
                file.write_text(text + "\n")
                self.assertRegex(self.told(file), r"deep\.toml:\d+:\d+: error: .*nest")

    def test_dots_where_they_nest_nothing(self):
        file = self.folder / "dots.toml"
        dots = "." * 500
        file.write_text(f"# {dots}\nextends = \"{program.EXAMPLE}\"\ntitle = \"{dots}\"\nquestion = '''\n{dots}\n{dots}'''\n")
        self.done("check", file)

    def test_a_file_that_includes_itself(self):
        texts = {"extends": 'extends = "{}"', "world": 'extends = "example.toml"\nworld = "{}"', "files": 'extends = "example.toml"\nparameter_files = ["{}"]',
                 "use": 'extends = "example.toml"\n[[intervention]]\nuse = "{}"', "base": 'base = "{0}"\nalternatives = ["{0}"]',
                 "like": 'like = "{}"', "scenario": 'scenario = "{}"\n[design]\nkind = "grid"\n[[axis]]\npath = "example.mean"\nvalues = [1, 2]'}
        for name, text in texts.items():
            for command in ("check", "run", "compare", "sweep", "calibrate", "trial"):
                with self.subTest(f"{name} {command}"):
                    file = self.folder / "self.toml"
                    file.write_text(text.format("self.toml") + "\n")
                    self.told(file, command)
                    for one, other in (("a", "b"), ("b", "a")):
                        (self.folder / f"{one}.toml").write_text(text.format(f"{other}.toml") + "\n")
                    self.told(self.folder / "a.toml", command)

    def test_a_long_chain_of_files(self):
        for i in range(3000):
            (self.folder / f"{i}.toml").write_text(f'extends = "{i + 1}.toml"\n')
        (self.folder / "3000.toml").write_text(f'extends = "{program.EXAMPLE}"\n')
        done = program.run("check", self.folder / "0.toml")
        self.assertIn(done.returncode, (program.DONE, program.WRONG_INPUT), done.stderr[:500])


if __name__ == "__main__":
    unittest.main()
