using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>Rearranging the elements of two 512-bit vectors, and sums of rows by it.</summary>
internal static class Moves512
{
    /// <summary>Elements with even numbers, of a then b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Even<T>(Vector512<T> a, Vector512<T> b)
        where T : unmanaged
    {
        return Vector512.Create(Moves256.Even(a.GetLower(), a.GetUpper()), Moves256.Even(b.GetLower(), b.GetUpper()));
    }

    /// <summary>Elements with odd numbers, of a then b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Odd<T>(Vector512<T> a, Vector512<T> b)
        where T : unmanaged
    {
        return Vector512.Create(Moves256.Odd(a.GetLower(), a.GetUpper()), Moves256.Odd(b.GetLower(), b.GetUpper()));
    }

    /// <summary>First elements of a and b in turn, as many as fit; the remaining ones go to <paramref name="upper"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<T> Zip<T>(Vector512<T> a, Vector512<T> b, out Vector512<T> upper)
        where T : unmanaged
    {
        if (Avx512F.IsSupported && typeof(T) == typeof(float))
        {
            upper = Avx512F.PermuteVar16x32x2(a.AsSingle(), Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), b.AsSingle()).As<float, T>();
            return Avx512F.PermuteVar16x32x2(a.AsSingle(), Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b.AsSingle()).As<float, T>();
        }

        if (Avx512F.IsSupported && typeof(T) == typeof(double))
        {
            upper = Avx512F.PermuteVar8x64x2(a.AsDouble(), Vector512.Create(4L, 12, 5, 13, 6, 14, 7, 15), b.AsDouble()).As<double, T>();
            return Avx512F.PermuteVar8x64x2(a.AsDouble(), Vector512.Create(0L, 8, 1, 9, 2, 10, 3, 11), b.AsDouble()).As<double, T>();
        }

        var lower = Vector512.Create(Moves256.Zip(a.GetLower(), b.GetLower(), out var middle), middle);
        upper = Vector512.Create(Moves256.Zip(a.GetUpper(), b.GetUpper(), out middle), middle);
        return lower;
    }

    /// <summary>The sum of all elements, upper half to lower half. Whole vectors throughout: what counts is the time until the first call, and narrower types would have to be loaded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Sum(Vector512<float> a)
    {
        if (!Avx512F.IsSupported)
            return SumOfHalves(a);
        a += Avx512F.Shuffle4x128(a, a, 0x4E);
        a += Avx512F.Shuffle4x128(a, a, 0xB1);
        a += Avx512F.Shuffle(a, a, 0x4E);
        a += Avx512F.Shuffle(a, a, 0xB1);
        return a.ToScalar();
    }

    /// <inheritdoc cref="Sum(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Sum(Vector512<double> a)
    {
        if (!Avx512F.IsSupported)
            return SumOfHalves(a);
        a += Avx512F.Shuffle4x128(a, a, 0x4E);
        a += Avx512F.Shuffle4x128(a, a, 0xB1);
        a += Avx512F.UnpackHigh(a, a);
        return a.ToScalar();
    }

    // In methods of their own: even in a branch that is never taken, the JIT loads the types of what is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float SumOfHalves(Vector512<float> a) => Bits256<float>.Sum(a.GetLower() + a.GetUpper());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double SumOfHalves(Vector512<double> a) => Bits256<double>.Sum(a.GetLower() + a.GetUpper());

    /// <summary>The sums of sixteen rows of sixteen floats, upper half to lower half: 45 operations in all, where row by row it would be ten for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> SixteenSums(ref float rows)
    {
        if (!Avx512F.IsSupported)
            return SumsOfHalves(ref rows);
        var q0 = Quarters(ref rows, 0);
        var q1 = Quarters(ref rows, 1);
        var q2 = Quarters(ref rows, 2);
        var q3 = Quarters(ref rows, 3);
        var q01 = Avx512F.Shuffle(q0, q1, 0x44) + Avx512F.Shuffle(q0, q1, 0xEE);
        var q23 = Avx512F.Shuffle(q2, q3, 0x44) + Avx512F.Shuffle(q2, q3, 0xEE);
        return Avx512F.Shuffle(q01, q23, 0x88) + Avx512F.Shuffle(q01, q23, 0xDD);
    }

    /// <summary>The sums of eight rows of eight doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> EightSums(ref double rows)
    {
        if (!Avx512F.IsSupported)
            return SumsOfHalves(ref rows);
        var q0 = Quarters(ref rows, 0);
        var q1 = Quarters(ref rows, 1);
        return Avx512F.UnpackLow(q0, q1) + Avx512F.UnpackHigh(q0, q1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> SumsOfHalves(ref float rows) =>
        Vector512.Create(Lanes2x256<float>.RowSums(ref rows, 0), Lanes2x256<float>.RowSums(ref rows, Vector256<float>.Count));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> SumsOfHalves(ref double rows) =>
        Vector512.Create(Lanes2x256<double>.RowSums(ref rows, 0), Lanes2x256<double>.RowSums(ref rows, Vector256<double>.Count));

    /// <summary>Rows i, i + 4, i + 8 and i + 12, each reduced to four partial sums in a quarter of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(ref float rows, nuint i)
    {
        var a = Halves(Vector512.LoadUnsafe(ref rows, i * 16), Vector512.LoadUnsafe(ref rows, (i + 4) * 16));
        var b = Halves(Vector512.LoadUnsafe(ref rows, (i + 8) * 16), Vector512.LoadUnsafe(ref rows, (i + 12) * 16));
        return Avx512F.Shuffle4x128(a, b, 0x88) + Avx512F.Shuffle4x128(a, b, 0xDD);
    }

    /// <summary>Rows i, i + 2, i + 4 and i + 6, each reduced to two partial sums in a quarter of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quarters(ref double rows, nuint i)
    {
        var a = Halves(Vector512.LoadUnsafe(ref rows, i * 8), Vector512.LoadUnsafe(ref rows, (i + 2) * 8));
        var b = Halves(Vector512.LoadUnsafe(ref rows, (i + 4) * 8), Vector512.LoadUnsafe(ref rows, (i + 6) * 8));
        return Avx512F.Shuffle4x128(a, b, 0x88) + Avx512F.Shuffle4x128(a, b, 0xDD);
    }

    /// <summary>The upper half of each row added to its lower half; the first row's sums, then the second's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Halves(Vector512<float> a, Vector512<float> b) =>
        Avx512F.Shuffle4x128(a, b, 0x44) + Avx512F.Shuffle4x128(a, b, 0xEE);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Halves(Vector512<double> a, Vector512<double> b) =>
        Avx512F.Shuffle4x128(a, b, 0x44) + Avx512F.Shuffle4x128(a, b, 0xEE);
}
