using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Lanes;

/// <summary>Eight floats or four doubles in one 256-bit vector: for the units of a layer, each of which is computed by itself.</summary>
/// <remarks>Not for sums over samples, whose order would depend on the number of lanes.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public struct Lanes1x256<T> : ILanes<Lanes1x256<T>, T>
    where T : unmanaged
{
    private Vector256<T> _v;

    /// <inheritdoc/>
    public static int Count => Vector256<T>.Count;

    /// <inheritdoc/>
    public static Lanes1x256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector256<T>.Zero };
    }

    /// <inheritdoc/>
    public static Lanes1x256<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector256<T>.One };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> operator +(Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = a._v + b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> operator -(Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = a._v - b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> operator *(Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = a._v * b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> operator /(Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = a._v / b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> operator -(Lanes1x256<T> a) => new() { _v = -a._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Fma(Lanes1x256<T> a, Lanes1x256<T> b, Lanes1x256<T> c) => new() { _v = Bits256<T>.Fma(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Fms(Lanes1x256<T> a, Lanes1x256<T> b, Lanes1x256<T> c) => new() { _v = Bits256<T>.Fms(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Fnma(Lanes1x256<T> a, Lanes1x256<T> b, Lanes1x256<T> c) => new() { _v = Bits256<T>.Fnma(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Min(Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = Bits256<T>.Min(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Max(Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = Bits256<T>.Max(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Abs(Lanes1x256<T> a) => new() { _v = Vector256.Abs(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> CopySign(Lanes1x256<T> magnitude, Lanes1x256<T> sign) => new() { _v = Vector256.CopySign(magnitude._v, sign._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Sqrt(Lanes1x256<T> a) => new() { _v = Vector256.Sqrt(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Round(Lanes1x256<T> a) => new() { _v = Bits256<T>.Round(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> LessThan(Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = Vector256.LessThan(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Equal(Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = Vector256.Equals(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Select(Lanes1x256<T> mask, Lanes1x256<T> a, Lanes1x256<T> b) => new() { _v = Vector256.ConditionalSelect(mask._v, a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> FirstLanes(int count) => new() { _v = Bits256<T>.FirstLanes(count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Scale(Lanes1x256<T> x, Lanes1x256<T> n) => new() { _v = Bits256<T>.Scale(x._v, n._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Decompose(Lanes1x256<T> x, out Lanes1x256<T> exponent)
    {
        var m_v = Bits256<T>.Decompose(x._v, out var e_v);
        exponent = new() { _v = e_v };
        return new() { _v = m_v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Broadcast(T value) => new() { _v = Vector256.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Broadcast(ref T origin, int offset) => Broadcast(Unsafe.Add(ref origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> Load(ref T origin, int offset) => new() { _v = Vector256.LoadUnsafe(ref origin, (nuint)(uint)offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1x256<T> value, ref T origin, int offset) => value._v.StoreUnsafe(ref origin, (nuint)(uint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes1x256<T> a) => Bits256<T>.Sum(a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(ref T origin, int offset, out Lanes1x256<T> even, out Lanes1x256<T> odd)
    {
        var (a, b) = (Load(ref origin, offset), Load(ref origin, offset + Count));
        even = new() { _v = Moves256.Even(a._v, b._v) };
        odd = new() { _v = Moves256.Odd(a._v, b._v) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Lanes1x256<T> even, Lanes1x256<T> odd, ref T origin, int offset)
    {
        Moves256.Zip(even._v, odd._v, out var upper).StoreUnsafe(ref origin, (nuint)(uint)offset);
        upper.StoreUnsafe(ref origin, (nuint)(uint)(offset + Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> LoadIntegers(ref int origin, int offset) => new() { _v = Bits256<T>.LoadIntegers(ref origin, offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x256<T> SumRows(ref T rows)
    {
        var (r0, r1, r2, r3) = (Load(ref rows, 0)._v, Load(ref rows, Count)._v, Load(ref rows, 2 * Count)._v, Load(ref rows, 3 * Count)._v);
        return typeof(T) == typeof(float)
            ? new() { _v = Moves256.Sums(r0, r1, r2, r3, Load(ref rows, 4 * Count)._v, Load(ref rows, 5 * Count)._v, Load(ref rows, 6 * Count)._v, Load(ref rows, 7 * Count)._v) }
            : new() { _v = Moves256.Sums(r0, r1, r2, r3) };
    }
}
