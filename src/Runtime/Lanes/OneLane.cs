using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Lanes;

/// <summary>A single lane: what a kernel becomes when it is given one sample.</summary>
/// <remarks>Kept in the lowest element of a 128-bit vector, so that it shares every operation, and so every bit, with the wide forms.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public struct OneLane<T> : ILanes<OneLane<T>, T>
    where T : unmanaged
{
    private Vector128<T> _v;

    /// <summary>A number as a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OneLane(T value) => _v = Vector128.CreateScalarUnsafe(value);

    /// <summary>The lane as a number.</summary>
    public T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _v.ToScalar();
    }

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static OneLane<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector128<T>.Zero };
    }

    /// <inheritdoc/>
    public static OneLane<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector128<T>.One };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator +(OneLane<T> a, OneLane<T> b) => new() { _v = a._v + b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator -(OneLane<T> a, OneLane<T> b) => new() { _v = a._v - b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator *(OneLane<T> a, OneLane<T> b) => new() { _v = a._v * b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator /(OneLane<T> a, OneLane<T> b) => new() { _v = a._v / b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> operator -(OneLane<T> a) => new() { _v = -a._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Fma(OneLane<T> a, OneLane<T> b, OneLane<T> c) => new() { _v = Bits128<T>.Fma(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Fms(OneLane<T> a, OneLane<T> b, OneLane<T> c) => new() { _v = Bits128<T>.Fms(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Fnma(OneLane<T> a, OneLane<T> b, OneLane<T> c) => new() { _v = Bits128<T>.Fnma(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Min(OneLane<T> a, OneLane<T> b) => new() { _v = Bits128<T>.Min(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Max(OneLane<T> a, OneLane<T> b) => new() { _v = Bits128<T>.Max(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Abs(OneLane<T> a) => new() { _v = Vector128.Abs(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> CopySign(OneLane<T> magnitude, OneLane<T> sign) => new() { _v = Vector128.CopySign(magnitude._v, sign._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Sqrt(OneLane<T> a) => new() { _v = Vector128.Sqrt(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Round(OneLane<T> a) => new() { _v = Bits128<T>.Round(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> LessThan(OneLane<T> a, OneLane<T> b) => new() { _v = Vector128.LessThan(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Equal(OneLane<T> a, OneLane<T> b) => new() { _v = Vector128.Equals(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Select(OneLane<T> mask, OneLane<T> a, OneLane<T> b) => new() { _v = Vector128.ConditionalSelect(mask._v, a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> FirstLanes(int count) => new() { _v = Bits128<T>.FirstLanes(count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Scale(OneLane<T> x, OneLane<T> n) => new() { _v = Bits128<T>.Scale(x._v, n._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Decompose(OneLane<T> x, out OneLane<T> exponent)
    {
        var m_v = Bits128<T>.Decompose(x._v, out var e_v);
        exponent = new() { _v = e_v };
        return new() { _v = m_v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Broadcast(T value) => new() { _v = Vector128.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Broadcast(ref T origin, int offset) => Broadcast(Unsafe.Add(ref origin, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> Load(ref T origin, int offset) => new() { _v = Vector128.CreateScalar(Unsafe.Add(ref origin, offset)) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(OneLane<T> value, ref T origin, int offset) => Unsafe.Add(ref origin, offset) = value._v.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(OneLane<T> a) => a._v.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(ref T origin, int offset, out OneLane<T> even, out OneLane<T> odd) =>
        (even, odd) = (Load(ref origin, offset), Load(ref origin, offset + 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(OneLane<T> even, OneLane<T> odd, ref T origin, int offset)
    {
        Store(even, ref origin, offset);
        Store(odd, ref origin, offset + 1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> LoadIntegers(ref int origin, int offset) => typeof(T) == typeof(float)
        ? new() { _v = Vector128.CreateScalar((float)Unsafe.Add(ref origin, offset)).As<float, T>() }
        : new() { _v = Vector128.CreateScalar((double)Unsafe.Add(ref origin, offset)).As<double, T>() };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane<T> SumRows(ref T rows) => Load(ref rows, 0);
}
