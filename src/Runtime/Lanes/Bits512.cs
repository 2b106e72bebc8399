using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector512 lacks for generic elements: operations that choose by the element type and fold to one instruction or a few.</summary>
internal static class Bits512
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Fma<T>(Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged
    {
        return typeof(T) == typeof(float)
            ? Vector512.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
            : Vector512.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
    }

    /// <summary>The JIT does not turn a negated addend of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Fms<T>(Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.FusedMultiplySubtract(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : Avx512F.FusedMultiplySubtract(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        }

        return Fma(a, b, -c);
    }

    /// <summary>The JIT does not turn a negated factor of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Fnma<T>(Vector512<T> a, Vector512<T> b, Vector512<T> c)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.FusedMultiplyAddNegated(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : Avx512F.FusedMultiplyAddNegated(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        }

        return Fma(-a, b, c);
    }

    /// <summary>x86's own instruction is exactly <c>a &lt; b ? a : b</c>; elsewhere NaN and signed zeros would differ, so it is spelled out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Min<T>(Vector512<T> a, Vector512<T> b)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.Min(a.AsSingle(), b.AsSingle()).As<float, T>()
                : Avx512F.Min(a.AsDouble(), b.AsDouble()).As<double, T>();
        }

        return Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);
    }

    /// <summary>As <see cref="Min"/>, with <c>a &gt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Max<T>(Vector512<T> a, Vector512<T> b)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.Max(a.AsSingle(), b.AsSingle()).As<float, T>()
                : Avx512F.Max(a.AsDouble(), b.AsDouble()).As<double, T>();
        }

        return Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Round<T>(Vector512<T> a)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector512.Round(a.AsSingle()).As<float, T>()
            : Vector512.Round(a.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> FirstLanes<T>(int count)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).As<int, T>()
            : Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).As<long, T>();

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Scale<T>(Vector512<T> x, Vector512<T> n)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.Scale(x.AsSingle(), n.AsSingle()).As<float, T>()
                : Avx512F.Scale(x.AsDouble(), n.AsDouble()).As<double, T>();
        }

        if (typeof(T) == typeof(float))
        {
            var half = Vector512.Round(n.AsSingle() * Vector512.Create(0.5f));
            return (x.AsSingle() * PowerOfTwo(half) * PowerOfTwo(n.AsSingle() - half)).As<float, T>();
        }
        else
        {
            var half = Vector512.Round(n.AsDouble() * Vector512.Create(0.5));
            return (x.AsDouble() * PowerOfTwo(half) * PowerOfTwo(n.AsDouble() - half)).As<double, T>();
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
    internal static Vector512<T> Decompose<T>(Vector512<T> x, out Vector512<T> exponent)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            var root = Vector512.Create(0x3F3504F3);
            var bits = x.AsInt32() - root;
            var biased = Vector512.ShiftRightArithmetic(bits, 23) + Vector512.Create(0x4B400000);
            exponent = (biased.AsSingle() - Vector512.Create(12582912f)).As<float, T>();
            return ((bits & Vector512.Create(0x7FFFFF)) + root).As<int, T>();
        }
        else
        {
            var root = Vector512.Create(0x3FE6A09E667F3BCDL);
            var bits = x.AsInt64() - root;
            var biased = Vector512.ShiftRightArithmetic(bits, 52) + Vector512.Create(0x4338000000000000L);
            exponent = (biased.AsDouble() - Vector512.Create(6755399441055744.0)).As<double, T>();
            return ((bits & Vector512.Create(0xFFFFFFFFFFFFFL)) + root).As<long, T>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> LoadIntegers<T>(ref int origin, int offset)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref origin, (nuint)(uint)offset)).As<float, T>();
        if (Avx512F.IsSupported)
            return Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref origin, (nuint)(uint)offset)).As<double, T>();
        return Vector512.Create(Bits256.LoadIntegers<T>(ref origin, offset), Bits256.LoadIntegers<T>(ref origin, offset + 4));
    }
}
