using System.Diagnostics;

namespace StaticNet.Sample;

/// <summary>Wraps a training loop: the time it takes and the bytes it allocates on its thread.</summary>
internal readonly struct Meter
{
    private readonly long _bytes;
    private readonly long _time;

    private Meter(long bytes, long time) => (_bytes, _time) = (bytes, time);

    /// <summary>Starts measuring.</summary>
    public static Meter Start() => new(GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

    /// <summary>Stops measuring.</summary>
    public (TimeSpan Elapsed, long AllocatedBytes) Stop() =>
        (Stopwatch.GetElapsedTime(_time), GC.GetAllocatedBytesForCurrentThread() - _bytes);
}
