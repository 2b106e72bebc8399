#!/usr/bin/env bash
# Measures everything, some eight minutes, and puts the tables into docs/benchmarks.md, between its two markers. Close what you can first.
#
#   bench/numbers.sh [folder of the native programs]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

page=$bench_folder/../docs/benchmarks.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build_harness
harness() { dotnet "$harness" "$@"; }

# table <heading> <command...>: a section; without its own line about the machine and without blank lines at the ends.
table() {
    echo
    echo "### $1"
    echo
    shift
    "$@" | sed '/^AMD \|^Intel \|, .NET [0-9]/d' | sed -e '/./,$!d'
}

{
    echo "<!-- numbers -->"
    machine
    table "Against C by hand" bash "$bench_folder/compare-native.sh" --rounds 3 "$@"
    table "Double, narrower vectors, no fused multiply-add" bash "$bench_folder/compare-widths.sh" --rounds 1
    table "Growth" harness growth
    table "Cold start" sh -c "echo '\`\`\`text'; dotnet '$harness' cold-start; echo '\`\`\`'"
    table "The generator" sh -c "echo '\`\`\`text'; dotnet '$harness' generator-time; echo '\`\`\`'"
    echo "<!-- /numbers -->"
} >"$work/numbers"

# Only a whole run gets as far as this.
awk -v file="$work/numbers" '
    /^<!-- numbers -->$/ { while ((getline line < file) > 0) print line; skip = 1 }
    !skip
    /^<!-- \/numbers -->$/ { skip = 0 }' "$page" >"$work/page"
cp "$work/page" "$page"
