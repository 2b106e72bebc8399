using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>Operations on the bit patterns of 512-bit vectors.</summary>
internal static class Bits512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> FirstLanesSingle(int count) =>
        Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> FirstLanesDouble(int count) =>
        Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).AsDouble();

    /// <summary>Where there is no instruction for it: two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Scale(Vector512<float> x, Vector512<float> n)
    {
        var half = Vector512.Round(n * Vector512.Create(0.5f));
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Scale(Vector512<double> x, Vector512<double> n)
    {
        var half = Vector512.Round(n * Vector512.Create(0.5));
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>Adding 1.5·2²³ puts n, biased, into the lowest mantissa bits; a shift moves it to the exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<float> n) =>
        Vector512.ShiftLeft((n + Vector512.Create(12582912f + 127f)).AsInt32(), 23).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<double> n) =>
        Vector512.ShiftLeft((n + Vector512.Create(6755399441055744.0 + 1023.0)).AsInt64(), 52).AsDouble();

    /// <summary>Integer arithmetic on the bit pattern: subtracting the pattern of √½ makes the exponent field the one we want.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Decompose(Vector512<float> x, out Vector512<float> exponent)
    {
        var root = Vector512.Create(0x3F3504F3);
        var bits = x.AsInt32() - root;
        var biased = Vector512.ShiftRightArithmetic(bits, 23) + Vector512.Create(0x4B400000);
        exponent = biased.AsSingle() - Vector512.Create(12582912f);
        return ((bits & Vector512.Create(0x7FFFFF)) + root).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Decompose(Vector512<double> x, out Vector512<double> exponent)
    {
        var root = Vector512.Create(0x3FE6A09E667F3BCDL);
        var bits = x.AsInt64() - root;
        var biased = Vector512.ShiftRightArithmetic(bits, 52) + Vector512.Create(0x4338000000000000L);
        exponent = biased.AsDouble() - Vector512.Create(6755399441055744.0);
        return ((bits & Vector512.Create(0xFFFFFFFFFFFFFL)) + root).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> LoadIntegersDouble(ref int origin, int offset)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref origin, (nuint)(uint)offset));
        return Vector512.Create(Bits256<double>.LoadIntegers(ref origin, offset), Bits256<double>.LoadIntegers(ref origin, offset + 4));
    }
}
