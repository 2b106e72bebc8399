using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Lanes;

/// <summary>The lanes in two 256-bit vectors: AVX2.</summary>
/// <remarks>Lane order is memory order: the first vector holds the first half.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public struct Lanes2x256<T> : ILanes<Lanes2x256<T>, T>
    where T : unmanaged
{
    private Vector256<T> _a;
    private Vector256<T> _b;

    /// <inheritdoc/>
    public static int Count => 2 * Vector256<T>.Count;

    /// <inheritdoc/>
    public static Lanes2x256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _a = Vector256<T>.Zero, _b = Vector256<T>.Zero };
    }

    /// <inheritdoc/>
    public static Lanes2x256<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _a = Vector256<T>.One, _b = Vector256<T>.One };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> operator +(Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = a._a + b._a, _b = a._b + b._b };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> operator -(Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = a._a - b._a, _b = a._b - b._b };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> operator *(Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = a._a * b._a, _b = a._b * b._b };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> operator /(Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = a._a / b._a, _b = a._b / b._b };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> operator -(Lanes2x256<T> a) => new() { _a = -a._a, _b = -a._b };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Fma(Lanes2x256<T> a, Lanes2x256<T> b, Lanes2x256<T> c) => new() { _a = Bits256<T>.Fma(a._a, b._a, c._a), _b = Bits256<T>.Fma(a._b, b._b, c._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Fms(Lanes2x256<T> a, Lanes2x256<T> b, Lanes2x256<T> c) => new() { _a = Bits256<T>.Fms(a._a, b._a, c._a), _b = Bits256<T>.Fms(a._b, b._b, c._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Fnma(Lanes2x256<T> a, Lanes2x256<T> b, Lanes2x256<T> c) => new() { _a = Bits256<T>.Fnma(a._a, b._a, c._a), _b = Bits256<T>.Fnma(a._b, b._b, c._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Min(Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = Bits256<T>.Min(a._a, b._a), _b = Bits256<T>.Min(a._b, b._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Max(Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = Bits256<T>.Max(a._a, b._a), _b = Bits256<T>.Max(a._b, b._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Abs(Lanes2x256<T> a) => new() { _a = Vector256.Abs(a._a), _b = Vector256.Abs(a._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> CopySign(Lanes2x256<T> magnitude, Lanes2x256<T> sign) => new() { _a = Vector256.CopySign(magnitude._a, sign._a), _b = Vector256.CopySign(magnitude._b, sign._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Sqrt(Lanes2x256<T> a) => new() { _a = Vector256.Sqrt(a._a), _b = Vector256.Sqrt(a._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Round(Lanes2x256<T> a) => new() { _a = Bits256<T>.Round(a._a), _b = Bits256<T>.Round(a._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> LessThan(Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = Vector256.LessThan(a._a, b._a), _b = Vector256.LessThan(a._b, b._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Equal(Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = Vector256.Equals(a._a, b._a), _b = Vector256.Equals(a._b, b._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Select(Lanes2x256<T> mask, Lanes2x256<T> a, Lanes2x256<T> b) => new() { _a = Vector256.ConditionalSelect(mask._a, a._a, b._a), _b = Vector256.ConditionalSelect(mask._b, a._b, b._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> FirstLanes(int count) => new() { _a = Bits256<T>.FirstLanes(count), _b = Bits256<T>.FirstLanes(count - Vector256<T>.Count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Scale(Lanes2x256<T> x, Lanes2x256<T> n) => new() { _a = Bits256<T>.Scale(x._a, n._a), _b = Bits256<T>.Scale(x._b, n._b) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Decompose(Lanes2x256<T> x, out Lanes2x256<T> exponent)
    {
        var m_a = Bits256<T>.Decompose(x._a, out var e_a);
        var m_b = Bits256<T>.Decompose(x._b, out var e_b);
        exponent = new() { _a = e_a, _b = e_b };
        return new() { _a = m_a, _b = m_b };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Broadcast(T value) => new() { _a = Vector256.Create(value), _b = Vector256.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Broadcast(ref T origin, int offset) => Broadcast(Unsafe.Add(ref origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> Load(ref T origin, int offset) => new() { _a = Vector256.LoadUnsafe(ref origin, (nuint)(uint)(offset)), _b = Vector256.LoadUnsafe(ref origin, (nuint)(uint)(offset + Vector256<T>.Count)) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes2x256<T> value, ref T origin, int offset)
    {
        value._a.StoreUnsafe(ref origin, (nuint)(uint)offset);
        value._b.StoreUnsafe(ref origin, (nuint)(uint)(offset + Vector256<T>.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes2x256<T> a) => Bits256<T>.Sum(a._a + a._b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(ref T origin, int offset, out Lanes2x256<T> even, out Lanes2x256<T> odd)
    {
        var (lower, upper) = (Load(ref origin, offset), Load(ref origin, offset + Count));
        even = new() { _a = Moves256.Even(lower._a, lower._b), _b = Moves256.Even(upper._a, upper._b) };
        odd = new() { _a = Moves256.Odd(lower._a, lower._b), _b = Moves256.Odd(upper._a, upper._b) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Lanes2x256<T> even, Lanes2x256<T> odd, ref T origin, int offset)
    {
        Store(new() { _a = Moves256.Zip(even._a, odd._a, out var upper), _b = upper }, ref origin, offset);
        Store(new() { _a = Moves256.Zip(even._b, odd._b, out upper), _b = upper }, ref origin, offset + Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> LoadIntegers(ref int origin, int offset) =>
        new() { _a = Bits256<T>.LoadIntegers(ref origin, offset), _b = Bits256<T>.LoadIntegers(ref origin, offset + Vector256<T>.Count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2x256<T> SumRows(ref T rows) => new() { _a = RowSums(ref rows, 0), _b = RowSums(ref rows, Vector256<T>.Count) };

    /// <summary>The sums of half of the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<T> RowSums(ref T rows, int first) =>
        typeof(T) == typeof(float)
            ? Moves256.Sums(
                Halved(ref rows, first), Halved(ref rows, first + 1), Halved(ref rows, first + 2), Halved(ref rows, first + 3),
                Halved(ref rows, first + 4), Halved(ref rows, first + 5), Halved(ref rows, first + 6), Halved(ref rows, first + 7))
            : Moves256.Sums(Halved(ref rows, first), Halved(ref rows, first + 1), Halved(ref rows, first + 2), Halved(ref rows, first + 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Halved(ref T rows, int row)
    {
        var lanes = Load(ref rows, row * Count);
        return lanes._a + lanes._b;
    }
}
