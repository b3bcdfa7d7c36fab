# Every command by itself: help, mistakes of the user and of the world, exit codes, what goes to which stream.
import os
import pty
import re
import subprocess
import unittest

import program

COMMANDS = ["run", "compare", "trial", "calibrate", "sweep", "view", "status", "merge", "sensitivity", "report", "check", "show", "export", "diff", "list", "describe", "schema", "new", "completion", "doctor"]
TINY = program.size(scale=0.02, years=2, burn_in=1, replicates=2)


def on_terminal(*words, **more):
    """Runs with both streams on a terminal of their own; gives the exit code, what went to standard output, what to standard error."""
    streams = [pty.openpty() for _ in range(2)]
    done = subprocess.Popen(program.arguments(words), cwd=program.ROOT, env=program.environment(TERM="xterm", **more), stdin=subprocess.DEVNULL,
                            stdout=streams[0][1], stderr=streams[1][1])
    texts = []
    for ours, theirs in streams:
        os.close(theirs)
    for ours, _ in streams:
        text = b""
        try:
            while read := os.read(ours, 65536):
                text += read
        except OSError:  # Linux ends a terminal with an error
            pass
        os.close(ours)
        texts.append(text.decode())
    return done.wait(), *texts


class Help(program.Case):
    def test_the_help_of_the_program_lists_every_command(self):
        text = self.done("--help")
        listed = re.findall(r"(?m)^  (\w+) {3,}\S", text.split("Subcommands:")[1])
        self.assertEqual(sorted(listed), sorted(COMMANDS))

    def test_the_help_of_every_command_has_an_example_of_it(self):
        for command in COMMANDS:
            with self.subTest(command):
                self.assertRegex(self.done(command, "--help"), rf"(?s)Examples?:\n  bevlogen {command}\b")

    def test_examples_name_options_that_exist(self):
        for command in COMMANDS:
            about, examples = re.split(r"Examples?:\n", self.done(command, "--help"))
            for option in re.findall(r"--[a-z-]+", examples):
                with self.subTest(f"{command} {option}"):
                    self.assertIn(option, about)

    def test_the_version_is_told(self):
        self.assertRegex(self.done("--version"), r"^bevlogen \d+\.\d+\.\d+ \([0-9a-f]+(-dirty\.[0-9a-f]{8})?\)\n$|^bevlogen \d+\.\d+\.\d+ \(unknown\.[0-9a-f]{8}\)\n$")


class Mistakes(program.Case):
    def test_an_unknown_command_is_answered_with_the_nearest(self):
        self.assertEqual(self.refused("comapre"), 'bevlogen: error: unknown command "comapre"; did you mean "compare"?\n')
        self.assertIn("(valid: run, compare, ", self.refused("foo"))

    def test_an_unknown_option_is_named(self):
        self.assertIn("--thraeds", self.refused("run", program.BASELINE, "--thraeds", 2))

    def test_without_a_command_or_file_it_says_what_is_missing(self):
        self.assertIn("subcommand is required", self.refused())
        self.assertIn("name one scenario file", self.refused("run"))
        self.assertIn("required", self.refused("check"))

    def test_options_out_of_range_are_refused_and_nothing_is_written(self):
        mistakes = {("--threads", 0): "threads = 0 (must lie in [1, 4096])", ("--threads", -1): "--threads", ("--replicates", 0): "replicates = 0", ("--seed", -4): "seed = -4 (must lie in [0, 4294967295])", ("--block-posts", 0): "block-posts = 0",
                    ("--stop-after-week", 3): "3 is not a clearing", ("--year", 3): "year = 3 (must lie in [1, 2])", ("--seed", "x"): "--seed",
                    ("--set", "time.yeers=3"): 'did you mean "time.years"?', ("--set", "population.scale"): "path=value",
                    ("--set", "feedback.strain_on_home=high"): "must be a number", ("--set", "population.scale=-1"): "scale = -1 (must lie in (0, 1000]"}
        words = program.sets(population__scale=0.02, time__years=2)
        for (option, value), sentence in mistakes.items():
            with self.subTest(f"{option} {value}"):
                errors = self.refused("run", program.BASELINE, *words, option, value, "--out", self.folder / "x" / "y.h5")
                self.assertIn(sentence, errors)
                self.assertEqual(program.names_in(self.folder), [])

    def test_several_wrong_overrides_are_reported_at_once(self):
        errors = self.refused("run", program.BASELINE, *program.sets(time__yeers=3, population__scale=-1, time__burn_in="[1"))
        self.assertTrue(errors.endswith("\n3 errors, nothing was run.\n"), errors)

    def test_scenarios_that_cannot_be_compared_are_refused(self):
        errors = self.refused("compare", program.BASELINE, program.EXAMPLE, "--out", self.folder / "x.h5")
        self.assertIn("model = example, but workforce", errors)
        self.assertIn('called "baseline"', self.refused("compare", program.BASELINE, program.BASELINE, "--out", self.folder / "x.h5"))
        self.assertEqual(program.names_in(self.folder), [])

    def test_an_outcome_that_no_model_has_is_answered_with_the_nearest(self):
        errors = self.refused("compare", program.BASELINE, program.LESS_ADMINISTRATION, "--outcome", "exhustion", "--out", self.folder / "x.h5")
        self.assertIn('unknown outcome "exhustion"; did you mean "exhaustion"?', errors)
        self.assertEqual(program.names_in(self.folder), [])

    def test_a_folder_is_no_results_file(self):
        self.assertIn("is a folder", self.refused("run", program.BASELINE, *TINY, "--out", self.folder))

    def test_what_is_no_ordinary_file_is_not_replaced(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        done = program.run("run", program.EXAMPLE, "--quiet", "--out", pipe)
        self.assertTrue(pipe.is_fifo())
        self.assertEqual(done.returncode, program.WRONG_INPUT)

    def test_options_may_come_before_the_file(self):
        self.done("run", "--set", "time.years=1", program.EXAMPLE, "--out", self.folder / "a.h5")


class World(program.Case):
    def test_an_output_that_cannot_be_written_is_exit_code_3_with_a_sentence(self):
        (self.folder / "file").write_text("no folder")
        for out in ("/proc/bevlogen.h5", self.folder / "file" / "x.h5"):
            with self.subTest(str(out)):
                errors = self.refused("run", program.EXAMPLE, "--out", out, code=program.WORLD_FAILED)
                self.assertRegex(errors, r"^bevlogen: error: .*(/proc/bevlogen\.h5|/file)")
                self.assertEqual(len(errors.splitlines()), 1)
        self.assertEqual(program.names_in(self.folder), ["file"])

    def test_a_full_disk_is_exit_code_3_with_a_sentence(self):
        limit = "ulimit -f 8; exec \"$0\" \"$@\""  # no file may grow beyond 8 KiB
        words = program.arguments(["run", program.EXAMPLE, "--quiet", "--out", self.folder / "x.h5"])
        done = subprocess.run(["bash", "-c", f"trap '' XFSZ; {limit}", *words], env=program.environment(), capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (program.WORLD_FAILED, ""), done.stderr)
        self.assertRegex(done.stderr, r"^bevlogen: error: .*x\.h5")
        self.assertFalse((self.folder / "x.h5").exists())

    def into_a_full_disk(self, *words):
        with open("/dev/full", "w") as full:
            return subprocess.run(program.arguments(words), env=program.environment(), stdout=full, stderr=subprocess.PIPE, text=True)

    def test_an_answer_that_cannot_be_printed_is_exit_code_3(self):
        done = self.into_a_full_disk("describe")
        self.assertEqual(done.returncode, program.WORLD_FAILED)
        self.assertIn("No space left on device", done.stderr)

    def test_a_short_answer_that_cannot_be_printed_is_exit_code_3(self):
        self.assertEqual(self.into_a_full_disk("list").returncode, program.WORLD_FAILED)


class Streams(program.Case):
    def test_progress_goes_to_standard_error_and_quiet_silences_it(self):
        words = ["run", program.BASELINE, *program.size(scale=0.3, years=2, burn_in=1, replicates=4), "--threads", 1]
        code, output, errors = on_terminal(*words, "--out", self.folder / "a.h5")
        self.assertEqual(code, program.DONE)
        self.assertRegex(errors, r"running: +\d+ %")
        self.assertNotIn("running:", output)
        code, _, errors = on_terminal(*words, "--out", self.folder / "b.h5", "--quiet")
        self.assertEqual((code, errors), (program.DONE, ""))

    def test_colours_are_for_terminals_that_want_them(self):
        for words in (["run", program.EXAMPLE, "--quiet", "--out", self.folder / "a.h5"], ["list"], ["describe", "mood", "--model", "example"],
                      ["show", self.folder / "a.h5"]):
            with self.subTest(words[0]):
                self.assertNotIn(program.ESCAPE, self.done(*words))
                self.assertIn(program.ESCAPE, on_terminal(*words)[1])
                self.assertNotIn(program.ESCAPE, on_terminal(*words, NO_COLOR="1")[1])

    def test_a_run_ends_with_the_name_of_its_file_and_writes_nothing_else(self):
        output = self.done("run", program.BASELINE, *TINY, "--out", self.folder / "a.h5")
        self.assertRegex(output, r"\nresults: .*a\.h5 \(\d+\.\d s\)\n$")
        self.assertEqual(program.names_in(self.folder), ["a.h5"])

    def test_results_land_in_the_folder_results_where_nothing_else_is_said(self):
        self.done("run", program.EXAMPLE, cwd=self.folder)
        self.assertEqual(program.names_in(self.folder), ["results", "results/example.run.h5"])


class New(program.Case):
    def test_it_writes_a_scenario_that_is_in_order_and_runs(self):
        output = self.done("new", "mine.toml", cwd=self.folder)
        self.assertTrue(output.startswith("mine.toml written; next: bevlogen check mine.toml"), output)
        self.done("check", "mine.toml", cwd=self.folder)
        self.done("run", "mine.toml", *TINY, cwd=self.folder)
        self.assertEqual(program.names_in(self.folder), ["mine.toml", "results", "results/mine.run.h5"])

    def test_it_never_replaces_a_file(self):
        (self.folder / "mine.toml").write_text("title = 'mine'\n")
        self.assertIn("exists already", self.refused("new", "mine.toml", cwd=self.folder))
        self.assertEqual((self.folder / "mine.toml").read_text(), "title = 'mine'\n")

    def test_it_refuses_other_names_folders_and_bases(self):
        for words in (["mine.txt"], ["nowhere/mine.toml"], ["mine.toml", "--extends", "nowhere.toml"]):
            with self.subTest(words):
                self.refused("new", *words, cwd=self.folder)
        self.assertEqual(program.names_in(self.folder), [])

    def test_it_starts_from_a_scenario_of_any_model(self):
        self.done("new", "mine.toml", "--extends", program.EXAMPLE, cwd=self.folder)
        self.done("check", "mine.toml", cwd=self.folder)


if __name__ == "__main__":
    unittest.main()
