using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>
/// <c>x·Φ(x)</c> with Φ the normal distribution function. With y = |x|, <c>Φ(−y) = e^(−y²/2)·G(y)</c>, where G is a smooth
/// minimax fraction; Φ(y) = 1 − Φ(−y).
/// </summary>
/// <remarks>
/// y² is kept to twice the precision, since its rounding error would be multiplied by y². In the lower tail the power of two
/// comes last, so that a subnormal Φ costs no accuracy.
/// </remarks>
public static class Gelu
{
    /// <summary>Past this Φ(−y) is 0 in every float.</summary>
    private const float SingleRange = 14.5f;

    /// <summary>Past this Φ(−y) is 0 in every double.</summary>
    private const double DoubleRange = 39.0;

    /// <summary>Accurate relative to its value in the lower tail too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V p = SingleGaussian(x, out V n) * SingleRatio(x);
        V upper = x * (V.One - V.Scale(p, n));
        V lower = V.Scale(V.Max(V.Broadcast(-SingleRange), x) * p, n);
        return V.Select(V.LessThan(x, V.Zero), lower, upper);
    }

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V p = DoubleGaussian(x, out V n) * DoubleRatio(x);
        V upper = x * (V.One - V.Scale(p, n));
        V lower = V.Scale(V.Max(V.Broadcast(-DoubleRange), x) * p, n);
        return V.Select(V.LessThan(x, V.Zero), lower, upper);
    }

    /// <summary>One number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Single(float x) => Single(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="Single(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Double(double x) => Double(new OneLane<double>(x)).Value;

    /// <summary>The derivative <c>Φ(z) + z·φ(z)</c> from the pre-activation z; φ is the normal density.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleDerivative<V>(V z)
        where V : struct, ILanes<V, float>
    {
        V gaussian = SingleGaussian(z, out V n);
        gaussian = V.Scale(gaussian, n);
        V tail = gaussian * SingleRatio(z);
        V distribution = V.Select(V.LessThan(z, V.Zero), tail, V.One - tail);
        V limited = V.Max(V.Broadcast(-SingleRange), V.Min(V.Broadcast(SingleRange), z));
        return V.Fma(limited * V.Broadcast(0.398942280f), gaussian, distribution);
    }

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleDerivative<V>(V z)
        where V : struct, ILanes<V, double>
    {
        V gaussian = DoubleGaussian(z, out V n);
        gaussian = V.Scale(gaussian, n);
        V tail = gaussian * DoubleRatio(z);
        V distribution = V.Select(V.LessThan(z, V.Zero), tail, V.One - tail);
        V limited = V.Max(V.Broadcast(-DoubleRange), V.Min(V.Broadcast(DoubleRange), z));
        return V.Fma(limited * V.Broadcast(0.3989422804014327), gaussian, distribution);
    }

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleDerivative(float z) => SingleDerivative(new OneLane<float>(z)).Value;

    /// <inheritdoc cref="SingleDerivative{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleDerivative(double z) => DoubleDerivative(new OneLane<double>(z)).Value;

    /// <summary><c>e^(−x²/2)</c> as p·2ⁿ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SingleGaussian<V>(V x, out V n)
        where V : struct, ILanes<V, float>
    {
        V y = V.Min(V.Broadcast(SingleRange), V.Abs(x));
        V square = y * y;
        V p = Exp.SingleParts(square * V.Broadcast(-0.5f), out n);
        return V.Fma(p, V.Fma(y, y, -square) * V.Broadcast(-0.5f), p);
    }

    /// <inheritdoc cref="SingleGaussian"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V DoubleGaussian<V>(V x, out V n)
        where V : struct, ILanes<V, double>
    {
        V y = V.Min(V.Broadcast(DoubleRange), V.Abs(x));
        V square = y * y;
        V p = Exp.DoubleParts(square * V.Broadcast(-0.5), out n);
        return V.Fma(p, V.Fma(y, y, -square) * V.Broadcast(-0.5), p);
    }

    /// <summary>G(y) on [0, 14.5], all coefficients positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SingleRatio<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V y = V.Min(V.Broadcast(SingleRange), V.Abs(x));
        V p = V.Fma(y, V.Broadcast(0.0041168385f), V.Broadcast(0.040637163f));
        p = V.Fma(y, p, V.Broadcast(0.18324735f));
        p = V.Fma(y, p, V.Broadcast(0.43831221f));
        p = V.Fma(y, p, V.Broadcast(0.5f));
        V q = V.Fma(y, V.Broadcast(0.010319264f), V.Broadcast(0.10186870f));
        q = V.Fma(y, q, V.Broadcast(0.46950268f));
        q = V.Fma(y, q, V.Broadcast(1.2025551f));
        q = V.Fma(y, q, V.Broadcast(1.6745094f));
        return p / V.Fma(y, q, V.One);
    }

    /// <summary>G(y) on [0, 39], all coefficients positive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V DoubleRatio<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V y = V.Min(V.Broadcast(DoubleRange), V.Abs(x));
        V p = V.Fma(y, V.Broadcast(2.2463670178954727662e-7), V.Broadcast(6.987858997158915112e-6));
        p = V.Fma(y, p, V.Broadcast(0.00010672618061794741051));
        p = V.Fma(y, p, V.Broadcast(0.0010409735611434583354));
        p = V.Fma(y, p, V.Broadcast(0.0071300283007498440957));
        p = V.Fma(y, p, V.Broadcast(0.035696924042854858535));
        p = V.Fma(y, p, V.Broadcast(0.13213108843656847189));
        p = V.Fma(y, p, V.Broadcast(0.35751654862721646313));
        p = V.Fma(y, p, V.Broadcast(0.67982950131399820292));
        p = V.Fma(y, p, V.Broadcast(0.82806464748192415062));
        p = V.Fma(y, p, V.Broadcast(0.5));
        V q = V.Fma(y, V.Broadcast(5.6308070822540430889e-7), V.Broadcast(0.000017515964941442742077));
        q = V.Fma(y, q, V.Broadcast(0.00026808594268540854433));
        q = V.Fma(y, q, V.Broadcast(0.0026268497266496376992));
        q = V.Fma(y, q, V.Broadcast(0.018138727229173563952));
        q = V.Fma(y, q, V.Broadcast(0.092053221245287640621));
        q = V.Fma(y, q, V.Broadcast(0.34854643066603650785));
        q = V.Fma(y, q, V.Broadcast(0.98059664068671331941));
        q = V.Fma(y, q, V.Broadcast(2.0021700776359706271));
        q = V.Fma(y, q, V.Broadcast(2.8176787701405592161));
        q = V.Fma(y, q, V.Broadcast(2.4540138557667138667));
        return p / V.Fma(y, q, V.One);
    }
}
