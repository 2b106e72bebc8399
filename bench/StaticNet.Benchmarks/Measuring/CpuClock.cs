using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StaticNet.Benchmarks.Measuring;

/// <summary>
/// Processor time of the current thread, where the system tells it finely enough, and wall time elsewhere: a neighbour on the same
/// core does not count, nor does the JIT on its own thread.
/// </summary>
internal static class CpuClock
{
    private const int ThreadProcessorTime = 3; // CLOCK_THREAD_CPUTIME_ID

    /// <summary>Nanoseconds since some moment.</summary>
    public static double Nanoseconds =>
        OperatingSystem.IsLinux() && GetTime(ThreadProcessorTime, out var time) == 0
            ? (1e9 * time.Seconds) + time.Nanoseconds
            : 1e9 * Stopwatch.GetTimestamp() / Stopwatch.Frequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpecification time);

    private struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
