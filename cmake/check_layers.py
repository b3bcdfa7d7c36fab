#!/usr/bin/python3
# Checks the direction of includes, the place of each library, of threads, clocks and chance, and the size of files.
"""usage: check_layers.py ROOT

Reads every C++ file in sim, models, viewer and bench. Prints one line a problem, `file:line: problem (why), suggestion`.
Exit codes: 0 no problem, 1 problems, 2 wrong usage.
"""
import re
import sys
from pathlib import Path

# ---- the rules ------------------------------------------------------------------------------------------------------

# A layer of sim includes itself and whatever stands to its right.
CHAIN = ["cli", "report", "calibrate", "sweep", "study", "experiment", "record", "engine", "scenario", "population", "random", "core"]
LIVE_INCLUDES = ["live", *CHAIN[CHAIN.index("experiment"):]]
MODELS_INCLUDE_FROM_SIM = ["core", "random", "population", "scenario", "engine"]
MODELS_THAT_MEET = ["workforce", "wellbeing", "careers", "interventions", "instruments"]
VIEWER_INCLUDES_FROM_SIM = ["live", *CHAIN[CHAIN.index("record"):]]
# What draws a snapshot: no engine, no population.
VIEWER_PARTS_ABOVE_LIVE = ["panels", "figures"]
PANELS_INCLUDE_FROM_SIM = ["live", "record", "scenario"]
# A part of the viewer includes itself and whatever stands to its right; a figure knows no window.
VIEWER_CHAIN = ["source", "panels", "scene", "figures", "plot"]

# One third-party library, one place. A place is a folder, or a file without its ending.
LIBRARIES = [
    ("Boost.Random", r"boost/random[/.]", ["sim/random"]),
    ("Boost.Math", r"boost/math[/.]", ["sim/sweep", "sim/study", "sim/experiment", "sim/record"]),
    ("Eigen", r"Eigen/", ["sim/study"]),
    ("Boost.Align", r"boost/align/", ["sim/core"]),
    ("Boost.CRC", r"boost/crc\.hpp", ["sim/record"]),
    ("TBB", r"(oneapi/)?tbb[/.]", ["sim/engine/parallel", "sim/experiment/workers"]),
    ("toml++", r"toml\+\+/|toml\.hpp", ["sim/scenario"]),
    ("nlohmann-json", r"nlohmann/", ["sim/scenario", "sim/report", "sim/cli"]),
    ("HDF5", r"hdf5|H5\w*\.h", ["sim/record"]),
    ("MPI", r"mpi\.h", ["sim/sweep/mpi"]),
    ("CLI11", r"CLI/", ["sim/cli"]),
    ("fmt", r"fmt/", [*("sim/" + layer for layer in CHAIN[:CHAIN.index("population")]), "sim/live", "models", "viewer"]),
    ("Highway", r"hwy/", ["sim/random", "sim/record/masked_sums"]),
    ("xxHash", r"xxhash\.h", ["sim/record/digest"]),
    ("vector intrinsics", r"\w*intrin\.h|arm_neon\.h", ["sim/random"]),
    ("ImGui", r"imgui|backends/imgui", ["viewer/window", "viewer/panels", "viewer/keys", "viewer/application", "viewer/sweep_application"]),
    ("GLFW", r"GLFW/", ["viewer/window", "viewer/keys"]),
    ("OpenGL", r"(GL|GLES\d|KHR)/", ["viewer/window"]),
    ("libpng", r"png\.h", ["viewer/plot/png"]),
    ("google-benchmark", r"benchmark/", ["bench"]),
]
# Slow to compile, so they stay in .cpp files.
NOT_IN_HEADERS = ["toml++", "nlohmann-json", "Eigen"]
FORWARD_DECLARATIONS = ["nlohmann/json_fwd.hpp"]

# What the operating system offers beyond the standard library. Of that the core wants large pages of memory, in one file.
SYSTEM = r"(sys|arpa|netinet)/|(unistd|fcntl|dirent|poll|spawn|termios|dlfcn|errno|strings)\.h$"
SYSTEM_PLACES = ["sim/core/huge_pages", "sim/record", "sim/experiment", "sim/sweep", "sim/report", "sim/cli", "sim/live", "viewer"]

STANDARD = set("""
algorithm any array atomic barrier bit bitset charconv chrono codecvt compare complex concepts condition_variable coroutine deque
exception execution filesystem format forward_list fstream functional future initializer_list iomanip ios iosfwd iostream istream
iterator latch limits list locale map memory memory_resource mutex new numbers numeric optional ostream queue random ranges ratio
regex scoped_allocator semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string
string_view strstream syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility
valarray variant vector version cassert cctype cerrno cfenv cfloat cinttypes climits clocale cmath csetjmp csignal cstdarg cstddef
cstdint cstdio cstdlib cstring ctime cuchar cwchar cwctype assert.h ctype.h errno.h fenv.h float.h inttypes.h limits.h locale.h
math.h setjmp.h signal.h stdarg.h stddef.h stdint.h stdio.h stdlib.h string.h time.h uchar.h wchar.h wctype.h pthread.h
""".split())

# Words and headers that have one place: (what, headers, words, places, why, suggestion). Bench measures, so it is free of these.
THREADS = ["sim/engine/parallel", "sim/experiment/workers", "sim/record/writer", "sim/live/running"]
CONFINED = [
    ("threads", "thread mutex condition_variable shared_mutex future stop_token latch barrier semaphore execution pthread.h",
     r"\bstd::(jthread|thread|this_thread|(recursive_|shared_)?mutex|condition_variable|async|future|promise)\b"
     r"|\bthread_local\b|#\s*pragma\s+omp\b",
     THREADS, "threads live in four files", "hand the work to sim/engine/parallel or sim/experiment/workers"),
    ("atomics", "atomic", r"\bstd::atomic\w*\b", [*THREADS, "sim/cli"], "threads live in four files",
     "return values and combine them in index order"),
    ("signals", "csignal signal.h", r"\b(std::signal|sigaction)\b", ["sim/cli", "sim/record/reading_service"],
     "only the command line hears signals", "pass a function that says whether to stop"),
    ("the environment", "", r"\b((secure_)?get|set|unset|put)env\b", ["sim/cli", "viewer"], "nothing below cli asks the environment",
     "pass the value in from sim/cli"),
    ("a clock", "chrono ctime time.h sys/time.h",
     r"\bstd::(chrono|time|clock)\b|\b(steady|system|high_resolution)_clock\b|\bclock_gettime\b|\bgettimeofday\b",
     ["sim/cli", "sim/experiment/progress", "viewer"], "nothing below cli asks the time",
     "pass the time in, or report to sim/experiment/progress"),
    ("a generator with state", "random", r"\bstd::(random_device|mt19937(_64)?|minstd_rand0?|rand|srand|default_random_engine)\b", [],
     "chance is a function of seed, replicate, person, week and purpose", "draw from sim/random"),
]

# Where models meet the command line: alone, and as one of several processes.
MAINS = {"models/main.cpp": ["cli"], "models/main_mpi.cpp": ["cli", "sweep"]}

MOST_LINES = 400
FOLDERS = ["sim", "models", "viewer", "bench"]
ENDINGS = [".hpp", ".cpp"]
OTHER_ENDINGS = [".h", ".hh", ".hxx", ".cc", ".cxx", ".c", ".ipp", ".inl", ".tpp"]

# ---- reading --------------------------------------------------------------------------------------------------------

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<raw>\b(?:u8|u|U|L)?R"(?P<end>[^()\\\s]*)\(.*?\)(?P=end)")
      | (?P<string>"(?:\\.|[^"\\\n])*")
      | (?P<char>(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])*')""",
    re.DOTALL | re.VERBOSE)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]*)"|<([^>\n]*)>|(\w+))', re.MULTILINE)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def without(text, kinds):
    """The text with comments, strings, ... replaced by blanks; lines keep their numbers."""
    return TOKEN.sub(lambda token: blank(token.group()) if token.lastgroup in kinds else token.group(), text)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def lies_in(file, places):
    stem = str(Path(file).with_suffix(""))
    return any(stem == place or file.startswith(place + "/") for place in places)


# ---- checking -------------------------------------------------------------------------------------------------------


class Check:
    def __init__(self, root):
        self.root = Path(root)
        self.problems = []
        self.files = []
        self.edges = {}  # file -> [(line, included file)]

    def problem(self, file, line, text):
        self.problems.append((file, line, text))

    def run(self):
        for folder in FOLDERS:
            for path in sorted((self.root / folder).rglob("*")):
                file = path.relative_to(self.root).as_posix()
                if not path.is_file():
                    continue
                if path.suffix in ENDINGS or path.name.endswith(".cpp.in"):
                    self.files.append(file)
                elif path.suffix in OTHER_ENDINGS:
                    self.problem(file, 1, f"a C++ file ends in {path.suffix} (the other tools look for .hpp and .cpp), rename it")
        for file in self.files:
            self.check_file(file)
        self.check_cycles()
        self.problems.sort()

    def check_file(self, file):
        text = (self.root / file).read_text(encoding="utf-8")
        lines = text.split("\n")
        if file.startswith("sim/") and file.split("/")[1] not in ["live", *CHAIN]:
            self.problem(file, 1, "lies in no layer of sim (each file has a layer), move it or add the layer to cmake/check_layers.py")
        if not re.match(r"// ?\S", lines[0]):
            self.problem(file, 1, "the first line is not a // comment (it says the one job of the file), add it")
        count = len(lines) - (lines[-1] == "")
        if count > MOST_LINES:
            self.problem(file, count, f"{count} lines (more than {MOST_LINES}), look for its second job and give that a file of its own")

        for include in INCLUDE.finditer(without(text, {"comment", "raw"})):
            line = line_of(text, include.start())
            quoted, angled, macro = include.groups()
            if quoted is not None:
                self.check_quoted(file, line, quoted)
            elif angled is not None:
                self.check_angled(file, line, angled)
            else:
                self.problem(file, line, f"includes through the macro {macro} (nobody can see what), write the file")

        if not file.startswith("bench/"):
            code = without(text, {"comment", "raw", "string", "char"})
            for what, _, words, places, why, suggestion in CONFINED:
                for use in re.finditer(words, code, re.MULTILINE):
                    if not lies_in(file, places):
                        self.problem(file, line_of(code, use.start()), f"{use.group().strip()} uses {what} ({why}), {suggestion}")

    def check_quoted(self, file, line, target):
        if not (self.root / target).is_file() or target.startswith("."):
            near = Path(file).parent / target
            is_near = (self.root / near).is_file() and ".." not in target
            hint = f'write "{near.as_posix()}"' if is_near else "write the path from the root; libraries go in <>"
            self.problem(file, line, f'"{target}" does not exist (includes are written from the root), {hint}')
            return
        if not target.endswith(".hpp"):
            self.problem(file, line, f'includes "{target}" (only headers are included), declare what is needed in a .hpp')
        self.edges.setdefault(file, []).append((line, target))
        refusal = why_not(file, target)
        if refusal:
            why, suggestion = refusal
            self.problem(file, line, f'includes "{target}" ({why}), {suggestion}')

    def check_angled(self, file, line, target):
        if target.split("/")[0] in FOLDERS and (self.root / target).is_file():
            self.problem(file, line, f'<{target}> is a file of ours (libraries go in <>), write "{target}"')
            return
        free = file.startswith("bench/")
        known = target in STANDARD
        for what, headers, _, places, why, suggestion in CONFINED:
            if target in headers.split():
                known = True
                if not free and not lies_in(file, places):
                    self.problem(file, line, f"<{target}> brings {what} ({why}), {suggestion}")
                    return
        if known:
            return
        for name, pattern, places in LIBRARIES:
            if re.match(pattern, target):
                if not free and not lies_in(file, places):
                    place = " or ".join(places)
                    self.problem(file, line, f"<{target}> is {name} (its place is {place}), wrap what is needed there")
                elif name in NOT_IN_HEADERS and file.endswith(".hpp") and target not in FORWARD_DECLARATIONS:
                    self.problem(file, line, f"<{target}> is {name} in a header (slow to compile, its types leak), include it in the .cpp")
                return
        if re.match(SYSTEM, target):
            if not free and not lies_in(file, SYSTEM_PLACES):
                places = ", ".join(SYSTEM_PLACES)
                self.problem(file, line, f"<{target}> is the operating system (its places are {places}), pass in what is needed")
        elif not free:
            self.problem(file, line, f"<{target}> is of no library of the project (one library, one place), "
                                     "leave it or add it to LIBRARIES in cmake/check_layers.py")

    def check_cycles(self):
        finished, path = set(), []

        def visit(file):
            path.append(file)
            for line, target in self.edges.get(file, []):
                if target in path:
                    circle = " -> ".join([*path[path.index(target):], target])
                    self.problem(file, line, f"a circle of includes: {circle} (no file can come first), move what both need to a third file")
                elif target not in finished:
                    visit(target)
            path.pop()
            finished.add(file)

        for file in self.files:
            if file not in finished:
                visit(file)


def why_not(file, target):
    """Why `file` may not include `target`, with a suggestion; None where it may."""
    from_top, to_top = file.split("/")[0], target.split("/")[0]
    from_part = file.split("/")[1] if file.count("/") > 1 else ""
    to_part = target.split("/")[1] if target.count("/") > 1 else ""
    if to_top not in FOLDERS:
        return f"{to_top} is no part of the program", "include from sim, models or viewer"
    if from_top == "bench":
        return None if to_top in ("sim", "models", "bench") else ("bench has no window", "measure sim or models")
    if to_top == "bench":
        return "bench stands above everything", "move what is needed to sim"

    if from_top == "sim":
        if to_top != "sim":
            return f"sim has never heard of {to_top}", "pass it in through an interface of sim/engine"
        if from_part not in ["live", *CHAIN]:
            return None  # reported once, as a file in no layer
        allowed = LIVE_INCLUDES if from_part == "live" else CHAIN[CHAIN.index(from_part):]
        if to_part not in allowed:
            return f"sim/{from_part} includes only {', '.join(allowed)}", "move the declaration down, or the user up"
        return None

    if from_top == "models":
        is_main = file in MAINS
        if to_top == "sim":
            allowed = [*MODELS_INCLUDE_FROM_SIM, *MAINS.get(file, [])]
            if to_part in allowed:
                return None
            return f"models include only sim/{{{','.join(allowed)}}}", "let the engine hand over what is needed"
        if to_top != "models":
            return "a model has no window", "let the viewer ask the model"
        if is_main:
            return None if to_part == "catalog" else ("main meets the models in the catalog", "include models/catalog")
        if from_part == to_part or from_part == "catalog":
            return None
        if from_part in MODELS_THAT_MEET and to_part in MODELS_THAT_MEET:
            return None
        return f"models/{from_part} stands apart from models/{to_part}", "move what both need to sim/engine"

    if file == "viewer/main.cpp":
        is_fine = to_top in ("sim", "viewer") or to_part == "catalog"
        return None if is_fine else ("main meets the models in the catalog", "include models/catalog")
    if to_top == "models":
        return "the viewer knows outcomes, not models", "ask for it through sim/live"
    if to_top == "sim" and from_part in VIEWER_PARTS_ABOVE_LIVE and to_part not in PANELS_INCLUDE_FROM_SIM:
        return f"viewer/{from_part} includes only sim/{{{','.join(PANELS_INCLUDE_FROM_SIM)}}}", "let a snapshot say it"
    if to_top == "viewer" and to_part in VIEWER_CHAIN and from_part in VIEWER_CHAIN:
        allowed = VIEWER_CHAIN[VIEWER_CHAIN.index(from_part):]
        if to_part not in allowed:
            return f"viewer/{from_part} includes only {', '.join(allowed)}", "move the declaration down, or the user up"
    if to_top == "sim" and to_part not in VIEWER_INCLUDES_FROM_SIM:
        return f"the viewer includes only sim/{{{','.join(VIEWER_INCLUDES_FROM_SIM)}}}", "go through sim/live"
    return None


def main(arguments):
    if len(arguments) != 1 or not (Path(arguments[0]) / "sim").is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    check = Check(arguments[0])
    check.run()
    for file, line, text in check.problems:
        print(f"{file}:{line}: {text}")
    print(f"{len(check.files)} files, {len(check.problems)} problems")
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
