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
        V.Scale(SingleParts(V.Max(V.Broadcast(-104f), x), out V n), n);

    /// <inheritdoc cref="SingleNonPositive{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleNonPositive<V>(V x)
        where V : struct, ILanes<V, double> =>
        V.Scale(DoubleParts(V.Max(V.Broadcast(-746.0), x), out V n), n);

    /// <summary>One number up to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleNonPositive(float x) => SingleNonPositive(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="SingleNonPositive(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleNonPositive(double x) => DoubleNonPositive(new OneLane<double>(x)).Value;

    /// <summary>2ᶠ in [0.7, 1.5], and n: for functions that multiply by something else before they scale and so round only once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V SingleParts<V>(V x, out V n)
        where V : struct, ILanes<V, float>
    {
        V log2E = V.Broadcast(1.442695041f);
        n = V.Round(x * log2E);
        V f = V.Fma(x, V.Broadcast(1.925963033e-8f), V.Fms(x, log2E, n));
        V f2 = f * f;
        V c01 = V.Fma(f, V.Broadcast(6.931469776e-1f), V.One);
        V c23 = V.Fma(f, V.Broadcast(5.5507336609e-2f), V.Broadcast(2.4022242097e-1f));
        V c45 = V.Fma(f, V.Broadcast(1.3264759918e-3f), V.Broadcast(9.6715120078e-3f));
        return V.Fma(V.Fma(c45, f2, c23), f2, c01);
    }

    /// <inheritdoc cref="SingleParts"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V DoubleParts<V>(V x, out V n)
        where V : struct, ILanes<V, double>
    {
        V log2E = V.Broadcast(1.4426950408889634);
        n = V.Round(x * log2E);
        V f = V.Fma(x, V.Broadcast(2.0355273740931033e-17), V.Fms(x, log2E, n));
        V f2 = f * f;
        V f4 = f2 * f2;
        V c01 = V.Fma(f, V.Broadcast(0.69314718055994532622), V.One);
        V c23 = V.Fma(f, V.Broadcast(0.055504108664820051531), V.Broadcast(0.24022650695910132465));
        V c45 = V.Fma(f, V.Broadcast(0.0013333558146780491371), V.Broadcast(0.009618129107593569385));
        V c67 = V.Fma(f, V.Broadcast(0.000015252733489144635933), V.Broadcast(0.00015403530457876639584));
        V c89 = V.Fma(f, V.Broadcast(1.0178200563720041667e-7), V.Broadcast(1.3215434871101553425e-6));
        V cAB = V.Fma(f, V.Broadcast(4.43471807921496419e-10), V.Broadcast(7.0738584671383378172e-9));
        V c03 = V.Fma(c23, f2, c01);
        V c47 = V.Fma(c67, f2, c45);
        V c8B = V.Fma(cAB, f2, c89);
        return V.Fma(V.Fma(c8B, f4, c47), f4, c03);
    }
}
