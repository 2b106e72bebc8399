#!/usr/bin/env bash
# Times W1 to W6 against the same workloads in hand-tuned AVX-512 C, on one core in turns, and prints the ratios as Markdown.
#
#   bench/compare-native.sh [options] [folder of the native programs]
#     --rounds N    how often the two sides take turns (default 3); medians over the rounds are printed
#     --only NAME   workloads whose names start so: W1, W4.train
#     --no-plain    leave out the plain C column
#     --strict      exit code 1 if a target is missed
#
# The folder may also be given as NATIVE_REFERENCE; the default lies beside the repository. Without gcc, AVX-512 or the folder there
# is nothing to compare with: that is said, and no error. Exit code 1: a loss differs, which means that one side is wrong; 2: usage.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

rounds=3 only= plain=yes strict=no native=${NATIVE_REFERENCE:-} asked=${NATIVE_REFERENCE:+yes}
while [ $# -gt 0 ]; do
    case $1 in
        --rounds) rounds=${2:?--rounds needs a number}; shift 2 ;;
        --only) only=${2:?--only needs a name}; shift 2 ;;
        --no-plain) plain=no; shift ;;
        --strict) strict=yes; shift ;;
        -*) echo "Unknown option $1." >&2; exit 2 ;;
        *) native=$1 asked=yes; shift ;;
    esac
done
native=${native:-$bench_folder/../../shared/reference/native}

# The programs that hold the workloads asked for.
case $only in
    "") native_programs="w123 w45 w6" plain_programs="plain_o3 plain_fast w6_o3 w6_fast" ;;
    W[123]*) native_programs=w123 plain_programs="plain_o3 plain_fast" ;;
    W[45]*) native_programs=w45 plain_programs="plain_o3 plain_fast" ;;
    W6*) native_programs=w6 plain_programs="w6_o3 w6_fast" ;;
    *) echo "No workload's name starts with $only." >&2; exit 2 ;;
esac

skip() { echo "No comparison: $1." >&2; exit 0; }
if [ ! -f "$native/ref/w123.c" ]; then
    [ -z "$asked" ] || { echo "$native has no ref/w123.c." >&2; exit 2; }
    skip "the native programs are not at $native"
fi
command -v gcc >/dev/null || skip "gcc is missing"
command -v make >/dev/null || skip "make is missing"
grep -qw avx512f /proc/cpuinfo 2>/dev/null || skip "this processor has no AVX-512, which the native programs need"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$native" "$work/native"
chmod -R u+w "$work/native"
make -s -C "$work/native/ref" all >&2
make -s -C "$work/native/plain" plain_o3 plain_fast w6_o3 w6_fast >&2
build_harness

for round in $(seq "$rounds"); do
    echo "round $round of $rounds" >&2
    for program in $native_programs; do
        pinned "$work/native/ref/$program" | sed "s/^/ref $round /" >>"$work/times"
    done
    workloads ${only:+--only "$only"} | sed "s/^/ours $round /" >>"$work/times"
done
if [ $plain = yes ]; then
    echo "plain C" >&2
    for program in $plain_programs; do
        pinned "$work/native/plain/$program" | sed "s/^/plain 1 /" >>"$work/times"
    done
fi

machine
echo
awk -v strict=$strict -f "$bench_folder/compare-native.awk" "$work/times"
