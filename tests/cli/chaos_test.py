# Whatever happens to a process at any instant, what has its final name is whole, nothing finished is lost, and the same command ends in the same bytes.
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
import unittest

import program

sys.path.insert(0, str(program.ROOT / "tests" / "cluster"))
import sweeps  # noqa: E402

TIMES = int(os.environ.get("BEVLOGEN_CHAOS", "1"))  # so many times the instants, sizes and limits
SEED = int(os.environ.get("BEVLOGEN_CHAOS_SEED", "7"))
DOCUMENTED = {program.DONE, program.DIFFERENT, program.WRONG_INPUT, program.WORLD_FAILED, program.SOME_FAILED, program.STOPPED, program.INTERRUPTED}
NOBODY = 65534
SIZE = program.sets(example__teams=400, time__years=2)
PLAN = """scenario = "{scenario}"
replicates = 2
[design]
kind = "latin_hypercube"
points = 10
[[axis]]
path = "example.mean"
"""
CALIBRATION = 'like = "example.toml"\n[search]\nstart = 60\nkeep = 20\ngeneration = 30\nmost_generations = 3\n'
LIFT = program.SCENARIOS / "example-lift.toml"
FILES_OF = {"run": {"out.h5"}, "compare": {"out.h5", "out.html"}, "sweep": {"out.h5"}, "calibrate": {"out.h5"}}


def reason_against_small_disks():
    done = subprocess.run(small_disk("true"), capture_output=True)
    return None if done.returncode == 0 else f"no file system can be mounted here: {done.stderr.decode().strip()}"


def small_disk(script, *words):
    """A shell of its own with a mount table of its own."""
    as_root = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", *as_root, "--mount", "bash", "-c", f"mount -t tmpfs -o size=16m tmpfs /mnt && {{ {script}; }}", *map(str, words)]


class Case(sweeps.Case):
    @classmethod
    def setUpClass(cls):
        """The plans, and what an undisturbed run of each command writes."""
        cls.place = cls.enterClassContext(program.folder())
        cls.place.chmod(0o755)
        (cls.place / "plan.toml").write_text(PLAN.format(scenario=program.EXAMPLE))
        calibrations = program.SCENARIOS / "calibrations"
        (cls.place / "example.toml").write_text((calibrations / "example.toml").read_text().replace("../example.toml", str(program.EXAMPLE)))
        (cls.place / "short.toml").write_text(CALIBRATION)
        cls.whole, cls.seconds = {}, {}
        for command in FILES_OF:
            (cls.place / command).mkdir()
            cls.whole[command] = cls.place / command / "out.h5"
            start = time.monotonic()
            done = program.run(*cls.words(command, cls.whole[command]))
            cls.seconds[command] = time.monotonic() - start
            assert (done.returncode, done.stderr) == (program.DONE, ""), done

    @classmethod
    def words(cls, command, out):
        words = {"run": [program.EXAMPLE, *SIZE, "--replicates", 6], "compare": [program.EXAMPLE, LIFT, *SIZE, "--replicates", 3, "--report"],
                 "sweep": [cls.place / "plan.toml", *SIZE], "calibrate": [cls.place / "short.toml"]}[command]
        return [command, *words, "--quiet", "--out", out]

    def assert_nothing_half_written(self, command, folder):
        """Under a final name stands the whole file or none."""
        if (folder / "out.h5").exists():
            self.assert_identical(self.whole[command], folder / "out.h5")
        if (folder / "out.html").exists():
            self.assertTrue((folder / "out.html").read_text("utf-8").rstrip().endswith("</html>"))

    def assert_goes_on(self, command, folder):
        """Once more, undisturbed: the same bytes, and nothing else is left."""
        done = program.run(*self.words(command, folder / "out.h5"))
        self.assertEqual(done.returncode, program.DONE, done.stderr)
        self.assert_identical(self.whole[command], folder / "out.h5")
        self.assertEqual(set(program.names_in(folder)), FILES_OF[command])

    def assert_tells(self, errors, *parts):
        """One sentence for people, which names what it is about."""
        self.assertRegex(errors, r"^(bevlogen: error: |[^\n]+: error: )[^\n]+\n")
        self.assertNotRegex(errors, r"terminate called|Assertion|this is a bug")
        for part in parts:
            self.assertIn(part, errors)


class AtAnyInstant(Case):
    """Signals at instants that a fixed seed decides."""

    def disturb(self, command, sent, times):
        chance = random.Random(f"{SEED} {command} {sent.name}")
        folder = self.folder / f"{command}-{sent.name}"
        folder.mkdir()
        journal, known = folder / "out.h5.journal", []
        for _ in range(times):
            process = program.start(*self.words(command, folder / "out.h5"))
            time.sleep(chance.uniform(0.0, self.seconds[command]))
            process.send_signal(sent)
            _, errors = process.communicate(timeout=120)
            code = process.returncode
            self.assertIn(code, {program.DONE, program.STOPPED, program.INTERRUPTED, -sent}, errors)
            self.assert_nothing_half_written(command, folder)
            if code >= 0:
                self.assertFalse((folder / "out.h5.part").exists(), "left behind by a process that could have cleared it away")
            if code == program.DONE:
                for name in program.names_in(folder):
                    (folder / name).unlink()
                known = []
                continue
            if code > 0:
                self.assertIn("the same command goes on from there", errors)
                self.assertEqual(code == program.INTERRUPTED, sent == signal.SIGINT and command in ("run", "compare"))
            if (folder / "out.h5").exists():  # after the results, before the report
                known = []
                continue
            done = sweeps.finished(journal)
            self.assertEqual(done[:len(known)], known, "a finished run was lost")
            self.assertEqual(len(done), len(set(done)), "a finished run was done again")
            known = done
        self.assert_goes_on(command, folder)

    def test_killed(self):
        for command in FILES_OF:
            with self.subTest(command):
                self.disturb(command, signal.SIGKILL, 3 * TIMES)

    def test_asked_to_stop(self):
        for command in FILES_OF:
            for sent in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1):
                with self.subTest(f"{command} {sent.name}"):
                    self.disturb(command, sent, TIMES)

    def test_a_trial_keeps_nothing_and_leaves_nothing(self):
        chance = random.Random(SEED)
        trial = ["trial", program.SCENARIOS / "trials" / "solms-2021.toml", "--worlds", 1, *program.sets(population__scale=0.2), "--quiet"]
        for sent in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP) * TIMES:
            process = program.start(*trial, cwd=self.folder)
            time.sleep(chance.uniform(0.0, 0.5))
            process.send_signal(sent)
            process.communicate(timeout=60)
            self.assertIn(process.returncode, {program.DONE, -sent})
            self.assertEqual(program.names_in(self.folder), [])

    def test_a_broken_pipe_that_is_sent_stops_nothing(self):
        for command in FILES_OF:
            folder = self.folder / command
            folder.mkdir()
            process = program.start(*self.words(command, folder / "out.h5"))
            while process.poll() is None and not program.names_in(folder):  # before its first line the system decides
                time.sleep(0.002)
            while process.poll() is None:
                process.send_signal(signal.SIGPIPE)
                time.sleep(0.02)
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, program.DONE, command)
            self.assert_identical(self.whole[command], folder / "out.h5")

    def test_without_a_terminal_it_goes_on_where_that_was_asked(self):
        out = self.folder / "out.h5"
        process = subprocess.Popen(["nohup", *program.arguments(self.words("run", out))], cwd=self.folder, env=program.environment(), stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.seconds["run"] / 3)
        process.send_signal(signal.SIGHUP)
        self.assertEqual(process.wait(timeout=60), program.DONE)
        self.assert_identical(self.whole["run"], out)


class Full(Case):
    """A disk without room: a sentence with the file and the way out, what was done is kept, and with room it goes on."""

    def test_a_disk_of_any_size(self):
        why_not = reason_against_small_disks()
        if why_not:
            self.skipTest(why_not)
        script = """mkdir /mnt/disk; head -c $((16384 - $1))k /dev/zero >/mnt/filler 2>/dev/null; work=$2; shift 2; cd /mnt/disk
            "$@" --out /mnt/disk/out.h5 >$work/said 2>&1; echo $? >$work/code; ls >$work/left
            rm /mnt/filler; "$@" --out /mnt/disk/out.h5 >$work/again 2>&1; echo $? >>$work/code; ls >$work/end; cp out.h5 $work"""
        for command, names in FILES_OF.items():
            chance = random.Random(f"{SEED} {command}")
            needed = 2 * self.whole[command].stat().st_size // 1024 + 1
            for turn in range(2 * TIMES):
                kilobytes = chance.randrange(4, needed, 4) if turn else 4
                with self.subTest(f"{command} {kilobytes} kB"):
                    work = self.folder / f"{command}-{turn}"
                    work.mkdir()
                    words = program.arguments(self.words(command, "x")[:-2])
                    subprocess.run(small_disk(script, "-", kilobytes, work, *words), env=program.environment(), check=True, timeout=120)
                    first, again = map(int, (work / "code").read_text().split())
                    self.assertIn(first, {program.DONE, program.WORLD_FAILED})
                    if first:
                        said = (work / "said").read_text()
                        self.assert_tells(said[said.rfind("bevlogen: error"):], "/mnt/disk/out.h", "No space left on device; make room there, then give the same command again")
                        self.assertLessEqual(set((work / "left").read_text().split()), names | {"out.h5.journal"})
                    self.assertEqual(again, program.DONE, (work / "again").read_text())
                    self.assertEqual(set((work / "end").read_text().split()), names)
                    self.assert_identical(self.whole[command], work / "out.h5")

    def test_a_limit_on_the_size_of_files(self):
        for command in FILES_OF:
            chance = random.Random(f"{SEED} {command}")
            for turn in range(TIMES):
                limit = chance.randrange(1, self.whole[command].stat().st_size)
                with self.subTest(f"{command} {limit} bytes"):
                    folder = self.folder / f"{command}-{turn}"
                    folder.mkdir()
                    done = self.under(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)), self.words(command, folder / "out.h5"))
                    self.assertEqual(done.returncode, program.WORLD_FAILED, done.stderr)
                    self.assert_tells(done.stderr, "out.h5", "File too large; raise the limit on the size of files")
                    self.assert_nothing_half_written(command, folder)
                    self.assertLessEqual(set(program.names_in(folder)), {"out.h5.journal", "out.h5"})
                    self.assert_goes_on(command, folder)

    def under(self, limit, words, **more):
        return subprocess.run(program.arguments(words), env=program.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
                              preexec_fn=limit, **more)


class Forbidden(Case):
    """As somebody who may not: a sentence, exit code 3 for what is to be written, 2 for what is to be read, and nothing is changed."""

    def as_nobody(self, *words):
        more = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        return subprocess.run(program.arguments(words), cwd="/", env=program.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=60, **more)

    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.sealed = self.folder / "sealed"
        self.sealed.mkdir()

    def seal(self):
        self.sealed.chmod(0o555)
        self.addCleanup(self.sealed.chmod, 0o755)

    def test_a_folder(self):
        self.seal()
        for command in FILES_OF:
            for out in (self.sealed / "out.h5", self.sealed / "new" / "out.h5"):
                with self.subTest(f"{command} {out.name}"):
                    done = self.as_nobody(*self.words(command, out))
                    self.assertEqual(done.returncode, program.WORLD_FAILED, done.stderr)
                    self.assert_tells(done.stderr, str(self.sealed), "Permission denied; name a file in a folder that you may write to")
                    self.assertEqual(program.names_in(self.sealed), [])

    def test_a_report_and_a_table(self):
        shutil.copy(self.whole["compare"], self.sealed / "out.h5")
        self.seal()
        for words in (["report", self.sealed / "out.h5"], ["export", self.sealed / "out.h5", "--out", self.sealed / "out.csv"], ["new", self.sealed / "new.toml"],
                      ["merge", self.whole["sweep"], "--out", self.sealed / "merged.h5"]):
            with self.subTest(words[0]):
                done = self.as_nobody(*words)
                self.assertEqual(done.returncode, program.WORLD_FAILED, done.stderr)
                self.assert_tells(done.stderr, str(self.sealed), "Permission denied; name a file")
                self.assertEqual(program.names_in(self.sealed), ["out.h5"])

    def test_what_is_to_be_read(self):
        results, scenario = self.sealed / "out.h5", self.sealed / "mine.toml"
        shutil.copy(self.whole["run"], results)
        shutil.copy(program.EXAMPLE, scenario)
        for file in (results, scenario):
            file.chmod(0)
        for words in (["run", scenario], ["check", scenario], ["show", results], ["report", results], ["diff", results, results], ["export", results]):
            with self.subTest(f"{words[0]} {words[1].name}"):
                done = self.as_nobody(*words)
                self.assertEqual((done.returncode, done.stdout), (program.WRONG_INPUT, ""))
                self.assert_tells(done.stderr, str(words[1]))

    def test_a_journal_of_somebody_else(self):
        self.sealed.chmod(0o777)
        journal = self.sealed / "out.h5.journal"
        journal.write_bytes(b"")
        journal.chmod(0o444)
        done = self.as_nobody(*self.words("run", self.sealed / "out.h5"))
        if os.geteuid() == 0:
            self.assertEqual(done.returncode, program.WORLD_FAILED)
            self.assert_tells(done.stderr, str(journal), "Permission denied")
            self.assertEqual((journal.stat().st_size, program.names_in(self.sealed)), (0, ["out.h5.journal"]))


class Memory(Case):
    """Too little of it: a sentence and exit code 3, wherever it runs out."""

    def limited(self, kilobytes, words):
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (kilobytes * 1024, kilobytes * 1024))  # noqa: E731
        return subprocess.run(program.arguments(words), cwd=self.folder, env=program.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=120, preexec_fn=limit)

    def least(self):
        """What the program and its libraries take before its first line: below that the system's loader speaks."""
        low, high = 8 * 1024, 512 * 1024
        while high - low > 256:
            middle = (low + high) // 2
            low, high = (low, middle) if self.limited(middle, ["--version"]).returncode in (0, 3) else (middle, high)
        return high

    def test_any_limit_is_told(self):
        least = self.least()
        for command in FILES_OF:
            chance = random.Random(f"{SEED} {command}")
            folder = self.folder / command
            folder.mkdir()
            codes = set()
            for _ in range(5 * TIMES):
                kilobytes = least + int(40_000 * chance.random() ** 1.5)
                done = self.limited(kilobytes, self.words(command, folder / "out.h5"))
                codes.add(done.returncode)
                with self.subTest(f"{command} {kilobytes} kB"):
                    self.assertIn(done.returncode, {program.DONE, program.WORLD_FAILED}, done.stderr)
                    if done.returncode:
                        self.assert_tells(done.stderr)
                        self.assertRegex(done.stderr, r"memory|--threads")
                    self.assertFalse((folder / "out.h5.part").exists())
                    self.assert_nothing_half_written(command, folder)
            self.assertIn(program.WORLD_FAILED, codes, "no limit was too low")
            self.assert_goes_on(command, folder)


class Streams(Case):
    """Closed, full and broken streams: what is computed and written does not depend on who listens."""

    def through(self, redirection, words):
        """What bash makes of the streams; gives the exit code and what reached the original standard error."""
        done = subprocess.run(["bash", "-c", f'"$@" {redirection}', "-", *program.arguments(words)], cwd=self.folder, env=program.environment(),
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
        return done.returncode, done.stderr

    def into_broken_pipe(self, stream, words):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(program.arguments(words), env=program.environment(), stdin=subprocess.DEVNULL, timeout=120,
                              **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: writing})
        os.close(writing)
        return done.returncode

    def test_files_are_whole_and_their_own(self):
        for redirection in (">&-", "2>&-", "<&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full", ">&- 2>/dev/full"):
            for command in FILES_OF if redirection == "<&- >&- 2>&-" or TIMES > 1 else ("run", "sweep"):
                with self.subTest(f"{command} {redirection}"):
                    folder = self.folder / "in"
                    folder.mkdir()
                    code, errors = self.through(redirection, self.words(command, folder / "out.h5"))
                    is_unheard = any(word in redirection.split() for word in (">&-", ">/dev/full"))
                    self.assertEqual(code, program.WORLD_FAILED if is_unheard else program.DONE, errors)
                    if is_unheard and "2>" not in redirection:
                        self.assert_tells(errors, "standard output")
                    self.assertEqual(set(program.names_in(folder)), FILES_OF[command])
                    self.assert_identical(self.whole[command], folder / "out.h5")
                    shutil.rmtree(folder)

    def test_who_stops_reading_ends_it_after_its_files(self):
        for command in FILES_OF:
            with self.subTest(command):
                folder = self.folder / command
                folder.mkdir()
                self.assertEqual(self.into_broken_pipe("stdout", self.words(command, folder / "out.h5")), -signal.SIGPIPE)
                self.assertEqual(set(program.names_in(folder)), FILES_OF[command])
                self.assert_identical(self.whole[command], folder / "out.h5")

    def test_who_does_not_hear_what_is_wrong_gets_the_exit_code(self):
        for stream in ("2>&-", "2>/dev/full", "2>&- >&-"):
            self.assertEqual(self.through(stream, ["run", "nowhere.toml"])[0], program.WRONG_INPUT)
            self.assertEqual(self.through(stream, ["rnu"])[0], program.WRONG_INPUT)
            self.assertEqual(self.through(stream, ["run", program.EXAMPLE, "--out", "/proc/x.h5"])[0], program.WORLD_FAILED)
        self.assertEqual(self.into_broken_pipe("stderr", ["run", "nowhere.toml"]), program.WRONG_INPUT)
        out = self.folder / "out.h5"
        self.assertEqual(self.into_broken_pipe("stderr", ["compare", program.EXAMPLE, LIFT, *SIZE, "--until-ci", 1, "--max-replicates", 3, "--out", out]), program.DONE)

    def test_short_answers(self):
        for words in (["list"], ["describe"], ["schema"], ["show", self.whole["run"]], ["export", self.whole["run"]], ["check", program.EXAMPLE], ["--help"]):
            with self.subTest(words[0]):
                self.assertEqual(self.through(">&-", words)[0], program.WORLD_FAILED)
                self.assertEqual(self.into_broken_pipe("stdout", words), -signal.SIGPIPE)


class Disk(Case):
    def test_a_disk_that_fails_at_the_last_moment(self):
        """A library of its own makes fsync fail, as a disk does that is broken or a network file system that is full."""
        source, library = self.folder / "fails.c", self.folder / "fails.so"
        source.write_text("#include <errno.h>\nint fsync(int descriptor) { errno = EIO; return -1; }\n")
        subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, source], check=True, timeout=60)
        for command in FILES_OF:
            with self.subTest(command):
                folder = self.folder / command
                folder.mkdir()
                done = program.run(*self.words(command, folder / "out.h5"), LD_PRELOAD=str(library))
                self.assertEqual(done.returncode, program.WORLD_FAILED, done.stderr)
                self.assert_tells(done.stderr, "out.h5.part", "Input/output error")
                self.assertEqual(program.names_in(folder), ["out.h5.journal"])
                self.assert_goes_on(command, folder)


if __name__ == "__main__":
    unittest.main()
