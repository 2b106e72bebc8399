using System.Numerics;

namespace StaticNet.Benchmarks.Workloads;

/// <summary>
/// A network behind a struct, so that code generic over models and number types is compiled for each of them and calls the public
/// methods directly, as code that names the network's class does.
/// </summary>
public interface IModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    Span<T> Parameters { get; }

    void Forward(ReadOnlySpan<T> input, Span<T> output);

    void ForwardBatch(ReadOnlySpan<T> inputs, Span<T> outputs);
}

/// <summary>A model that learns labels.</summary>
public interface IClassifierModel<T> : IModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    T TrainStep(ReadOnlySpan<T> input, int label, T learningRate);

    T TrainBatch<TRule>(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, Optimizer<T, TRule> optimizer)
        where TRule : struct, IUpdateRule<T>;
}

/// <summary>A model that learns vectors.</summary>
public interface IRegressionModel<T> : IModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    T TrainBatch<TRule>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Optimizer<T, TRule> optimizer)
        where TRule : struct, IUpdateRule<T>;
}
