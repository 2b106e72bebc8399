using System.ComponentModel;

namespace StaticNet;

/// <summary>What a generated network does with a batch, as a type: so that <see cref="Chunks"/> can do it with parts of one. Implemented by generated code.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IBatchKernel<T>
    where T : unmanaged
{
    /// <summary>The outputs of a batch.</summary>
    /// <param name="parameters">All parameters, with the room that the network has behind them.</param>
    /// <param name="inputs">[count × InputSize]</param>
    /// <param name="outputs">[count × OutputSize], overwritten.</param>
    static abstract void Forward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>The reduced loss of a batch.</summary>
    /// <param name="parameters">All parameters, with the room that the network has behind them.</param>
    /// <param name="inputs">[count × InputSize]</param>
    /// <param name="labels">[count], checked; or empty.</param>
    /// <param name="targets">[count × OutputSize]; empty where there are labels.</param>
    static abstract T Loss(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets);

    /// <summary>The reduced loss of a batch and its gradient.</summary>
    /// <param name="parameters">All parameters, with the room that the network has behind them.</param>
    /// <param name="inputs">[count × InputSize]</param>
    /// <param name="labels">[count], checked; or empty.</param>
    /// <param name="targets">[count × OutputSize]; empty where there are labels.</param>
    /// <param name="gradient">[ParameterCount], overwritten.</param>
    static abstract T Backward(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, Span<T> gradient);

    /// <summary>The reduced loss of a part of a batch with dropout.</summary>
    /// <param name="parameters">All parameters, with the room that the network has behind them.</param>
    /// <param name="inputs">[count × InputSize]</param>
    /// <param name="labels">[count], checked; or empty.</param>
    /// <param name="targets">[count × OutputSize]; empty where there are labels.</param>
    /// <param name="dropoutState">Whose masks are used.</param>
    /// <param name="firstSample">The place in the batch of the first sample.</param>
    /// <exception cref="NotSupportedException">The network has no dropout.</exception>
    static virtual T Loss(
        ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, ulong dropoutState, int firstSample) =>
        throw new NotSupportedException();

    /// <summary>The reduced loss of a part of a batch with dropout, and its gradient.</summary>
    /// <param name="parameters">All parameters, with the room that the network has behind them.</param>
    /// <param name="inputs">[count × InputSize]</param>
    /// <param name="labels">[count], checked; or empty.</param>
    /// <param name="targets">[count × OutputSize]; empty where there are labels.</param>
    /// <param name="gradient">[ParameterCount], overwritten.</param>
    /// <param name="dropoutState">Whose masks are used.</param>
    /// <param name="firstSample">The place in the batch of the first sample.</param>
    /// <exception cref="NotSupportedException">The network has no dropout.</exception>
    static virtual T Backward(
        ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<T> targets, Span<T> gradient, ulong dropoutState, int firstSample) =>
        throw new NotSupportedException();
}
