using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Lanes;

/// <summary>The lanes in four 128-bit vectors: SSE, Arm AdvSimd, WebAssembly.</summary>
/// <remarks>Lane order is memory order: the first vector holds the first quarter.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public struct Lanes4x128<T> : ILanes<Lanes4x128<T>, T>
    where T : unmanaged
{
    private Vector128<T> _a;
    private Vector128<T> _b;
    private Vector128<T> _c;
    private Vector128<T> _d;

    /// <inheritdoc/>
    public static int Count => 4 * Vector128<T>.Count;

    /// <inheritdoc/>
    public static Lanes4x128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _a = Vector128<T>.Zero, _b = Vector128<T>.Zero, _c = Vector128<T>.Zero, _d = Vector128<T>.Zero };
    }

    /// <inheritdoc/>
    public static Lanes4x128<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _a = Vector128<T>.One, _b = Vector128<T>.One, _c = Vector128<T>.One, _d = Vector128<T>.One };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> operator +(Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = a._a + b._a, _b = a._b + b._b, _c = a._c + b._c, _d = a._d + b._d };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> operator -(Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = a._a - b._a, _b = a._b - b._b, _c = a._c - b._c, _d = a._d - b._d };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> operator *(Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = a._a * b._a, _b = a._b * b._b, _c = a._c * b._c, _d = a._d * b._d };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> operator /(Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = a._a / b._a, _b = a._b / b._b, _c = a._c / b._c, _d = a._d / b._d };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> operator -(Lanes4x128<T> a) => new() { _a = -a._a, _b = -a._b, _c = -a._c, _d = -a._d };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Fma(Lanes4x128<T> a, Lanes4x128<T> b, Lanes4x128<T> c) => new() { _a = Bits128<T>.Fma(a._a, b._a, c._a), _b = Bits128<T>.Fma(a._b, b._b, c._b), _c = Bits128<T>.Fma(a._c, b._c, c._c), _d = Bits128<T>.Fma(a._d, b._d, c._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Fms(Lanes4x128<T> a, Lanes4x128<T> b, Lanes4x128<T> c) => new() { _a = Bits128<T>.Fms(a._a, b._a, c._a), _b = Bits128<T>.Fms(a._b, b._b, c._b), _c = Bits128<T>.Fms(a._c, b._c, c._c), _d = Bits128<T>.Fms(a._d, b._d, c._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Fnma(Lanes4x128<T> a, Lanes4x128<T> b, Lanes4x128<T> c) => new() { _a = Bits128<T>.Fnma(a._a, b._a, c._a), _b = Bits128<T>.Fnma(a._b, b._b, c._b), _c = Bits128<T>.Fnma(a._c, b._c, c._c), _d = Bits128<T>.Fnma(a._d, b._d, c._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Min(Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = Bits128<T>.Min(a._a, b._a), _b = Bits128<T>.Min(a._b, b._b), _c = Bits128<T>.Min(a._c, b._c), _d = Bits128<T>.Min(a._d, b._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Max(Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = Bits128<T>.Max(a._a, b._a), _b = Bits128<T>.Max(a._b, b._b), _c = Bits128<T>.Max(a._c, b._c), _d = Bits128<T>.Max(a._d, b._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Abs(Lanes4x128<T> a) => new() { _a = Vector128.Abs(a._a), _b = Vector128.Abs(a._b), _c = Vector128.Abs(a._c), _d = Vector128.Abs(a._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> CopySign(Lanes4x128<T> magnitude, Lanes4x128<T> sign) => new() { _a = Vector128.CopySign(magnitude._a, sign._a), _b = Vector128.CopySign(magnitude._b, sign._b), _c = Vector128.CopySign(magnitude._c, sign._c), _d = Vector128.CopySign(magnitude._d, sign._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Sqrt(Lanes4x128<T> a) => new() { _a = Vector128.Sqrt(a._a), _b = Vector128.Sqrt(a._b), _c = Vector128.Sqrt(a._c), _d = Vector128.Sqrt(a._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Round(Lanes4x128<T> a) => new() { _a = Bits128<T>.Round(a._a), _b = Bits128<T>.Round(a._b), _c = Bits128<T>.Round(a._c), _d = Bits128<T>.Round(a._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> LessThan(Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = Vector128.LessThan(a._a, b._a), _b = Vector128.LessThan(a._b, b._b), _c = Vector128.LessThan(a._c, b._c), _d = Vector128.LessThan(a._d, b._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Equal(Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = Vector128.Equals(a._a, b._a), _b = Vector128.Equals(a._b, b._b), _c = Vector128.Equals(a._c, b._c), _d = Vector128.Equals(a._d, b._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Select(Lanes4x128<T> mask, Lanes4x128<T> a, Lanes4x128<T> b) => new() { _a = Vector128.ConditionalSelect(mask._a, a._a, b._a), _b = Vector128.ConditionalSelect(mask._b, a._b, b._b), _c = Vector128.ConditionalSelect(mask._c, a._c, b._c), _d = Vector128.ConditionalSelect(mask._d, a._d, b._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> FirstLanes(int count) => new() { _a = Bits128<T>.FirstLanes(count), _b = Bits128<T>.FirstLanes(count - Vector128<T>.Count), _c = Bits128<T>.FirstLanes(count - 2 * Vector128<T>.Count), _d = Bits128<T>.FirstLanes(count - 3 * Vector128<T>.Count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Scale(Lanes4x128<T> x, Lanes4x128<T> n) => new() { _a = Bits128<T>.Scale(x._a, n._a), _b = Bits128<T>.Scale(x._b, n._b), _c = Bits128<T>.Scale(x._c, n._c), _d = Bits128<T>.Scale(x._d, n._d) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Decompose(Lanes4x128<T> x, out Lanes4x128<T> exponent)
    {
        var m_a = Bits128<T>.Decompose(x._a, out var e_a);
        var m_b = Bits128<T>.Decompose(x._b, out var e_b);
        var m_c = Bits128<T>.Decompose(x._c, out var e_c);
        var m_d = Bits128<T>.Decompose(x._d, out var e_d);
        exponent = new() { _a = e_a, _b = e_b, _c = e_c, _d = e_d };
        return new() { _a = m_a, _b = m_b, _c = m_c, _d = m_d };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Broadcast(T value) => new() { _a = Vector128.Create(value), _b = Vector128.Create(value), _c = Vector128.Create(value), _d = Vector128.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Broadcast(ref T origin, int offset) => Broadcast(Unsafe.Add(ref origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> Load(ref T origin, int offset) => new() { _a = Vector128.LoadUnsafe(ref origin, (nuint)(uint)(offset)), _b = Vector128.LoadUnsafe(ref origin, (nuint)(uint)(offset + Vector128<T>.Count)), _c = Vector128.LoadUnsafe(ref origin, (nuint)(uint)(offset + 2 * Vector128<T>.Count)), _d = Vector128.LoadUnsafe(ref origin, (nuint)(uint)(offset + 3 * Vector128<T>.Count)) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes4x128<T> value, ref T origin, int offset)
    {
        value._a.StoreUnsafe(ref origin, (nuint)(uint)offset);
        value._b.StoreUnsafe(ref origin, (nuint)(uint)(offset + Vector128<T>.Count));
        value._c.StoreUnsafe(ref origin, (nuint)(uint)(offset + 2 * Vector128<T>.Count));
        value._d.StoreUnsafe(ref origin, (nuint)(uint)(offset + 3 * Vector128<T>.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes4x128<T> a) => Bits128<T>.Sum((a._a + a._c) + (a._b + a._d));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(ref T origin, int offset, out Lanes4x128<T> even, out Lanes4x128<T> odd)
    {
        var (l, u) = (Load(ref origin, offset), Load(ref origin, offset + Count));
        even = new() { _a = Moves128.Even(l._a, l._b), _b = Moves128.Even(l._c, l._d), _c = Moves128.Even(u._a, u._b), _d = Moves128.Even(u._c, u._d) };
        odd = new() { _a = Moves128.Odd(l._a, l._b), _b = Moves128.Odd(l._c, l._d), _c = Moves128.Odd(u._a, u._b), _d = Moves128.Odd(u._c, u._d) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Lanes4x128<T> even, Lanes4x128<T> odd, ref T origin, int offset)
    {
        var (e, o) = (even, odd);
        Store(new() { _a = Moves128.ZipLower(e._a, o._a), _b = Moves128.ZipUpper(e._a, o._a), _c = Moves128.ZipLower(e._b, o._b), _d = Moves128.ZipUpper(e._b, o._b) }, ref origin, offset);
        Store(new() { _a = Moves128.ZipLower(e._c, o._c), _b = Moves128.ZipUpper(e._c, o._c), _c = Moves128.ZipLower(e._d, o._d), _d = Moves128.ZipUpper(e._d, o._d) }, ref origin, offset + Count);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> LoadIntegers(ref int origin, int offset) => new() { _a = Bits128<T>.LoadIntegers(ref origin, offset), _b = Bits128<T>.LoadIntegers(ref origin, offset + Vector128<T>.Count), _c = Bits128<T>.LoadIntegers(ref origin, offset + 2 * Vector128<T>.Count), _d = Bits128<T>.LoadIntegers(ref origin, offset + 3 * Vector128<T>.Count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4x128<T> SumRows(ref T rows)
    {
        int quarter = Vector128<T>.Count;
        return new() { _a = RowSums(ref rows, 0), _b = RowSums(ref rows, quarter), _c = RowSums(ref rows, 2 * quarter), _d = RowSums(ref rows, 3 * quarter) };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> RowSums(ref T rows, int first) =>
        typeof(T) == typeof(float)
            ? Moves128.Sums(Quartered(ref rows, first), Quartered(ref rows, first + 1), Quartered(ref rows, first + 2), Quartered(ref rows, first + 3))
            : Moves128.Sums(Quartered(ref rows, first), Quartered(ref rows, first + 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Quartered(ref T rows, int row)
    {
        var lanes = Load(ref rows, row * Count);
        return (lanes._a + lanes._c) + (lanes._b + lanes._d);
    }
}
