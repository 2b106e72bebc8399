using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary><c>eˣ − 1</c> without the cancellation near 0: <c>2ⁿ·(eʳ − 1) + (2ⁿ − 1)</c> with x = n·ln 2 + r and <c>eʳ − 1 = r + r²·q(r)</c>.</summary>
public static class Expm1
{
    /// <summary>For x up to 80.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Single<V>(V x)
        where V : struct, ILanes<V, float>
    {
        // Below, the result is −1 to the last bit.
        x = V.Max(V.Broadcast(-20f), x);
        V n = V.Round(x * V.Broadcast(1.442695041f));
        V r = V.Fma(n, V.Broadcast(1.904654239e-9f), V.Fma(n, V.Broadcast(-0.693147182f), x));
        V r2 = r * r;
        V c01 = V.Fma(r, V.Broadcast(1.6666542121e-1f), V.Broadcast(4.9999998113e-1f));
        V c23 = V.Fma(r, V.Broadcast(8.3667176093e-3f), V.Broadcast(4.1667209196e-2f));
        V q = V.Fma(V.Fma(V.Broadcast(1.3882255130e-3f), r2, c23), r2, c01);
        V scale = V.Scale(V.One, n);
        return V.Fma(V.Fma(r2, q, r), scale, scale - V.One);
    }

    /// <summary>For x up to 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Double<V>(V x)
        where V : struct, ILanes<V, double>
    {
        // Below, the result is −1 to the last bit.
        x = V.Max(V.Broadcast(-40.0), x);
        V n = V.Round(x * V.Broadcast(1.4426950408889634));
        V r = V.Fma(n, V.Broadcast(-2.3190468138462996e-17), V.Fma(n, V.Broadcast(-0.6931471805599453), x));
        V r2 = r * r;
        V r4 = r2 * r2;
        V c01 = V.Fma(r, V.Broadcast(0.16666666666666676785), V.Broadcast(0.50000000000000000087));
        V c23 = V.Fma(r, V.Broadcast(0.0083333333333214298603), V.Broadcast(0.041666666666666505005));
        V c45 = V.Fma(r, V.Broadcast(0.00019841269886717386341), V.Broadcast(0.0013888888888963665783));
        V c67 = V.Fma(r, V.Broadcast(2.7557243537463064853e-6), V.Broadcast(0.000024801587171098235571));
        V c89 = V.Fma(r, V.Broadcast(2.5109295958647214732e-8), V.Broadcast(2.7557402944399049303e-7));
        V c03 = V.Fma(c23, r2, c01);
        V c47 = V.Fma(c67, r2, c45);
        V c8A = V.Fma(V.Broadcast(2.0875516588337473411e-9), r2, c89);
        V q = V.Fma(V.Fma(c8A, r4, c47), r4, c03);
        V scale = V.Scale(V.One, n);
        return V.Fma(V.Fma(r2, q, r), scale, scale - V.One);
    }
}
