namespace StaticNet.Sample;

/// <summary>Wraps a loop that must not allocate: time, bytes, garbage collections.</summary>
internal readonly struct LoopMeter
{
    private readonly Meter _meter;
    private readonly int _collections;

    private LoopMeter(Meter meter, int collections) => (_meter, _collections) = (meter, collections);

    /// <summary>Starts measuring, after a collection of what was there before.</summary>
    public static LoopMeter Start()
    {
        var meter = Meter.Start();
        return new(meter, GC.CollectionCount(0));
    }

    /// <summary>Stops measuring.</summary>
    public LoopCost Stop()
    {
        // A collection of any generation is one of generation 0, too.
        int collections = GC.CollectionCount(0) - _collections;
        (TimeSpan elapsed, long bytes) = _meter.Stop();
        return new LoopCost(elapsed, bytes, collections);
    }
}

/// <summary>What a loop cost.</summary>
/// <param name="Elapsed">Its time.</param>
/// <param name="AllocatedBytes">On its thread.</param>
/// <param name="Collections">Garbage collections in the whole process meanwhile.</param>
internal readonly record struct LoopCost(TimeSpan Elapsed, long AllocatedBytes, int Collections);
