using System.Numerics;
using StaticNet.Tests.Lanes;

namespace StaticNet.Tests.Functions;

/// <summary>Arguments to measure functions at.</summary>
internal static class Sampling
{
    /// <summary>A primes' step over all 2³² floats, and a finer one over those between 2⁻¹² and 32 in magnitude.</summary>
    public static IEnumerable<float[]> AllFloats()
    {
        foreach (float[] block in Blocks(0, uint.MaxValue, 4099))
            yield return block;
        foreach (uint sign in new[] { 0u, 0x80000000u })
            foreach (float[] block in Blocks(sign | BitConverter.SingleToUInt32Bits(1 / 4096f), sign | BitConverter.SingleToUInt32Bits(32), 257))
                yield return block;
    }

    /// <summary>Every exponent alike, then evenly in the ranges where the functions bend, over- and underflow.</summary>
    public static double[] Doubles(int count)
    {
        var random = new Random(81);
        var values = new List<double>();
        for (int i = 0; i < count; i++)
        {
            values.Add(LaneValues.AnyBits<double>(random));
            values.Add(LaneValues.WithExponent<double>(random, -40, 5));
            values.Add(60 * random.NextDouble() - 30);
            values.Add(1600 * random.NextDouble() - 800);
            // Around 1, where logarithms are small.
            values.Add(1 + Math.ScaleB(2 * random.NextDouble() - 1, -random.Next(53)));
        }

        return [.. values.Where(double.IsFinite), .. LaneValues.Special<double>().Where(double.IsFinite)];
    }

    /// <summary>Runs of neighbours: a random number of any magnitude and those that follow it.</summary>
    public static IEnumerable<T[]> Neighbours<T>(int runs, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(82);
        for (int run = 0; run < runs; run++)
        {
            var values = new T[length];
            // Half of them where the functions are not yet constant.
            values[0] = run % 2 == 0 ? LaneValues.WithExponent<T>(random, -8, 7) : LaneValues.AnyBits<T>(random);
            for (int i = 1; i < length; i++)
                values[i] = T.BitIncrement(values[i - 1]);
            if (values.All(value => T.IsFinite(value)))
                yield return values;
        }
    }

    private static IEnumerable<float[]> Blocks(uint first, uint last, uint step)
    {
        var block = new List<float>();
        for (ulong bits = first; bits <= last; bits += step)
        {
            float value = BitConverter.UInt32BitsToSingle((uint)bits);
            if (float.IsFinite(value))
                block.Add(value);
            if (block.Count < 4096)
                continue;
            yield return [.. block];
            block.Clear();
        }

        yield return [.. block];
    }
}
