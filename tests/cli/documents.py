# Carries out the commands of a document in a copy of the tree, made small; says what does not work.
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

import program

BLOCK = re.compile(r"(?ms)^ *```(sh|bash|console|python)\n(.*?)^ *```")
INLINE = re.compile(r"(?<!`)`((?:\./)?scripts/\w+(?: [^`\n]*)?|(?:build/release/bin/)?bevlogen [^`\n]+)`(?!`)")
PROGRAM = re.compile(r"^(build/release/bin/)?bevlogen\b(?!-)")
OF_OURS = re.compile(r"^(build/release/bin/bevlogen\b|bevlogen\b|\./scripts/|ncdump\b|/usr/bin/python3\b)")
RESULTS = re.compile(r"[\w./-]*results/[\w.-]+\.h5")
MOST_REPLICATES = 2
YEARS = 2  # the ready scenarios start their interventions after the first
SMALL = f"--set population.scale=0.02 --set time.years={YEARS} --set time.burn_in=1 --quiet"


REFERENCE = program.ROOT / "docs" / "scenario-reference.md"
# Ready sweeps of minutes or more.
LARGE_PLANS = re.compile(r"sweeps/(?!example)")
SMALL_SWEEP = "--set population.scale=0.02 --set time.years=2 --set time.burn_in=1"


def shell_lines(block):
    """Command lines of a block, joined where they go on, without the prompt of a console."""
    for line in block.replace("\\\n", " ").splitlines():
        line = line.strip().removeprefix("$ ")
        if line and not line.startswith("#"):
            yield line


def made_small(line):
    """The command at a size that takes a second, in all else as it is written; what is asked of a sweep, of the stock sweep's outcome and phase."""
    if re.match(r"(?:build/release/bin/)?bevlogen sweep ", line) and LARGE_PLANS.search(line) and "--slurm" not in line:
        return f"{line} --dry-run --quiet {SMALL_SWEEP}"
    if re.match(r"(?:build/release/bin/)?bevlogen (?:report|sensitivity) \S+\.sweep\.h5", line):
        return re.sub(r" --phase \S+", " --phase all", re.sub(r" --outcome \S+", " --outcome mood", line))
    if re.match(r"(?:build/release/bin/)?bevlogen view\b", line):
        return f"LIBGL_ALWAYS_SOFTWARE=1 xvfb-run -a {re.sub(r' --frames [0-9]+', '', line)} --frames 2" + ("" if ".h5" in line else f" {SMALL_SWEEP}")
    if re.match(r"(?:build/release/bin/)?bevlogen calibrate\b", line) and "calibrations/example" not in line and "--help" not in line:
        line = re.sub(r" --write(?:-draws)? \S+", "", line)
        return f"{line} {'' if '--check' in line else '--check '}--quiet --set population.scale=0.02"
    found = re.match(r"((?:build/release/bin/)?bevlogen (?:run|compare))\b(.*)", line)
    if not found or "--help" in line:
        return line
    start, rest = found.groups()
    rest = re.sub(r" --set (population\.scale|time\.years|time\.burn_in)=\S+", "", rest)
    rest = re.sub(r" --year (\d+)", lambda m: f" --year {min(int(m[1]), YEARS)}", rest)
    rest, count = re.subn(r" --replicates (\d+)", lambda m: f" --replicates {min(int(m[1]), MOST_REPLICATES)}", rest)
    return f"{start} {SMALL}{'' if count else f' --replicates {MOST_REPLICATES}'}{rest}"


def asked_of_a_sweep(line):
    """Names of outcomes and phases, which the stock sweep need not have."""
    if not re.match(r"(?:build/release/bin/)?bevlogen (?:report|sensitivity) \S+\.sweep\.h5", line):
        return []
    return [name for names in re.findall(r" --(?:outcome|phase) (\S+)", line) for name in names.split(",")]


def options_in(text):
    return re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)


class Workshop:
    """A copy of what commands read and write. Scenarios are copied, since a command may write there."""

    def __init__(self, folder, stock, comparison, sweep):
        self.folder, self.stock, self.comparison, self.sweep = folder, stock, comparison, sweep
        (folder / "results").mkdir()
        shutil.copytree(program.SCENARIOS, folder / "scenarios")
        for place in (folder / "build/release/bin", folder / "bin"):
            place.mkdir(parents=True)
            (place / "bevlogen").symlink_to(program.BINARY)
        for name in ("scripts", "docs", "README.md"):
            (folder / name).symlink_to(program.ROOT / name)

    def problem_of(self, line):
        """None, or what is wrong with a command line."""
        if line.startswith(("./scripts/", "scripts/")):
            return self.problem_of_script(line)
        unknown = [name for name in asked_of_a_sweep(line) if not re.search(rf"\b{name}\b", REFERENCE.read_text(encoding="utf-8"))]
        if unknown:
            return f"no model has {', '.join(unknown)}"
        self.provide(set(RESULTS.findall(line)) - set(re.findall(r"(?:--out|-o) (\S+)", line)))
        done = self.carry_out(["bash", "-o", "pipefail", "-c", made_small(line)])
        expected = program.STOPPED if "--stop-after-week" in line else program.DONE
        return None if done.returncode == expected else f"exit code {done.returncode}: {(done.stderr or done.stdout).strip()}"

    def problem_of_script(self, line):
        if re.search(r"scripts/read-(results|sweep)", line) and RESULTS.search(line):  # these are quick, so they are run
            return self.problem_of_reading(line)
        words = shlex.split(line, comments=True)
        script = program.ROOT / words[0]
        if not script.is_file() or not os.access(script, os.X_OK):
            return "there is no such program"
        text = script.read_text()
        if script.suffix == ".R":
            return None
        parse = ["bash", "-n"] if "bash" in text.split("\n", 1)[0] else [sys.executable, "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())"]
        checked = subprocess.run([*parse, script], capture_output=True, text=True)
        if checked.returncode != 0:
            return checked.stderr.strip()
        unknown = [word for word in words[1:] if word.startswith("-") and word not in text]
        return f"it does not know {', '.join(unknown)}" if unknown else None

    def problem_of_reading(self, line):
        for file in RESULTS.findall(line):
            shutil.copy(self.sweep if file.endswith(".sweep.h5") else self.comparison, self.folder / file)
        done = self.carry_out(["bash", "-c", line])
        return None if done.returncode == program.DONE else f"exit code {done.returncode}: {done.stderr.strip()}"

    def provide(self, files):
        """Results files that a reader is assumed to have."""
        for file in files:
            if file.endswith(".calibration.h5"):
                self.carry_out(["bevlogen", "calibrate", "scenarios/calibrations/example.toml", "--quiet", "--out", file])
            elif not (self.folder / file).exists():
                shutil.copy(self.sweep if file.endswith(".sweep.h5") else self.stock, self.folder / file)

    def problem_of_python(self, block):
        self.provide(RESULTS.findall(block))
        done = self.carry_out([sys.executable, "-c", block])
        return None if done.returncode == 0 else done.stderr.strip().splitlines()[-1]

    def problem_of_mention(self, text):
        """A command named within a sentence: its subcommands and options exist."""
        if not PROGRAM.match(text):
            return self.problem_of_script(text)
        words = text.split()
        about = program.run("--help").stdout
        if words[1].startswith("--"):
            return None if words[1] in about else f"it does not know {words[1]}"
        for command in [words[1], *(after for bar, after in zip(words, words[1:]) if bar == "|")]:
            if not re.search(rf"(?m)^  {re.escape(command)} {{3,}}", about):
                return f"there is no command {command}"
            unknown = [option for option in options_in(text) if option not in program.run(command, "--help").stdout]
            if unknown:
                return f"it does not know {', '.join(unknown)}"
        return None

    def carry_out(self, words):
        environment = program.environment(PATH=f"{self.folder / 'bin'}:/usr/bin:/bin")
        return subprocess.run(words, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)


def commands_in(text):
    """Each command of ours as (kind, text), in order."""
    for language, block in BLOCK.findall(text):
        if language == "python":
            yield "python", block
        else:
            yield from (("shell", line) for line in shell_lines(block) if OF_OURS.match(line))
    without_blocks = re.sub(r"(?ms)^ *```.*?^ *```", "", text)
    yield from (("mention", found) for found in INLINE.findall(without_blocks))


def problems_of(document, folder, stock, comparison, sweep):
    """What does not work in a document, a sentence each. `stock` is the results file of a run for commands that need one."""
    workshop = Workshop(pathlib.Path(folder), stock, comparison, sweep)
    check = {"python": workshop.problem_of_python, "shell": workshop.problem_of, "mention": workshop.problem_of_mention}
    problems = []
    for kind, command in commands_in(document.read_text()):
        problem = check[kind](command)
        if problem:
            problems.append(f"{document.name}: {command.strip().splitlines()[0]}: {problem}")
    return problems
