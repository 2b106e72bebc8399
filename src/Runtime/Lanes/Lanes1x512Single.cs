using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>Sixteen floats in one 512-bit vector: AVX-512.</summary>
/// <remarks>
/// Only for hardware that has such vectors; elsewhere .NET falls back to code many times slower than <see cref="Lanes2x256{T}"/>. A type of
/// its own for each number type, unlike the narrower forms: the JIT compiles a kernel for it in half the time, which is what the first
/// call waits for; for the same reason operations are not split into smaller methods. Where an x86 instruction is named, the JIT does not
/// find it by itself: it makes no fused form of a negated operand, and its own minimum treats NaN and signed zeros otherwise.
/// </remarks>
public struct Lanes1x512Single : ILanes<Lanes1x512Single, float>
{
    private Vector512<float> _v;

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    public static Lanes1x512Single Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector512<float>.Zero };
    }

    /// <inheritdoc/>
    public static Lanes1x512Single One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector512<float>.One };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single operator +(Lanes1x512Single a, Lanes1x512Single b) => new() { _v = a._v + b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single operator -(Lanes1x512Single a, Lanes1x512Single b) => new() { _v = a._v - b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single operator *(Lanes1x512Single a, Lanes1x512Single b) => new() { _v = a._v * b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single operator /(Lanes1x512Single a, Lanes1x512Single b) => new() { _v = a._v / b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single operator -(Lanes1x512Single a) => new() { _v = -a._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Fma(Lanes1x512Single a, Lanes1x512Single b, Lanes1x512Single c) => new() { _v = Vector512.FusedMultiplyAdd(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Fms(Lanes1x512Single a, Lanes1x512Single b, Lanes1x512Single c)
    {
        Vector512<float> v;
        if (Avx512F.IsSupported)
            v = Avx512F.FusedMultiplySubtract(a._v, b._v, c._v);
        else
            v = Vector512.FusedMultiplyAdd(a._v, b._v, -c._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Fnma(Lanes1x512Single a, Lanes1x512Single b, Lanes1x512Single c)
    {
        Vector512<float> v;
        if (Avx512F.IsSupported)
            v = Avx512F.FusedMultiplyAddNegated(a._v, b._v, c._v);
        else
            v = Vector512.FusedMultiplyAdd(-a._v, b._v, c._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Min(Lanes1x512Single a, Lanes1x512Single b)
    {
        Vector512<float> v;
        if (Avx512F.IsSupported)
            v = Avx512F.Min(a._v, b._v);
        else
            v = Vector512.ConditionalSelect(Vector512.LessThan(a._v, b._v), a._v, b._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Max(Lanes1x512Single a, Lanes1x512Single b)
    {
        Vector512<float> v;
        if (Avx512F.IsSupported)
            v = Avx512F.Max(a._v, b._v);
        else
            v = Vector512.ConditionalSelect(Vector512.GreaterThan(a._v, b._v), a._v, b._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Abs(Lanes1x512Single a) => new() { _v = Vector512.Abs(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single CopySign(Lanes1x512Single magnitude, Lanes1x512Single sign) => new() { _v = Vector512.ConditionalSelect(Vector512.Create(-0f), sign._v, magnitude._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Sqrt(Lanes1x512Single a) => new() { _v = Vector512.Sqrt(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Round(Lanes1x512Single a) => new() { _v = Vector512.Round(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single LessThan(Lanes1x512Single a, Lanes1x512Single b) => new() { _v = Vector512.LessThan(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Equal(Lanes1x512Single a, Lanes1x512Single b) => new() { _v = Vector512.Equals(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Select(Lanes1x512Single mask, Lanes1x512Single a, Lanes1x512Single b) => new() { _v = Vector512.ConditionalSelect(mask._v, a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single FirstLanes(int count) => new() { _v = Bits512.FirstLanesSingle(count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Scale(Lanes1x512Single x, Lanes1x512Single n)
    {
        Vector512<float> v;
        if (Avx512F.IsSupported)
            v = Avx512F.Scale(x._v, n._v);
        else
            v = Bits512.Scale(x._v, n._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Decompose(Lanes1x512Single x, out Lanes1x512Single exponent)
    {
        var m_v = Bits512.Decompose(x._v, out var e_v);
        exponent = new() { _v = e_v };
        return new() { _v = m_v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Broadcast(float value) => new() { _v = Vector512.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Broadcast(ref float origin, int offset) => new() { _v = Vector512.Create(Unsafe.Add(ref origin, offset)) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single Load(ref float origin, int offset) => new() { _v = Vector512.LoadUnsafe(ref origin, (nuint)(uint)offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1x512Single value, ref float origin, int offset) => value._v.StoreUnsafe(ref origin, (nuint)(uint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Lanes1x512Single a) => Moves512.Sum(a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(ref float origin, int offset, out Lanes1x512Single even, out Lanes1x512Single odd)
    {
        var (a, b) = (Load(ref origin, offset), Load(ref origin, offset + Count));
        if (Avx512F.IsSupported)
        {
            even = new() { _v = Avx512F.PermuteVar16x32x2(a._v, Vector512.CreateSequence(0, 2), b._v) };
            odd = new() { _v = Avx512F.PermuteVar16x32x2(a._v, Vector512.CreateSequence(1, 2), b._v) };
            return;
        }

        even = new() { _v = Moves512.Even(a._v, b._v) };
        odd = new() { _v = Moves512.Odd(a._v, b._v) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Lanes1x512Single even, Lanes1x512Single odd, ref float origin, int offset)
    {
        Moves512.Zip(even._v, odd._v, out var upper).StoreUnsafe(ref origin, (nuint)(uint)offset);
        upper.StoreUnsafe(ref origin, (nuint)(uint)(offset + Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single LoadIntegers(ref int origin, int offset) => new() { _v = Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref origin, (nuint)(uint)offset)) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Single SumRows(ref float rows) => new() { _v = Moves512.SixteenSums(ref rows) };
}
