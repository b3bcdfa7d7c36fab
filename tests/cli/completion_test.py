"""Completion in the shell: what the program offers, and what bash makes of it."""
import subprocess
import unittest

from program import BINARY, DONE, WRONG_INPUT, environment, run


def offered(*words):
    return run("completion", "--words", "--", *words).stdout.split()


class Completion(unittest.TestCase):
    def test_commands_by_their_beginning(self):
        self.assertEqual(offered("comp"), ["compare", "completion"])
        self.assertIn("run", offered(""))
        self.assertEqual(offered("nothing-of-the-kind"), [])

    def test_options_of_a_command(self):
        self.assertEqual(offered("run", "--repl"), ["--replicates"])
        self.assertIn("--json", offered("compare", "some.toml", "--"))
        self.assertNotIn("--replicates", offered("merge", "--"))

    def test_values_that_the_program_knows(self):
        self.assertEqual(offered("run", "x.toml", "--set", "jdr.contag"), ["jdr.contagion="])
        self.assertEqual(offered("describe", "--model", "w"), ["workforce"])
        self.assertIn("less-administration", offered("view", "--with", "less-"))
        self.assertEqual(offered("view", "--language", ""), ["en", "nl"])
        self.assertEqual(offered("completion", ""), ["bash", "fish", "zsh"])

    def test_files_are_left_to_the_shell(self):
        self.assertEqual(offered("run", ""), [])
        self.assertEqual(offered("run", "--out", ""), [])

    def test_it_never_runs_anything(self):
        for words in (["run", "no-such.toml"], ["new", "x.toml"], ["--help"], ["--version"], ["run", "--help"], []):
            done = run("completion", "--words", "--", *words)
            self.assertEqual(done.returncode, DONE, words)
            self.assertNotIn("Usage", done.stdout)

    def test_a_shell_that_is_not_known_is_refused(self):
        done = run("completion", "tcsh")
        self.assertEqual(done.returncode, WRONG_INPUT)
        self.assertIn("bash", done.stderr)

    def in_bash(self, line):
        script = """source <("$PROGRAM" completion bash)
            bevlogen() { "$PROGRAM" "$@"; }
            compopt() { :; }
            COMP_LINE=$LINE COMP_POINT=${#LINE}
            read -r -a COMP_WORDS <<<"$LINE"
            [[ "$LINE" == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _bevlogen
            printf '%s\\n' "${COMPREPLY[@]}" """
        done = subprocess.run(["bash", "-c", script], env=environment(PROGRAM=str(BINARY), LINE=line), capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.split()

    def test_bash_offers_them(self):
        self.assertEqual(self.in_bash("bevlogen sens"), ["sensitivity"])
        self.assertEqual(self.in_bash("bevlogen run --thr"), ["--threads"])
        self.assertEqual(self.in_bash("bevlogen run "), [])
        self.assertIn("population.scale=", self.in_bash("bevlogen run x.toml --set popul"))

    def test_scripts_are_fit_for_their_shells(self):
        for shell in ("bash", "zsh", "fish"):
            script = run("completion", shell).stdout
            self.assertIn("completion --words --", script)
        self.assertEqual(subprocess.run(["bash", "-n"], input=run("completion", "bash").stdout, text=True).returncode, 0)


if __name__ == "__main__":
    unittest.main()
