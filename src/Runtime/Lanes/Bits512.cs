using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector512 lacks for generic elements: operations that choose by the element type and fold to one instruction or a few.</summary>
internal static class Bits512<T>
    where T : unmanaged
{
    // Casts by way of object compile to nothing where the types are the same, which they are once T is known. The generic methods that
    // Vector512 has for this would each have to be instantiated for T before the first kernel can be compiled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> S(Vector512<T> v) => (Vector512<float>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> D(Vector512<T> v) => (Vector512<double>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> From(Vector512<float> v) => (Vector512<T>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> From(Vector512<double> v) => (Vector512<T>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Fma(Vector512<T> a, Vector512<T> b, Vector512<T> c)
    {
        return typeof(T) == typeof(float)
            ? From(Vector512.FusedMultiplyAdd(S(a), S(b), S(c)))
            : From(Vector512.FusedMultiplyAdd(D(a), D(b), D(c)));
    }

    /// <summary>The JIT does not turn a negated addend of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Fms(Vector512<T> a, Vector512<T> b, Vector512<T> c)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx512F.FusedMultiplySubtract(S(a), S(b), S(c)))
                : From(Avx512F.FusedMultiplySubtract(D(a), D(b), D(c)));
        }

        return Fma(a, b, -c);
    }

    /// <summary>The JIT does not turn a negated factor of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Fnma(Vector512<T> a, Vector512<T> b, Vector512<T> c)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx512F.FusedMultiplyAddNegated(S(a), S(b), S(c)))
                : From(Avx512F.FusedMultiplyAddNegated(D(a), D(b), D(c)));
        }

        return Fma(-a, b, c);
    }

    /// <summary>x86's own instruction is exactly <c>a &lt; b ? a : b</c>; elsewhere NaN and signed zeros would differ, so it is spelled out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Min(Vector512<T> a, Vector512<T> b)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx512F.Min(S(a), S(b)))
                : From(Avx512F.Min(D(a), D(b)));
        }

        return Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);
    }

    /// <summary>As <see cref="Min"/>, with <c>a &gt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Max(Vector512<T> a, Vector512<T> b)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx512F.Max(S(a), S(b)))
                : From(Avx512F.Max(D(a), D(b)));
        }

        return Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Round(Vector512<T> a) =>
        typeof(T) == typeof(float)
            ? From(Vector512.Round(S(a)))
            : From(Vector512.Round(D(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> FirstLanes(int count) =>
        typeof(T) == typeof(float)
            ? From(Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle())
            : From(Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).AsDouble());

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Scale(Vector512<T> x, Vector512<T> n)
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx512F.Scale(S(x), S(n)))
                : From(Avx512F.Scale(D(x), D(n)));
        }

        if (typeof(T) == typeof(float))
        {
            var half = Vector512.Round(S(n) * Vector512.Create(0.5f));
            return From(S(x) * PowerOfTwo(half) * PowerOfTwo(S(n) - half));
        }
        else
        {
            var half = Vector512.Round(D(n) * Vector512.Create(0.5));
            return From(D(x) * PowerOfTwo(half) * PowerOfTwo(D(n) - half));
        }
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
    internal static Vector512<T> Decompose(Vector512<T> x, out Vector512<T> exponent)
    {
        if (typeof(T) == typeof(float))
        {
            var root = Vector512.Create(0x3F3504F3);
            var bits = S(x).AsInt32() - root;
            var biased = Vector512.ShiftRightArithmetic(bits, 23) + Vector512.Create(0x4B400000);
            exponent = From(biased.AsSingle() - Vector512.Create(12582912f));
            return From(((bits & Vector512.Create(0x7FFFFF)) + root).AsSingle());
        }
        else
        {
            var root = Vector512.Create(0x3FE6A09E667F3BCDL);
            var bits = D(x).AsInt64() - root;
            var biased = Vector512.ShiftRightArithmetic(bits, 52) + Vector512.Create(0x4338000000000000L);
            exponent = From(biased.AsDouble() - Vector512.Create(6755399441055744.0));
            return From(((bits & Vector512.Create(0xFFFFFFFFFFFFFL)) + root).AsDouble());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> LoadIntegers(ref int origin, int offset)
    {
        if (typeof(T) == typeof(float))
            return From(Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref origin, (nuint)(uint)offset)));
        if (Avx512F.IsSupported)
            return From(Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref origin, (nuint)(uint)offset)));
        return Vector512.Create(Bits256<T>.LoadIntegers(ref origin, offset), Bits256<T>.LoadIntegers(ref origin, offset + 4));
    }
}
