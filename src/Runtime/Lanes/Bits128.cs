using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector128 lacks for generic elements: operations that choose by the element type and fold to one instruction or a few.</summary>
internal static class Bits128<T>
    where T : unmanaged
{
    // Casts by way of object compile to nothing where the types are the same, which they are once T is known. The generic methods that
    // Vector128 has for this would each have to be instantiated for T before the first kernel can be compiled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> S(Vector128<T> v) => (Vector128<float>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> D(Vector128<T> v) => (Vector128<double>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> From(Vector128<float> v) => (Vector128<T>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> From(Vector128<double> v) => (Vector128<T>)(object)v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Fma(Vector128<T> a, Vector128<T> b, Vector128<T> c)
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Vector128.FusedMultiplyAdd(S(a), S(b), S(c)))
                : From(Vector128.FusedMultiplyAdd(D(a), D(b), D(c)));
        }

        return SoftwareFma.Compute(a, b, c);
    }

    /// <summary>The JIT does not turn a negated addend of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Fms(Vector128<T> a, Vector128<T> b, Vector128<T> c)
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
    internal static Vector128<T> Fnma(Vector128<T> a, Vector128<T> b, Vector128<T> c)
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
    internal static Vector128<T> Min(Vector128<T> a, Vector128<T> b)
    {
        if (Sse2.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Sse.Min(S(a), S(b)))
                : From(Sse2.Min(D(a), D(b)));
        }

        return Vector128.ConditionalSelect(Vector128.LessThan(a, b), a, b);
    }

    /// <summary>As <see cref="Min"/>, with <c>a &gt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Max(Vector128<T> a, Vector128<T> b)
    {
        if (Sse2.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Sse.Max(S(a), S(b)))
                : From(Sse2.Max(D(a), D(b)));
        }

        return Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Round(Vector128<T> a) =>
        typeof(T) == typeof(float)
            ? From(Vector128.Round(S(a)))
            : From(Vector128.Round(D(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> FirstLanes(int count) =>
        typeof(T) == typeof(float)
            ? From(Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).AsSingle())
            : From(Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)).AsDouble());

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Scale(Vector128<T> x, Vector128<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? From(Avx512F.VL.Scale(S(x), S(n)))
                : From(Avx512F.VL.Scale(D(x), D(n)));
        }

        if (typeof(T) == typeof(float))
        {
            var half = Vector128.Round(S(n) * Vector128.Create(0.5f));
            return From(S(x) * PowerOfTwo(half) * PowerOfTwo(S(n) - half));
        }
        else
        {
            var half = Vector128.Round(D(n) * Vector128.Create(0.5));
            return From(D(x) * PowerOfTwo(half) * PowerOfTwo(D(n) - half));
        }
    }

    /// <summary>Adding 1.5·2²³ puts n, biased, into the lowest mantissa bits; a shift moves it to the exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> PowerOfTwo(Vector128<float> n) =>
        Vector128.ShiftLeft((n + Vector128.Create(12582912f + 127f)).AsInt32(), 23).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> PowerOfTwo(Vector128<double> n) =>
        Vector128.ShiftLeft((n + Vector128.Create(6755399441055744.0 + 1023.0)).AsInt64(), 52).AsDouble();

    /// <summary>Integer arithmetic on the bit pattern: subtracting the pattern of √½ makes the exponent field the one we want.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Decompose(Vector128<T> x, out Vector128<T> exponent)
    {
        if (typeof(T) == typeof(float))
        {
            var root = Vector128.Create(0x3F3504F3);
            var bits = S(x).AsInt32() - root;
            var biased = Vector128.ShiftRightArithmetic(bits, 23) + Vector128.Create(0x4B400000);
            exponent = From(biased.AsSingle() - Vector128.Create(12582912f));
            return From(((bits & Vector128.Create(0x7FFFFF)) + root).AsSingle());
        }
        else
        {
            var root = Vector128.Create(0x3FE6A09E667F3BCDL);
            var bits = D(x).AsInt64() - root;
            var biased = Vector128.ShiftRightArithmetic(bits, 52) + Vector128.Create(0x4338000000000000L);
            exponent = From(biased.AsDouble() - Vector128.Create(6755399441055744.0));
            return From(((bits & Vector128.Create(0xFFFFFFFFFFFFFL)) + root).AsDouble());
        }
    }

    /// <summary>Upper half onto lower half, down to one lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sum(Vector128<T> a)
    {
        if (typeof(T) == typeof(float))
        {
            var f = S(a);
            f += Vector128.Shuffle(f, Vector128.Create(2, 3, 2, 3));
            f += Vector128.Shuffle(f, Vector128.Create(1, 1, 1, 1));
            return From(f).ToScalar();
        }
        else
        {
            var d = D(a);
            return From(d + Vector128.Shuffle(d, Vector128.Create(1L, 1L))).ToScalar();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> LoadIntegers(ref int origin, int offset) =>
        typeof(T) == typeof(float)
            ? From(Vector128.ConvertToSingle(Vector128.LoadUnsafe(ref origin, (nuint)(uint)offset)))
            : From(Vector128.Create(Unsafe.Add(ref origin, offset), (double)Unsafe.Add(ref origin, offset + 1)));
}
