using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>Hyperbolic tangent.</summary>
public static class Tanh
{
    /// <summary>From where on the fraction is 1, and its coefficients, of P and of Q.</summary>
    internal const float Most = 7.84336805f;

    internal const float P3 = 46.4742737f, P2 = 12001.4297f, P1 = 525691.4375f, P0 = 4067083.75f;

    internal const float Q3 = 970.602722f, Q2 = 96857.1875f, Q1 = 1881381.625f, Q0 = 4067084f;

    /// <summary>
    /// <c>x·P(x²)/Q(x²)</c>, a minimax fraction on [0, 8]. The argument is limited to a float for which the fraction is exactly 1, as tanh is at ∞.
    /// Error at most 7.3 ulp, and 7 between neighbours.
    /// </summary>
    /// <remarks>Numerator and denominator are scaled so that Q's highest coefficient is 1, which saves a multiplication. <see cref="TanhSingle{V}"/> is the same for a loop.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float>
    {
        x = V.Max(V.Broadcast(-Most), V.Min(V.Broadcast(Most), x));
        V u = x * x;
        V p = V.Fma(V.Fma(V.Fma(u, V.Broadcast(P3), V.Broadcast(P2)), u, V.Broadcast(P1)), u, V.Broadcast(P0));
        V q = V.Fma(V.Fma(V.Fma(u + V.Broadcast(Q3), u, V.Broadcast(Q2)), u, V.Broadcast(Q1)), u, V.Broadcast(Q0));
        return p * x / q;
    }

    /// <summary><c>(e²ˣ − 1)/(e²ˣ + 1)</c> from <see cref="Expm1"/>, for |x|; the sign is put back. Error at most 3 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double>
    {
        // From 20 on the result is 1 to the last bit.
        V magnitude = V.Min(V.Broadcast(20.0), V.Abs(x));
        V t = Expm1.Double(magnitude + magnitude);
        return V.CopySign(t / (t + V.Broadcast(2.0)), x);
    }

    /// <summary>One number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Single(float x) => Single(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="Single(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double(double x) => Double(new OneLane<double>(x)).Value;

    /// <summary>The derivative <c>1 − a²</c> from the activation a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleDerivative<V>(V a)
        where V : struct, ILanes<V, float> =>
        V.Fnma(a, a, V.One);

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleDerivative<V>(V a)
        where V : struct, ILanes<V, double> =>
        V.Fnma(a, a, V.One);

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleDerivative(float a) => SingleDerivative(new OneLane<float>(a)).Value;

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleDerivative(double a) => DoubleDerivative(new OneLane<double>(a)).Value;
}
