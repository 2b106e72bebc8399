using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>Exponential linear unit with α = 1: <c>x</c> where positive, else <c>eˣ − 1</c>.</summary>
public static class Elu
{
    /// <summary>The sign of zero is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float> =>
        V.Select(V.LessThan(V.Zero, x), x, V.CopySign(Expm1.Single(V.Min(V.One, x)), x));

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double> =>
        V.Select(V.LessThan(V.Zero, x), x, V.CopySign(Expm1.Double(V.Min(V.One, x)), x));

    /// <summary>One number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Single(float x) => Single(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="Single(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double(double x) => Double(new OneLane<double>(x)).Value;

    /// <summary>The derivative from the activation a: 1 where it is positive, else <c>eᶻ = a + 1</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleDerivative<V>(V a)
        where V : struct, ILanes<V, float> =>
        V.Select(V.LessThan(V.Zero, a), V.One, a + V.One);

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleDerivative<V>(V a)
        where V : struct, ILanes<V, double> =>
        V.Select(V.LessThan(V.Zero, a), V.One, a + V.One);

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleDerivative(float a) => SingleDerivative(new OneLane<float>(a)).Value;

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleDerivative(double a) => DoubleDerivative(new OneLane<double>(a)).Value;
}
