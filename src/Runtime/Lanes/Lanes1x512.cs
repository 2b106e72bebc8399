using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>The lanes in one 512-bit vector: AVX-512.</summary>
/// <remarks>Only for hardware that has such vectors; elsewhere .NET falls back to code many times slower than <see cref="Lanes2x256{T}"/>.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public struct Lanes1x512<T> : ILanes<Lanes1x512<T>, T>
    where T : unmanaged
{
    private Vector512<T> _v;

    /// <inheritdoc/>
    public static int Count => Vector512<T>.Count;

    /// <inheritdoc/>
    public static Lanes1x512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector512<T>.Zero };
    }

    /// <inheritdoc/>
    public static Lanes1x512<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector512<T>.One };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> operator +(Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = a._v + b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> operator -(Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = a._v - b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> operator *(Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = a._v * b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> operator /(Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = a._v / b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> operator -(Lanes1x512<T> a) => new() { _v = -a._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Fma(Lanes1x512<T> a, Lanes1x512<T> b, Lanes1x512<T> c) => new() { _v = Bits512<T>.Fma(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Fms(Lanes1x512<T> a, Lanes1x512<T> b, Lanes1x512<T> c) => new() { _v = Bits512<T>.Fms(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Fnma(Lanes1x512<T> a, Lanes1x512<T> b, Lanes1x512<T> c) => new() { _v = Bits512<T>.Fnma(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Min(Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = Bits512<T>.Min(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Max(Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = Bits512<T>.Max(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Abs(Lanes1x512<T> a) => new() { _v = Vector512.Abs(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> CopySign(Lanes1x512<T> magnitude, Lanes1x512<T> sign) => new() { _v = Vector512.CopySign(magnitude._v, sign._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Sqrt(Lanes1x512<T> a) => new() { _v = Vector512.Sqrt(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Round(Lanes1x512<T> a) => new() { _v = Bits512<T>.Round(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> LessThan(Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = Vector512.LessThan(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Equal(Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = Vector512.Equals(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Select(Lanes1x512<T> mask, Lanes1x512<T> a, Lanes1x512<T> b) => new() { _v = Vector512.ConditionalSelect(mask._v, a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> FirstLanes(int count) => new() { _v = Bits512<T>.FirstLanes(count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Scale(Lanes1x512<T> x, Lanes1x512<T> n) => new() { _v = Bits512<T>.Scale(x._v, n._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Decompose(Lanes1x512<T> x, out Lanes1x512<T> exponent)
    {
        var m_v = Bits512<T>.Decompose(x._v, out var e_v);
        exponent = new() { _v = e_v };
        return new() { _v = m_v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Broadcast(T value) => new() { _v = Vector512.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Broadcast(ref T origin, int offset) => Broadcast(Unsafe.Add(ref origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> Load(ref T origin, int offset) => new() { _v = Vector512.LoadUnsafe(ref origin, (nuint)(uint)offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1x512<T> value, ref T origin, int offset) => value._v.StoreUnsafe(ref origin, (nuint)(uint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes1x512<T> a) => Bits256<T>.Sum(a._v.GetLower() + a._v.GetUpper());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(ref T origin, int offset, out Lanes1x512<T> even, out Lanes1x512<T> odd)
    {
        var (a, b) = (Load(ref origin, offset), Load(ref origin, offset + Count));
        even = new() { _v = Moves512.Even(a._v, b._v) };
        odd = new() { _v = Moves512.Odd(a._v, b._v) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Lanes1x512<T> even, Lanes1x512<T> odd, ref T origin, int offset)
    {
        Moves512.Zip(even._v, odd._v, out var upper).StoreUnsafe(ref origin, (nuint)(uint)offset);
        upper.StoreUnsafe(ref origin, (nuint)(uint)(offset + Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> LoadIntegers(ref int origin, int offset) => new() { _v = Bits512<T>.LoadIntegers(ref origin, offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512<T> SumRows(ref T rows)
    {
        if (!Avx512F.IsSupported)
            return new() { _v = Vector512.Create(Lanes2x256<T>.RowSums(ref rows, 0), Lanes2x256<T>.RowSums(ref rows, Vector256<T>.Count)) };
        return typeof(T) == typeof(float)
            ? new() { _v = Moves512.SixteenSums(ref Unsafe.As<T, float>(ref rows)).As<float, T>() }
            : new() { _v = Moves512.EightSums(ref Unsafe.As<T, double>(ref rows)).As<double, T>() };
    }
}
