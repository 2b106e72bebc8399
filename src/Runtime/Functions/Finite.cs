using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>
/// Infinities replaced by the largest finite numbers of their sign; NaN stays NaN. An infinite activation would become NaN in the
/// next layer (∞·0, ∞ − ∞); a finite one cannot, since a chain of fused multiply-adds of finite numbers never yields NaN.
/// </summary>
public static class Finite
{
    /// <summary>Limits lanes to the range of finite numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float> =>
        V.Min(V.Broadcast(float.MaxValue), V.Max(V.Broadcast(-float.MaxValue), x));

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double> =>
        V.Min(V.Broadcast(double.MaxValue), V.Max(V.Broadcast(-double.MaxValue), x));

    /// <summary>Limits one number, a sum of losses, to the range of finite numbers.</summary>
    public static float Single(float x) => Math.Clamp(x, -float.MaxValue, float.MaxValue);

    /// <inheritdoc cref="Single(float)"/>
    public static double Double(double x) => Math.Clamp(x, -double.MaxValue, double.MaxValue);
}
