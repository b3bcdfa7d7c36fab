"""A screen of one's own (Xvfb) and the viewer on it, driven by xdotool as a person would drive it."""
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

VIEWER = os.environ["BEVLOGEN_VIEWER"]
PATIENCE = float(os.environ.get("BEVLOGEN_PATIENCE", "60"))  # seconds that something may take
BETWEEN_EVENTS = 0.08 * float(os.environ.get("BEVLOGEN_SLOWNESS", "1"))  # key down and up must fall into two frames


class Screen:
    """Xvfb on a free display, for as long as the `with` block lasts."""

    def __init__(self, width=1600, height=1000):
        self.size = (width, height)

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="bevlogen-screen-"))
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{self.size[0]}x{self.size[1]}x24", "-nolisten", "tcp", "-noreset", "+extension", "GLX"],
            pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as display:
            number = display.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.environment = {**os.environ, "DISPLAY": f":{number}", "LIBGL_ALWAYS_SOFTWARE": "1", "LC_ALL": "C.UTF-8"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Viewer:
    """The viewer, running on a screen; `folder` is where it saves."""

    def __init__(self, screen, *arguments, program=None, out=None):
        self.screen = screen
        self.folder = Path(tempfile.mkdtemp(dir=screen.folder))
        self.places_file = self.folder / "places"
        self.log = self.folder / "log"
        self.environment = screen.environment
        command = [*(program or [VIEWER]), "--places", str(self.places_file), "--out", str(out or self.folder), *map(str, arguments)]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    # ---- what is on the screen ----

    def read(self):
        """Places by name as (left, top, right, bottom), and values by name."""
        places, values = {}, {}
        if self.places_file.exists():
            for line in self.places_file.read_text().splitlines():
                if "\t" not in line:
                    continue
                head, rest = line.split("\t", 1)
                kind, name = head.split(" ", 1)
                if kind == "at":
                    places[name] = tuple(float(n) for n in rest.split())
                else:
                    values[name] = rest
        return places, values

    def value(self, name):
        return self.read()[1].get(name, "")

    def wait_until(self, what, holds, seconds=None):
        """Waits until holds(places, values); fails with `what`."""
        end = time.monotonic() + (seconds or PATIENCE)
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"the viewer ended ({self.process.returncode}) before {what}:\n{self.log.read_text()}")
            places, values = self.read()
            if holds(places, values):
                return places, values
            time.sleep(0.03)
        raise AssertionError(f"not {what} within {seconds or PATIENCE} s; values: {self.read()[1]}\n{self.log.read_text()}")

    def wait_for(self, name, value):
        return self.wait_until(f"{name} is {value}", lambda _, values: values.get(name) == value)

    def wait_shown(self):
        self.wait_for("state", "shown")
        self.window = self.xdotool("search", "--sync", "--onlyvisible", "--name", "^Bevlogen$").split()[0]
        self.xdotool("windowfocus", "--sync", self.window)
        time.sleep(BETWEEN_EVENTS)

    # ---- what a person does ----

    def xdotool(self, *arguments):
        done = subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, capture_output=True, text=True, timeout=PATIENCE)
        if done.returncode != 0:
            raise AssertionError(f"xdotool {arguments}: {done.stderr}")
        return done.stdout

    def pause(self, events=1):
        time.sleep(BETWEEN_EVENTS * events)

    def move(self, x, y):
        self.xdotool("mousemove", round(x), round(y))
        self.pause()

    def click(self, x, y, button=1):
        self.move(x, y)
        self.xdotool("mousedown", button)
        self.pause()
        self.xdotool("mouseup", button)
        self.pause()

    def press(self, name, button=1):
        """Clicks the middle of a named place."""
        places, _ = self.wait_until(f"{name} is on the screen", lambda places, _: name in places)
        left, top, right, bottom = places[name]
        self.click((left + right) / 2, (top + bottom) / 2, button)

    def drag(self, name, start, end):
        """Drags along a named slider, from one share of its width to another."""
        places, _ = self.wait_until(f"{name} is on the screen", lambda places, _: name in places)
        left, top, right, bottom = places[name]
        y = (top + bottom) / 2
        self.move(left + (right - left) * start, y)
        self.xdotool("mousedown", 1)
        self.pause()
        self.move(left + (right - left) * end, y)
        self.pause()
        self.xdotool("mouseup", 1)
        self.pause()

    def key(self, *keys):
        """Keys held together: down in order, up in the other order."""
        for key in keys:
            self.xdotool("keydown", key)
            self.pause()
        for key in reversed(keys):
            self.xdotool("keyup", key)
            self.pause()

    def type(self, text):
        for letter in text:
            self.key(letter)

    def end(self):
        """Waits for its end; returns the exit code."""
        return self.process.wait(timeout=PATIENCE)
