using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary><c>ln(1 + eˣ) = max(x, 0) + ln(1 + e⁻|ˣ|)</c>, which cannot overflow.</summary>
public static class Softplus
{
    /// <summary>Accurate relative to its value for large negative x too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float> =>
        V.Max(V.Zero, x) + Log1p.Single(Exp.SingleNonPositive(-V.Abs(x)));

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double> =>
        V.Max(V.Zero, x) + Log1p.Double(Exp.DoubleNonPositive(-V.Abs(x)));

    /// <summary>One number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Single(float x) => Single(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="Single(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double(double x) => Double(new OneLane<double>(x)).Value;

    /// <summary>The derivative <c>σ(z)</c> from the pre-activation z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleDerivative<V>(V z)
        where V : struct, ILanes<V, float> =>
        Sigmoid.Single(z);

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleDerivative<V>(V z)
        where V : struct, ILanes<V, double> =>
        Sigmoid.Double(z);

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleDerivative(float z) => SingleDerivative(new OneLane<float>(z)).Value;

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleDerivative(double z) => DoubleDerivative(new OneLane<double>(z)).Value;
}
