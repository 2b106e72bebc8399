#!/bin/sh
# Runs the probe on Mono, which has the runtime for .NET Standard 2.0, and on .NET with vectors: every line, a fingerprint of training, files and the rest, must be the same.
# Then some work that may not allocate one byte. Installs Mono where it is missing.
#
#   tests/mono.sh             both
#   tests/mono.sh --time      only how long some work takes: on .NET with vectors, on .NET with the runtime for .NET Standard 2.1, on Mono
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if ! command -v mono >/dev/null; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "Mono is missing. Install it with your system's packages, as root on Debian or Ubuntu: apt-get install mono-devel" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    apt-get install -q -y --no-install-recommends mono-devel
fi

for framework in net10.0 net48; do
    dotnet build "$here/StaticNet.Probe" -c Release -f "$framework" -v q --nologo
done
vectors=$here/StaticNet.Probe/bin/Release/net10.0/StaticNet.Probe.dll
program=$here/StaticNet.Probe/bin/Release/net48/StaticNet.Probe.exe

if [ "${1:-}" = "--time" ]; then
    dotnet build "$here/StaticNet.Probe.Portable" -c Release -v q --nologo
    echo "== .NET, vectors"
    dotnet "$vectors" --time
    echo "== .NET, .NET Standard 2.1"
    dotnet "$here/StaticNet.Probe.Portable/bin/Release/net10.0/StaticNet.Probe.Portable.dll" --time
    echo "== Mono, .NET Standard 2.0"
    mono "$program" --time
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet "$vectors" >"$work/vectors"
mono "$program" >"$work/mono"
[ -s "$work/mono" ] || { echo "The probe printed nothing." >&2; exit 1; }
diff "$work/vectors" "$work/mono" || { echo "Mono ends in other bits." >&2; exit 1; }
echo "$(wc -l <"$work/mono") fingerprints are the same on $(mono --version | head -n 1 | cut -d '(' -f 1)and on .NET with vectors."
# Its exit code says whether anything was allocated.
mono "$program" --time
