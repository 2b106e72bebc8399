namespace StaticNet;

/// <summary>
/// A network with softmax or sigmoid outputs: its targets may also be given as labels, class indices from 0 to OutputSize − 1.
/// With a single sigmoid output the labels are 0 and 1 and stand for the target itself.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface IClassifier<T> : INetwork<T>
    where T : unmanaged
{
    /// <summary>The class of the largest output, the first of equals; with a single output, 1 where it is at least ½.</summary>
    /// <param name="input">[InputSize]</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    int Predict(ReadOnlySpan<T> input);

    /// <summary><see cref="Predict"/> for every sample of a batch.</summary>
    /// <param name="inputs">[count × InputSize]; may be empty.</param>
    /// <param name="labels">[count], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    void PredictBatch(ReadOnlySpan<T> inputs, Span<int> labels);

    /// <inheritdoc cref="INetwork{T}.Loss(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <param name="input">[InputSize]</param>
    /// <param name="label">The class index.</param>
    T Loss(ReadOnlySpan<T> input, int label);

    /// <inheritdoc cref="INetwork{T}.LossBatch(ReadOnlySpan{T}, ReadOnlySpan{T})"/>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="labels">[count]</param>
    T LossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels);

    /// <inheritdoc cref="INetwork{T}.Backward(ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T})"/>
    /// <param name="input">[InputSize]</param>
    /// <param name="label">The class index.</param>
    /// <param name="gradient">[ParameterCount], overwritten.</param>
    T Backward(ReadOnlySpan<T> input, int label, Span<T> gradient);

    /// <inheritdoc cref="INetwork{T}.BackwardBatch(ReadOnlySpan{T}, ReadOnlySpan{T}, Span{T})"/>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="labels">[count]</param>
    /// <param name="gradient">[ParameterCount], overwritten.</param>
    T BackwardBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Span<T> gradient);

    /// <inheritdoc cref="INetwork{T}.TrainStep(ReadOnlySpan{T}, ReadOnlySpan{T}, T)"/>
    /// <param name="input">[InputSize]</param>
    /// <param name="label">The class index.</param>
    /// <param name="learningRate">The step's size.</param>
    T TrainStep(ReadOnlySpan<T> input, int label, T learningRate);

    /// <inheritdoc cref="INetwork{T}.TrainBatch{TRule}(ReadOnlySpan{T}, ReadOnlySpan{T}, Optimizer{T, TRule})"/>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="labels">[count]</param>
    /// <param name="optimizer">An optimizer made for this number of parameters.</param>
    T TrainBatch<TRule>(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Optimizer<T, TRule> optimizer)
        where TRule : struct, IUpdateRule<T>;

    /// <inheritdoc cref="INetwork{T}.TrainBatch{TRule}(ReadOnlySpan{T}, ReadOnlySpan{T}, Optimizer{T, TRule}, int)"/>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="labels">[count]</param>
    /// <param name="optimizer">An optimizer made for this number of parameters.</param>
    /// <param name="degreeOfParallelism">Threads at most, the caller's among them; some kilobytes are allocated for their tasks. Batches of up to 1,024 samples stay on one.</param>
    T TrainBatch<TRule>(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Optimizer<T, TRule> optimizer, int degreeOfParallelism)
        where TRule : struct, IUpdateRule<T>;
}
