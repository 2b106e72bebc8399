using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary><c>eˣ = 2ⁿ·2ᶠ</c> with n = round(x·log₂e) and |f| ≤ ½; 2ᶠ is a minimax polynomial that is exactly 1 at 0.</summary>
/// <remarks>f is x·log₂e − n with log₂e in two parts, so that its error does not grow with x. The polynomials are in Estrin's form: a sample at a time waits for the latency.</remarks>
public static class Exp
{
    /// <summary>Overflows to ∞ past 88.7 and underflows, by way of the subnormal numbers, to 0 below −103.9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float>
    {
        x = V.Min(V.Broadcast(89f), V.Max(V.Broadcast(-104f), x));
        return V.Scale(SingleParts(x, out V n), n);
    }

    /// <inheritdoc cref="Single{V}(V)"/>
    /// <remarks>Overflows past 709.7, underflows below −745.1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double>
    {
        x = V.Min(V.Broadcast(710.0), V.Max(V.Broadcast(-746.0), x));
        return V.Scale(DoubleParts(x, out V n), n);
    }

    /// <summary>For x up to 0, as softmax has them: nothing can overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleNonPositive<V>(V x)
        where V : struct, ILanes<V, float> =>
        ExpSingle<V>.Create().NonPositive(x);

    /// <inheritdoc cref="SingleNonPositive{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleNonPositive<V>(V x)
        where V : struct, ILanes<V, double> =>
        ExpDouble<V>.Create().NonPositive(x);

    /// <summary>One number up to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleNonPositive(float x) => SingleNonPositive(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="SingleNonPositive(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleNonPositive(double x) => DoubleNonPositive(new OneLane<double>(x)).Value;

    /// <summary>2ᶠ in [0.7, 1.5], and n: for functions that multiply by something else before they scale and so round only once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V SingleParts<V>(V x, out V n)
        where V : struct, ILanes<V, float> =>
        ExpSingle<V>.Create().Parts(x, out n);

    /// <inheritdoc cref="SingleParts"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V DoubleParts<V>(V x, out V n)
        where V : struct, ILanes<V, double> =>
        ExpDouble<V>.Create().Parts(x, out n);
}
