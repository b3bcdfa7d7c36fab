"""A sweep that is still running is shown as far as it is, and what comes later is shown when it comes."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from window import Screen, Viewer  # noqa: E402

BEVLOGEN = os.environ["BEVLOGEN"]
PLAN = Path(__file__).resolve().parents[2] / "scenarios/sweeps/example.toml"


class SweepTest(unittest.TestCase):
    def test_it_grows_while_it_is_shown(self):
        folder = Path(tempfile.mkdtemp(prefix="bevlogen-sweep-"))
        self.addCleanup(shutil.rmtree, folder)
        out = folder / "example.sweep.h5"

        def sweep(*words):
            subprocess.run([BEVLOGEN, *map(str, words), "--quiet"], check=True, capture_output=True, cwd=folder)

        sweep("sweep", PLAN, "--out", out, "--shard", "1/2")
        with Screen(1000, 700) as screen, Viewer(screen, out) as viewer:
            viewer.wait_shown()
            done, of = map(int, viewer.value("runs").split(" of "))
            self.assertGreater(done, 0)
            self.assertLess(done, of)
            sweep("sweep", PLAN, "--out", out, "--shard", "2/2")
            viewer.wait_for("runs", f"{of} of {of}")
            viewer.press("sweep", button=3)
            viewer.press("sweep/CSV")
            viewer.wait_until("the numbers are written", lambda _, values: values["notice"].endswith(".csv"))
            table = next(viewer.folder.glob("*.csv")).read_text().splitlines()
            self.assertGreater(len(table), 3)
            self.assertTrue(table[0].startswith("point,"), table[0])
            viewer.key("ctrl", "q")
            self.assertEqual(viewer.end(), 0, viewer.log.read_text())


if __name__ == "__main__":
    unittest.main()
