using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNet.Tests.CExport;

/// <summary>Inputs of every size that numbers have.</summary>
internal static class CInputs
{
    /// <summary>Samples of one kind each, ordinary, tiny, subnormal, huge or zeros of both signs, and then samples in which all kinds meet.</summary>
    public static T[] Mixed<T>(int size, int samples, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        var inputs = new T[samples * size];
        for (int sample = 0; sample < samples; sample++)
        {
            for (int i = 0; i < size; i++)
            {
                // The last ones have infinities, or NaN too.
                int kind = sample < samples / 2 ? sample % 5 : random.Next(sample < samples - 4 ? 5 : sample < samples - 2 ? 6 : 7);
                inputs[sample * size + i] = Draw<T>(kind, random);
            }
        }

        return inputs;
    }

    /// <summary>Numbers of every exponent and sign, NaN and infinity among them, and a dense row of those where functions bend.</summary>
    public static T[] Sweep<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var inputs = new T[2 * count];
        for (int i = 0; i < count; i++)
        {
            // A large odd number, so that the last bits of the pattern take all values too.
            ulong pattern = (ulong)i * (ulong.MaxValue / (ulong)count) + (ulong)i * 0x9E3779B97F4A7UL;
            inputs[i] = Unsafe.SizeOf<T>() == 4 ? Unsafe.BitCast<uint, T>((uint)(pattern >> 32)) : Unsafe.BitCast<ulong, T>(pattern);
            inputs[count + i] = T.CreateTruncating(240.0 * i / count - 120);
        }

        inputs[0] = T.NegativeZero;
        (inputs[1], inputs[2], inputs[3]) = (T.PositiveInfinity, T.NegativeInfinity, T.NaN);
        return inputs;
    }

    private static T Draw<T>(int kind, Random random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T sign = random.Next(2) == 0 ? T.One : T.NegativeOne;
        int exponents = Unsafe.SizeOf<T>() == 4 ? 126 : 1022;
        return sign * kind switch
        {
            0 => T.CreateTruncating(2 * random.NextDouble()),
            1 => T.ScaleB(T.CreateTruncating(1 + random.NextDouble()), -random.Next(10, exponents)),
            2 => T.Epsilon * T.CreateTruncating(random.Next(1, 1 << 22)),
            3 => T.ScaleB(T.CreateTruncating(1 + random.NextDouble()), random.Next(10, exponents)),
            4 => T.Zero,
            5 => T.PositiveInfinity,
            _ => T.NaN,
        };
    }
}
