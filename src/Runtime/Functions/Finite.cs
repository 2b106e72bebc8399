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

    /// <summary>2¹²⁶, what <see cref="SingleLogit{V}(V)"/> limits logits to.</summary>
    public const float SingleLogitLimit = 8.50705917e37f;

    /// <summary>2¹⁰²², what <see cref="DoubleLogit{V}(V)"/> limits logits to.</summary>
    public const double DoubleLogitLimit = 4.4942328371557898e307;

    /// <summary>Limits logits to ±2¹²⁶, a quarter of the range: a difference of two is finite then, and no softmax tells the difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleLogit<V>(V x)
        where V : struct, ILanes<V, float> =>
        V.Min(V.Broadcast(SingleLogitLimit), V.Max(V.Broadcast(-SingleLogitLimit), x));

    /// <summary>Limits logits to ±2¹⁰²², a quarter of the range: a difference of two is finite then, and no softmax tells the difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleLogit<V>(V x)
        where V : struct, ILanes<V, double> =>
        V.Min(V.Broadcast(DoubleLogitLimit), V.Max(V.Broadcast(-DoubleLogitLimit), x));

    /// <summary>Limits one number, a sum of losses, to the range of finite numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Single(float x) => x > float.MaxValue ? float.MaxValue : x < -float.MaxValue ? -float.MaxValue : x;

    /// <inheritdoc cref="Single(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double(double x) => x > double.MaxValue ? double.MaxValue : x < -double.MaxValue ? -double.MaxValue : x;

    /// <summary>Limits one logit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleLogit(float x) => SingleLogit(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="SingleLogit(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleLogit(double x) => DoubleLogit(new OneLane<double>(x)).Value;
}
