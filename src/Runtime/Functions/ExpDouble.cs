using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>The exponential of <see cref="double"/> with its coefficients at hand, for a loop that keeps them in registers.</summary>
/// <remarks><c>eˣ = 2ⁿ·2ᶠ</c>: see <see cref="Exp"/>.</remarks>
/// <typeparam name="V">The lanes.</typeparam>
public readonly struct ExpDouble<V>
    where V : struct, ILanes<V, double>
{
    private readonly V _least, _log2E, _rest, _one, _c1, _c2, _c3, _c4, _c5, _c6, _c7, _c8, _c9, _cA, _cB;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExpDouble(V least, V log2E, V rest, V one, V c1, V c2, V c3, V c4, V c5, V c6, V c7, V c8, V c9, V cA, V cB)
    {
        _least = least;
        _log2E = log2E;
        _rest = rest;
        _one = one;
        _c1 = c1;
        _c2 = c2;
        _c3 = c3;
        _c4 = c4;
        _c5 = c5;
        _c6 = c6;
        _c7 = c7;
        _c8 = c8;
        _c9 = c9;
        _cA = cA;
        _cB = cB;
    }

    /// <summary>The coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExpDouble<V> Create() => new(
        least: V.Broadcast(-746.0),
        log2E: V.Broadcast(1.4426950408889634),
        rest: V.Broadcast(2.0355273740931033e-17),
        one: V.One,
        c1: V.Broadcast(0.69314718055994532622),
        c2: V.Broadcast(0.24022650695910132465),
        c3: V.Broadcast(0.055504108664820051531),
        c4: V.Broadcast(0.009618129107593569385),
        c5: V.Broadcast(0.0013333558146780491371),
        c6: V.Broadcast(0.00015403530457876639584),
        c7: V.Broadcast(0.000015252733489144635933),
        c8: V.Broadcast(1.3215434871101553425e-6),
        c9: V.Broadcast(1.0178200563720041667e-7),
        cA: V.Broadcast(7.0738584671383378172e-9),
        cB: V.Broadcast(4.43471807921496419e-10));

    /// <summary>eˣ for x up to 0, as softmax has them: nothing can overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V NonPositive(V x) => V.Scale(Parts(V.Max(_least, x), out V n), n);

    /// <summary>2ᶠ in [0.7, 1.5], and n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal V Parts(V x, out V n)
    {
        n = V.Round(x * _log2E);
        V f = V.Fma(x, _rest, V.Fms(x, _log2E, n));
        V f2 = f * f;
        V f4 = f2 * f2;
        V c01 = V.Fma(f, _c1, _one);
        V c23 = V.Fma(f, _c3, _c2);
        V c45 = V.Fma(f, _c5, _c4);
        V c67 = V.Fma(f, _c7, _c6);
        V c89 = V.Fma(f, _c9, _c8);
        V cAB = V.Fma(f, _cB, _cA);
        V c03 = V.Fma(c23, f2, c01);
        V c47 = V.Fma(c67, f2, c45);
        V c8B = V.Fma(cAB, f2, c89);
        return V.Fma(V.Fma(c8B, f4, c47), f4, c03);
    }
}
