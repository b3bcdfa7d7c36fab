#!/usr/bin/python3
# Plants one violation at a time in a small tree and expects the check of the layers to name its line.
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECK = sys.argv[1]

# A tree that keeps every rule; each case below adds or replaces files.
CLEAN = {
    "sim/core/week.hpp": "// Time.\n#pragma once\n#include <cstdint>\n",
    "sim/random/stream.hpp": '// Draws.\n#pragma once\n#include "sim/core/week.hpp"\n',
    "sim/random/stream.cpp": '// Draws.\n#include "sim/random/stream.hpp"\n'
                             '#include <boost/random/beta_distribution.hpp>\n#include <hwy/highway.h>\n',
    "sim/population/block.hpp": '// Columns.\n#include "sim/random/stream.hpp"\n',
    "sim/scenario/read.hpp": "// Reads.\n#include <string>\n",
    "sim/scenario/read.cpp": '// Reads.\n#include "sim/scenario/read.hpp"\n#include <toml++/toml.h>\n'
                             '#include <nlohmann/json.hpp>\n#include <fmt/format.h>\n',
    "sim/engine/model.hpp": '// A model.\n#include "sim/scenario/read.hpp"\n',
    "sim/engine/parallel.cpp": "// Blocks on threads.\n"
                               "#include <atomic>\n#include <thread>\n#include <tbb/parallel_for.h>\nstd::thread worker;\n",
    "sim/record/file.cpp": "// Files.\n#include <hdf5.h>\n#include <boost/crc.hpp>\n#include <unistd.h>\n",
    "sim/record/writer.cpp": "// Writes.\n#include <mutex>\n#include <condition_variable>\n",
    "sim/experiment/workers.cpp": "// Runs on threads.\n#include <tbb/task_arena.h>\n#include <mutex>\n",
    "sim/sweep/mpi/ranks.cpp": "// Ranks.\n#include <mpi.h>\n",
    "sim/sweep/plan.hpp": '// Plans.\n#include "sim/experiment/compare.hpp"\n',
    "sim/experiment/compare.hpp": "// Compares.\n",
    "sim/experiment/progress.cpp": "// Progress.\n#include <chrono>\nauto now = std::chrono::steady_clock::now();\n",
    "sim/experiment/compare.cpp": "// Compares.\n#include <boost/math/distributions/students_t.hpp>\n",
    "sim/live/running.cpp": '// Runs for a window.\n#include "sim/engine/model.hpp"\n#include <thread>\n',
    "sim/live/running.hpp": "// Runs for a window.\n",
    "sim/report/table.hpp": "// Tables.\n",
    "sim/cli/program.hpp": "// The program.\n",
    "sim/cli/program.cpp": '// The program.\n#include "sim/cli/program.hpp"\n#include <CLI/CLI.hpp>\n#include <atomic>\n#include <csignal>\n'
                           '#include <cstdlib>\nconst char* colour = std::getenv("NO_COLOR");\n',
    "models/example/model.hpp": '// An example.\n#include "sim/engine/model.hpp"\n',
    "models/wellbeing/jdr.hpp": '// JD-R.\n#include "sim/random/stream.hpp"\n',
    "models/workforce/model.cpp": '// Doctors.\n#include "models/wellbeing/jdr.hpp"\n#include "sim/engine/model.hpp"\n',
    "models/catalog/catalog.hpp": "// All models.\n",
    "models/catalog/catalog.cpp": '// All models.\n#include "models/catalog/catalog.hpp"\n'
                                  '#include "models/example/model.hpp"\n#include "models/wellbeing/jdr.hpp"\n',
    "models/main_mpi.cpp": '// Main.\n#include "models/catalog/catalog.hpp"\n#include "sim/cli/program.hpp"\n#include "sim/sweep/plan.hpp"\n',
    "models/main.cpp": '// Main.\n#include "models/catalog/catalog.hpp"\n#include "sim/cli/program.hpp"\n',
    "viewer/main.cpp": '// Main.\n#include "models/catalog/catalog.hpp"\n#include "sim/live/running.hpp"\n',
    "viewer/panels/time.cpp": '// Time line.\n#include "sim/live/running.hpp"\n#include "viewer/figures/figure.hpp"\n#include <imgui.h>\n',
    "viewer/figures/figure.hpp": '// A figure.\n#include "sim/live/running.hpp"\n',
    "viewer/window/window.cpp": '// A window.\n#include <GLFW/glfw3.h>\n#include <imgui.h>\n',
    "viewer/plot/png.cpp": "// PNG.\n#include <png.h>\n",
    "bench/step.cpp": '// Measures a step.\n#include "sim/engine/model.hpp"\n'
                      '#include <benchmark/benchmark.h>\n#include <chrono>\n#include <random>\n',
    "sim/core/words.cpp": '// Says std::thread, getenv and std::chrono in a comment.\n/* #include "nowhere.hpp"\n   std::mutex */\n'
                          'const char* text = "getenv std::thread // not a comment";\nconst char* raw = R"(\n#include "nowhere.hpp"\n)";\n'
                          "const int many = 1'000'000;\n",
}

# file, its text from line 2 on (line 1 is the comment), line of the problem, words of its message
PLANTED = [
    # arrows inside sim
    ("sim/core/up.cpp", '#include "sim/random/stream.hpp"', 2, "sim/core includes only core"),
    ("sim/random/up.cpp", '#include "sim/population/block.hpp"', 2, "sim/random includes only"),
    ("sim/population/up.cpp", '#include "sim/scenario/read.hpp"', 2, "sim/population includes only"),
    ("sim/scenario/up.cpp", '#include "sim/engine/model.hpp"', 2, "sim/scenario includes only"),
    ("sim/engine/up.cpp", '#include "sim/record/writer.hpp"', 2, "does not exist"),
    ("sim/record/up.cpp", '\n#include "sim/live/running.hpp"', 3, "sim/record includes only"),
    ("sim/experiment/up.cpp", '#include "sim/report/table.hpp"', 2, "sim/experiment includes only"),
    ("sim/experiment/up_to_sweep.cpp", '#include "sim/sweep/plan.hpp"', 2, "sim/experiment includes only"),
    ("sim/sweep/up.cpp", '#include "sim/report/table.hpp"', 2, "sim/sweep includes only"),
    ("sim/sweep/ranks.cpp", "#include <mpi.h>", 2, "is MPI"),
    ("sim/report/up.cpp", '#include "sim/cli/program.hpp"', 2, "sim/report includes only"),
    ("sim/cli/up.cpp", '#include "sim/live/running.hpp"', 2, "sim/cli includes only"),
    ("sim/live/up.cpp", '#include "sim/report/table.hpp"', 2, "sim/live includes only"),
    ("sim/cli/model.cpp", '#include "models/example/model.hpp"', 2, "sim has never heard of models"),
    ("sim/elsewhere/file.cpp", "", 1, "lies in no layer"),
    ("sim/file.cpp", "", 1, "lies in no layer"),
    # models, viewer, bench
    ("models/example/file.cpp", '#include "sim/record/file.hpp"', 2, "does not exist"),
    ("models/example/cli.cpp", '#include "sim/cli/program.hpp"', 2, "models include only"),
    ("models/example/other.cpp", '#include "models/wellbeing/jdr.hpp"', 2, "models/example stands apart from models/wellbeing"),
    ("models/workforce/example.cpp", '#include "models/example/model.hpp"', 2, "models/workforce stands apart from models/example"),
    ("models/workforce/catalog.cpp", '#include "models/catalog/catalog.hpp"', 2, "stands apart from models/catalog"),
    ("models/catalog/cli.cpp", '#include "sim/cli/program.hpp"', 2, "models include only"),
    ("models/main.cpp", '#include "models/example/model.hpp"', 2, "main meets the models in the catalog"),
    ("viewer/panels/model.cpp", '#include "models/example/model.hpp"', 2, "the viewer knows outcomes"),
    ("viewer/panels/cli.cpp", '#include "sim/cli/program.hpp"', 2, "viewer/panels includes only"),
    ("viewer/window/cli.cpp", '#include "sim/cli/program.hpp"', 2, "the viewer includes only"),
    ("viewer/panels/engine.cpp", '#include "sim/engine/model.hpp"', 2, "viewer/panels includes only sim/{live,record,scenario}"),
    ("viewer/figures/engine.cpp", '#include "sim/engine/model.hpp"', 2, "viewer/figures includes only sim/{live,record,scenario}"),
    ("viewer/figures/up.cpp", '#include "viewer/panels/time.hpp"', 2, "does not exist"),
    ("viewer/figures/window.cpp", "#include <imgui.h>", 2, "is ImGui"),
    ("viewer/panels/window.cpp", "#include <GLFW/glfw3.h>", 2, "is GLFW"),
    ("viewer/panels/picture.cpp", "#include <png.h>", 2, "is libpng"),
    ("bench/window.cpp", '#include "viewer/panels/time.hpp"', 2, "does not exist"),
    # how includes are written
    ("sim/core/near.cpp", '#include "week.hpp"', 2, 'write "sim/core/week.hpp"'),
    ("sim/core/dots.cpp", '#include "../core/week.hpp"', 2, "written from the root"),
    ("sim/core/lost.cpp", '#  include "sim/core/lost.hpp"', 2, "does not exist"),
    ("sim/core/angled.cpp", "#include <sim/core/week.hpp>", 2, "is a file of ours"),
    ("sim/core/source.cpp", '#include "sim/core/words.cpp"', 2, "only headers are included"),
    ("sim/core/macro.cpp", "#include THAT_FILE", 2, "through the macro THAT_FILE"),
    # one library, one place
    ("sim/population/random.cpp", "#include <boost/random/beta_distribution.hpp>", 2, "is Boost.Random"),
    ("sim/engine/math.cpp", "#include <boost/math/distributions.hpp>", 2, "is Boost.Math"),
    ("sim/sweep/solve.cpp", "#include <Eigen/Cholesky>", 2, "is Eigen"),
    ("sim/experiment/crc.cpp", "#include <boost/crc.hpp>", 2, "is Boost.CRC"),
    ("sim/engine/simulation.cpp", "#include <tbb/parallel_for.h>", 2, "is TBB"),
    ("sim/engine/toml.cpp", "#include <toml++/toml.h>", 2, "is toml++"),
    ("sim/record/json.cpp", "#include <nlohmann/json.hpp>", 2, "is nlohmann-json"),
    ("sim/experiment/file.cpp", "#include <hdf5.h>", 2, "is HDF5"),
    ("sim/record/mpi.cpp", "#include <mpi.h>", 2, "is MPI"),
    ("sim/experiment/options.cpp", "#include <CLI/CLI.hpp>", 2, "is CLI11"),
    ("sim/population/words.cpp", "#include <fmt/format.h>", 2, "is fmt"),
    ("models/wellbeing/vector.cpp", "#include <hwy/highway.h>", 2, "is Highway"),
    ("sim/record/journal.cpp", "#include <xxhash.h>", 2, "is xxHash"),
    ("models/wellbeing/vector.cpp", "#include <immintrin.h>", 2, "is vector intrinsics"),
    ("sim/live/window.cpp", "#include <imgui.h>", 2, "is ImGui"),
    ("sim/live/window.cpp", "#include <GLFW/glfw3.h>", 2, "is GLFW"),
    ("sim/live/window.cpp", "#include <GL/gl.h>", 2, "is OpenGL"),
    ("sim/engine/bench.cpp", "#include <benchmark/benchmark.h>", 2, "is google-benchmark"),
    ("sim/core/array.cpp", "#include <armadillo>", 2, "of no library of the project"),
    ("sim/random/boost.cpp", "#include <boost/lexical_cast.hpp>", 2, "of no library of the project"),
    ("sim/core/system.cpp", "#include <unistd.h>", 2, "is the operating system"),
    ("sim/scenario/table.hpp", "#pragma once\n#include <toml++/toml.h>", 3, "in a header"),
    ("sim/cli/json.hpp", "#include <nlohmann/json.hpp>", 2, "in a header"),
    # threads, signals, environment, clocks, generators
    ("sim/engine/simulation.cpp", "#include <thread>", 2, "<thread> brings threads"),
    ("sim/record/file.hpp", "#include <mutex>", 2, "<mutex> brings threads"),
    ("models/workforce/run.cpp", "#include <condition_variable>", 2, "<condition_variable> brings threads"),
    ("sim/experiment/run.cpp", "#include <atomic>", 2, "<atomic> brings atomics"),
    ("sim/engine/simulation.cpp", "int a;\nvoid f() { std::jthread t; }", 3, "std::jthread uses threads"),
    ("sim/core/cache.cpp", "thread_local int cache;", 2, "thread_local uses threads"),
    ("sim/core/loop.cpp", "#pragma omp parallel for", 2, "uses threads"),
    ("sim/experiment/stop.cpp", "#include <csignal>", 2, "<csignal> brings signals"),
    ("sim/experiment/stop.cpp", 'auto* home = std::getenv("HOME");', 2, "getenv uses the environment"),
    ("sim/experiment/run.cpp", "#include <chrono>", 2, "<chrono> brings a clock"),
    ("models/workforce/time.cpp", "#include <ctime>", 2, "<ctime> brings a clock"),
    ("sim/engine/time.cpp", "auto t = std::chrono::seconds(1);", 2, "std::chrono uses a clock"),
    ("models/example/dice.cpp", "#include <random>", 2, "<random> brings a generator with state"),
    ("sim/random/dice.cpp", "std::mt19937 dice;", 2, "std::mt19937 uses a generator with state"),
    # files
    ("sim/core/long.cpp", "\n" * 400, 401, "401 lines"),
    ("sim/core/old.h", "", 1, "ends in .h"),
]


def run_check(files):
    with tempfile.TemporaryDirectory() as root:
        for file, text in files.items():
            (Path(root) / file).parent.mkdir(parents=True, exist_ok=True)
            (Path(root) / file).write_text(text)
        return subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True)


class LayersTest(unittest.TestCase):
    maxDiff = None

    def test_a_tree_that_keeps_the_rules_passes(self):
        done = run_check(CLEAN)
        self.assertEqual((done.returncode, done.stdout), (0, f"{len(CLEAN)} files, 0 problems\n"))

    def test_each_planted_violation_is_the_one_problem_reported(self):
        for file, rest, line, words in PLANTED:
            with self.subTest(file=file, rest=rest.strip()):
                done = run_check({**CLEAN, file: "// One job.\n" + rest + ("" if rest.endswith("\n") else "\n")})
                *problems, count = done.stdout.splitlines()
                self.assertEqual(done.returncode, 1)
                self.assertEqual(len(problems), 1, done.stdout)
                self.assertTrue(problems[0].startswith(f"{file}:{line}: "), problems[0])
                self.assertIn(words, problems[0])
                self.assertRegex(problems[0], r"\(.+\), .+")

    def test_a_file_without_its_first_comment_is_reported(self):
        for text in ["#pragma once\n", "\n// late\n", "//\n", ""]:
            done = run_check({**CLEAN, "sim/core/mute.hpp": text})
            self.assertIn("sim/core/mute.hpp:1: the first line is not a // comment", done.stdout)

    def test_four_hundred_lines_pass(self):
        self.assertEqual(run_check({**CLEAN, "sim/core/long.cpp": "// One job.\n" + "\n" * 399}).returncode, 0)

    def test_a_circle_is_reported_once_with_its_whole_way(self):
        done = run_check({
            **CLEAN,
            "sim/core/a.hpp": '// A.\n#include "sim/core/b.hpp"\n',
            "sim/core/b.hpp": '// B.\n#include "sim/core/c.hpp"\n',
            "sim/core/c.hpp": '// C.\n#include "sim/core/a.hpp"\n',
        })
        self.assertEqual(done.returncode, 1)
        self.assertIn("sim/core/c.hpp:2: a circle of includes: sim/core/a.hpp -> sim/core/b.hpp -> sim/core/c.hpp -> sim/core/a.hpp", done.stdout)
        self.assertEqual(done.stdout.count("circle"), 1)

    def test_all_problems_are_reported_at_once(self):
        done = run_check({**CLEAN, "sim/core/bad.cpp": '#include <thread>\n#include "nowhere.hpp"\n#include <random>\n'})
        self.assertEqual(done.stdout.count("sim/core/bad.cpp:"), 4)

    def test_a_folder_without_sim_is_wrong_usage(self):
        with tempfile.TemporaryDirectory() as root:
            self.assertEqual(subprocess.run([sys.executable, CHECK, root], capture_output=True).returncode, 2)


unittest.main(argv=sys.argv[:1])
