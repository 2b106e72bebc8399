using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>The hyperbolic tangent of <see cref="float"/> with its coefficients at hand, for a loop that keeps them in registers.</summary>
/// <remarks>
/// The fraction of <see cref="Tanh.Single{V}(V)"/>, operation by operation. Only where there are 32 registers of all lanes, as with
/// <see cref="SoftmaxSingle{V}"/>. Beside the weights of a layer, loading the ten coefficients for each vector would be most of what the loop waits for.
/// </remarks>
/// <typeparam name="V">The lanes.</typeparam>
public readonly struct TanhSingle<V>
    where V : struct, ILanes<V, float>
{
    private readonly V _least, _most, _p3, _p2, _p1, _p0, _q3, _q2, _q1, _q0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TanhSingle(V least, V most, V p3, V p2, V p1, V p0, V q3, V q2, V q1, V q0)
    {
        _least = least;
        _most = most;
        _p3 = p3;
        _p2 = p2;
        _p1 = p1;
        _p0 = p0;
        _q3 = q3;
        _q2 = q2;
        _q1 = q1;
        _q0 = q0;
    }

    /// <summary>The coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TanhSingle<V> Create() => new(
        least: V.Broadcast(-7.84336805f),
        most: V.Broadcast(7.84336805f),
        p3: V.Broadcast(46.4742737f),
        p2: V.Broadcast(12001.4297f),
        p1: V.Broadcast(525691.4375f),
        p0: V.Broadcast(4067083.75f),
        q3: V.Broadcast(970.602722f),
        q2: V.Broadcast(96857.1875f),
        q1: V.Broadcast(1881381.625f),
        q0: V.Broadcast(4067084f));

    /// <summary>tanh(x)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value(V x) => typeof(V) == typeof(Lanes1x512Single) ? Fraction(V.Max(_least, V.Min(_most, x))) : Tanh.Single(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V Fraction(V x)
    {
        V u = x * x;
        V p = V.Fma(V.Fma(V.Fma(u, _p3, _p2), u, _p1), u, _p0);
        V q = V.Fma(V.Fma(V.Fma(u + _q3, u, _q2), u, _q1), u, _q0);
        return p * x / q;
    }
}
