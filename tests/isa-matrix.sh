#!/bin/sh
# Runs the runtime's tests as on machines with less: without AVX-512, without AVX2 and FMA, and without any vector instruction beyond the base line.
# The fingerprints in StaticNet.Tests/Data/bits.csv must come out each time. Stops at the first failure.
#
#   tests/isa-matrix.sh            everything, a minute or two a run
#   tests/isa-matrix.sh --quick    without the sweeps that measure the accuracy of functions
set -eu
here=$(dirname "$0")
skip_sweeps="-trait- Category=Sweep"
all=""
if [ "${1:-}" = "--quick" ]; then
    all=$skip_sweeps
fi

dotnet build "$here/StaticNet.Tests" -c Release -v q --nologo

run() {
    # $1: the variable that takes instructions away, $2: options of the test program
    echo "== ${1:-everything the machine has}"
    # shellcheck disable=SC2086
    set -f
    env ${1:-STATICNET_ISA=all} dotnet "$here/StaticNet.Tests/bin/Release/net10.0/StaticNet.Tests.dll" $2
}

run "" "$all"
run DOTNET_EnableAVX512=0 "$all"
run DOTNET_EnableAVX2=0 "$all"
# Everything runs in emulation here: the lanes, the functions' bits, and the fingerprints, without the long runs.
run DOTNET_EnableHWIntrinsic=0 "-class StaticNet.Tests.Lanes* -class StaticNet.Tests.Functions.FormTests -class StaticNet.Tests.Functions.SpecialValueTests -class StaticNet.Tests.Determinism.BitsTests -trait- Category=Long"
echo "== all passed"
