#!/usr/bin/python3
# Checks that every header compiles alone and may be included twice.
"""usage: check_headers.py ROOT COMPILER [FLAG ...]

Compiles each .hpp of sim, models and viewer by itself (-fsyntax-only), as many at once as there are cores. Files *-inl.hpp are left
out: Highway includes them once for every instruction set, within its own brackets.
Exit codes: 0 all compile, 1 some do not, 2 wrong usage.
"""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FOLDERS = ["sim", "models", "viewer"]


def compile_alone(root, command, header):
    """What the compiler says, or nothing. Included twice, so that a lost `#pragma once` is seen too."""
    source = f'#include "{header}"\n#include "{header}"\n'
    command = [*command, "-I", str(root), "-fsyntax-only", "-x", "c++", "-"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, cwd=root)
    return "" if done.returncode == 0 else done.stderr or f"the compiler ended with {done.returncode}"


def main(arguments):
    if len(arguments) < 2 or not (Path(arguments[0]) / "sim").is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    root, command = Path(arguments[0]).resolve(), arguments[1:]
    found = (path for folder in FOLDERS for path in (root / folder).rglob("*.hpp"))
    headers = sorted(path.relative_to(root).as_posix() for path in found if not path.name.endswith("-inl.hpp"))
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        said = list(pool.map(lambda header: compile_alone(root, command, header), headers))
    broken = 0
    for header, text in zip(headers, said):
        if text:
            broken += 1
            print(f"{header}:1: does not compile alone (whoever includes it first must guess what it needs), include what it uses")
            print("\n".join("    " + line for line in text.splitlines()[:12]))
    print(f"{len(headers)} headers, {broken} that do not compile alone")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
