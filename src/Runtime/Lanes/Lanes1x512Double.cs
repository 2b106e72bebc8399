using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Lanes;

/// <summary>Eight doubles in one 512-bit vector: AVX-512.</summary>
/// <remarks>
/// Only for hardware that has such vectors; elsewhere .NET falls back to code many times slower than <see cref="Lanes2x256{T}"/>. A type of
/// its own for each number type, unlike the narrower forms: the JIT compiles a kernel for it in half the time, which is what the first
/// call waits for; for the same reason operations are not split into smaller methods. Where an x86 instruction is named, the JIT does not
/// find it by itself: it makes no fused form of a negated operand, and its own minimum treats NaN and signed zeros otherwise.
/// </remarks>
public struct Lanes1x512Double : ILanes<Lanes1x512Double, double>
{
    private Vector512<double> _v;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    public static Lanes1x512Double Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector512<double>.Zero };
    }

    /// <inheritdoc/>
    public static Lanes1x512Double One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new() { _v = Vector512<double>.One };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double operator +(Lanes1x512Double a, Lanes1x512Double b) => new() { _v = a._v + b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double operator -(Lanes1x512Double a, Lanes1x512Double b) => new() { _v = a._v - b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double operator *(Lanes1x512Double a, Lanes1x512Double b) => new() { _v = a._v * b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double operator /(Lanes1x512Double a, Lanes1x512Double b) => new() { _v = a._v / b._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double operator -(Lanes1x512Double a) => new() { _v = -a._v };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Fma(Lanes1x512Double a, Lanes1x512Double b, Lanes1x512Double c) => new() { _v = Vector512.FusedMultiplyAdd(a._v, b._v, c._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Fms(Lanes1x512Double a, Lanes1x512Double b, Lanes1x512Double c)
    {
        Vector512<double> v;
        if (Avx512F.IsSupported)
            v = Avx512F.FusedMultiplySubtract(a._v, b._v, c._v);
        else
            v = Vector512.FusedMultiplyAdd(a._v, b._v, -c._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Fnma(Lanes1x512Double a, Lanes1x512Double b, Lanes1x512Double c)
    {
        Vector512<double> v;
        if (Avx512F.IsSupported)
            v = Avx512F.FusedMultiplyAddNegated(a._v, b._v, c._v);
        else
            v = Vector512.FusedMultiplyAdd(-a._v, b._v, c._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Min(Lanes1x512Double a, Lanes1x512Double b)
    {
        Vector512<double> v;
        if (Avx512F.IsSupported)
            v = Avx512F.Min(a._v, b._v);
        else
            v = Vector512.ConditionalSelect(Vector512.LessThan(a._v, b._v), a._v, b._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Max(Lanes1x512Double a, Lanes1x512Double b)
    {
        Vector512<double> v;
        if (Avx512F.IsSupported)
            v = Avx512F.Max(a._v, b._v);
        else
            v = Vector512.ConditionalSelect(Vector512.GreaterThan(a._v, b._v), a._v, b._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Abs(Lanes1x512Double a) => new() { _v = Vector512.Abs(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double CopySign(Lanes1x512Double magnitude, Lanes1x512Double sign) => new() { _v = Vector512.ConditionalSelect(Vector512.Create(-0.0), sign._v, magnitude._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Sqrt(Lanes1x512Double a) => new() { _v = Vector512.Sqrt(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Round(Lanes1x512Double a) => new() { _v = Vector512.Round(a._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double LessThan(Lanes1x512Double a, Lanes1x512Double b) => new() { _v = Vector512.LessThan(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Equal(Lanes1x512Double a, Lanes1x512Double b) => new() { _v = Vector512.Equals(a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Select(Lanes1x512Double mask, Lanes1x512Double a, Lanes1x512Double b) => new() { _v = Vector512.ConditionalSelect(mask._v, a._v, b._v) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double FirstLanes(int count) => new() { _v = Bits512.FirstLanesDouble(count) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Scale(Lanes1x512Double x, Lanes1x512Double n)
    {
        Vector512<double> v;
        if (Avx512F.IsSupported)
            v = Avx512F.Scale(x._v, n._v);
        else
            v = Bits512.Scale(x._v, n._v);
        return new() { _v = v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Decompose(Lanes1x512Double x, out Lanes1x512Double exponent)
    {
        var m_v = Bits512.Decompose(x._v, out var e_v);
        exponent = new() { _v = e_v };
        return new() { _v = m_v };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Broadcast(double value) => new() { _v = Vector512.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Broadcast(ref double origin, int offset) => new() { _v = Vector512.Create(Unsafe.Add(ref origin, offset)) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double Load(ref double origin, int offset) => new() { _v = Vector512.LoadUnsafe(ref origin, (nuint)(uint)offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1x512Double value, ref double origin, int offset) => value._v.StoreUnsafe(ref origin, (nuint)(uint)offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes1x512Double a) => Moves512.Sum(a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPairs(ref double origin, int offset, out Lanes1x512Double even, out Lanes1x512Double odd)
    {
        var (a, b) = (Load(ref origin, offset), Load(ref origin, offset + Count));
        if (Avx512F.IsSupported)
        {
            even = new() { _v = Avx512F.PermuteVar8x64x2(a._v, Vector512.CreateSequence(0L, 2L), b._v) };
            odd = new() { _v = Avx512F.PermuteVar8x64x2(a._v, Vector512.CreateSequence(1L, 2L), b._v) };
            return;
        }

        even = new() { _v = Moves512.Even(a._v, b._v) };
        odd = new() { _v = Moves512.Odd(a._v, b._v) };
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Lanes1x512Double even, Lanes1x512Double odd, ref double origin, int offset)
    {
        Moves512.Zip(even._v, odd._v, out var upper).StoreUnsafe(ref origin, (nuint)(uint)offset);
        upper.StoreUnsafe(ref origin, (nuint)(uint)(offset + Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double LoadIntegers(ref int origin, int offset) => new() { _v = Bits512.LoadIntegersDouble(ref origin, offset) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1x512Double SumRows(ref double rows) => new() { _v = Moves512.EightSums(ref rows) };
}
