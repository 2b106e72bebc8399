using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary><c>ln(1 + t) = 2·artanh(s)</c> with s = t/(2 + t), for t from 0 to 1; accurate for the smallest t too.</summary>
public static class Log1p
{
    /// <summary>For t from 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V t)
        where V : struct, ILanes<V, float>
    {
        V s = t / (t + V.Broadcast(2f));
        V z = s * s;
        V c01 = V.Fma(z, V.Broadcast(0.2001076071f), V.Broadcast(0.3333320818f));
        V c23 = V.Fma(z, V.Broadcast(0.1400573756f), V.Broadcast(0.1400095372f));
        V twice = s + s;
        return V.Fma(twice * z, V.Fma(c23, z * z, c01), twice);
    }

    /// <inheritdoc cref="Single{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V t)
        where V : struct, ILanes<V, double>
    {
        V s = t / (t + V.Broadcast(2.0));
        V z = s * s;
        V z2 = z * z;
        V z4 = z2 * z2;
        V c01 = V.Fma(z, V.Broadcast(0.1999999999999703302), V.Broadcast(0.33333333333333339059));
        V c23 = V.Fma(z, V.Broadcast(0.11111111063237247389), V.Broadcast(0.14285714286248317933));
        V c45 = V.Fma(z, V.Broadcast(0.076922265413004186227), V.Broadcast(0.090909115798501106208));
        V c67 = V.Fma(z, V.Broadcast(0.058580819290470045414), V.Broadcast(0.066683931244851813227));
        V c89 = V.Fma(z, V.Broadcast(0.034998645332834400011), V.Broadcast(0.054855638489766724116));
        V c03 = V.Fma(c23, z2, c01);
        V c47 = V.Fma(c67, z2, c45);
        V c8A = V.Fma(V.Broadcast(0.082293130488719559401), z2, c89);
        V twice = s + s;
        return V.Fma(twice * z, V.Fma(V.Fma(c8A, z4, c47), z4, c03), twice);
    }
}
