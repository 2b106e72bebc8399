#!/bin/sh
# Prints how large the code of an exported 2-3-2 network is, with the header's own functions and with those of the C library, for this machine and for ARM's small
# processors where their compiler is installed (on Debian: gcc-arm-none-eabi). Needs the .NET SDK and GCC.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build "$here/../src/Tool" -c Release -v q --nologo
export_net() {
    dotnet "$here/../src/Tool/bin/Release/net10.0/StaticNet.Tool.dll" export "$here/StaticNet.Tests/Serialization/Corpus/seed-golden.safetensors" --c "$work/net.h" "$@" >"$work/log"
}
printf '#include "net.h"\nvoid run(const float *x, float *y);\nint classify(const float *x);\nvoid run(const float *x, float *y) { net_forward(x, y); }\nint classify(const float *x) { return net_predict(x); }\n' >"$work/net.c"

# size <compiler> <options...>: bytes of code, and those of constants.
measure() {
    "$@" -std=c99 -Os -c "$work/net.c" -o "$work/net.o"
    size -A "$work/net.o" 2>/dev/null | awk '/^\.text/ { code += $2 } END { printf "%8d", code }'
}

printf '%-32s %8s %8s\n' "bytes of code, gcc -Os" own libm
for target in "gcc -mfma" "gcc" "arm-none-eabi-gcc -mcpu=cortex-m4 -mfloat-abi=hard" "arm-none-eabi-gcc -mcpu=cortex-m3" "arm-none-eabi-gcc -mcpu=cortex-m0"; do
    # shellcheck disable=SC2086
    set -- $target
    command -v "$1" >/dev/null || continue
    # A processor that has no such option is none of x64.
    "$@" -x c -c /dev/null -o "$work/empty.o" 2>/dev/null || continue
    printf '%-32s' "$(echo "$target" | sed 's/arm-none-eabi-gcc -mcpu=//; s/ -mfloat-abi=hard/, with floating point/')"
    export_net
    measure "$@"
    export_net --libm
    measure "$@"
    echo
done
