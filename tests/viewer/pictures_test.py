"""Every panel in both languages as a picture, from the real program: something is drawn, of the size that was asked for. The pictures stay
in BEVLOGEN_PICTURES to be looked at."""
import os
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from window import VIEWER, Screen  # noqa: E402

PANELS = ["people", "hospitals", "staffing", "person", "measures", "curves"]
SMALL = ["--set", "population.scale=0.05", "--set", "time.burn_in=1", "--week", "156", "--paused"]


def pixels(picture):
    """Width, height and how many colours."""
    done = subprocess.run([sys.executable, "-c", "import sys; from matplotlib.image import imread; import numpy; a = (imread(sys.argv[1])[:, :, :3] * 255).astype('uint8');"
                           "print(a.shape[1], a.shape[0], len(numpy.unique(a.reshape(-1, 3), axis=0)))", picture], check=True, capture_output=True, text=True)
    return tuple(map(int, done.stdout.split()))


class PicturesTest(unittest.TestCase):
    def test_every_panel_is_drawn_in_both_languages(self):
        folder = Path(os.environ["BEVLOGEN_PICTURES"])
        folder.mkdir(parents=True, exist_ok=True)
        with Screen(1600, 1000) as screen:
            for language in ["en", "nl"]:
                for panel in PANELS:
                    # In a narrow window measures and curves are panels too.
                    size = "700x900" if panel in ["measures", "curves"] else "1600x1000"
                    picture = folder / f"{panel}-{language}.png"
                    picture.unlink(missing_ok=True)
                    arguments = [VIEWER, *SMALL, "--with", "less-administration", "--panel", panel, "--person", "any", "--language", language, "--size", size, "--frames", "40",
                                 "--screenshot", str(picture)]
                    done = subprocess.run(arguments, env=screen.environment, capture_output=True, text=True, timeout=120)
                    self.assertEqual(done.returncode, 0, done.stderr)
                    width, height, colours = pixels(picture)
                    self.assertEqual(f"{width}x{height}", size)
                    self.assertGreater(colours, 100, panel)


if __name__ == "__main__":
    unittest.main()
