#!/usr/bin/python3
"""usage: bench/operations.py COUNTED.json [PROGRAM]

Tells how many instructions, vector instructions and floating-point operations each part carries out for an item, from the file that
build/release/bin/count_operations --json writes. A fused multiply-add is two operations; a masked lane counts as a whole one. PROGRAM is
build/release/bin/count_operations.
"""
import json
import pathlib
import re
import subprocess
import sys

PROGRAM = pathlib.Path(__file__).resolve().parents[1] / "build/release/bin/count_operations"
LINE = re.compile(r"^\s*([0-9a-f]+):\t(\S+)\s*(.*)$")
FUSED = re.compile(r"^vfn?m(add|sub|addsub|subadd)\d+[ps][sd]$")
PLAIN = re.compile(r"^v?(add|sub|mul|div|sqrt|max|min)[ps][sd]$")
WIDTHS = {"zmm": 64, "ymm": 32, "xmm": 16}


def operations(mnemonic, operands):
    """Vector register bytes (0 for a scalar or other instruction) and floating-point operations of one instruction."""
    width = max((WIDTHS[name] for name in re.findall(r"%([xyz]mm)\d", operands)), default=0)
    fused = FUSED.match(mnemonic)
    if not fused and not PLAIN.match(mnemonic):
        return width, 0
    bytes_each = 8 if mnemonic.endswith("d") else 4
    lanes = width // bytes_each if mnemonic[-2] == "p" else 1
    return width, lanes * (2 if fused else 1)


def instructions(program):
    listing = subprocess.run(["objdump", "--disassemble", "--no-show-raw-insn", str(program)], capture_output=True, text=True, check=True).stdout
    return {int(found[1], 16): operations(found[2], found[3]) for found in map(LINE.match, listing.splitlines()) if found}


def told(counted, program=PROGRAM):
    """For each part by name: instructions, those on vector registers and flops an item."""
    known = instructions(program)
    found = {}
    for part in counted:
        total = vectors = flops = 0
        for offset, times in part["times"].items():
            width, of_one = known.get(int(offset, 16), (0, 0))
            total += times
            vectors += times if width else 0
            flops += times * of_one
        found[part["name"]] = {name: value / part["items"] for name, value in
                               (("instructions", total), ("vector_instructions", vectors), ("flops", flops))}
    return found


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    counted = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(f"{'an item':<52} {'instructions':>12} {'vector':>8} {'flops':>8}")
    for name, of in told(counted, *sys.argv[2:]).items():
        print(f"{name:<52} {of['instructions']:12.1f} {of['vector_instructions']:8.1f} {of['flops']:8.1f}")


if __name__ == "__main__":
    main()
