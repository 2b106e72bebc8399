using System.Diagnostics;
using System.Numerics;

namespace StaticNet.Sample;

/// <summary>How long each of a million steps took. All memory is allocated when it is made; a step adds one to a counter.</summary>
/// <remarks>
/// Durations are in ticks of <see cref="Stopwatch"/>. Up to 128 ticks each has a counter of its own; above, the counters of an octave are
/// 64, so that a percentile is too large by less than 1/64. The mean and the longest duration are exact.
/// </remarks>
internal sealed class LatencyHistogram
{
    private const int OctaveBits = 6;
    private const int Octave = 1 << OctaveBits;
    private readonly long[] _counts = new long[(64 - OctaveBits) * Octave];
    private long _sum;
    private long _max;

    /// <summary>Durations recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The longest, in seconds.</summary>
    public double Max => Seconds(_max);

    /// <summary>The mean, in seconds; 0 if there are none.</summary>
    public double Mean => Count == 0 ? 0 : Seconds(_sum) / Count;

    /// <summary>The sum, in seconds.</summary>
    public double Sum => Seconds(_sum);

    /// <summary>Adds a duration.</summary>
    /// <param name="ticks">The difference of two timestamps.</param>
    public void Record(long ticks)
    {
        ticks = Math.Max(ticks, 0);
        _counts[Bin(ticks)]++;
        _sum += ticks;
        _max = Math.Max(_max, ticks);
        Count++;
    }

    /// <summary>The duration that so many steps don't exceed, in seconds; 0 if there are none.</summary>
    /// <param name="share">Of the steps, from 0 to 1: 0.5 for the median.</param>
    public double Percentile(double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(share * Count)), seen = 0;
        for (int bin = 0; bin < _counts.Length; bin++)
        {
            seen += _counts[bin];
            if (seen >= rank)
                return Seconds(Math.Min(First(bin + 1) - 1, _max));
        }
        return 0;
    }

    /// <summary>Steps that took longer.</summary>
    /// <param name="seconds">A deadline.</param>
    public long CountAbove(double seconds)
    {
        long count = 0;
        for (int bin = Bin((long)(seconds * Stopwatch.Frequency)) + 1; bin < _counts.Length; bin++)
            count += _counts[bin];
        return count;
    }

    /// <summary>The bins that hold something: where each begins and ends, in seconds, and its count.</summary>
    public IEnumerable<(double From, double To, long Count)> Bins() =>
        from bin in Enumerable.Range(0, _counts.Length)
        where _counts[bin] > 0
        select (Seconds(First(bin)), Seconds(First(bin + 1)), _counts[bin]);

    private static int Bin(long ticks)
    {
        int shift = Math.Max(0, BitOperations.Log2((ulong)ticks) - OctaveBits);
        return (shift << OctaveBits) + (int)(ticks >> shift);
    }

    /// <summary>The shortest duration in a bin, in ticks: the inverse of <see cref="Bin"/>.</summary>
    private static long First(int bin)
    {
        int shift = Math.Max(0, (bin >> OctaveBits) - 1);
        return (long)(bin - (shift << OctaveBits)) << shift;
    }

    private static double Seconds(long ticks) => (double)ticks / Stopwatch.Frequency;
}
