namespace StaticNet;

/// <summary>
/// A network with dropout on hidden layers. Its training methods, <c>TrainStep</c> and <c>TrainBatch</c>, use the masks of
/// <see cref="DropoutState"/> and move it on by one; all others are those of the full network, but for the overloads that are given a state.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IDropoutNetwork<T> : INetwork<T>
    where T : unmanaged
{
    /// <summary>The seed of the next training step's masks. Setting it repeats a run; kept beside the parameters, as files of networks do, it resumes one.</summary>
    ulong DropoutState { get; set; }

    /// <summary>The loss of a batch with the masks of a state, without weight decay: what a training step in that state returns.</summary>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="targets">[count × OutputSize]</param>
    /// <param name="dropoutState">Any number; <see cref="DropoutState"/> is neither used nor changed.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the batch is empty.</exception>
    T LossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ulong dropoutState);

    /// <summary>Backpropagation for a batch with the masks of a state: with an update behind it, a training step in that state.</summary>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="targets">[count × OutputSize]</param>
    /// <param name="gradient">[ParameterCount], overwritten; must not overlap the other spans or the parameters.</param>
    /// <param name="dropoutState">Any number; <see cref="DropoutState"/> is neither used nor changed.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, or spans overlap.</exception>
    T BackwardBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradient, ulong dropoutState);
}
