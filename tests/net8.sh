#!/bin/sh
# Runs the runtime's tests on .NET 8, as a program that brings its own runtime, so that no .NET 8 need be installed. The fingerprints in
# StaticNet.Tests/Data/bits.csv must come out there too. Linux on x64.
#
#   tests/net8.sh            everything
#   tests/net8.sh --quick    without the sweeps that measure the accuracy of functions
set -eu
here=$(cd "$(dirname "$0")" && pwd)
skip=""
if [ "${1:-}" = "--quick" ]; then
    skip="-trait- Category=Sweep"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# In folders of its own: the ordinary build's are left alone.
dotnet publish "$here/StaticNet.Tests" -c Release -v q --nologo -r linux-x64 --self-contained -p:TestFramework=net8.0 --artifacts-path "$work" -o "$work/program"
grep -q '"tfm": "net8.0"' "$work/program/StaticNet.Tests.runtimeconfig.json"
# What is compared with other programs is not published with them.
# shellcheck disable=SC2086
"$work/program/StaticNet.Tests" $skip -class- '*PortableBitsTests'
