"""Builds the Debian packages, unpacks them into a folder of their own and works with what is there: programs, completion, and a model of
one's own that is built outside the tree."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD = Path(os.environ["BEVLOGEN_BUILD"])
OWN_MODEL = Path(__file__).parent / "own_model"


def run(command, **options):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{command}: exit code {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
    return done.stdout


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="bevlogen package "))
        run(["cpack", "--config", BUILD / "CPackConfig.cmake", "-B", cls.folder / "built"], cwd=cls.folder)
        cls.packages = {path.name.split("_")[0]: path for path in (cls.folder / "built").glob("*.deb")}
        for package in cls.packages.values():
            run(["dpkg-deb", "--extract", package, cls.folder / "root"])
        cls.usr = cls.folder / "root" / "usr"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def test_there_is_one_for_users_and_one_for_who_writes_models(self):
        self.assertEqual(sorted(self.packages), ["bevlogen", "libbevlogen-dev"])
        depends = run(["dpkg-deb", "--field", self.packages["bevlogen"], "Depends"])
        for library in ["libhdf5", "libtbb", "libfmt", "libc6"]:
            self.assertIn(library, depends)
        self.assertIn("libhwy-dev", run(["dpkg-deb", "--field", self.packages["libbevlogen-dev"], "Depends"]))
        self.assertLess(self.packages["bevlogen"].stat().st_size, 40e6)

    def test_the_program_finds_its_scenarios_and_runs_one(self):
        program = self.usr / "bin" / "bevlogen"
        self.assertIn("less-administration", run([program, "list"]))
        out = self.folder / "results" / "x.h5"
        out.parent.mkdir()
        run([program, "run", self.usr / "share/bevlogen/scenarios/example.toml", "--out", out, "--quiet"], cwd=out.parent)
        self.assertIn("mood", run([program, "show", out]))

    def test_the_completions_are_those_of_the_program(self):
        scripts = {"bash": "bash-completion/completions/bevlogen", "zsh": "zsh/vendor-completions/_bevlogen",
                   "fish": "fish/vendor_completions.d/bevlogen.fish"}
        for shell, path in scripts.items():
            self.assertEqual((self.usr / "share" / path).read_text(), run([self.usr / "bin" / "bevlogen", "completion", shell]))

    def test_a_model_of_ones_own_is_built_outside_the_tree_and_runs(self):
        source, build = self.folder / "own model", self.folder / "own build"
        shutil.copytree(OWN_MODEL, source)
        run(["cmake", "-S", source, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={self.usr}", "-DCMAKE_BUILD_TYPE=Release"])
        run(["cmake", "--build", build])
        program, out = build / "waiting-list", self.folder / "waiting.h5"
        self.assertIn("waiting.called_a_week", run([program, "describe", "--model", "waiting-list", "--scenario", source / "waiting.toml"]))
        answer = json.loads(run([program, "run", source / "waiting.toml", "--out", out, "--json", "--quiet"]))
        self.assertEqual([row["outcome"] for row in answer["rows"]], ["waits"])
        # Mean over thirteen clearings of .99^(4 k). Of 120,000 persons: four standard errors are .005, a false-positive rate of 1e-4; the
        # seed is fixed.
        exact = sum(0.99 ** (4 * k) for k in range(1, 14)) / 13
        self.assertAlmostEqual(answer["rows"][0]["level"], exact, delta=0.005)
        self.assertIn("still waits", run([program, "show", out]))

    def test_the_models_that_ship_are_on_the_shelf_of_ones_own_program_too(self):
        build = self.folder / "own build"
        if not (build / "waiting-list").exists():
            self.skipTest("the own model was not built")
        self.assertIn("jdr.contagion", run([build / "waiting-list", "describe", "contagion"], env={**os.environ,
                      "XDG_DATA_DIRS": str(self.usr / "share")}))


if __name__ == "__main__":
    unittest.main()
