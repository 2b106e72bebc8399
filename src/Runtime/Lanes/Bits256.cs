using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Doubles = System.Runtime.Intrinsics.Vector256<double>;
using Singles = System.Runtime.Intrinsics.Vector256<float>;

namespace StaticNet.Lanes;

/// <summary>What Vector256 lacks for generic elements: operations that choose by the element type and fold to one instruction or a few.</summary>
/// <remarks>
/// Casts by way of object compile to nothing where the types are the same, which they are once T is known. The generic methods that
/// Vector256 has for this would each have to be instantiated for T before the first kernel can be compiled, and a method of our own would
/// take part of the JIT's budget for inlining.
/// </remarks>
internal static class Bits256<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Fma(Vector256<T> a, Vector256<T> b, Vector256<T> c)
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? (Vector256<T>)(object)Vector256.FusedMultiplyAdd((Singles)(object)a, (Singles)(object)b, (Singles)(object)c)
                : (Vector256<T>)(object)Vector256.FusedMultiplyAdd((Doubles)(object)a, (Doubles)(object)b, (Doubles)(object)c);
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
                ? (Vector256<T>)(object)System.Runtime.Intrinsics.X86.Fma.MultiplySubtract((Singles)(object)a, (Singles)(object)b, (Singles)(object)c)
                : (Vector256<T>)(object)System.Runtime.Intrinsics.X86.Fma.MultiplySubtract((Doubles)(object)a, (Doubles)(object)b, (Doubles)(object)c);
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
                ? (Vector256<T>)(object)System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated((Singles)(object)a, (Singles)(object)b, (Singles)(object)c)
                : (Vector256<T>)(object)System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated((Doubles)(object)a, (Doubles)(object)b, (Doubles)(object)c);
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
                ? (Vector256<T>)(object)Avx.Min((Singles)(object)a, (Singles)(object)b)
                : (Vector256<T>)(object)Avx.Min((Doubles)(object)a, (Doubles)(object)b);
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
                ? (Vector256<T>)(object)Avx.Max((Singles)(object)a, (Singles)(object)b)
                : (Vector256<T>)(object)Avx.Max((Doubles)(object)a, (Doubles)(object)b);
        }

        return Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Round(Vector256<T> a) =>
        typeof(T) == typeof(float)
            ? (Vector256<T>)(object)Vector256.Round((Singles)(object)a)
            : (Vector256<T>)(object)Vector256.Round((Doubles)(object)a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> FirstLanes(int count) =>
        typeof(T) == typeof(float)
            ? (Vector256<T>)(object)Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle()
            : (Vector256<T>)(object)Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).AsDouble();

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Scale(Vector256<T> x, Vector256<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? (Vector256<T>)(object)Avx512F.VL.Scale((Singles)(object)x, (Singles)(object)n)
                : (Vector256<T>)(object)Avx512F.VL.Scale((Doubles)(object)x, (Doubles)(object)n);
        }

        if (typeof(T) == typeof(float))
        {
            var half = Vector256.Round((Singles)(object)n * Vector256.Create(0.5f));
            return (Vector256<T>)(object)((Singles)(object)x * PowerOfTwo(half) * PowerOfTwo((Singles)(object)n - half));
        }
        else
        {
            var half = Vector256.Round((Doubles)(object)n * Vector256.Create(0.5));
            return (Vector256<T>)(object)((Doubles)(object)x * PowerOfTwo(half) * PowerOfTwo((Doubles)(object)n - half));
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
            var bits = ((Singles)(object)x).AsInt32() - root;
            var biased = Vector256.ShiftRightArithmetic(bits, 23) + Vector256.Create(0x4B400000);
            exponent = (Vector256<T>)(object)(biased.AsSingle() - Vector256.Create(12582912f));
            return (Vector256<T>)(object)(((bits & Vector256.Create(0x7FFFFF)) + root).AsSingle());
        }
        else
        {
            var root = Vector256.Create(0x3FE6A09E667F3BCDL);
            var bits = ((Doubles)(object)x).AsInt64() - root;
            var biased = Vector256.ShiftRightArithmetic(bits, 52) + Vector256.Create(0x4338000000000000L);
            exponent = (Vector256<T>)(object)(biased.AsDouble() - Vector256.Create(6755399441055744.0));
            return (Vector256<T>)(object)(((bits & Vector256.Create(0xFFFFFFFFFFFFFL)) + root).AsDouble());
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
            return (Vector256<T>)(object)Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref origin, (nuint)(uint)offset));
        if (Avx.IsSupported)
            return (Vector256<T>)(object)Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref origin, (nuint)(uint)offset));
        return Vector256.Create(Bits128<T>.LoadIntegers(ref origin, offset), Bits128<T>.LoadIntegers(ref origin, offset + 2));
    }
}
