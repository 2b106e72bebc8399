using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>Rearranging the elements of two 256-bit vectors, and sums of rows by it.</summary>
internal static class Moves256
{
    /// <summary>Elements with even numbers, of a then b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Even<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged
    {
        if (Avx2.IsSupported)
            return Ordered(EvenInQuarters(a, b));
        return Vector256.Create(Moves128.Even(a.GetLower(), a.GetUpper()), Moves128.Even(b.GetLower(), b.GetUpper()));
    }

    /// <summary>Elements with odd numbers, of a then b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Odd<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged
    {
        if (Avx2.IsSupported)
            return Ordered(OddInQuarters(a, b));
        return Vector256.Create(Moves128.Odd(a.GetLower(), a.GetUpper()), Moves128.Odd(b.GetLower(), b.GetUpper()));
    }

    /// <summary>First elements of a and b in turn, as many as fit; the remaining ones go to <paramref name="upper"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Zip<T>(Vector256<T> a, Vector256<T> b, out Vector256<T> upper)
        where T : unmanaged
    {
        var (a0, a1, b0, b1) = (a.GetLower(), a.GetUpper(), b.GetLower(), b.GetUpper());
        upper = Vector256.Create(Moves128.ZipLower(a1, b1), Moves128.ZipUpper(a1, b1));
        return Vector256.Create(Moves128.ZipLower(a0, b0), Moves128.ZipUpper(a0, b0));
    }

    /// <summary>Each row's eight floats added up, upper half to lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Sums<T>(
        Vector256<T> r0, Vector256<T> r1, Vector256<T> r2, Vector256<T> r3, Vector256<T> r4, Vector256<T> r5, Vector256<T> r6, Vector256<T> r7)
        where T : unmanaged
    {
        var (s0, s1, s2, s3) = (Halves(r0, r4), Halves(r1, r5), Halves(r2, r6), Halves(r3, r7));
        var s01 = LowerQuarters(s0, s1) + UpperQuarters(s0, s1);
        var s23 = LowerQuarters(s2, s3) + UpperQuarters(s2, s3);
        return EvenInQuarters(s01, s23) + OddInQuarters(s01, s23);
    }

    /// <summary>Each row's four doubles added up, upper half to lower half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> Sums<T>(Vector256<T> r0, Vector256<T> r1, Vector256<T> r2, Vector256<T> r3)
        where T : unmanaged
    {
        var (s0, s1) = (Halves(r0, r2), Halves(r1, r3));
        return LowerQuarters(s0, s1) + UpperQuarters(s0, s1);
    }

    /// <summary>The upper half of each row added to its lower half; the first row's sums, then the second's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Halves<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged =>
        Vector256.Create(a.GetLower(), b.GetLower()) + Vector256.Create(a.GetUpper(), b.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> LowerQuarters<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged =>
        Avx.IsSupported
            ? Avx.UnpackLow(a.AsDouble(), b.AsDouble()).As<double, T>()
            : Vector256.Create(Moves128.LowerHalves(a.GetLower(), b.GetLower()), Moves128.LowerHalves(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> UpperQuarters<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged =>
        Avx.IsSupported
            ? Avx.UnpackHigh(a.AsDouble(), b.AsDouble()).As<double, T>()
            : Vector256.Create(Moves128.UpperHalves(a.GetLower(), b.GetLower()), Moves128.UpperHalves(a.GetUpper(), b.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> EvenInQuarters<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged
    {
        if (Avx.IsSupported && typeof(T) == typeof(float))
            return Avx.Shuffle(a.AsSingle(), b.AsSingle(), 0x88).As<float, T>();
        return typeof(T) == typeof(double)
            ? LowerQuarters(a, b)
            : Vector256.Create(Moves128.Even(a.GetLower(), b.GetLower()), Moves128.Even(a.GetUpper(), b.GetUpper()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> OddInQuarters<T>(Vector256<T> a, Vector256<T> b)
        where T : unmanaged
    {
        if (Avx.IsSupported && typeof(T) == typeof(float))
            return Avx.Shuffle(a.AsSingle(), b.AsSingle(), 0xDD).As<float, T>();
        return typeof(T) == typeof(double)
            ? UpperQuarters(a, b)
            : Vector256.Create(Moves128.Odd(a.GetLower(), b.GetLower()), Moves128.Odd(a.GetUpper(), b.GetUpper()));
    }

    /// <summary>Swaps the middle quarters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Ordered<T>(Vector256<T> a)
        where T : unmanaged =>
        Avx2.Permute4x64(a.AsDouble(), 0b11_01_10_00).As<double, T>();
}
