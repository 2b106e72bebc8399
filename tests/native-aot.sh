#!/usr/bin/env bash
# Compiles tests/StaticNet.NativeAot ahead of time, for x64 and for Arm64, which QEMU runs. Checks that there is no warning, that the numbers
# have the bits that the JIT's code gives, how large the program is, and how soon after its start it predicts. Linux on x64.
#
#   tests/native-aot.sh            checks
#   tests/native-aot.sh --time     and times training under the JIT and for each set of instructions: docs/native-aot.md has the numbers
#
# Installs what it needs, where it may: GCC and zlib, GCC for Arm64, QEMU.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$here/StaticNet.NativeAot
most_bytes=1600000 most_microseconds=10000

packages=()
command -v gcc >/dev/null || packages+=(gcc libc6-dev)
[ -e /usr/include/zlib.h ] || packages+=(zlib1g-dev)
command -v aarch64-linux-gnu-gcc >/dev/null || packages+=(gcc-aarch64-linux-gnu)
[ -e /usr/aarch64-linux-gnu/lib/libc.so ] || packages+=(libc6-dev-arm64-cross)
command -v qemu-aarch64-static >/dev/null || packages+=(qemu-user-static)
if [ ${#packages[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "Native code needs ${packages[*]}. Install that with your system's packages, as root on Debian or Ubuntu: apt-get install ${packages[*]}" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    apt-get install -q -y --no-install-recommends "${packages[@]}"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# In folders of its own: the ordinary build's are left alone.
publish() {
    local name=$1
    shift
    dotnet publish "$project" -c Release -v q --nologo --artifacts-path "$work/build" -o "$work/$name" "$@"
}
native() {
    local name=$1 runtime=$2
    shift 2
    publish "$name" -p:NativeRuntime="$runtime" "$@" >"$work/$name.log" 2>&1 || { cat "$work/$name.log"; exit 1; }
    if grep -i warning "$work/$name.log"; then exit 1; fi
}

publish jit
dotnet "$work/jit/StaticNet.NativeAot.dll" >"$work/expected"
cat "$work/expected"

native x64 linux-x64 -p:CppCompilerAndLinker=gcc
"$work/x64/StaticNet.NativeAot" | diff "$work/expected" - || { echo "Native code for x64 has other bits."; exit 1; }
# .NET expects clang, which is told its target. GCC for Arm64 has but one.
cat >"$work/link" <<'END'
#!/bin/bash
exec aarch64-linux-gnu-gcc "${@/--target=*/-pipe}"
END
chmod +x "$work/link"
native arm64 linux-arm64 -p:CppCompilerAndLinker="$work/link" -p:ObjCopyName=aarch64-linux-gnu-objcopy
qemu-aarch64-static -L /usr/aarch64-linux-gnu "$work/arm64/StaticNet.NativeAot" | diff "$work/expected" - || { echo "Native code for Arm64 has other bits."; exit 1; }
echo "The same bits under the JIT, on x64 and on Arm64."

bytes=$(stat -c %s "$work/x64/StaticNet.NativeAot")
echo "The program for x64 has $bytes bytes."
[ "$bytes" -le $most_bytes ] || { echo "That is more than $most_bytes."; exit 1; }

# The best of many: a machine that has other things to do starts nothing quickly.
best=
for _ in $(seq 50); do
    time=$(STARTED=${EPOCHREALTIME/./} "$work/x64/StaticNet.NativeAot" | sed -n 's/.*: \([0-9]*\) us$/\1/p')
    if [ -z "$best" ] || [ "$time" -lt "$best" ]; then best=$time; fi
done
echo "The first prediction is made $best microseconds after the start."
[ "$best" -le $most_microseconds ] || { echo "That is more than $most_microseconds."; exit 1; }

if [ "${1:-}" = --time ]; then
    for set in x86-64-v2 x86-64-v3 x86-64-v4; do
        native $set linux-x64 -p:CppCompilerAndLinker=gcc -p:IlcInstructionSet=$set
        "$work/$set/StaticNet.NativeAot" | diff "$work/expected" - || { echo "Native code for $set has other bits."; exit 1; }
    done
    # In turn, so that what else the machine does meets all of them.
    for round in 1 2 3; do
        echo "$round: JIT: $(dotnet "$work/jit/StaticNet.NativeAot.dll" time)"
        for set in x86-64-v2 x86-64-v3 x86-64-v4; do
            echo "$round: $set: $("$work/$set/StaticNet.NativeAot" time)"
        done
    done
fi
