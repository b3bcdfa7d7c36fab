# Runs the program as a person would: a clean environment, what it printed, its exit code; and folders that vanish.
import contextlib
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = ROOT / "scenarios"
BINARY = pathlib.Path(os.environ.get("BEVLOGEN", ROOT / "build/release/bin/bevlogen")).resolve()

BASELINE = SCENARIOS / "baseline.toml"
LESS_ADMINISTRATION = SCENARIOS / "less-administration.toml"
EXAMPLE = SCENARIOS / "example.toml"

# Exit codes, as the README lists them.
DONE, DIFFERENT, WRONG_INPUT, WORLD_FAILED, SOME_FAILED, STOPPED, INTERRUPTED = 0, 1, 2, 3, 4, 75, 130
ESCAPE = "\033"


def environment(**more):
    """Nothing of the caller's but where programs are found."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", **more}


def arguments(words):
    return [str(BINARY), *(str(word) for word in words)]


def run(*words, cwd=ROOT, **more):
    """Runs to the end; the answer has returncode, stdout and stderr."""
    return subprocess.run(arguments(words), cwd=cwd, env=environment(**more), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)


def start(*words, cwd=ROOT):
    """Starts and does not wait."""
    return subprocess.Popen(arguments(words), cwd=cwd, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def sets(**values):
    """--set for each; a double underscore stands for a dot: population__scale=0.05."""
    return [word for name, value in values.items() for word in ("--set", f"{name.replace('__', '.')}={value}")]


def size(scale, years, burn_in, replicates):
    """A small run: share of the population, years, burn-in, replicates."""
    return [*sets(population__scale=scale, time__years=years, time__burn_in=burn_in), "--replicates", replicates]


@contextlib.contextmanager
def folder():
    with tempfile.TemporaryDirectory(prefix="bevlogen-test-") as path:
        yield pathlib.Path(path)


def names_in(path):
    """Everything below a folder, by relative name."""
    return sorted(str(entry.relative_to(path)) for entry in path.rglob("*"))


class Case(unittest.TestCase):
    """A folder for each test, and the two ways in which a command ends."""

    def setUp(self):
        self.folder = self.enterContext(folder())

    def done(self, *words, **more):
        done = run(*words, **more)
        self.assertEqual((done.returncode, done.stderr), (DONE, ""))
        return done.stdout

    def refused(self, *words, code=WRONG_INPUT, **more):
        done = run(*words, **more)
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        self.assertNotIn(ESCAPE, done.stderr)
        return done.stderr


class ScriptCase(Case):
    """Of scripts that read results: `place` is a folder of the class, where matplotlib may keep what it likes."""

    def read(self, script, *words):
        more = environment(MPLCONFIGDIR=str(self.place))
        return subprocess.run([script, *map(str, words)], env=more, capture_output=True, text=True, timeout=120)

    def printed(self, script, *words):
        done = self.read(script, *words)
        self.assertEqual((done.returncode, done.stderr), (DONE, ""))
        return done.stdout
