using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>Rearranging the elements of two 128-bit vectors, and sums of rows by it.</summary>
internal static class Moves128
{
    /// <summary>Elements with even numbers, of a then b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Even<T>(Vector128<T> a, Vector128<T> b)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return LowerHalves(a, b);
        if (Sse.IsSupported)
            return Sse.Shuffle(a.AsSingle(), b.AsSingle(), 0x88).As<float, T>();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.UnzipEven(a.AsSingle(), b.AsSingle()).As<float, T>();
        return Vector128.Create(a.AsSingle()[0], a.AsSingle()[2], b.AsSingle()[0], b.AsSingle()[2]).As<float, T>();
    }

    /// <summary>Elements with odd numbers, of a then b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Odd<T>(Vector128<T> a, Vector128<T> b)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return UpperHalves(a, b);
        if (Sse.IsSupported)
            return Sse.Shuffle(a.AsSingle(), b.AsSingle(), 0xDD).As<float, T>();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.UnzipOdd(a.AsSingle(), b.AsSingle()).As<float, T>();
        return Vector128.Create(a.AsSingle()[1], a.AsSingle()[3], b.AsSingle()[1], b.AsSingle()[3]).As<float, T>();
    }

    /// <summary>The lower 64 bits of a, then of b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> LowerHalves<T>(Vector128<T> a, Vector128<T> b)
        where T : unmanaged
    {
        if (Sse2.IsSupported)
            return Sse2.UnpackLow(a.AsDouble(), b.AsDouble()).As<double, T>();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipLow(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Vector128.Create(a.GetLower(), b.GetLower());
    }

    /// <summary>The upper 64 bits of a, then of b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> UpperHalves<T>(Vector128<T> a, Vector128<T> b)
        where T : unmanaged
    {
        if (Sse2.IsSupported)
            return Sse2.UnpackHigh(a.AsDouble(), b.AsDouble()).As<double, T>();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipHigh(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Vector128.Create(a.GetUpper(), b.GetUpper());
    }

    /// <summary>First elements of a and b in turn: a₀ b₀ a₁ b₁ …, as many as fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> ZipLower<T>(Vector128<T> a, Vector128<T> b)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return LowerHalves(a, b);
        if (Sse.IsSupported)
            return Sse.UnpackLow(a.AsSingle(), b.AsSingle()).As<float, T>();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipLow(a.AsSingle(), b.AsSingle()).As<float, T>();
        return Vector128.Create(a.AsSingle()[0], b.AsSingle()[0], a.AsSingle()[1], b.AsSingle()[1]).As<float, T>();
    }

    /// <summary>The remaining elements of a and b in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> ZipUpper<T>(Vector128<T> a, Vector128<T> b)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
            return UpperHalves(a, b);
        if (Sse.IsSupported)
            return Sse.UnpackHigh(a.AsSingle(), b.AsSingle()).As<float, T>();
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipHigh(a.AsSingle(), b.AsSingle()).As<float, T>();
        return Vector128.Create(a.AsSingle()[2], b.AsSingle()[2], a.AsSingle()[3], b.AsSingle()[3]).As<float, T>();
    }

    /// <summary>Each row's four numbers (of doubles: two rows' two) added up as <see cref="Bits128{T}.Sum"/> does: upper half to lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Sums<T>(Vector128<T> r0, Vector128<T> r1, Vector128<T> r2, Vector128<T> r3)
        where T : unmanaged
    {
        var r01 = LowerHalves(r0, r1) + UpperHalves(r0, r1);
        var r23 = LowerHalves(r2, r3) + UpperHalves(r2, r3);
        return Even(r01, r23) + Odd(r01, r23);
    }

    /// <summary>Of doubles: each of two rows' two numbers added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<T> Sums<T>(Vector128<T> r0, Vector128<T> r1)
        where T : unmanaged =>
        LowerHalves(r0, r1) + UpperHalves(r0, r1);
}
