# A real job array: one task is killed, one is told that its time ends and is requeued; the merged file is that of a plain sweep.
import os
import pathlib
import re
import signal
import subprocess
import time
import unittest

import slurm_cluster
import sweeps
from sweeps import program

SHARDS = 8
SIZE = program.sets(example__teams=4000, time__years=6)


@unittest.skipIf(slurm_cluster.why_not(), slurm_cluster.why_not())
class Slurm(sweeps.Case):
    @classmethod
    def setUpClass(cls):
        folder = cls.enterClassContext(program.folder())
        folder.chmod(0o711)  # munge's socket is for all
        cls.cluster = slurm_cluster.Cluster(folder / "slurm")
        cls.addClassCleanup(cls.cluster.stop)

    def on_cluster(self, *words):
        done = subprocess.run(program.arguments(words), cwd=self.folder, env=self.cluster.environment(), stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=120)
        self.assertEqual(done.returncode, program.DONE, done.stdout + done.stderr)
        return done.stdout

    def program_of(self, shard):
        """Process of the program that runs a shard, not of its batch shell."""
        wanted = f"{shard}/{SHARDS}".encode()
        for entry in os.listdir("/proc"):
            try:
                words = pathlib.Path(f"/proc/{entry}/cmdline").read_bytes().split(b"\0") if entry.isdigit() else []
            except OSError:
                continue
            if wanted in words and words[0].endswith(b"bevlogen") and bytes(self.out) in words:
                return int(entry)
        return None

    def journal(self, shard):
        return self.out.with_name(f"{self.out.stem}.shard-{shard}-of-{SHARDS}.h5.journal")

    def test_an_array_with_a_killed_and_a_requeued_task_gives_the_file_of_a_plain_sweep(self):
        plan = sweeps.plan(self.folder, points=32)
        self.out = self.folder / "with blank.h5"
        said = self.on_cluster("sweep", plan, "--out", self.out, *SIZE, "--slurm", "--shards", SHARDS, "--partition", "test", "--time", 10)
        plan.unlink()  # tasks read what was meant when they were submitted
        array, merge = re.search(r"submitted: array (\d+), merge (\d+) after it", said).groups()

        in_hand = lambda shard: self.program_of(shard) and len(sweeps.finished(self.journal(shard))) >= 1
        self.cluster.wait(lambda: in_hand(1) and in_hand(2), 60, "two tasks did not begin")
        before = {shard: sweeps.finished(self.journal(shard)) for shard in (1, 2)}
        os.kill(self.program_of(1), signal.SIGKILL)
        # It asks again while the task is being requeued, and would hit the next start too: it ends when it has done its work.
        sender = subprocess.Popen(["scancel", "--batch", "--signal=USR1", f"{array}_2"], env=self.cluster.environment(), stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        is_kept = lambda: sweeps.CHECKPOINT in [kind for kind, _, _ in sweeps.entries(self.journal(2))]
        self.cluster.wait(is_kept, 60, "the run in hand was not kept")
        sender.kill()
        sender.wait()

        kept = {}

        def note_what_was_kept():
            for shard in (1, 2):
                if sweeps.entries(self.journal(shard)):
                    kept[shard] = sweeps.entries(self.journal(shard))
            return self.cluster.states(merge)[None]["JobState"] in ("COMPLETED", "FAILED", "CANCELLED")

        self.cluster.wait(note_what_was_kept, 300, "the merge did not end")
        logs = "".join(log.read_text() for log in (self.folder / "with blank.slurm").glob("*.log"))
        self.assertEqual(self.cluster.states(merge)[None]["JobState"], "COMPLETED", logs)
        states = self.cluster.states(array)
        self.assertEqual({task: words["JobState"] for task, words in states.items()}, {task: "COMPLETED" for task in range(1, SHARDS + 1)})
        restarts = {task: int(words["Restarts"]) for task, words in states.items()}
        self.assertEqual({task for task, times in restarts.items() if times > 0}, {1, 2}, logs)
        for shard in (1, 2):
            runs = [(point, replicate) for kind, point, replicate in kept[shard] if kind == sweeps.FINISHED]
            self.assertEqual(runs[:len(before[shard])], before[shard], "a finished run was lost")
            self.assertEqual(len(runs), len(set(runs)), "a finished run was done again")
            self.assertEqual([kind for kind, _, _ in kept[shard]].count(sweeps.START), 1 + restarts[shard])

        whole = self.folder / "whole.h5"
        self.sweep(sweeps.plan(self.folder, points=32), whole, *SIZE)
        self.assert_identical(whole, self.out)
        self.assertIn("complete", self.on_cluster("status", self.out))

    def test_srun_starts_processes_that_share_a_sweep(self):
        plan = sweeps.plan(self.folder, points=6)
        out, whole = self.folder / "srun.h5", self.folder / "whole.h5"
        script = self.folder / "mpi.sbatch"
        # As on a cluster, but as root, and two processes on whatever cores there are.
        script.write_text(f"#!/bin/bash\n#SBATCH --ntasks=2\n#SBATCH --overcommit\n#SBATCH --output={self.folder}/srun.log\n"
                          f"srun --mpi=pmix --overcommit {program.BINARY} sweep {plan} --out {out} --quiet\n")
        job = self.cluster.call("sbatch", "--parsable", script).strip()
        self.cluster.wait(lambda: self.cluster.states(job)[None]["JobState"] in ("COMPLETED", "FAILED", "CANCELLED"), 120, "the job did not end")
        log = (self.folder / "srun.log").read_text()
        self.assertEqual(self.cluster.states(job)[None]["JobState"], "COMPLETED", log)
        self.sweep(plan, whole)
        self.assert_identical(whole, out)

    def test_a_calibration_whose_job_is_requeued_gives_the_file_of_one_that_is_not(self):
        example = program.SCENARIOS / "calibrations" / "example.toml"
        (self.folder / "example.toml").write_text(example.read_text().replace("../example.toml", str(program.SCENARIOS / "example.toml")))
        plan, out, whole = (self.folder / name for name in ("short plan.toml", "with blank.h5", "whole.h5"))
        plan.write_text('like = "example.toml"\n[search]\nstart = 200\nkeep = 30\ngeneration = 45\nmost_generations = 5\n')
        sets = program.sets(example__teams=400)
        said = self.on_cluster("calibrate", plan, "--out", out, *sets, "--write", self.folder / "written.toml", "--slurm", "--partition", "test", "--time", 10)
        job = re.search(r"submitted: job (\d+)", said).group(1)
        journal = out.with_name("with blank.h5.journal")
        self.cluster.wait(lambda: journal.exists() and journal.stat().st_size > 5000, 60, "the job did not begin")
        while int(self.cluster.states(job)[None]["Restarts"]) == 0 and not out.exists():
            subprocess.run(["scancel", "--batch", "--signal=USR1", job], env=self.cluster.environment(), capture_output=True, timeout=60)
            time.sleep(0.2)
        self.cluster.wait(lambda: self.cluster.states(job)[None]["JobState"] in ("COMPLETED", "FAILED", "CANCELLED"), 120, "the job did not end")
        log = (self.folder / "with blank.slurm" / "job.log").read_text()
        state = self.cluster.states(job)[None]
        self.assertEqual((state["JobState"], int(state["Restarts"]) > 0), ("COMPLETED", True), log)
        self.assertIn("targets reached", log)
        self.done("calibrate", plan, "--out", whole, *sets, "--quiet", "--write", self.folder / "whole.toml")
        self.assert_identical(whole, out)
        written, of_whole = ((self.folder / name).read_text().split("\n", 1)[1] for name in ("written.toml", "whole.toml"))  # the first line names the plan from where one stands
        self.assertEqual(written, of_whole)

    def test_without_mpi_srun_is_told_so(self):
        plan = sweeps.plan(self.folder, points=6)
        done = subprocess.run(["srun", "--ntasks=2", "--overcommit", *program.arguments(["sweep", plan, "--out", self.folder / "no.h5"])],
                              env=self.cluster.environment(), capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, program.WORLD_FAILED)
        self.assertIn("srun --mpi=pmix", done.stderr)


if __name__ == "__main__":
    unittest.main()
