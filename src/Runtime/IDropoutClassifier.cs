namespace StaticNet;

/// <summary>A classifier with dropout on hidden layers.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IDropoutClassifier<T> : IClassifier<T>, IDropoutNetwork<T>
    where T : unmanaged
{
    /// <inheritdoc cref="IDropoutNetwork{T}.LossBatch(ReadOnlySpan{T}, ReadOnlySpan{T}, ulong)"/>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="labels">[count]</param>
    /// <param name="dropoutState">Any number.</param>
    T LossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, ulong dropoutState);

    /// <inheritdoc cref="IDropoutNetwork{T}.BackwardBatch(ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T}, ulong)"/>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="labels">[count]</param>
    /// <param name="gradient">[ParameterCount], overwritten.</param>
    /// <param name="dropoutState">Any number.</param>
    T BackwardBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradient, ulong dropoutState);
}
