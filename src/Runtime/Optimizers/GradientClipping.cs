using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Lanes;

namespace StaticNet;

/// <summary>Limits a gradient: its elements first, then its length.</summary>
internal static class GradientClipping
{
    /// <summary>2⁻⁸⁰ for <see cref="float"/>, 2⁻⁵⁴⁰ for <see cref="double"/>: brings squares that overflow back into range.</summary>
    private static double Small<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? 1.0 / (1L << 40) / (1L << 40) : Math.ScaleB(1, -540);

    /// <summary>Limits a gradient in place. What is NaN stays NaN.</summary>
    public static void Clip<V, T>(Span<T> gradient, GradientTerms<T> terms)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        if (terms.MaxValue is { } value)
            Limit<V, T>(gradient, value);
        if (terms.MaxNorm is { } norm)
            Shorten<V, T>(gradient, Setting.ToDouble(norm));
    }

    /// <summary><c>g·min(1, limit/‖g‖₂)</c>, the norm over all layers together.</summary>
    /// <remarks>Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", 2013.</remarks>
    private static void Shorten<V, T>(Span<T> gradient, double limit)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        double unit = 1, norm = Math.Sqrt(Squares<V, T>(gradient, Setting.From<T>(unit)));
        if (double.IsInfinity(norm))
        {
            unit = Small<T>();
            norm = Math.Sqrt(Squares<V, T>(gradient, Setting.From<T>(unit)));
        }

        // Not the other way round: a norm of NaN shows in the gradient.
        if (norm <= limit * unit)
            return;
        Multiply<V, T>(gradient, Setting.From<T>(limit * unit / norm));
    }

    /// <summary>The sum of (unit·g)², in the lanes of every machine and by their tree.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Squares<V, T>(ReadOnlySpan<T> gradient, T unit)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref T g = ref MemoryMarshal.GetReference(gradient);
        V sum = V.Zero;
        int i = 0;
        for (; i <= gradient.Length - V.Count; i += V.Count)
        {
            V scaled = V.Load(ref g, i) * V.Broadcast(unit);
            sum = V.Fma(scaled, scaled, sum);
        }

        Span<T> rest = stackalloc T[16];
        rest.Clear();
        gradient[i..].CopyTo(rest);
        V last = V.Load(ref MemoryMarshal.GetReference(rest), 0) * V.Broadcast(unit);
        return Setting.ToDouble(V.Sum(V.Fma(last, last, sum)));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<V, T>(Span<T> gradient, T factor)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref T g = ref MemoryMarshal.GetReference(gradient);
        int i = 0;
        for (; i <= gradient.Length - V.Count; i += V.Count)
            V.Store(V.Load(ref g, i) * V.Broadcast(factor), ref g, i);
        for (; i < gradient.Length; i++)
            OneLane<T>.Store(OneLane<T>.Load(ref g, i) * OneLane<T>.Broadcast(factor), ref g, i);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Limit<V, T>(Span<T> gradient, T limit)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref T g = ref MemoryMarshal.GetReference(gradient);
        int i = 0;
        for (; i <= gradient.Length - V.Count; i += V.Count)
            V.Store(Within(V.Load(ref g, i), V.Broadcast(limit)), ref g, i);
        for (; i < gradient.Length; i++)
            OneLane<T>.Store(Within(OneLane<T>.Load(ref g, i), OneLane<T>.Broadcast(limit)), ref g, i);
    }

    /// <summary>Where a number is NaN, it is the second operand of both, and so the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Within<V>(V g, V limit)
        where V : struct, ILanes<V> =>
        V.Max(-limit, V.Min(limit, g));
}
