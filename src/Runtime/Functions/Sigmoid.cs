using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>Logistic function <c>σ(x) = 1/(1 + e⁻ˣ)</c>, computed from t = e⁻|ˣ|, which cannot overflow: 1/(1 + t) or t/(1 + t).</summary>
public static class Sigmoid
{
    /// <summary>Accurate relative to its value for large negative x too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V t = Exp.SingleNonPositive(-V.Abs(x));
        return V.Select(V.LessThan(x, V.Zero), t, V.One) / (V.One + t);
    }

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V t = Exp.DoubleNonPositive(-V.Abs(x));
        return V.Select(V.LessThan(x, V.Zero), t, V.One) / (V.One + t);
    }

    /// <summary>One number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Single(float x) => Single(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="Single(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double(double x) => Double(new OneLane<double>(x)).Value;

    /// <summary>The derivative <c>a·(1 − a)</c> from the activation a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleDerivative<V>(V a)
        where V : struct, ILanes<V, float> =>
        a * (V.One - a);

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleDerivative<V>(V a)
        where V : struct, ILanes<V, double> =>
        a * (V.One - a);

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleDerivative(float a) => SingleDerivative(new OneLane<float>(a)).Value;

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleDerivative(double a) => DoubleDerivative(new OneLane<double>(a)).Value;
}
