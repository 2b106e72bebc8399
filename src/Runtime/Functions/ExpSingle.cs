using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>The exponential of <see cref="float"/> with its coefficients at hand, for a loop that keeps them in registers.</summary>
/// <remarks><c>eˣ = 2ⁿ·2ᶠ</c>: see <see cref="Exp"/>.</remarks>
/// <typeparam name="V">The lanes.</typeparam>
public readonly struct ExpSingle<V>
    where V : struct, ILanes<V, float>
{
    private readonly V _least, _log2E, _rest, _one, _c1, _c2, _c3, _c4, _c5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExpSingle(V least, V log2E, V rest, V one, V c1, V c2, V c3, V c4, V c5)
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
    }

    /// <summary>The coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExpSingle<V> Create() => new(
        least: V.Broadcast(-104f),
        log2E: V.Broadcast(1.442695041f),
        rest: V.Broadcast(1.925963033e-8f),
        one: V.One,
        c1: V.Broadcast(6.931469776e-1f),
        c2: V.Broadcast(2.4022242097e-1f),
        c3: V.Broadcast(5.5507336609e-2f),
        c4: V.Broadcast(9.6715120078e-3f),
        c5: V.Broadcast(1.3264759918e-3f));

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
        V c01 = V.Fma(f, _c1, _one);
        V c23 = V.Fma(f, _c3, _c2);
        V c45 = V.Fma(f, _c5, _c4);
        return V.Fma(V.Fma(c45, f2, c23), f2, c01);
    }
}
