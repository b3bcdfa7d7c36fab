# Files that are made to do harm: each command answers in a moment with a right reading or exit code 2, never by a signal.
import os
import resource
import subprocess
import time
import unittest

import h5py
import numpy

import program

MOST_SECONDS, MOST_MEMORY = 10, 1 << 20  # kB
DIGEST = 32


def small(folder):
    """A small results file of the example model."""
    file = folder / "small.h5"
    done = program.run("run", program.EXAMPLE, *program.size(scale=0.02, years=1, burn_in=0, replicates=2), "--out", file, "--quiet")
    assert done.returncode == program.DONE, done.stderr
    return file


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.context = program.folder()
        cls.folder = cls.context.__enter__()
        cls.healthy = small(cls.folder)
        cls.whole = cls.healthy.read_bytes()

    @classmethod
    def tearDownClass(cls):
        cls.context.__exit__(None, None, None)

    def answer(self, *words, codes=(program.DONE, program.WRONG_INPUT)):
        """Runs it and gives exit code and messages; checks time, memory and that a refusal has words."""
        begin = time.monotonic()
        done = subprocess.run(program.arguments(words), cwd=self.folder, env=program.environment(), stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace", timeout=60)
        self.assertLess(time.monotonic() - begin, MOST_SECONDS, words)
        self.assertIn(done.returncode, codes, (words, done.stderr))
        if done.returncode == program.WRONG_INPUT:
            self.assertRegex(done.stderr, r": error: \S", words)
        if "asan" not in str(program.BINARY):
            self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, MOST_MEMORY, words)
        return done.returncode, done.stderr

    def asked_everything(self, file):
        self.answer("export", file)
        self.answer("report", file, "--out", self.folder / "report.html")
        self.answer("diff", self.healthy, file, codes=(program.DONE, program.DIFFERENT, program.WRONG_INPUT))
        self.answer("sensitivity", file)
        self.answer("status", file)
        return self.answer("show", file)

    def changed(self, change):
        file = self.folder / "hostile.h5"
        file.write_bytes(self.whole)
        with h5py.File(file, "r+") as opened:
            change(opened)
        return file

    def test_a_flipped_byte_is_told(self):
        file = self.folder / "flipped.h5"
        for at in range(8, len(self.whole) - DIGEST, len(self.whole) // 40):
            content = bytearray(self.whole)
            content[at] ^= 0x40
            file.write_bytes(content)
            code, words = self.answer("show", file)
            self.assertEqual(code, program.WRONG_INPUT, at)
            self.assertIn("its bytes are not those that were written", words)

    def test_hdf5_may_meet_any_flipped_byte(self):
        file = self.folder / "flipped.h5"
        whole = self.whole[:-DIGEST]
        refused = 0
        for at in [*range(0, 600, 12), *range(600, len(whole), len(whole) // 120)]:
            content = bytearray(whole)
            content[at] ^= 0xFF
            file.write_bytes(content)
            refused += self.answer("show", file)[0] == program.WRONG_INPUT
        self.assertGreater(refused, 10)

    def test_a_file_that_is_cut_off_is_told(self):
        file = self.folder / "cut.h5"
        for size in range(0, len(self.whole) - DIGEST, len(self.whole) // 20):
            file.write_bytes(self.whole[:size])
            self.assertEqual(self.answer("show", file)[0], program.WRONG_INPUT, size)

    def test_links_lead_nowhere(self):
        def soft(file):
            file["loop"] = h5py.SoftLink("/loop")

        def external(file):
            file["elsewhere"] = h5py.ExternalLink("/etc/passwd", "/")

        def round_and_round(file):
            file.create_group("a")["b"] = file["/"]

        self.assertIn("has a link to elsewhere (loop)", self.asked_everything(self.changed(soft))[1])
        self.assertIn("has a link to elsewhere (elsewhere)", self.asked_everything(self.changed(external))[1])
        self.asked_everything(self.changed(round_and_round))

    def test_other_files_are_not_read(self):
        secret = self.folder / "secret"
        secret.write_bytes(b"s" * 4096)

        def kept_elsewhere(file):
            file.create_dataset("stolen", (4096,), "i1", external=[(str(secret), 0, 4096)])

        self.assertIn("keeps stolen in other files", self.asked_everything(self.changed(kept_elsewhere))[1])

    def test_huge_dimensions_take_no_memory(self):
        for shape, kind, chunks in [((1 << 40,), "f8", (1024,)), ((1 << 40, 1 << 40), "i1", (16, 16)), ((1 << 50,), "f8", None)]:
            with self.subTest(shape=shape):
                self.asked_everything(self.changed(lambda file: file.create_dataset("huge", shape, kind, chunks=chunks)))

        def long_dimension(name):
            def change(file):
                del file[name]
                file.create_dataset(name, (1 << 33,), "i4", chunks=(1024,)).make_scale(name)

            return change

        for name in ("week", "replicate", "clearing", "scenario"):
            with self.subTest(name):
                self.asked_everything(self.changed(long_dimension(name)))

    def test_nothing_is_what_it_should_be(self):
        with h5py.File(self.healthy) as file:
            names = list(file)
        for name in names[:: max(1, len(names) // 12)] + ["scenario", "resolved_scenario", "scenario_text", "replicate", "provenance"]:
            if name not in names:
                continue
            for value in (None, numpy.int8(1), numpy.zeros((2, 3, 4)), ["text"] * 5, numpy.array([numpy.nan])):
                def change(file):
                    del file[name]
                    if value is not None:
                        file[name] = value

                with self.subTest(name=name, value=value):
                    self.answer("show", self.changed(change))
                    self.answer("report", self.folder / "hostile.h5", "--out", self.folder / "report.html")
        for kind in ("sweep", "calibration", "nothing", ""):
            with self.subTest(kind=kind):
                self.asked_everything(self.changed(lambda file: file.attrs.__setitem__("kind", kind)))

    def test_texts_of_a_scenario_are_not_believed(self):
        for text in ("", "title = ", "model = 'workforce'\n" * 3, "x = " + "[" * 5000):
            def change(file):
                file["resolved_scenario"][...] = text

            with self.subTest(text=text[:20]):
                self.asked_everything(self.changed(change))

    def test_what_never_ends_is_not_read(self):
        os.mkfifo(self.folder / "pipe.h5")
        for file in ("/dev/zero", "/dev/null", self.folder / "pipe.h5"):
            with self.subTest(file):
                self.assertEqual(self.answer("show", file)[0], program.WRONG_INPUT)

    def test_long_texts_are_told_in_a_moment(self):
        texts = {
            "a word": f'extends = "scenarios/example.toml"\n[parameters]\n"{"x" * 1_000_000}" = 1\n',
            "words": 'extends = "scenarios/example.toml"\n[parameters]\n' + "".join(f"k{i} = 1\n" for i in range(50_000)),
            "keys": 'extends = "scenarios/example.toml"\n' + "".join(f"k{i} = 1\n" for i in range(50_000)),
            "brackets": "x = " + "[" * 1_000_000,
            "tables": "".join(f"[[intervention]]\nname = 'a{i}'\n" for i in range(10_000)) + 'extends = "scenarios/example.toml"\n',
            "dots": "a" + ".a" * 100_000 + " = 1\n",
            "dots in a text": 'x = "' + "." * 1_000_000 + '"\n',
        }
        for what, text in texts.items():
            with self.subTest(what):
                (self.folder / "long.toml").write_text(text)
                self.assertEqual(self.answer("check", self.folder / "long.toml")[0], program.WRONG_INPUT)


if __name__ == "__main__":
    unittest.main()
