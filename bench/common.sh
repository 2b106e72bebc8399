# Shared by the scripts beside it; sourced, not run.
bench_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export LC_ALL=C DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The core to measure on: the last this shell may use; empty where the system does not let us choose.
core=$(taskset -cp $$ 2>/dev/null | sed 's/.*[ ,-]//') || core=

# Runs a native program on that core.
pinned() {
    if [ -n "$core" ]; then taskset -c "$core" "$@"; else "$@"; fi
}

# Runs our harness with its measuring thread on that core. Not by taskset: .NET on a single core recompiles a second later.
workloads() {
    dotnet "$harness" workloads ${core:+--core "$core"} "$@"
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
