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
        least: V.Broadcast(-Tanh.Most),
        most: V.Broadcast(Tanh.Most),
        p3: V.Broadcast(Tanh.P3),
        p2: V.Broadcast(Tanh.P2),
        p1: V.Broadcast(Tanh.P1),
        p0: V.Broadcast(Tanh.P0),
        q3: V.Broadcast(Tanh.Q3),
        q2: V.Broadcast(Tanh.Q2),
        q1: V.Broadcast(Tanh.Q1),
        q0: V.Broadcast(Tanh.Q0));

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
