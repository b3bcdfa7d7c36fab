# What the tests of sweeps share: a plan of small runs, and a look into journals that owes nothing to the program.
import pathlib
import struct
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))

import program  # noqa: E402

HEADER, HEAD = 44, 16  # bytes of a journal's header and of an entry's head
FINISHED, CHECKPOINT, FAILED, START = 1, 2, 3, 4

PLAN = """
title = "Moods"
scenario = "{scenario}"
replicates = {replicates}

[design]
kind = "latin_hypercube"
points = {points}

[[axis]]
path = "example.mean"

[[axis]]
path = "example.relaxation"
scale = "log"
range = [4, 16]
"""


def plan(folder, points, replicates=2, name="moods.toml"):
    file = folder / name
    file.write_text(PLAN.format(scenario=program.EXAMPLE, points=points, replicates=replicates))
    return file


def journal_of(out):
    return out.with_name(out.name + ".journal")


def entries(journal):
    """(kind, point, replicate) of each whole entry."""
    found = []
    data = journal.read_bytes() if journal.exists() else b""
    at = HEADER
    while at + HEAD <= len(data):
        length = struct.unpack_from("<Q", data, at)[0]
        if at + HEAD + length > len(data):
            break
        found.append(struct.unpack_from("<III", data, at + HEAD))
        at += HEAD + length
    return found


def finished(journal):
    return [(point, replicate) for kind, point, replicate in entries(journal) if kind == FINISHED]


def wait_for(is_so, process, seconds=120):
    end = time.monotonic() + seconds
    while not is_so():
        assert process is None or process.poll() is None, f"ended early: {process.communicate()}"
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.005)


class Case(program.Case):
    def sweep(self, plan, out, *words, code=program.DONE, **more):
        done = program.run("sweep", plan, "--out", out, "--quiet", *words, **more)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def assert_identical(self, a, b):
        done = program.run("diff", a, b)
        self.assertEqual(done.returncode, program.DONE, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"^identical: [1-9][\d,]* values compared")
