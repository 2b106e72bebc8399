# Shared by the scripts beside it; sourced, not run.
bench_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export LC_ALL=C DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Runs a command on one core, the last this shell may use, where the system lets us choose.
pinned() {
    if [ -z "${core+set}" ]; then
        core=$(taskset -cp $$ 2>/dev/null | sed 's/.*[ ,-]//') || core=
    fi
    if [ -n "$core" ]; then taskset -c "$core" "$@"; else "$@"; fi
}

build_harness() {
    dotnet build -c Release "$bench_folder/StaticNet.Benchmarks" -v q --nologo >&2 || exit 1
    harness=$bench_folder/StaticNet.Benchmarks/bin/Release/net10.0/StaticNet.Benchmarks.dll
}

# One line about the machine for the head of a table.
machine() {
    printf '%s, %s cores, %s, .NET %s, %s\n' \
        "$(sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo 2>/dev/null | head -n 1)" \
        "$(getconf _NPROCESSORS_ONLN)" "$(uname -sm)" "$(dotnet --version)" "$(date -u +%Y-%m-%d)"
}
