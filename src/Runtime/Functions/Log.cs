using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>Natural logarithm: <c>ln x = e·ln 2 + 2·artanh(s)</c> with x = m·2ᵉ, m in [√½, √2) and s = (m − 1)/(m + 1).</summary>
public static class Log
{
    /// <summary>−∞ at ±0, NaN below, ∞ at ∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float>
    {
        // Subnormal numbers are brought into the normal range: 2²⁴ = 16777216.
        V tiny = V.LessThan(x, V.Broadcast(1.17549435e-38f));
        V value = SingleNormal(V.Select(tiny, x * V.Broadcast(16777216f), x)) - V.Select(tiny, V.Broadcast(16.63553233f), V.Zero);
        V special = V.Select(V.Equal(x, V.Zero), V.Broadcast(float.NegativeInfinity), V.Select(V.LessThan(V.Zero, x), x, V.Broadcast(float.NaN)));
        return V.Select(V.LessThan(V.Zero, x), V.Select(V.LessThan(x, V.Broadcast(float.PositiveInfinity)), value, special), special);
    }

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double>
    {
        // Subnormal numbers are brought into the normal range: 2⁵⁴ = 18014398509481984.
        V tiny = V.LessThan(x, V.Broadcast(2.2250738585072014e-308));
        V value = DoubleNormal(V.Select(tiny, x * V.Broadcast(18014398509481984.0), x)) - V.Select(tiny, V.Broadcast(37.429947750237048), V.Zero);
        V special = V.Select(V.Equal(x, V.Zero), V.Broadcast(double.NegativeInfinity), V.Select(V.LessThan(V.Zero, x), x, V.Broadcast(double.NaN)));
        return V.Select(V.LessThan(V.Zero, x), V.Select(V.LessThan(x, V.Broadcast(double.PositiveInfinity)), value, special), special);
    }

    /// <summary>For positive normal numbers only, as sums of exponentials are; anything else gives an arbitrary number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SingleNormal<V>(V x)
        where V : struct, ILanes<V, float>
    {
        V f = V.Decompose(x, out V e) - V.One;
        V s = f / (f + V.Broadcast(2f));
        V z = s * s;
        V q = V.Fma(V.Fma(z, V.Broadcast(0.1493549449f), V.Broadcast(0.1998878861f)), z, V.Broadcast(0.3333338805f));
        V twice = s + s;
        return V.Fma(e, V.Broadcast(0.693147182f), V.Fma(twice * z, q, twice));
    }

    /// <inheritdoc cref="SingleNormal{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V DoubleNormal<V>(V x)
        where V : struct, ILanes<V, double>
    {
        V f = V.Decompose(x, out V e) - V.One;
        V s = f / (f + V.Broadcast(2.0));
        V z = s * s;
        V z2 = z * z;
        V c01 = V.Fma(z, V.Broadcast(0.19999999999708111265), V.Broadcast(0.33333333333333670873));
        V c23 = V.Fma(z, V.Broadcast(0.11111099303201144565), V.Broadcast(0.14285714371026576977));
        V c45 = V.Fma(z, V.Broadcast(0.076570457220426814412), V.Broadcast(0.090917813313008965379));
        V c46 = V.Fma(V.Broadcast(0.073977786827223507325), z2, c45);
        V twice = s + s;
        return V.Fma(e, V.Broadcast(0.6931471805599453), V.Fma(twice * z, V.Fma(V.Fma(c46, z2, c23), z2, c01), twice));
    }

    /// <summary>One positive normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SingleNormal(float x) => SingleNormal(new OneLane<float>(x)).Value;

    /// <inheritdoc cref="SingleNormal(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double DoubleNormal(double x) => DoubleNormal(new OneLane<double>(x)).Value;
}
