using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.Functions;

/// <summary>What a softmax of <see cref="float"/> does to its logits, with all constants at hand: made before a loop, it need not load them for every vector.</summary>
/// <remarks>
/// Only where there are 32 registers of all lanes. Elsewhere constants are better read from memory each time than moved to the stack and back. The
/// type is asked, not a member of it: that the JIT answers before it compiles either branch.
/// </remarks>
/// <typeparam name="V">The lanes.</typeparam>
public readonly struct SoftmaxSingle<V>
    where V : struct, ILanes<V, float>
{
    private readonly ExpSingle<V> _exp;

    private readonly V _most, _least;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SoftmaxSingle(V most, V least)
    {
        _exp = ExpSingle<V>.Create();
        _most = most;
        _least = least;
    }

    /// <summary>The constants.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SoftmaxSingle<V> Create() => new(V.Broadcast(Finite.SingleLogitLimit), V.Broadcast(-Finite.SingleLogitLimit));

    /// <inheritdoc cref="Finite.SingleLogit{V}(V)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Limit(V logit) => typeof(V) == typeof(Lanes1x512Single) ? V.Min(_most, V.Max(_least, logit)) : Finite.SingleLogit(logit);

    /// <summary>eˣ for x up to 0: a logit less the largest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Exp(V x) => typeof(V) == typeof(Lanes1x512Single) ? _exp.NonPositive(x) : Functions.Exp.SingleNonPositive(x);
}
