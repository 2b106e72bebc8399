using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>Operations on 512-bit vectors that are one instruction where there are such vectors, and are spelled out for tests elsewhere.</summary>
internal static class Bits512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Fma(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Vector512.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Fma(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Vector512.FusedMultiplyAdd(a, b, c);

    /// <summary>The JIT does not turn a negated addend of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Fms(Vector512<float> a, Vector512<float> b, Vector512<float> c)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.FusedMultiplySubtract(a, b, c);
        }

        return Fma(a, b, -c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Fms(Vector512<double> a, Vector512<double> b, Vector512<double> c)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.FusedMultiplySubtract(a, b, c);
        }

        return Fma(a, b, -c);
    }

    /// <summary>The JIT does not turn a negated factor of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Fnma(Vector512<float> a, Vector512<float> b, Vector512<float> c)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.FusedMultiplyAddNegated(a, b, c);
        }

        return Fma(-a, b, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Fnma(Vector512<double> a, Vector512<double> b, Vector512<double> c)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.FusedMultiplyAddNegated(a, b, c);
        }

        return Fma(-a, b, c);
    }

    /// <summary>x86's own instruction is exactly <c>a &lt; b ? a : b</c>; elsewhere NaN and signed zeros would differ, so it is spelled out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Min(Vector512<float> a, Vector512<float> b)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Min(a, b);
        }

        return Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Min(Vector512<double> a, Vector512<double> b)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Min(a, b);
        }

        return Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);
    }

    /// <summary>As for the minimum, with <c>a &gt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Max(Vector512<float> a, Vector512<float> b)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Max(a, b);
        }

        return Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Max(Vector512<double> a, Vector512<double> b)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Max(a, b);
        }

        return Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Round(Vector512<float> a) =>
        Vector512.Round(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Round(Vector512<double> a) =>
        Vector512.Round(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> FirstLanesSingle(int count) =>
        Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> FirstLanesDouble(int count) =>
        Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).AsDouble();

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Scale(Vector512<float> x, Vector512<float> n)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Scale(x, n);
        }

        var half = Vector512.Round(n * Vector512.Create(0.5f));
        return x * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Scale(Vector512<double> x, Vector512<double> n)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Scale(x, n);
        }

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
    internal static Vector512<float> LoadIntegersSingle(ref int origin, int offset) =>
        Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref origin, (nuint)(uint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> LoadIntegersDouble(ref int origin, int offset)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref origin, (nuint)(uint)offset));
        return Vector512.Create(Bits256<double>.LoadIntegers(ref origin, offset), Bits256<double>.LoadIntegers(ref origin, offset + 4));
    }
}
