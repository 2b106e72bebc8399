using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>
/// Fused multiply-add for machines without the instruction, exact and in vectors. .NET's own fallback calls the C library once a
/// lane, which is tens of times slower.
/// </summary>
internal static class SoftwareFma
{
    private const double SmallestModerate = 3.8725919148493183e-121; // 2⁻⁴⁰⁰
    private const double LargestModerate = 2.5822498780869086e+120; // 2⁴⁰⁰

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Compute<T>(Vector128<T> a, Vector128<T> b, Vector128<T> c)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Single(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
            : Double(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();

    /// <summary>
    /// The product of two floats is exact in double, and their sum with the addend is rounded there. Rounding that to float gives what one
    /// rounding would have given, unless it lies in the middle between two floats, where what was discarded decides. The middle is a pattern of the
    /// last 29 bits; for subnormal results it would be another one.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<float> Single(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        var lower = Vector128.WidenLower(a) * Vector128.WidenLower(b) + Vector128.WidenLower(c);
        var upper = Vector128.WidenUpper(a) * Vector128.WidenUpper(b) + Vector128.WidenUpper(c);
        var result = Vector128.Narrow(lower, upper);
        var lowerWords = Sse.IsSupported ? Sse.Shuffle(lower.AsSingle(), upper.AsSingle(), 0x88).AsUInt32() : Vector128.Narrow(lower.AsUInt64(), upper.AsUInt64());
        var lastBits = lowerWords & Vector128.Create(0x1FFFFFFFu);
        var middle = Vector128.Equals(lastBits, Vector128.Create(0x10000000u));
        var small = Vector128.LessThan(Vector128.Abs(result), Vector128.Create(1.17549435e-38f)).AsUInt32();
        return (middle | small) == Vector128<uint>.Zero ? result : SingleByOdd(a, b, c);
    }

    /// <summary>
    /// The sum is rounded to odd, after which rounding to float gives what one rounding would have given (Boldo and Melquiond,
    /// "Emulation of FMA and correctly rounded sums", 2008).
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<float> SingleByOdd(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        var lower = AddRoundedToOdd(Vector128.WidenLower(a) * Vector128.WidenLower(b), Vector128.WidenLower(c));
        var upper = AddRoundedToOdd(Vector128.WidenUpper(a) * Vector128.WidenUpper(b), Vector128.WidenUpper(c));
        return Vector128.Narrow(lower, upper);
    }

    /// <summary>
    /// The same idea with double's product as an unevaluated sum of two (Dekker). Valid while no part over- or underflows;
    /// other magnitudes, which trained networks hardly meet, take the C library's way.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector128<double> Double(Vector128<double> a, Vector128<double> b, Vector128<double> c)
    {
        if (!Vector128.EqualsAll((Moderate(a) & Moderate(b) & Moderate(c)).AsInt64(), Vector128<long>.AllBitsSet))
            return Vector128.Create(Math.FusedMultiplyAdd(a[0], b[0], c[0]), Math.FusedMultiplyAdd(a[1], b[1], c[1]));

        var product = a * b;
        var (aHigh, aLow) = Split(a);
        var (bHigh, bLow) = Split(b);
        var productError = aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow);
        var (t, tError) = TwoSum(c, productError);
        var (v, vError) = TwoSum(product, t);
        var result = v + AddRoundedToOdd(tError, vError);
        // An exact zero takes its sign from the plain expression, which is exact in that case.
        return Vector128.ConditionalSelect(Vector128.Equals(result, Vector128<double>.Zero), product + c, result);
    }

    private static Vector128<double> Moderate(Vector128<double> x)
    {
        var magnitude = Vector128.Abs(x);
        var within = Vector128.GreaterThan(magnitude, Vector128.Create(SmallestModerate)) & Vector128.LessThan(magnitude, Vector128.Create(LargestModerate));
        return within | Vector128.Equals(x, Vector128<double>.Zero);
    }

    /// <summary>Veltkamp's splitting into two halves of 26 bits each.</summary>
    private static (Vector128<double> High, Vector128<double> Low) Split(Vector128<double> x)
    {
        var scaled = x * Vector128.Create(134217729.0); // 2²⁷ + 1
        var high = scaled - (scaled - x);
        return (high, x - high);
    }

    /// <summary>Knuth's exact addition: sum and rounding error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<double> Sum, Vector128<double> Error) TwoSum(Vector128<double> a, Vector128<double> b)
    {
        var sum = a + b;
        var bPart = sum - a;
        return (sum, (a - (sum - bPart)) + (b - bPart));
    }

    /// <summary>
    /// An inexact sum with an even last bit moves one step towards the exact value, which makes its last bit odd: no information
    /// about the discarded part is lost to a later rounding.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> AddRoundedToOdd(Vector128<double> a, Vector128<double> b)
    {
        var (sum, error) = TwoSum(a, b);
        var bits = sum.AsInt64();
        // Infinities and NaN have a NaN error, which compares false on both sides.
        var inexact = (Vector128.LessThan(error, Vector128<double>.Zero) | Vector128.GreaterThan(error, Vector128<double>.Zero)).AsInt64();
        var even = Vector128.Equals(bits & Vector128<long>.One, Vector128<long>.Zero);
        // Same sign: the magnitude grows by one unit; opposite signs: it shrinks by one.
        var opposite = Vector128.ShiftRightArithmetic((sum ^ error).AsInt64(), 63);
        var step = opposite | Vector128<long>.One;
        return (bits + (step & inexact & even)).AsDouble();
    }
}
