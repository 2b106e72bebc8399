namespace StaticNet.Benchmarks.Measuring;

/// <summary>Nanoseconds a unit of work takes.</summary>
/// <param name="Median">Of the repetitions.</param>
/// <param name="Min">The fastest of them.</param>
internal readonly record struct Timing(double Median, double Min)
{
    private const int Repetitions = 11;
    private const double RepetitionTime = 60e6;

    // On a single processor .NET waits ten times as long, a second, before it recompiles what has turned out to be used a lot.
    private static readonly double s_warmUpTime = Environment.ProcessorCount == 1 ? 4000e6 : 600e6;

    /// <summary>
    /// Measures as the native reference programs do: the work is sized to 60 ms a repetition, of which there are eleven. Before that
    /// it runs long enough for the JIT to have put its final code in place, which it does in the background.
    /// </summary>
    /// <param name="run">Does as many units of work as it is told.</param>
    public static Timing Of(Action<long> run)
    {
        long units = WarmUp(run);
        for (; ; )
        {
            double time = Once(run, units);
            if (time > RepetitionTime * 2 / 3)
                break;
            units = time < 1e5 ? units * 16 : (long)(units * (RepetitionTime / time)) + 1;
        }

        var times = new double[Repetitions];
        for (int i = 0; i < times.Length; i++)
            times[i] = Once(run, units) / units;
        Array.Sort(times);
        return new Timing(times[Repetitions / 2], times[0]);
    }

    /// <returns>A number of units that takes a millisecond or more.</returns>
    private static long WarmUp(Action<long> run)
    {
        // Many short runs rather than a long one: methods are recompiled after a number of calls.
        long units = 1;
        double start = CpuClock.Nanoseconds;
        for (int calls = 0; calls < 100 || CpuClock.Nanoseconds - start < s_warmUpTime; calls++)
        {
            if (Once(run, units) < 1e6 && calls > 50)
                units *= 2;
            if (CpuClock.Nanoseconds - start > 4 * s_warmUpTime)
                break;
        }

        return units;
    }

    private static double Once(Action<long> run, long units)
    {
        double start = CpuClock.Nanoseconds;
        run(units);
        return CpuClock.Nanoseconds - start;
    }
}
