using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>
/// Inverted dropout: in training a hidden activation is 0 with probability p, else divided by 1 − p, so that its mean stays what it is
/// without. Called by generated code.
/// </summary>
/// <remarks>
/// Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014. A factor of a mask depends on the
/// state of the step, the sample's place in the batch, the layer and the unit, and on nothing else: not on the width of vectors, on
/// blocks of samples, or on threads.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dropout
{
    /// <summary>The state of the first training step of a network with this seed; another sequence than that of its initial weights.</summary>
    public static ulong FirstState(ulong seed) => new SplitMix64(seed ^ 0xD1B54A32D192ED03).Next();

    /// <summary>The mask of a layer for a block of samples, in columns. Lanes without a sample are zero.</summary>
    /// <param name="rate">The probability of a 0.</param>
    /// <param name="state">Of the training step.</param>
    /// <param name="layer">1 for the first.</param>
    /// <param name="first">The place in the batch of the block's first sample.</param>
    /// <param name="samples">Samples in the block.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="mask">[vectors × units × V.Count], overwritten.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void FillColumns<V, T>(double rate, ulong state, int layer, int first, int samples, int units, ref T mask)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int lanes = V.Count;
        ulong layerSeed = Draw(state, layer);
        for (int start = 0; start < samples; start += lanes)
        {
            ref T column = ref Unsafe.Add(ref mask, start * units);
            int some = Math.Min(lanes, samples - start);
            if (some < lanes)
                MemoryMarshal.CreateSpan(ref column, units * lanes).Clear();
            for (int lane = 0; lane < some; lane++)
                Fill(rate, Draw(layerSeed, first + start + lane), units, ref Unsafe.Add(ref column, lane), lanes);
        }
    }

    /// <summary>The mask of a layer for a block of samples, in rows.</summary>
    /// <param name="rate">The probability of a 0.</param>
    /// <param name="state">Of the training step.</param>
    /// <param name="layer">1 for the first.</param>
    /// <param name="first">The place in the batch of the block's first sample.</param>
    /// <param name="samples">Samples in the block.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="mask">[samples × units], overwritten, the padding with zeros.</param>
    /// <param name="stride">Elements from one row to the next.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void FillRows<T>(double rate, ulong state, int layer, int first, int samples, int units, ref T mask, int stride)
        where T : unmanaged
    {
        ulong layerSeed = Draw(state, layer);
        for (int sample = 0; sample < samples; sample++)
        {
            ref T row = ref Unsafe.Add(ref mask, sample * stride);
            Fill(rate, Draw(layerSeed, first + sample), units, ref row, 1);
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref row, units), stride - units).Clear();
        }
    }

    /// <summary><c>h = a ⊙ m</c>, limited to finite numbers: an infinite one would be NaN in the next layer.</summary>
    /// <param name="a">What is masked.</param>
    /// <param name="mask">By one of the methods above.</param>
    /// <param name="h">Overwritten; may be a.</param>
    /// <param name="length">Elements of each, a multiple of V.Count.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Apply<V, T>(ref T a, ref T mask, ref T h, int length)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int lanes = V.Count;
        V largest = V.Broadcast(typeof(T) == typeof(float) ? (T)(object)float.MaxValue : (T)(object)double.MaxValue), lowest = -largest;
        for (int i = 0; i < length; i += lanes)
            V.Store(V.Min(largest, V.Max(lowest, V.Load(ref a, i) * V.Load(ref mask, i))), ref h, i);
    }

    /// <summary>One draw of a sequence that is read at any place.</summary>
    private static ulong Draw(ulong seed, int place) => new SplitMix64(unchecked(seed + (ulong)(uint)place * SplitMix64.Increment)).Next();

    /// <summary>One sample's factors: two a draw, each kept where its 32 bits are at least p·2³². Without branches, which would be guessed wrong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fill<T>(double rate, ulong seed, int units, ref T factors, int step)
        where T : unmanaged
    {
        long least = (long)Math.Ceiling(rate * (1L << 32));
        long scale = typeof(T) == typeof(float) ? BitConverter.SingleToInt32Bits((float)(1 / (1 - rate))) : BitConverter.DoubleToInt64Bits(1 / (1 - rate));
        var random = new SplitMix64(seed);
        for (int j = 0; j < units; j += 2)
        {
            ulong draw = random.Next();
            Store(ref Unsafe.Add(ref factors, j * step), (uint)draw, least, scale);
            if (j + 1 < units)
                Store(ref Unsafe.Add(ref factors, (j + 1) * step), (uint)(draw >> 32), least, scale);
        }
    }

    /// <summary>The scale, or 0 where the draw is too small: then the difference is negative, and its sign fills a mask of bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(ref T factor, uint draw, long least, long scale)
        where T : unmanaged
    {
        long bits = scale & ~((draw - least) >> 63);
        if (typeof(T) == typeof(float))
            Unsafe.As<T, int>(ref factor) = (int)bits;
        else
            Unsafe.As<T, long>(ref factor) = bits;
    }
}
