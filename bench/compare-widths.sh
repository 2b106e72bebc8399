#!/usr/bin/env bash
# What double precision and narrower or poorer vectors cost: the same workloads, on one core in turns, against single precision at
# full width; Markdown. Trained parameters and outputs have to have the same bits at every width.
#
#   bench/compare-widths.sh [--rounds N] [--only NAME]
#
# Exit code 1: bits differ between widths; 2: usage.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rounds=1 only=
while [ $# -gt 0 ]; do
    case $1 in
        --rounds) rounds=${2:?--rounds needs a number}; shift 2 ;;
        --only) only=${2:?--only needs a name}; shift 2 ;;
        *) echo "Unknown argument $1." >&2; exit 2 ;;
    esac
done

build_harness
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure <name of the variant> <options of the harness...>, with the environment as it is
measure() {
    local variant=$1
    shift
    workloads ${only:+--only "$only"} "$@" | sed "s/^/$variant /" >>"$work/times"
}

for round in $(seq "$rounds"); do
    echo "round $round of $rounds" >&2
    measure full
    measure double --precision double
    DOTNET_EnableAVX512=0 measure avx2
    measure lanes128 --width 128
    DOTNET_EnableAVX2=0 measure nofma
done

machine
echo
awk -f "$bench_folder/compare-widths.awk" "$work/times"
