using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector256 lacks for generic elements: operations that choose by the element type and fold to one instruction or a few.</summary>
internal static class Bits256
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Fma<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c)
        where T : unmanaged
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Vector256.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : Vector256.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        }

        return Vector256.Create(SoftwareFma.Compute(a.GetLower(), b.GetLower(), c.GetLower()), SoftwareFma.Compute(a.GetUpper(), b.GetUpper(), c.GetUpper()));
    }

    /// <summary>The JIT does not turn a negated addend of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Fms<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c)
        where T : unmanaged
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? System.Runtime.Intrinsics.X86.Fma.MultiplySubtract(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : System.Runtime.Intrinsics.X86.Fma.MultiplySubtract(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        }

        return Fma(a, b, -c);
    }

    /// <summary>The JIT does not turn a negated factor of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Fnma<T>(Vector256<T> a, Vector256<T> b, Vector256<T> c)
        where T : unmanaged
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        }

        return Fma(-a, b, c);
    }

    /// <summary>x86's own instruction is exactly <c>a &lt; b ? a : b</c>; elsewhere NaN and signed zeros would differ, so it is spelled out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Min<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged
    {
        if (Avx.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx.Min(a.AsSingle(), b.AsSingle()).As<float, T>()
                : Avx.Min(a.AsDouble(), b.AsDouble()).As<double, T>();
        }

        return Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);
    }

    /// <summary>As <see cref="Min"/>, with <c>a &gt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Max<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged
    {
        if (Avx.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx.Max(a.AsSingle(), b.AsSingle()).As<float, T>()
                : Avx.Max(a.AsDouble(), b.AsDouble()).As<double, T>();
        }

        return Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Round<T>(Vector256<T> a)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.Round(a.AsSingle()).As<float, T>()
            : Vector256.Round(a.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> FirstLanes<T>(int count)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).As<int, T>()
            : Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).As<long, T>();

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Scale<T>(Vector256<T> x, Vector256<T> n)
        where T : unmanaged
    {
        if (Avx512F.VL.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.VL.Scale(x.AsSingle(), n.AsSingle()).As<float, T>()
                : Avx512F.VL.Scale(x.AsDouble(), n.AsDouble()).As<double, T>();
        }

        if (typeof(T) == typeof(float))
        {
            var half = Vector256.Round(n.AsSingle() * Vector256.Create(0.5f));
            return (x.AsSingle() * PowerOfTwo(half) * PowerOfTwo(n.AsSingle() - half)).As<float, T>();
        }
        else
        {
            var half = Vector256.Round(n.AsDouble() * Vector256.Create(0.5));
            return (x.AsDouble() * PowerOfTwo(half) * PowerOfTwo(n.AsDouble() - half)).As<double, T>();
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
    internal static Vector256<T> Decompose<T>(Vector256<T> x, out Vector256<T> exponent)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            var root = Vector256.Create(0x3F3504F3);
            var bits = x.AsInt32() - root;
            var biased = Vector256.ShiftRightArithmetic(bits, 23) + Vector256.Create(0x4B400000);
            exponent = (biased.AsSingle() - Vector256.Create(12582912f)).As<float, T>();
            return ((bits & Vector256.Create(0x7FFFFF)) + root).As<int, T>();
        }
        else
        {
            var root = Vector256.Create(0x3FE6A09E667F3BCDL);
            var bits = x.AsInt64() - root;
            var biased = Vector256.ShiftRightArithmetic(bits, 52) + Vector256.Create(0x4338000000000000L);
            exponent = (biased.AsDouble() - Vector256.Create(6755399441055744.0)).As<double, T>();
            return ((bits & Vector256.Create(0xFFFFFFFFFFFFFL)) + root).As<long, T>();
        }
    }

    /// <summary>Upper half onto lower half, down to one lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sum<T>(Vector256<T> a)
        where T : unmanaged =>
        Bits128.Sum(a.GetLower() + a.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> LoadIntegers<T>(ref int origin, int offset)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector256.ConvertToSingle(Vector256.LoadUnsafe(ref origin, (nuint)(uint)offset)).As<float, T>();
        if (Avx.IsSupported)
            return Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref origin, (nuint)(uint)offset)).As<double, T>();
        return Vector256.Create(Bits128.LoadIntegers<T>(ref origin, offset), Bits128.LoadIntegers<T>(ref origin, offset + 2));
    }
}
