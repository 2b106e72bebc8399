using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector256 lacks for generic elements: operations that choose by the element type and fold to one instruction or a few.</summary>
internal static class Bits256<T>
    where T : unmanaged
{
    // Casts by way of object compile to nothing where the types are the same, which they are once T is known. The generic methods that
    // Vector256 has for this would each have to be instantiated for T before the first kernel can be compiled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> S(Vector256<T> v) => (Vector256<float>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> D(Vector256<T> v) => (Vector256<double>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> From(Vector256<float> v) => (Vector256<T>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> From(Vector256<double> v) => (Vector256<T>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Fma(Vector256<T> a, Vector256<T> b, Vector256<T> c)
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Vector256.FusedMultiplyAdd(S(a), S(b), S(c)))
                : From(Vector256.FusedMultiplyAdd(D(a), D(b), D(c)));
        }

        return Vector256.Create(SoftwareFma.Compute(a.GetLower(), b.GetLower(), c.GetLower()), SoftwareFma.Compute(a.GetUpper(), b.GetUpper(), c.GetUpper()));
    }

    /// <summary>The JIT does not turn a negated addend of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Fms(Vector256<T> a, Vector256<T> b, Vector256<T> c)
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(System.Runtime.Intrinsics.X86.Fma.MultiplySubtract(S(a), S(b), S(c)))
                : From(System.Runtime.Intrinsics.X86.Fma.MultiplySubtract(D(a), D(b), D(c)));
        }

        return Fma(a, b, -c);
    }

    /// <summary>The JIT does not turn a negated factor of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Fnma(Vector256<T> a, Vector256<T> b, Vector256<T> c)
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated(S(a), S(b), S(c)))
                : From(System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated(D(a), D(b), D(c)));
        }

        return Fma(-a, b, c);
    }

    /// <summary>x86's own instruction is exactly <c>a &lt; b ? a : b</c>; elsewhere NaN and signed zeros would differ, so it is spelled out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Min(Vector256<T> a, Vector256<T> b)
    {
        if (Avx.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx.Min(S(a), S(b)))
                : From(Avx.Min(D(a), D(b)));
        }

        return Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);
    }

    /// <summary>As <see cref="Min"/>, with <c>a &gt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Max(Vector256<T> a, Vector256<T> b)
    {
        if (Avx.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx.Max(S(a), S(b)))
                : From(Avx.Max(D(a), D(b)));
        }

        return Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Round(Vector256<T> a) =>
        typeof(T) == typeof(float)
            ? From(Vector256.Round(S(a)))
            : From(Vector256.Round(D(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> FirstLanes(int count) =>
        typeof(T) == typeof(float)
            ? From(Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle())
            : From(Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).AsDouble());

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Scale(Vector256<T> x, Vector256<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx512F.VL.Scale(S(x), S(n)))
                : From(Avx512F.VL.Scale(D(x), D(n)));
        }

        if (typeof(T) == typeof(float))
        {
            var half = Vector256.Round(S(n) * Vector256.Create(0.5f));
            return From(S(x) * PowerOfTwo(half) * PowerOfTwo(S(n) - half));
        }
        else
        {
            var half = Vector256.Round(D(n) * Vector256.Create(0.5));
            return From(D(x) * PowerOfTwo(half) * PowerOfTwo(D(n) - half));
        }
    }

    /// <summary>Adding 1.5·2²³ puts n, biased, into the lowest mantissa bits; a shift moves it to the exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<float> n) =>
        Vector256.ShiftLeft((n + Vector256.Create(12582912f + 127f)).AsInt32(), 23).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<double> n) =>
        Vector256.ShiftLeft((n + Vector256.Create(6755399441055744.0 + 1023.0)).AsInt64(), 52).AsDouble();

    /// <summary>Integer arithmetic on the bit pattern: subtracting the pattern of √½ makes the exponent field the one we want.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Decompose(Vector256<T> x, out Vector256<T> exponent)
    {
        if (typeof(T) == typeof(float))
        {
            var root = Vector256.Create(0x3F3504F3);
            var bits = S(x).AsInt32() - root;
            var biased = Vector256.ShiftRightArithmetic(bits, 23) + Vector256.Create(0x4B400000);
            exponent = From(biased.AsSingle() - Vector256.Create(12582912f));
            return From(((bits & Vector256.Create(0x7FFFFF)) + root).AsSingle());
        }
        else
        {
            var root = Vector256.Create(0x3FE6A09E667F3BCDL);
            var bits = D(x).AsInt64() - root;
            var biased = Vector256.ShiftRightArithmetic(bits, 52) + Vector256.Create(0x4338000000000000L);
            exponent = From(biased.AsDouble() - Vector256.Create(6755399441055744.0));
            return From(((bits & Vector256.Create(0xFFFFFFFFFFFFFL)) + root).AsDouble());
        }
    }

    /// <summary>Upper half onto lower half, down to one lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sum(Vector256<T> a) =>
        Bits128<T>.Sum(a.GetLower() + a.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> LoadIntegers(ref int origin, int offset)
    {
        if (typeof(T) == typeof(float))
            return From(Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref origin, (nuint)(uint)offset)));
        if (Avx.IsSupported)
            return From(Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref origin, (nuint)(uint)offset)));
        return Vector256.Create(Bits128<T>.LoadIntegers(ref origin, offset), Bits128<T>.LoadIntegers(ref origin, offset + 2));
    }
}
