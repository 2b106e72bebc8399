using System.Buffers.Binary;
using System.Diagnostics;
using StaticNet.Sample;

namespace StaticNet.Tests.Loops;

/// <summary>What the samples measure with.</summary>
[Collection(Alone.Name)]
public class MeasuringTests
{
    /// <summary>Against sorted durations, from 0 to days.</summary>
    [Fact]
    public void Percentiles_are_right_to_a_64th()
    {
        var random = new SplitMix64(1);
        var histogram = new LatencyHistogram();
        long[] ticks = new long[10_001];
        for (int i = 0; i < ticks.Length; i++)
        {
            ticks[i] = (long)(random.Next() >> (14 + random.Next(50)));
            histogram.Record(ticks[i]);
        }
        Array.Sort(ticks);

        foreach (double share in (double[])[0, 0.001, 0.25, 0.5, 0.9, 0.99, 0.999, 1])
        {
            double exact = Seconds(ticks[Math.Max((int)Math.Ceiling(share * ticks.Length) - 1, 0)]);
            Assert.InRange(histogram.Percentile(share), exact, (exact * (1 + (1.0 / 64))) + Seconds(1));
        }
        Assert.Equal(Seconds(ticks[^1]), histogram.Max);
        Assert.Equal(ticks.Average(Seconds), histogram.Mean, 1e-6 * histogram.Mean);
        Assert.Equal(ticks.Length, histogram.Bins().Sum(bin => bin.Count));
        Assert.All(histogram.Bins(), bin => Assert.Equal(bin.Count, ticks.Count(t => Seconds(t) >= bin.From && Seconds(t) < bin.To)));

        static double Seconds(long ticks) => (double)ticks / Stopwatch.Frequency;
    }

    [Fact]
    public void Steps_beyond_a_deadline_are_counted()
    {
        var histogram = new LatencyHistogram();
        foreach (int milliseconds in (int[])[1, 2, 50, 100])
            histogram.Record(milliseconds * Stopwatch.Frequency / 1000);
        Assert.Equal((4, 2, 0), (histogram.CountAbove(0.0005), histogram.CountAbove(0.01), histogram.CountAbove(1)));
    }

    [Fact]
    public void Nothing_recorded_is_no_time()
    {
        var histogram = new LatencyHistogram();
        Assert.Equal((0, 0, 0, 0), (histogram.Mean, histogram.Max, histogram.Percentile(0.5), histogram.CountAbove(0)));
    }

    [Fact]
    public void A_loop_that_allocates_is_found_out()
    {
        var meter = LoopMeter.Start();
        byte[] garbage = new byte[10_000];
        GC.Collect();
        var cost = meter.Stop();
        GC.KeepAlive(garbage);
        Assert.InRange(cost.AllocatedBytes, garbage.Length, long.MaxValue);
        Assert.InRange(cost.Collections, 1, int.MaxValue);
    }

    /// <summary>By its definition, byte by byte.</summary>
    [Fact]
    public void The_fingerprint_is_FNV_1a()
    {
        var hash = new Fnv1a();
        Assert.Equal(0xCBF29CE484222325, hash.Value);
        hash.Add([1.5f, -0f]);
        hash.Add(-2L);
        hash.Add(Math.PI);

        byte[] bytes = new byte[24];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, 1.5f);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(4), -0f);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), -2);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(16), Math.PI);
        ulong expected = 0xCBF29CE484222325;
        foreach (byte value in bytes)
            expected = unchecked((expected ^ value) * 1_099_511_628_211);
        Assert.Equal(expected, hash.Value);
    }
}
