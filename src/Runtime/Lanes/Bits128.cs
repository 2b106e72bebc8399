using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>What Vector128 lacks for generic elements: operations that choose by the element type and fold to one instruction or a few.</summary>
internal static class Bits128
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Fma<T>(Vector128<T> a, Vector128<T> b, Vector128<T> c)
        where T : unmanaged
    {
        if (System.Runtime.Intrinsics.X86.Fma.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Vector128.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
                : Vector128.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        }

        return SoftwareFma.Compute(a, b, c);
    }

    /// <summary>The JIT does not turn a negated addend of the general form into this instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Fms<T>(Vector128<T> a, Vector128<T> b, Vector128<T> c)
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
    internal static Vector128<T> Fnma<T>(Vector128<T> a, Vector128<T> b, Vector128<T> c)
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
    internal static Vector128<T> Min<T>(Vector128<T> a, Vector128<T> b)
        where T : unmanaged
    {
        if (Sse2.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Sse.Min(a.AsSingle(), b.AsSingle()).As<float, T>()
                : Sse2.Min(a.AsDouble(), b.AsDouble()).As<double, T>();
        }

        return Vector128.ConditionalSelect(Vector128.LessThan(a, b), a, b);
    }

    /// <summary>As <see cref="Min"/>, with <c>a &gt; b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Max<T>(Vector128<T> a, Vector128<T> b)
        where T : unmanaged
    {
        if (Sse2.IsSupported)
        {
            return typeof(T) == typeof(float)
                ? Sse.Max(a.AsSingle(), b.AsSingle()).As<float, T>()
                : Sse2.Max(a.AsDouble(), b.AsDouble()).As<double, T>();
        }

        return Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Round<T>(Vector128<T> a)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.Round(a.AsSingle()).As<float, T>()
            : Vector128.Round(a.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> FirstLanes<T>(int count)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).As<int, T>()
            : Vector128.LessThan(Vector128<long>.Indices, Vector128.Create((long)count)).As<long, T>();

    /// <summary>Two factors, each a power of two in the normal range: the first product is exact, the second rounds once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Scale<T>(Vector128<T> x, Vector128<T> n)
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
            var half = Vector128.Round(n.AsSingle() * Vector128.Create(0.5f));
            return (x.AsSingle() * PowerOfTwo(half) * PowerOfTwo(n.AsSingle() - half)).As<float, T>();
        }
        else
        {
            var half = Vector128.Round(n.AsDouble() * Vector128.Create(0.5));
            return (x.AsDouble() * PowerOfTwo(half) * PowerOfTwo(n.AsDouble() - half)).As<double, T>();
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
    internal static Vector128<T> Decompose<T>(Vector128<T> x, out Vector128<T> exponent)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            var root = Vector128.Create(0x3F3504F3);
            var bits = x.AsInt32() - root;
            var biased = Vector128.ShiftRightArithmetic(bits, 23) + Vector128.Create(0x4B400000);
            exponent = (biased.AsSingle() - Vector128.Create(12582912f)).As<float, T>();
            return ((bits & Vector128.Create(0x7FFFFF)) + root).As<int, T>();
        }
        else
        {
            var root = Vector128.Create(0x3FE6A09E667F3BCDL);
            var bits = x.AsInt64() - root;
            var biased = Vector128.ShiftRightArithmetic(bits, 52) + Vector128.Create(0x4338000000000000L);
            exponent = (biased.AsDouble() - Vector128.Create(6755399441055744.0)).As<double, T>();
            return ((bits & Vector128.Create(0xFFFFFFFFFFFFFL)) + root).As<long, T>();
        }
    }

    /// <summary>Upper half onto lower half, down to one lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sum<T>(Vector128<T> a)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            var f = a.AsSingle();
            f += Vector128.Shuffle(f, Vector128.Create(2, 3, 2, 3));
            f += Vector128.Shuffle(f, Vector128.Create(1, 1, 1, 1));
            return f.As<float, T>().ToScalar();
        }
        else
        {
            var d = a.AsDouble();
            return (d + Vector128.Shuffle(d, Vector128.Create(1L, 1L))).As<double, T>().ToScalar();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> LoadIntegers<T>(ref int origin, int offset)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Vector128.ConvertToSingle(Vector128.LoadUnsafe(ref origin, (nuint)(uint)offset)).As<float, T>()
            : Vector128.Create(Unsafe.Add(ref origin, offset), (double)Unsafe.Add(ref origin, offset + 1)).As<double, T>();
}
