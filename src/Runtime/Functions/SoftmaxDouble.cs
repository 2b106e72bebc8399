using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>What a softmax of <see cref="double"/> does to its logits, with all constants at hand: made before a loop, it need not load them for every vector.</summary>
/// <remarks>
/// Only where there are 32 registers of all lanes. Elsewhere constants are better read from memory each time than moved to the stack and back. The
/// type is asked, not a member of it: that the JIT answers before it compiles either branch.
/// </remarks>
/// <typeparam name="V">The lanes.</typeparam>
public readonly struct SoftmaxDouble<V>
    where V : struct, ILanes<V, double>
{
    private readonly ExpDouble<V> _exp;

    private readonly V _most, _least;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SoftmaxDouble(V most, V least)
    {
        _exp = ExpDouble<V>.Create();
        _most = most;
        _least = least;
    }

    /// <summary>The constants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SoftmaxDouble<V> Create() => new(V.Broadcast(Finite.DoubleLogitLimit), V.Broadcast(-Finite.DoubleLogitLimit));

    /// <inheritdoc cref="Finite.DoubleLogit{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Limit(V logit) => typeof(V) == typeof(Lanes1x512Double) ? V.Min(_most, V.Max(_least, logit)) : Finite.DoubleLogit(logit);

    /// <summary>eˣ for x up to 0: a logit less the largest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Exp(V x) => typeof(V) == typeof(Lanes1x512Double) ? _exp.NonPositive(x) : Functions.Exp.DoubleNonPositive(x);
}
