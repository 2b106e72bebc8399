using System.Runtime.CompilerServices;

namespace StaticNet.Portable.Lanes;

/// <summary>Fused multiply-add of single numbers, exact, in plain arithmetic.</summary>
internal static unsafe class SoftwareFma
{
    private const double SmallestModerate = 3.8725919148493183e-121; // 2⁻⁴⁰⁰
    private const double LargestModerate = 2.5822498780869086e+120; // 2⁴⁰⁰
    private const ulong SmallestNormal = 0x3810000000000000; // 2⁻¹²⁶

    /// <summary>
    /// The product of two floats is exact in double, and the sum with the addend is rounded there. Rounding that to float gives what one rounding would have given,
    /// unless it lies in the middle between two floats, where what was discarded decides. The middle is a pattern of the last 29 bits; for subnormal results another one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Compute(float a, float b, float c)
    {
        double sum = ((double)a * b) + c;
        return IsRounded(*(long*)&sum) ? (float)sum : ByOdd((double)a * b, c);
    }

    /// <summary>Whether a sum, of which these are the bits, may be rounded to float as it is. Less one, a zero is larger than all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsRounded(long sum) => ((int)sum & 0x1FFFFFFF) != 0x10000000 && unchecked((ulong)((sum & long.MaxValue) - 1)) >= SmallestNormal - 1;

    /// <summary>The sum is rounded to odd, after which rounding to float gives what one rounding would have given (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums", 2008).</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static float ByOdd(double product, double c) => (float)AddRoundedToOdd(product, c);

    /// <summary>The same idea with double's product as an unevaluated sum of two (Dekker). Valid while no part over- or underflows; other magnitudes go by integers.</summary>
    public static double Compute(double a, double b, double c)
    {
        if (!IsModerate(a) || !IsModerate(b) || !IsModerate(c))
            return IntegerFma.Compute(a, b, c);

        double product = a * b;
        double aHigh = High(a), aLow = a - aHigh, bHigh = High(b), bLow = b - bHigh;
        double productError = (aLow * bLow) - (product - (aHigh * bHigh) - (aLow * bHigh) - (aHigh * bLow));
        double t = Sum(c, productError, out double tError);
        double v = Sum(product, t, out double vError);
        double result = v + AddRoundedToOdd(tError, vError);
        // An exact zero takes its sign from the plain expression, which is exact in that case.
        return result == 0 ? product + c : result;
    }

    private static bool IsModerate(double x)
    {
        double magnitude = Math.Abs(x);
        return (magnitude > SmallestModerate && magnitude < LargestModerate) || x == 0;
    }

    /// <summary>The upper half of Veltkamp's splitting into two of 26 bits each.</summary>
    private static double High(double x)
    {
        double scaled = x * 134217729.0; // 2²⁷ + 1
        return scaled - (scaled - x);
    }

    /// <summary>Knuth's exact addition: sum and rounding error.</summary>
    private static double Sum(double a, double b, out double error)
    {
        double sum = a + b;
        double bPart = sum - a;
        error = (a - (sum - bPart)) + (b - bPart);
        return sum;
    }

    /// <summary>An inexact sum with an even last bit moves one step towards the exact value, which makes its last bit odd: no information about the discarded part is lost.</summary>
    private static double AddRoundedToOdd(double a, double b)
    {
        double sum = Sum(a, b, out double error);
        long bits = *(long*)&sum;
        // Infinities and NaN have a NaN error, which compares false on both sides.
        if (!(error < 0 || error > 0) || (bits & 1) != 0)
            return sum;
        bits += (sum < 0) == (error < 0) ? 1 : -1;
        return *(double*)&bits;
    }
}
