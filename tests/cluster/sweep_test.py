# Sweeps through the real program: in shares, by MPI, stopped, killed and damaged; the file is always the same, and what was done is never lost.
import os
import random
import resource
import shutil
import signal
import time
import unittest

import sweeps
from sweeps import program

KILLS = int(os.environ.get("BEVLOGEN_KILLS", "5"))
MPIRUN = ["mpirun", "--allow-run-as-root", "--oversubscribe", "-n", "3"]


class Same(sweeps.Case):
    """One file, whoever runs it."""

    def setUp(self):
        super().setUp()
        self.plan = sweeps.plan(self.folder, points=23)
        self.whole = self.folder / "whole.h5"
        self.sweep(self.plan, self.whole)

    def test_threads_and_blocks_do_not_matter(self):
        for name, words in {"one": ["--threads", 1], "seven": ["--threads", 7, "--block-posts", 100]}.items():
            self.sweep(self.plan, self.folder / f"{name}.h5", *words)
            self.assert_identical(self.whole, self.folder / f"{name}.h5")

    def test_shards_in_any_order(self):
        out = self.folder / "shards.h5"
        for k in (2, 3, 1):
            self.assertEqual(program.run("merge", "--out", out).returncode, program.WRONG_INPUT)
            self.assertFalse(out.exists())
            self.sweep(self.plan, out, "--shard", f"{k}/3")
        self.done("merge", "--out", out)
        self.assert_identical(self.whole, out)
        self.assertEqual(program.names_in(self.folder), ["moods.toml", *(f"shards.{name}h5" for name in ("", *(f"shard-{k}-of-3." for k in (1, 2, 3)))), "whole.h5"])

    def test_a_merge_names_what_is_missing_and_leaves_gaps_if_told(self):
        out = self.folder / "gaps.h5"
        self.sweep(self.plan, out, "--shard", "2/3")
        said = self.refused("merge", "--out", out)
        self.assertIn("would lack 31 of 46 runs (point 1 replicate 1, point 3 replicate 1", said)
        self.assertIn("--allow-gaps", said)
        self.assertIn("31 runs are missing", self.done("merge", "--out", out, "--allow-gaps"))
        self.assertIn("15 of 46 runs done", self.done("status", out))
        # A sweep afterwards runs the gaps only.
        self.assertIn('"before": 15,', self.sweep(self.plan, out, "--json").stdout)
        self.assert_identical(self.whole, out)

    def test_processes_of_mpi(self):
        out = self.folder / "mpi.h5"
        done = self.launch(*MPIRUN, *program.arguments(["sweep", self.plan, "--out", out]))
        self.assertEqual(done.returncode, program.DONE, done.stdout + done.stderr)
        self.assertEqual(done.stdout.count("results: "), 1)
        self.assert_identical(self.whole, out)
        self.assertEqual(program.names_in(self.folder), ["moods.toml", "mpi.h5", "whole.h5"])

    def test_processes_of_mpi_share_a_shard(self):
        out = self.folder / "both.h5"
        for k in (2, 1):
            done = self.launch(*MPIRUN, *program.arguments(["sweep", self.plan, "--out", out, "--shard", f"{k}/2"]))
            self.assertEqual(done.returncode, program.DONE, done.stdout + done.stderr)
        self.assertEqual(program.names_in(self.folder), ["both.shard-1-of-2.h5", "both.shard-2-of-2.h5", "moods.toml", "whole.h5"])
        self.done("merge", "--out", out)
        self.assert_identical(self.whole, out)

    def test_shards_side_by_side_do_not_hinder_each_other(self):
        for turn in range(3):  # each looks for what others have done, while they come and go
            out = self.folder / str(turn) / "side.h5"
            started = [program.start("sweep", self.plan, "--out", out, "--quiet", "--threads", 1, "--shard", f"{k}/8") for k in range(1, 9)]
            for process in started:
                stdout, stderr = process.communicate(timeout=120)
                self.assertEqual((process.returncode, stderr), (program.DONE, ""), stdout)
            self.done("merge", "--out", out)
            self.assert_identical(self.whole, out)

    def test_a_file_repeats_its_sweep(self):
        out = self.folder / "again.h5"
        self.assertIn("needs --out", self.refused("sweep", "--from", self.whole))
        self.done("sweep", "--from", self.whole, "--out", out, "--quiet")
        self.assert_identical(self.whole, out)
        self.done("sweep", "--from", out, "--out", out, "--replicates", 3, "--quiet")
        more = self.folder / "more.h5"
        self.sweep(self.plan, more, "--replicates", 3)
        self.assert_identical(more, out)

    def test_what_some_processes_left_others_go_on_with(self):
        plan = sweeps.plan(self.folder, points=300, name="long.toml")
        out, whole = self.folder / "mpi.h5", self.folder / "long.h5"
        self.sweep(plan, whole)
        process = self.start_launch(*MPIRUN, *program.arguments(["sweep", plan, "--out", out, "--quiet"]))
        workers = [out.with_name(f"mpi.worker-{k}-of-3.h5.journal") for k in (1, 2, 3)]
        sweeps.wait_for(lambda: all(sweeps.finished(worker) for worker in workers), process)
        process.send_signal(signal.SIGUSR1)
        output, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, program.STOPPED, output + errors)
        done = sum(len(sweeps.finished(worker)) for worker in workers)
        self.assertIn(f'"before": {done},', self.sweep(plan, out, "--json").stdout)
        self.assert_identical(whole, out)
        self.assertEqual([name for name in program.names_in(self.folder) if "worker" in name or "journal" in name], [])

    def test_a_mistake_is_told_once_by_all_processes(self):
        done = self.launch(*MPIRUN, *program.arguments(["sweep", self.folder / "mood.toml", "--out", self.folder / "mpi.h5"]))
        self.assertEqual((done.returncode, done.stderr.count('did you mean "moods.toml"?')), (program.WRONG_INPUT, 1), done.stderr)

    def test_more_replicates_go_on_from_those_that_are_there(self):
        out, three = self.folder / "more.h5", self.folder / "three.h5"
        shutil.copy(self.whole, out)
        self.assertIn('"before": 46,\n "now": 0,', self.sweep(self.plan, out, "--json").stdout)
        self.assertIn('"before": 46,\n "now": 23,', self.sweep(self.plan, out, "--replicates", 3, "--json").stdout)
        self.sweep(self.plan, three, "--replicates", 3)
        self.assert_identical(three, out)

    def launch(self, *words):
        process = self.start_launch(*words)
        stdout, stderr = process.communicate(timeout=120)
        return program.subprocess.CompletedProcess(words, process.returncode, stdout, stderr)

    def start_launch(self, *words):
        return program.subprocess.Popen(words, cwd=self.folder, env=program.environment(), stdin=program.subprocess.DEVNULL,
                                        stdout=program.subprocess.PIPE, stderr=program.subprocess.PIPE, text=True)


class Many(sweeps.Case):
    def test_memory_does_not_grow_with_runs(self):
        peaks = [self.peak_in_megabytes(points) for points in (50, 5000)]
        self.assertGreater(peaks[0], 5)  # or it is not what was measured
        self.assertLess(peaks[1] - peaks[0], 50, f"100 and 10,000 runs: {peaks}")

    def peak_in_megabytes(self, points):
        plan = sweeps.plan(self.folder, points=points, name=f"of-{points}.toml")
        process = program.start("sweep", plan, "--out", self.folder / f"of-{points}.h5", "--quiet", "--set", "time.years=1")
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.communicate()
        self.assertEqual(process.returncode, program.DONE)
        return used.ru_maxrss / 1024


class Stopped(sweeps.Case):
    def setUp(self):
        super().setUp()
        self.plan = sweeps.plan(self.folder, points=150)
        self.out = self.folder / "stopped.h5"

    def whole(self):
        whole = self.folder / "whole.h5"
        start = time.monotonic()
        self.sweep(self.plan, whole)
        return whole, time.monotonic() - start

    def test_killed_at_random_instants_it_loses_nothing_and_does_nothing_twice(self):
        whole, seconds = self.whole()
        chance = random.Random(6)
        kills, known = 0, []
        while kills < KILLS:
            process = program.start("sweep", self.plan, "--out", self.out, "--quiet")
            time.sleep(chance.uniform(0.05, 1.5 * seconds / KILLS))
            is_over = process.poll() is not None
            process.kill()
            process.communicate()
            if is_over:  # too quick this time: from the start again
                self.assertEqual(process.returncode, program.DONE)
                self.assert_identical(whole, self.out)
                self.out.unlink()
                known = []
                continue
            kills += 1
            done = sweeps.finished(sweeps.journal_of(self.out))
            self.assertEqual(done[:len(known)], known, "a finished run was lost")
            self.assertEqual(len(done), len(set(done)), "a finished run was done again")
            self.assertFalse(self.out.exists(), "a file that is not whole has its final name")
            known = done
        self.assertIn(f'"before": {len(known)},', self.sweep(self.plan, self.out, "--json").stdout)
        self.assert_identical(whole, self.out)
        self.assertEqual(program.names_in(self.folder), ["moods.toml", "stopped.h5", "whole.h5"])

    def test_signals_keep_the_runs_in_hand_and_it_goes_on(self):
        whole, _ = self.whole()
        for sent in (signal.SIGUSR1, signal.SIGTERM, signal.SIGINT):
            with self.subTest(sent.name):
                before = len(sweeps.finished(sweeps.journal_of(self.out)))
                process = program.start("sweep", self.plan, "--out", self.out, "--quiet")
                sweeps.wait_for(lambda: len(sweeps.finished(sweeps.journal_of(self.out))) > before, process)
                process.send_signal(sent)
                output, errors = process.communicate(timeout=60)
                self.assertEqual((process.returncode, output), (program.STOPPED, ""), errors)
                self.assertIn("the same command goes on from there", errors)
                self.assertIn("nothing runs now", self.done("status", self.out))
        self.assertIn(sweeps.CHECKPOINT, [kind for kind, _, _ in sweeps.entries(sweeps.journal_of(self.out))])
        self.sweep(self.plan, self.out)
        self.assert_identical(whole, self.out)

    def test_while_it_runs_status_counts_and_a_second_one_is_refused(self):
        plan = sweeps.plan(self.folder, points=2000)
        process = program.start("sweep", plan, "--out", self.out, "--shard", "1/2", "--quiet")
        journal = self.out.with_name("stopped.shard-1-of-2.h5.journal")
        sweeps.wait_for(lambda: len(sweeps.finished(journal)) > 5, process)
        said = self.done("status", self.out)
        self.assertRegex(said, r"shard 1/2 +running +\d+ +0 +2000 ")
        self.assertRegex(said, r"runs a minute: the end is expected in ")
        second = self.refused("sweep", plan, "--out", self.out, "--shard", "1/2", code=program.WORLD_FAILED)
        self.assertIn("another process is writing to it", second)
        self.assertIsNone(process.poll(), "the first was disturbed")
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, program.STOPPED)


class Damaged(sweeps.Case):
    """A clear error, and what is there stays as it is."""

    def setUp(self):
        super().setUp()
        self.plan = sweeps.plan(self.folder, points=20)
        self.out = self.folder / "out.h5"
        self.journal = sweeps.journal_of(self.out)

    def leave_journal(self):
        process = program.start("sweep", sweeps.plan(self.folder, points=20, name="x.toml"), *program.sets(example__teams=1000), "--out", self.out, "--quiet")
        sweeps.wait_for(lambda: len(sweeps.finished(self.journal)) > 4, process)
        process.kill()
        process.communicate()
        return program.sets(example__teams=1000)

    def test_a_torn_tail_is_done_again(self):
        words = self.leave_journal()
        data = self.journal.read_bytes()
        done = len(sweeps.finished(self.journal))
        self.journal.write_bytes(data[:-3])
        self.assertIn(f'"before": {done - 1},', self.sweep(self.plan, self.out, *words, "--json").stdout)

    def test_a_flipped_byte_is_refused_and_the_way_out_works(self):
        words = self.leave_journal()
        data = bytearray(self.journal.read_bytes())
        at = len(data) * 2 // 3
        data[at] ^= 0x20
        self.journal.write_bytes(data)
        for command in (["sweep", self.plan, "--out", self.out, *words], ["status", self.out], ["merge", "--out", self.out, "--allow-gaps"]):
            said = self.refused(*command, code=program.WORLD_FAILED)
            self.assertIn("is damaged at byte", said)
            self.assertEqual(self.journal.read_bytes(), bytes(data), command[0])
        cut = int(said.split("truncate -s ")[1].split()[0])
        self.assertLess(cut, at + 1)
        os.truncate(self.journal, cut)
        self.sweep(self.plan, self.out, *words)
        whole = self.folder / "whole.h5"
        self.sweep(self.plan, whole, *words)
        self.assert_identical(whole, self.out)

    def test_a_shard_of_another_plan_is_refused(self):
        other = sweeps.plan(self.folder, points=21, name="other.toml")
        self.sweep(other, self.out, "--shard", "1/2")
        shard = self.out.with_name("out.shard-1-of-2.h5")
        before = shard.read_bytes()
        for command in (["sweep", self.plan, "--out", self.out], ["sweep", self.plan, "--out", self.out, "--shard", "2/2"]):
            self.assertIn("belongs to another sweep", self.refused(*command))
        self.sweep(self.plan, self.folder / "mine.h5", "--shard", "2/2")
        said = self.refused("merge", shard, self.folder / "mine.shard-2-of-2.h5", "--out", self.folder / "both.h5")
        self.assertIn("belongs to another sweep", said)
        self.assertEqual(shard.read_bytes(), before)
        self.assertEqual(program.names_in(self.folder), ["mine.shard-2-of-2.h5", "moods.toml", "other.toml", "out.shard-1-of-2.h5"])

    def test_a_results_file_of_something_else_is_not_replaced(self):
        self.done("run", program.EXAMPLE, "--out", self.out, "--quiet")
        before = self.out.read_bytes()
        self.assertIn("is a results file of a run, not of a sweep", self.refused("sweep", self.plan, "--out", self.out))
        self.out.write_text("my thesis")
        self.assertIn("is not an HDF5 file", self.refused("sweep", self.plan, "--out", self.out))
        self.assertEqual(self.out.read_text(), "my thesis")
        self.assertTrue(before)

    def test_a_full_disk_keeps_what_was_done(self):
        words = self.leave_journal()
        known = sweeps.finished(self.journal)
        limit = self.journal.stat().st_size + 1500
        full = program.subprocess.run(program.arguments(["sweep", self.plan, "--out", self.out, "--quiet", *words]), env=program.environment(),
                                      capture_output=True, text=True, timeout=60, preexec_fn=lambda: self.limit_files(limit))
        self.assertEqual(full.returncode, program.WORLD_FAILED, full.stderr)
        self.assertIn("File too large", full.stderr)
        now = sweeps.finished(self.journal)
        self.assertEqual(now[:len(known)], known)
        self.assertFalse(self.out.exists())
        self.assertIn(f'"before": {len(now)},', self.sweep(self.plan, self.out, *words, "--json").stdout)

    def test_a_disk_that_is_full_when_the_file_is_written(self):
        self.sweep(self.plan, self.out)
        size = self.out.stat().st_size
        whole = self.folder / "whole.h5"
        self.out.rename(whole)
        full = program.subprocess.run(program.arguments(["sweep", self.plan, "--out", self.out, "--quiet"]), env=program.environment(),
                                      capture_output=True, text=True, timeout=60, preexec_fn=lambda: self.limit_files(size - 2000))
        self.assertEqual(full.returncode, program.WORLD_FAILED, full.stdout + full.stderr)
        self.assertEqual(program.names_in(self.folder), ["moods.toml", "out.h5.journal", "whole.h5"])
        self.assertEqual(len(sweeps.finished(self.journal)), 40)
        self.assertIn('"now": 0,', self.sweep(self.plan, self.out, "--json").stdout)
        self.assert_identical(whole, self.out)

    def test_a_folder_that_may_not_be_written(self):
        if os.geteuid() == 0:
            self.folder.chmod(0o755)
        sealed = self.folder / "sealed"
        sealed.mkdir(mode=0o555)
        more = {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}
        done = program.subprocess.run(program.arguments(["sweep", self.plan, "--out", sealed / "out.h5", "--quiet"]), env=program.environment(),
                                      capture_output=True, text=True, timeout=60, **more)
        self.assertEqual(done.returncode, program.WORLD_FAILED)
        self.assertRegex(done.stderr, r"cannot open the journal .*sealed/out.h5.journal: Permission denied")
        self.assertEqual(program.names_in(sealed), [])

    @staticmethod
    def limit_files(size):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


class Failed(sweeps.Case):
    """An intervention that ends before it starts at one of two points."""

    def setUp(self):
        super().setUp()
        scenario = self.folder / "lifted.toml"
        scenario.write_text((program.SCENARIOS / "example-lift.toml").read_text().replace('"example.toml"', f'"{program.EXAMPLE}"'))
        names = [line.split('"')[1] for line in scenario.read_text().splitlines() if line.startswith("name = ")]
        self.plan = self.folder / "failing.toml"
        self.plan.write_text(f'scenario = "lifted.toml"\nreplicates = 2\n[design]\nkind = "grid"\n[[axis]]\npath = "intervention.{names[0]}.start.week"\n'
                             f'values = [0, 90]\n[[axis]]\npath = "intervention.{names[0]}.end.week"\nvalues = [52, 100]\n')
        self.out = self.folder / "failing.h5"

    def test_the_others_go_on_and_it_is_told_which_failed_and_why(self):
        done = self.sweep(self.plan, self.out, code=program.SOME_FAILED)
        self.assertIn("2 of 8 runs failed:", done.stderr)
        self.assertRegex(done.stderr, r"point 3, replicate 1, seed 1: .*\n    at intervention\.lift-everybody\.start\.week=90 intervention\.lift-everybody\.end\.week=52\n")
        self.assertIn("6 of 8 runs done, 2 failed, 0 left", self.done("status", self.out))

    def test_they_stay_failed_until_they_are_tried_again(self):
        self.sweep(self.plan, self.out, code=program.SOME_FAILED)
        self.assertIn('"before": 8,\n "now": 0,', self.sweep(self.plan, self.out, "--json", code=program.SOME_FAILED).stdout)
        self.assertIn('"before": 6,\n "now": 2,', self.sweep(self.plan, self.out, "--retry-failed", "--json", code=program.SOME_FAILED).stdout)


if __name__ == "__main__":
    unittest.main()
