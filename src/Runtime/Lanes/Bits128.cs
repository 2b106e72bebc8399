using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Doubles = System.Runtime.Intrinsics.Vector128<double>;
using Singles = System.Runtime.Intrinsics.Vector128<float>;

namespace StaticNet.Lanes;

/// <summary>What Vector128 lacks for generic elements: operations that choose by the element type and fold to one instruction or a few.</summary>
/// <remarks>
/// Casts by way of object compile to nothing where the types are the same, which they are once T is known. The generic methods that
/// Vector128 has for this would each have to be instantiated for T before the first kernel can be compiled, and a method of our own would
/// take part of the JIT's budget for inlining.
/// </remarks>
internal static class Bits128<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Fma(Vector128<T> a, Vector128<T> b, Vector128<T> c)
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? (Vector128<T>)(object)Vector128.FusedMultiplyAdd((Singles)(object)a, (Singles)(object)b, (Singles)(object)c)
                : (Vector128<T>)(object)Vector128.FusedMultiplyAdd((Doubles)(object)a, (Doubles)(object)b, (Doubles)(object)c);
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
                ? (Vector128<T>)(object)System.Runtime.Intrinsics.X86.Fma.MultiplySubtract((Singles)(object)a, (Singles)(object)b, (Singles)(object)c)
                : (Vector128<T>)(object)System.Runtime.Intrinsics.X86.Fma.MultiplySubtract((Doubles)(object)a, (Doubles)(object)b, (Doubles)(object)c);
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
                ? (Vector128<T>)(object)System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated((Singles)(object)a, (Singles)(object)b, (Singles)(object)c)
                : (Vector128<T>)(object)System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated((Doubles)(object)a, (Doubles)(object)b, (Doubles)(object)c);
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
                ? (Vector128<T>)(object)Sse.Min((Singles)(object)a, (Singles)(object)b)
                : (Vector128<T>)(object)Sse2.Min((Doubles)(object)a, (Doubles)(object)b);
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
                ? (Vector128<T>)(object)Sse.Max((Singles)(object)a, (Singles)(object)b)
                : (Vector128<T>)(object)Sse2.Max((Doubles)(object)a, (Doubles)(object)b);
        }

        return Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Round(Vector128<T> a) =>
        typeof(T) == typeof(float)
            ? (Vector128<T>)(object)Vector128.Round((Singles)(object)a)
            : (Vector128<T>)(object)Vector128.Round((Doubles)(object)a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> FirstLanes(int count) =>
        typeof(T) == typeof(float)
            ? (Vector128<T>)(object)Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).AsSingle()
            : (Vector128<T>)(object)Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)).AsDouble();

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Scale(Vector128<T> x, Vector128<T> n)
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? (Vector128<T>)(object)Avx512F.VL.Scale((Singles)(object)x, (Singles)(object)n)
                : (Vector128<T>)(object)Avx512F.VL.Scale((Doubles)(object)x, (Doubles)(object)n);
        }

        if (typeof(T) == typeof(float))
        {
            var half = Vector128.Round((Singles)(object)n * Vector128.Create(0.5f));
            return (Vector128<T>)(object)((Singles)(object)x * PowerOfTwo(half) * PowerOfTwo((Singles)(object)n - half));
        }
        else
        {
            var half = Vector128.Round((Doubles)(object)n * Vector128.Create(0.5));
            return (Vector128<T>)(object)((Doubles)(object)x * PowerOfTwo(half) * PowerOfTwo((Doubles)(object)n - half));
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
            var bits = ((Singles)(object)x).AsInt32() - root;
            var biased = Vector128.ShiftRightArithmetic(bits, 23) + Vector128.Create(0x4B400000);
            exponent = (Vector128<T>)(object)(biased.AsSingle() - Vector128.Create(12582912f));
            return (Vector128<T>)(object)(((bits & Vector128.Create(0x7FFFFF)) + root).AsSingle());
        }
        else
        {
            var root = Vector128.Create(0x3FE6A09E667F3BCDL);
            var bits = ((Doubles)(object)x).AsInt64() - root;
            var biased = Vector128.ShiftRightArithmetic(bits, 52) + Vector128.Create(0x4338000000000000L);
            exponent = (Vector128<T>)(object)(biased.AsDouble() - Vector128.Create(6755399441055744.0));
            return (Vector128<T>)(object)(((bits & Vector128.Create(0xFFFFFFFFFFFFFL)) + root).AsDouble());
        }
    }

    /// <summary>Upper half onto lower half, down to one lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sum(Vector128<T> a)
    {
        if (typeof(T) == typeof(float))
        {
            var f = (Singles)(object)a;
            f += Vector128.Shuffle(f, Vector128.Create(2, 3, 2, 3));
            f += Vector128.Shuffle(f, Vector128.Create(1, 1, 1, 1));
            return ((Vector128<T>)(object)f).ToScalar();
        }
        else
        {
            var d = (Doubles)(object)a;
            return ((Vector128<T>)(object)(d + Vector128.Shuffle(d, Vector128.Create(1L, 1L)))).ToScalar();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> LoadIntegers(ref int origin, int offset) =>
        typeof(T) == typeof(float)
            ? (Vector128<T>)(object)Vector128.ConvertToSingle(Vector128.LoadUnsafe(ref origin, (nuint)(uint)offset))
            : (Vector128<T>)(object)Vector128.Create(Unsafe.Add(ref origin, offset), (double)Unsafe.Add(ref origin, offset + 1));
}
