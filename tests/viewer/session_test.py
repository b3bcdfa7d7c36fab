"""A session driven by real keys and a real pointer: what a person does is done, and what is saved is what was seen."""
import subprocess
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path
import os
import sys

sys.path.insert(0, str(Path(__file__).parent))
from window import Screen, Viewer  # noqa: E402

SMALL = ["--set", "population.scale=0.02", "--set", "time.years=2", "--set", "time.burn_in=1"]
BEVLOGEN = os.environ.get("BEVLOGEN", "")


class SessionTest(unittest.TestCase):
    def drive(self, viewer):
        """Pause, coaching on, a slider, a branch, a person, an SVG, save, quit."""
        viewer.wait_shown()
        viewer.wait_until("it plays", lambda _, values: int(values["week"]) >= 4)
        viewer.key("space")
        viewer.wait_for("playing", "no")
        viewer.pause(4)
        stands = viewer.value("week")
        viewer.pause(6)
        self.assertEqual(viewer.value("week"), stands, "a paused session stands still")

        viewer.press("search")
        viewer.type("challenge")
        viewer.pause(3)
        viewer.press("switch/challenge-support")
        viewer.wait_until("coaching is on", lambda _, values: values["measures"].startswith("challenge-support@" + stands))
        viewer.press("step")
        viewer.wait_for("week", str(int(stands) + 4))
        places, _ = viewer.read()
        knob = next(name for name in places if name.startswith("knob/challenge-support/coaching."))
        viewer.drag(knob, 0.3, 0.8)
        viewer.wait_until("the knob is turned", lambda _, values: knob.split("/")[-1] + "=" in values["measures"] and "@" in values["measures"].split("=")[-1])
        turned = viewer.value("measures")

        viewer.press("step")
        viewer.wait_for("week", str(int(stands) + 8))
        viewer.press("branch")
        viewer.wait_for("lines", "3")
        viewer.wait_for("chosen", "2")

        viewer.press("tab-people")
        left, top, right, bottom = viewer.wait_until("the people are shown", lambda places, _: "people" in places)[0]["people"]
        for across, up in [(0.52, 0.5), (0.5, 0.52), (0.55, 0.55), (0.48, 0.47), (0.5, 0.45), (0.45, 0.55)]:
            viewer.click(left + (right - left) * across, top + (bottom - top) * up)
            if viewer.value("followed"):
                break
            viewer.pause(4)
        viewer.wait_until("somebody is followed", lambda _, values: values.get("followed", "").endswith(" " + str(int(stands) + 8)))

        viewer.press("curves", button=3)
        viewer.press("curves/SVG")
        viewer.wait_until("the figure is written", lambda _, values: values["notice"].endswith(".svg"))
        drawing = ElementTree.parse(next(viewer.folder.glob("*.svg"))).getroot()
        self.assertTrue(drawing.tag.endswith("svg"))
        self.assertGreater(len(list(drawing.iter("{http://www.w3.org/2000/svg}polyline"))), 20)

        # The first line again, to its end.
        left, top, right, bottom = viewer.read()[0]["time-line"]
        for share in [0.35, 0.4, 0.3, 0.45]:
            viewer.click(left + 6, top + (bottom - top) * share)
            viewer.pause(4)
            if viewer.value("chosen") == "1":
                break
        viewer.wait_for("chosen", "1")
        self.assertEqual(viewer.value("measures"), turned, "the first line has what was done in it")
        viewer.drag("speed", 0.5, 1.0)
        viewer.key("space")
        viewer.wait_until("it has come to its end", lambda _, values: values["finished"] == "yes", 300)
        viewer.key("ctrl", "s")
        viewer.wait_until("it is saved", lambda _, values: values["notice"].endswith(".h5") or values["notice"].endswith(".toml"))
        viewer.wait_until("both files are there", lambda *_: (viewer.folder / "session-baseline.toml").exists() and (viewer.folder / "session-baseline.h5").exists())
        viewer.key("ctrl", "q")
        self.assertEqual(viewer.end(), 0, viewer.log.read_text())
        self.assertEqual(viewer.log.read_text(), "", "nothing is printed")

    def test_what_a_person_does_is_done_and_saved(self):
        with Screen() as screen, Viewer(screen, *SMALL, program=os.environ["BEVLOGEN_VIEWER"].split()) as viewer:
            self.drive(viewer)
            if not BEVLOGEN:
                return
            run = viewer.folder / "run.h5"
            subprocess.run([BEVLOGEN, "run", viewer.folder / "session-baseline.toml", "--replicates", "1", "--out", run, "--quiet"], check=True,
                           capture_output=True)
            compared = subprocess.run([BEVLOGEN, "diff", "--common", viewer.folder / "session-baseline.h5", run], capture_output=True, text=True)
            self.assertEqual(compared.returncode, 0, compared.stdout + compared.stderr)


if __name__ == "__main__":
    unittest.main()
