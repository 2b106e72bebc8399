using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>Leaky rectifier: <c>x</c> where positive, else <c>0.01·x</c>; the larger of the two.</summary>
public static class LeakyRelu
{
    /// <summary>Exact but for the rounding of the product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float> =>
        V.Max(x * V.Broadcast(0.01f), x);

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double> =>
        V.Max(x * V.Broadcast(0.01), x);

    /// <summary>One number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Single(float x) => Single(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="Single(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double(double x) => Double(new OneLane<double>(x)).Value;

    /// <summary>The derivative from the activation a: 1 where it is positive, else 0.01.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleDerivative<V>(V a)
        where V : struct, ILanes<V, float> =>
        V.Select(V.LessThan(V.Zero, a), V.One, V.Broadcast(0.01f));

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleDerivative<V>(V a)
        where V : struct, ILanes<V, double> =>
        V.Select(V.LessThan(V.Zero, a), V.One, V.Broadcast(0.01));

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleDerivative(float a) => SingleDerivative(new OneLane<float>(a)).Value;

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleDerivative(double a) => DoubleDerivative(new OneLane<double>(a)).Value;
}
