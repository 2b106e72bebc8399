using System.Diagnostics;

namespace StaticNet.Sample;

/// <summary>Wraps a training loop: the time it takes and the bytes it allocates on its thread.</summary>
internal readonly struct Meter
{
    private readonly long _bytes;
    private readonly long _time;

    private Meter(long bytes, long time) => (_bytes, _time) = (bytes, time);

    /// <summary>Starts measuring.</summary>
    /// <remarks>
    /// Collects first: a collection that is still under way in the background, for the arrays made before the loop, takes from each thread the rest of the
    /// memory that it has set aside for small objects, and the runtime counts that rest as allocated.
    /// </remarks>
    public static Meter Start()
    {
        GC.Collect();
        return new(GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
    }

    /// <summary>Stops measuring.</summary>
    public (TimeSpan Elapsed, long AllocatedBytes) Stop() =>
        (Stopwatch.GetElapsedTime(_time), GC.GetAllocatedBytesForCurrentThread() - _bytes);
}
