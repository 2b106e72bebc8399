using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Lanes;

/// <summary>Four floats or two doubles in one 128-bit vector: for the units of a layer, each of which is computed by itself.</summary>
/// <remarks>Not for sums over samples, whose order would depend on the number of lanes.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public struct Lanes1x128<T> : ILanes<Lanes1x128<T>, T>
    where T : unmanaged
{
    private Vector128<T> _v;

    /// <summary>Packs numbers; of doubles only the first two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Pack(T a, T b, T c, T d)
    {
        if (typeof(T) == typeof(double))
            return new() { _v = Vector128.Create(Unsafe.As<T, double>(ref a), Unsafe.As<T, double>(ref b)).As<double, T>() };
        return new() { _v = Vector128.Create(Unsafe.As<T, float>(ref a), Unsafe.As<T, float>(ref b), Unsafe.As<T, float>(ref c), Unsafe.As<T, float>(ref d)).As<float, T>() };
    }

    /// <summary>One of the numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Lane(int i) => _v.GetElement(i);

    /// <summary>One of the numbers, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes1x128<T> Spread(int i)
    {
        if (typeof(T) == typeof(double))
            return new() { _v = Vector128.Shuffle(_v.AsDouble(), Vector128.Create((long)i)).As<double, T>() };
        return new() { _v = Vector128.Shuffle(_v.AsSingle(), Vector128.Create(i)).As<float, T>() };
    }

    /// <summary>Neighbours exchanged: the second number first, and so on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes1x128<T> SwapPairs()
    {
        if (typeof(T) == typeof(double))
            return new() { _v = Vector128.Shuffle(_v.AsDouble(), Vector128.Create(1L, 0)).As<double, T>() };
        return new() { _v = Vector128.Shuffle(_v.AsSingle(), Vector128.Create(1, 0, 3, 2)).As<float, T>() };
    }

    /// <summary>Writes the first two numbers. Not bounds-checked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePair(Lanes1x128<T> value, ref T destination)
    {
        if (typeof(T) == typeof(double))
            value._v.StoreUnsafe(ref destination);
        else
            Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref destination), value._v.AsDouble().ToScalar());
    }

    /// <inheritdoc/>
    public static int Count => Vector128<T>.Count;

    /// <inheritdoc/>
    public static Lanes1x128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector128<T>.Zero };
    }

    /// <inheritdoc/>
    public static Lanes1x128<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector128<T>.One };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> operator +(Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = a._v + b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> operator -(Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = a._v - b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> operator *(Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = a._v * b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> operator /(Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = a._v / b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> operator -(Lanes1x128<T> a) => new() { _v = -a._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Fma(Lanes1x128<T> a, Lanes1x128<T> b, Lanes1x128<T> c) => new() { _v = Bits128<T>.Fma(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Fms(Lanes1x128<T> a, Lanes1x128<T> b, Lanes1x128<T> c) => new() { _v = Bits128<T>.Fms(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Fnma(Lanes1x128<T> a, Lanes1x128<T> b, Lanes1x128<T> c) => new() { _v = Bits128<T>.Fnma(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Min(Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = Bits128<T>.Min(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Max(Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = Bits128<T>.Max(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Abs(Lanes1x128<T> a) => new() { _v = Vector128.Abs(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> CopySign(Lanes1x128<T> magnitude, Lanes1x128<T> sign) => new() { _v = Vector128.CopySign(magnitude._v, sign._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Sqrt(Lanes1x128<T> a) => new() { _v = Vector128.Sqrt(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Round(Lanes1x128<T> a) => new() { _v = Bits128<T>.Round(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> LessThan(Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = Vector128.LessThan(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Equal(Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = Vector128.Equals(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Select(Lanes1x128<T> mask, Lanes1x128<T> a, Lanes1x128<T> b) => new() { _v = Vector128.ConditionalSelect(mask._v, a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> FirstLanes(int count) => new() { _v = Bits128<T>.FirstLanes(count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Scale(Lanes1x128<T> x, Lanes1x128<T> n) => new() { _v = Bits128<T>.Scale(x._v, n._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Decompose(Lanes1x128<T> x, out Lanes1x128<T> exponent)
    {
        var m_v = Bits128<T>.Decompose(x._v, out var e_v);
        exponent = new() { _v = e_v };
        return new() { _v = m_v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Broadcast(T value) => new() { _v = Vector128.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Broadcast(ref T origin, int offset) => Broadcast(Unsafe.Add(ref origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> Load(ref T origin, int offset) => new() { _v = Vector128.LoadUnsafe(ref origin, (nuint)(uint)offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1x128<T> value, ref T origin, int offset) => value._v.StoreUnsafe(ref origin, (nuint)(uint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes1x128<T> a) => Bits128<T>.Sum(a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(ref T origin, int offset, out Lanes1x128<T> even, out Lanes1x128<T> odd)
    {
        var (a, b) = (Load(ref origin, offset), Load(ref origin, offset + Count));
        even = new() { _v = Moves128.Even(a._v, b._v) };
        odd = new() { _v = Moves128.Odd(a._v, b._v) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Lanes1x128<T> even, Lanes1x128<T> odd, ref T origin, int offset)
    {
        Moves128.ZipLower(even._v, odd._v).StoreUnsafe(ref origin, (nuint)(uint)offset);
        Moves128.ZipUpper(even._v, odd._v).StoreUnsafe(ref origin, (nuint)(uint)(offset + Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> LoadIntegers(ref int origin, int offset) => new() { _v = Bits128<T>.LoadIntegers(ref origin, offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x128<T> SumRows(ref T rows)
    {
        var (r0, r1) = (Load(ref rows, 0)._v, Load(ref rows, Count)._v);
        return typeof(T) == typeof(float)
            ? new() { _v = Moves128.Sums(r0, r1, Load(ref rows, 2 * Count)._v, Load(ref rows, 3 * Count)._v) }
            : new() { _v = Moves128.Sums(r0, r1) };
    }
}
