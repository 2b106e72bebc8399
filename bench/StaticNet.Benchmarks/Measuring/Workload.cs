namespace StaticNet.Benchmarks.Measuring;

/// <summary>One thing that is timed.</summary>
/// <param name="Name">Network and method: <c>W4.train32</c>.</param>
/// <param name="Samples">Samples in one call, where times are given a sample; 1 where they are given a call.</param>
/// <param name="Run">Makes as many calls as it is told.</param>
/// <param name="Check">
/// Does a fixed amount of the same work from a fresh start and returns what came of it, <c>loss=0.0536 bits=…</c> or
/// <c>error=3e-08 bits=…</c>, for comparison with other implementations and widths. Leaves the network ready for timing.
/// </param>
internal sealed record Workload(string Name, int Samples, Action<long> Run, Func<string> Check)
{
    /// <summary>Nanoseconds a call, or a sample where a call takes several.</summary>
    public Timing Measure()
    {
        var timing = Timing.Of(Run);
        return new Timing(timing.Median / Samples, timing.Min / Samples);
    }
}
