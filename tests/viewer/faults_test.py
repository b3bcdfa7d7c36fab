"""What goes wrong around a window ends in a message, never in a crash: no display, no OpenGL 3, files that are not what they should be, that
vanish or change while they are shown, and a window of next to no size."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from window import VIEWER, Screen, Viewer  # noqa: E402

BEVLOGEN = os.environ["BEVLOGEN"]
SMALL = ["--set", "population.scale=0.02", "--set", "time.years=2", "--set", "time.burn_in=0"]


def results_file(folder, name, scenario="baseline.toml", seed="1"):
    file = Path(folder) / name
    subprocess.run([BEVLOGEN, "run", scenario, *SMALL, "--seed", seed, "--replicates", "2", "--out", file, "--quiet"], check=True, capture_output=True)
    return file


class FaultsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="bevlogen-faults-"))
        cls.results = results_file(cls.folder, "baseline.h5")
        cls.screen = Screen(1200, 800)
        cls.screen.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.screen.__exit__()
        shutil.rmtree(cls.folder)

    def say(self, *arguments, **environment):
        """Exit code and words of a viewer that ends by itself."""
        done = subprocess.run([VIEWER, *map(str, arguments)], env={**self.screen.environment, **environment}, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stderr

    def test_no_display_is_said_and_is_exit_3(self):
        for display in ["", ":7777"]:
            code, words = self.say(*SMALL, "--frames", 1, DISPLAY=display)
            self.assertEqual(code, 3, words)
            self.assertIn("no display", words)
            self.assertIn("xvfb-run", words)

    def test_no_opengl_3_is_said_and_is_exit_3(self):
        code, words = self.say(*SMALL, "--frames", 1, MESA_GL_VERSION_OVERRIDE="2.1")
        self.assertEqual(code, 3, words)
        self.assertIn("no OpenGL 3.3", words)

    def test_files_that_cannot_be_shown_are_exit_2(self):
        broken = self.folder / "broken.h5"
        broken.write_bytes(self.results.read_bytes()[:3000])
        foreign = self.folder / "foreign.h5"
        foreign.write_text("not a results file")
        comparison = Path(__file__).resolve().parents[2] / "scenarios/comparisons/less-administration.toml"
        for arguments, part in [([broken], "broken.h5"), ([foreign], "foreign.h5"), ([self.folder / "none.h5"], "none.h5"), ([self.folder / "none.toml"], "none.toml"),
                                ([comparison], "is a comparison"), (["--with", "less-administratoin"], 'did you mean "less-administration"?'),
                                (["--outcome", "burnt_uot"], 'did you mean "burnt_out"?'), (["--panel", "peple"], 'did you mean "people"?'),
                                (["--size", "big"], "1600x1000"), (["--week", 3], "not a clearing"), (["--screenshot", "x.png"], "--frames"),
                                (["--text-size", 2], "between 8 and 40"), (["--threads", 0], "--threads"), (["--set", "nothing=1"], "nothing"), (["--out", broken], "is no folder")]:
            with self.subTest(arguments=arguments):
                code, words = self.say(*arguments, "--frames", 1) if "--screenshot" not in arguments else self.say(*arguments)
                self.assertEqual(code, 2, words)
                self.assertIn(part, words)

    def test_a_file_that_vanishes_or_changes_while_it_is_shown(self):
        file = self.folder / "shown.h5"
        shutil.copy(self.results, file)
        with Viewer(self.screen, file) as viewer:
            viewer.wait_shown()
            file.unlink()
            viewer.wait_until("it says that the file is gone", lambda _, values: "removed" in values["notice"])
            viewer.press("tab-staffing")
            other = results_file(self.folder, "other.h5", seed="2")
            os.replace(other, file)
            viewer.wait_until("it reads it again", lambda _, values: "read again" in values["notice"])
            file.write_bytes(b"in the middle of a copy")
            viewer.wait_until("it says what is wrong", lambda _, values: "shown.h5" in values["notice"])
            viewer.key("ctrl", "q")
            self.assertEqual(viewer.end(), 0, viewer.log.read_text())

    def test_results_are_scrubbed_and_compared(self):
        files = [results_file(self.folder, "less.h5", scenario="less-administration.toml"), self.results]
        with Viewer(self.screen, *files) as viewer:
            viewer.wait_shown()
            viewer.wait_for("lines", "2")
            viewer.wait_for("week", "104")
            viewer.drag("scrub", 0.95, 0.5)
            viewer.wait_until("another week is shown", lambda _, values: 40 <= int(values["week"]) <= 64)
            viewer.press("tab-person")
            left, top, right, bottom = viewer.wait_until("a person can be chosen", lambda places, _: "panel-person" in places)[0]["panel-person"]
            viewer.click(right - (bottom - top) / 2, (top + bottom) / 2)
            viewer.wait_until("a life is shown", lambda _, values: "followed" in values)
            viewer.key("ctrl", "q")
            self.assertEqual(viewer.end(), 0, viewer.log.read_text())

    def test_a_window_of_next_to_no_size_goes_on(self):
        with Viewer(self.screen, *SMALL) as viewer:
            viewer.wait_shown()
            for width, height in [(320, 240), (160, 120), (1200, 130), (170, 790), (900, 600)]:
                viewer.xdotool("windowsize", "--sync", viewer.window, width, height)
                for key in ["1", "2", "3", "4", "d", "h", "h", "l"]:
                    viewer.key(key)
                viewer.wait_for("state", "shown")
            viewer.key("ctrl", "plus")
            viewer.key("ctrl", "minus")
            viewer.key("ctrl", "q")
            self.assertEqual(viewer.end(), 0, viewer.log.read_text())

    def test_a_folder_that_vanishes_is_said(self):
        gone = self.folder / "saved here"
        gone.mkdir()
        with Viewer(self.screen, *SMALL, out=gone) as viewer:
            viewer.wait_shown()
            gone.rmdir()
            viewer.key("ctrl", "s")
            viewer.wait_until("it says so of the session", lambda _, values: "saved here" in values["notice"])
            viewer.key("ctrl", "e")
            viewer.wait_until("it says so of the figure", lambda _, values: ".svg" in values["notice"])
            viewer.key("ctrl", "q")
            self.assertEqual(viewer.end(), 0, viewer.log.read_text())


if __name__ == "__main__":
    unittest.main()
