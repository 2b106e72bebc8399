using System.Numerics;
using System.Runtime.CompilerServices;

namespace StaticNet.Tests.Lanes;

/// <summary>Numbers to try lanes and functions with.</summary>
internal static class LaneValues
{
    /// <summary>Zeros, the edges of the subnormal, normal and finite ranges, infinities, NaN, and a few ordinary numbers; both signs.</summary>
    public static T[] Special<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T two = T.One + T.One;
        T smallestNormal = FromBits<T>(1UL << MantissaBits<T>());
        T[] positive =
        [
            T.Zero, T.Epsilon, T.BitDecrement(smallestNormal), smallestNormal, T.One / two, T.BitDecrement(T.One), T.One,
            T.BitIncrement(T.One), T.One + T.One / two, two, two + T.One / two, T.E * two, T.MaxValue / two, T.MaxValue, T.PositiveInfinity, T.NaN,
        ];
        return [.. positive, .. positive.Select(value => -value)];
    }

    /// <summary>Every bit pattern is as likely as any other: all exponents, both signs, a few NaN.</summary>
    public static T AnyBits<T>(Random random)
        where T : unmanaged =>
        FromBits<T>((ulong)random.NextInt64(long.MinValue, long.MaxValue));

    /// <summary>Random mantissa and sign, with an exponent of base 2 from the range.</summary>
    public static T WithExponent<T>(Random random, int lowest, int highest)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T mantissa = T.One + T.CreateTruncating(random.NextInt64(1L << MantissaBits<T>())) / T.CreateChecked(1L << MantissaBits<T>());
        return T.ScaleB(random.Next(2) == 0 ? mantissa : -mantissa, random.Next(lowest, highest + 1));
    }

    /// <summary>Explicit bits of the mantissa.</summary>
    public static int MantissaBits<T>() => typeof(T) == typeof(float) ? 23 : 52;

    /// <summary>The lowest bits as a number.</summary>
    public static T FromBits<T>(ulong bits)
        where T : unmanaged =>
        Unsafe.SizeOf<T>() == 4 ? Unsafe.BitCast<uint, T>((uint)bits) : Unsafe.BitCast<ulong, T>(bits);

    /// <summary>The bits of a number.</summary>
    public static ulong ToBits<T>(T value)
        where T : unmanaged =>
        Unsafe.SizeOf<T>() == 4 ? Unsafe.BitCast<T, uint>(value) : Unsafe.BitCast<T, ulong>(value);

    /// <summary>The same bits; which NaN a NaN is, IEEE 754 leaves open.</summary>
    public static bool Same<T>(T a, T b)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ToBits(a) == ToBits(b) || (T.IsNaN(a) && T.IsNaN(b));
}
