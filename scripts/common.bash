# What the scripts share: where the project lies, headings, quiet commands. Sourced, not run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root

heading() { printf '\n== %s\n' "$*"; }

complain() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# Exit codes are the program's: 2 for wrong usage, 3 where the outside world failed.
usage_error() {
    complain "$1"
    exit 2
}

# quiet NAME COMMAND...: keeps the output in build/logs/NAME.log and shows its end only when the command fails.
quiet() {
    local log="$root/build/logs/$1.log" status=0
    shift
    mkdir -p "$root/build/logs"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if [ "$status" -ne 0 ]; then
        tail -n 100 "$log" >&2
        complain "failed with exit code $status: $* (all of its output: ${log#"$root"/})"
        exit "$status"
    fi
}

# build PRESET [TARGET...]: configures and builds; all targets where none is named.
build() {
    local preset=$1
    shift
    heading "Building (preset $preset; the first time takes some minutes)"
    cd "$root" || exit 3
    quiet "configure-$preset" cmake --preset "$preset"
    local target targets=()
    for target in "$@"; do targets+=(--target "$target"); done
    quiet "build-$preset" cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}"
}
