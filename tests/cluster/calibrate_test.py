# A calibration by several processes of MPI is that of one, and goes on when they are stopped.
import signal
import subprocess
import time
import unittest

import sweeps
from sweeps import program

MPIRUN = ["mpirun", "--allow-run-as-root", "--oversubscribe", "-n", "3"]
EXAMPLE = program.SCENARIOS / "calibrations" / "example.toml"


class Shared(sweeps.Case):
    def setUp(self):
        super().setUp()
        (self.folder / "example.toml").write_text(EXAMPLE.read_text().replace("../example.toml", str(program.SCENARIOS / "example.toml")))
        self.file = self.folder / "short.toml"
        self.file.write_text('like = "example.toml"\n[search]\nstart = 90\nkeep = 30\ngeneration = 45\nmost_generations = 5\n')
        self.whole = self.folder / "whole.h5"
        self.done("calibrate", self.file, "--out", self.whole, "--quiet")

    def words(self, out):
        return [*MPIRUN, *program.arguments(["calibrate", self.file, "--out", out, "--quiet"])]

    def by_mpi(self, out):
        return subprocess.run(self.words(out), cwd=program.ROOT, env=program.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)

    def test_three_processes_find_what_one_finds(self):
        out = self.folder / "shared.h5"
        done = self.by_mpi(out)
        self.assertEqual(done.returncode, program.DONE, done.stderr)
        self.assertEqual(done.stdout.count("targets reached"), 1, "one of them tells")
        self.assert_identical(self.whole, out)
        self.assertEqual([name for name in program.names_in(self.folder) if "journal" in name or "worker" in name], [])

    def test_three_that_were_stopped_go_on(self):
        out = self.folder / "stopped.h5"
        running = subprocess.Popen(self.words(out), cwd=program.ROOT, env=program.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        while running.poll() is None and sum(file.stat().st_size for file in self.folder.glob("stopped.worker-*.journal")) < 30000:
            time.sleep(0.02)
        running.send_signal(signal.SIGTERM)
        running.wait()
        done = self.by_mpi(out)
        self.assertEqual(done.returncode, program.DONE, done.stderr)
        self.assert_identical(self.whole, out)


if __name__ == "__main__":
    unittest.main()
