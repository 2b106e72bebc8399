using System.Diagnostics.CodeAnalysis;

namespace StaticNet;

/// <summary>
/// What every generated network can do, for code that is generic over networks. A generic constraint costs nothing over the type
/// itself: <c>void Run&lt;TNetwork&gt;(TNetwork network) where TNetwork : INetwork&lt;float&gt;</c>.
/// </summary>
/// <remarks>
/// A batch is row-major and flat, [count × size]; its count follows from the span's length. Methods that infer may be called
/// from many threads at once; methods that train need the network for themselves. No method allocates. Lengths are checked
/// before anything is written; a wrong one is an <see cref="ArgumentException"/> that names argument, expected and actual.
/// </remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public interface INetwork<T>
    where T : unmanaged
{
    /// <summary>Values in one input.</summary>
    int InputSize { get; }

    /// <summary>Values in one output.</summary>
    int OutputSize { get; }

    /// <summary>Weights and biases of all layers together.</summary>
    int ParameterCount { get; }

    /// <summary>Layers, activations and loss.</summary>
    Topology Topology { get; }

    /// <summary>Every parameter, flat: W1, b1, W2, b2, … with weights row-major [inputs, outputs]. Writing to it changes the network.</summary>
    [UnscopedRef]
    Span<T> Parameters { get; }

    /// <summary>Computes the output of one sample. The spans may overlap.</summary>
    /// <param name="input">[InputSize]</param>
    /// <param name="output">[OutputSize], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    void Forward(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Computes the outputs of a batch.</summary>
    /// <param name="inputs">[count × InputSize]; may be empty.</param>
    /// <param name="outputs">[count × OutputSize], overwritten; must not overlap the inputs or the parameters.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    void ForwardBatch(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>Computes the outputs of a batch, which several threads share.</summary>
    /// <param name="inputs">[count × InputSize]; may be empty.</param>
    /// <param name="outputs">[count × OutputSize], overwritten; must not overlap the inputs or the parameters.</param>
    /// <param name="degreeOfParallelism">Threads at most, the caller's among them; some kilobytes are allocated for their tasks. Small batches stay on one.</param>
    /// <exception cref="ArgumentException">A length is wrong, the spans overlap, or the degree is less than 1.</exception>
    void ForwardBatch(ReadOnlySpan<T> inputs, Span<T> outputs, int degreeOfParallelism);

    /// <summary>The loss of one sample, without weight decay.</summary>
    /// <param name="input">[InputSize]</param>
    /// <param name="target">[OutputSize]</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    T Loss(ReadOnlySpan<T> input, ReadOnlySpan<T> target);

    /// <summary>The loss of a batch by the network's <see cref="Reduction"/>, without weight decay.</summary>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="targets">[count × OutputSize]</param>
    /// <exception cref="ArgumentException">A length is wrong, or the batch is empty.</exception>
    T LossBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets);

    /// <summary>Backpropagation for one sample.</summary>
    /// <param name="input">[InputSize]</param>
    /// <param name="target">[OutputSize]</param>
    /// <param name="gradient">[ParameterCount], overwritten with ∂loss/∂parameters; must not overlap the other spans or the parameters.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length is wrong, or spans overlap.</exception>
    T Backward(ReadOnlySpan<T> input, ReadOnlySpan<T> target, Span<T> gradient);

    /// <summary>Backpropagation for a batch; loss and gradient are reduced by the network's <see cref="Reduction"/>.</summary>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="targets">[count × OutputSize]</param>
    /// <param name="gradient">[ParameterCount], overwritten; must not overlap the other spans or the parameters.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, or spans overlap.</exception>
    T BackwardBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradient);

    /// <summary>
    /// Backpropagates a gradient of the outputs, for one's own loss: the product of that vector with the Jacobians of the outputs.
    /// </summary>
    /// <param name="input">[InputSize]</param>
    /// <param name="outputGradient">[OutputSize]: ∂loss/∂output.</param>
    /// <param name="gradient">[ParameterCount], overwritten with ∂loss/∂parameters; or empty.</param>
    /// <param name="inputGradient">[InputSize], overwritten with ∂loss/∂input; or empty.</param>
    /// <exception cref="ArgumentException">A length is wrong, or a written span overlaps another span or the parameters.</exception>
    void BackwardFrom(ReadOnlySpan<T> input, ReadOnlySpan<T> outputGradient, Span<T> gradient, Span<T> inputGradient);

    /// <summary>One step of plain gradient descent: <c>parameters −= learningRate · gradient</c>.</summary>
    /// <param name="gradient">[ParameterCount]</param>
    /// <param name="learningRate">The step's size.</param>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    void Update(ReadOnlySpan<T> gradient, T learningRate);

    /// <summary>One step of an optimizer along a gradient.</summary>
    /// <param name="gradient">[ParameterCount]</param>
    /// <param name="optimizer">An optimizer made for this number of parameters.</param>
    /// <exception cref="ArgumentException">The length is wrong, or the optimizer was made for another size.</exception>
    void Update<TRule>(ReadOnlySpan<T> gradient, Optimizer<T, TRule> optimizer)
        where TRule : struct, IUpdateRule<T>;

    /// <summary>Forward pass, backpropagation and plain gradient descent on one sample.</summary>
    /// <param name="input">[InputSize]</param>
    /// <param name="target">[OutputSize]</param>
    /// <param name="learningRate">The step's size.</param>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    T TrainStep(ReadOnlySpan<T> input, ReadOnlySpan<T> target, T learningRate);

    /// <summary>Forward pass, backpropagation and one optimizer step on a batch.</summary>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="targets">[count × OutputSize]</param>
    /// <param name="optimizer">An optimizer made for this number of parameters.</param>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, or the optimizer was made for another size.</exception>
    T TrainBatch<TRule>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Optimizer<T, TRule> optimizer)
        where TRule : struct, IUpdateRule<T>;

    /// <summary>Forward pass, backpropagation and one step of an optimizer on a batch, which several threads share. The bits are the same for any number of them.</summary>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="targets">[count × OutputSize]</param>
    /// <param name="optimizer">An optimizer made for this number of parameters.</param>
    /// <param name="degreeOfParallelism">Threads at most, the caller's among them; some kilobytes are allocated for their tasks. Batches of up to 1,024 samples stay on one.</param>
    /// <returns>The reduced loss before the update.</returns>
    /// <exception cref="ArgumentException">A length is wrong, the batch is empty, the degree is less than 1, or the optimizer was made for another size.</exception>
    T TrainBatch<TRule>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Optimizer<T, TRule> optimizer, int degreeOfParallelism)
        where TRule : struct, IUpdateRule<T>;
}
