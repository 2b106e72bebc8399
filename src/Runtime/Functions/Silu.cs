using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary><c>x·σ(x)</c>, also called swish.</summary>
public static class Silu
{
    /// <summary>For negative x it is <c>x·e^x/(1 + e^x)</c>, scaled by the power of two last, so that a subnormal σ costs no accuracy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float>
    {
        // Below, the result is −0.
        x = V.Max(V.Broadcast(-110f), x);
        V p = Exp.SingleParts(V.Max(V.Broadcast(-110f), -V.Abs(x)), out V n);
        V negative = V.LessThan(x, V.Zero);
        V quotient = x * V.Select(negative, p, V.One) / (V.One + V.Scale(p, n));
        return V.Scale(quotient, V.Select(negative, n, V.Zero));
    }

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double>
    {
        // Below, the result is −0.
        x = V.Max(V.Broadcast(-760.0), x);
        V p = Exp.DoubleParts(V.Max(V.Broadcast(-760.0), -V.Abs(x)), out V n);
        V negative = V.LessThan(x, V.Zero);
        V quotient = x * V.Select(negative, p, V.One) / (V.One + V.Scale(p, n));
        return V.Scale(quotient, V.Select(negative, n, V.Zero));
    }

    /// <summary>One number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Single(float x) => Single(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="Single(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double(double x) => Double(new OneLane<double>(x)).Value;

    /// <summary>The derivative <c>σ(z)·(1 + z·(1 − σ(z)))</c> from the pre-activation z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleDerivative<V>(V z)
        where V : struct, ILanes<V, float>
    {
        // Past these the derivative is 0 or 1; infinities would meet a zero.
        z = V.Min(V.Broadcast(110f), V.Max(V.Broadcast(-110f), z));
        V s = Sigmoid.Single(z);
        return s * V.Fma(z, V.One - s, V.One);
    }

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleDerivative<V>(V z)
        where V : struct, ILanes<V, double>
    {
        // Past these the derivative is 0 or 1; infinities would meet a zero.
        z = V.Min(V.Broadcast(760.0), V.Max(V.Broadcast(-760.0), z));
        V s = Sigmoid.Double(z);
        return s * V.Fma(z, V.One - s, V.One);
    }

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleDerivative(float z) => SingleDerivative(new OneLane<float>(z)).Value;

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleDerivative(double z) => DoubleDerivative(new OneLane<double>(z)).Value;
}
