namespace StaticNet.Benchmarks.Workloads;

/// <inheritdoc cref="IClassifierModel{T}"/>
public readonly struct Moon() : IClassifierModel<float>
{
    private readonly MoonNet _network = new();

    public Span<float> Parameters => _network.Parameters;

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => _network.Forward(input, output);

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => _network.ForwardBatch(inputs, outputs);

    public float TrainStep(ReadOnlySpan<float> input, int label, float learningRate) => _network.TrainStep(input, label, learningRate);

    public float TrainBatch<TRule>(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Optimizer<float, TRule> optimizer)
        where TRule : struct, IUpdateRule<float> =>
        _network.TrainBatch(inputs, labels, optimizer);
}

/// <inheritdoc cref="IClassifierModel{T}"/>
public readonly struct Deep() : IClassifierModel<float>
{
    private readonly DeepNet _network = new();

    public Span<float> Parameters => _network.Parameters;

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => _network.Forward(input, output);

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => _network.ForwardBatch(inputs, outputs);

    public float TrainStep(ReadOnlySpan<float> input, int label, float learningRate) => _network.TrainStep(input, label, learningRate);

    public float TrainBatch<TRule>(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Optimizer<float, TRule> optimizer)
        where TRule : struct, IUpdateRule<float> =>
        _network.TrainBatch(inputs, labels, optimizer);
}

/// <inheritdoc cref="IClassifierModel{T}"/>
public readonly struct Image() : IClassifierModel<float>
{
    private readonly ImageNet _network = new();

    public Span<float> Parameters => _network.Parameters;

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => _network.Forward(input, output);

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => _network.ForwardBatch(inputs, outputs);

    public float TrainStep(ReadOnlySpan<float> input, int label, float learningRate) => _network.TrainStep(input, label, learningRate);

    public float TrainBatch<TRule>(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Optimizer<float, TRule> optimizer)
        where TRule : struct, IUpdateRule<float> =>
        _network.TrainBatch(inputs, labels, optimizer);
}

/// <inheritdoc cref="IRegressionModel{T}"/>
public readonly struct Matrix() : IRegressionModel<float>
{
    private readonly MatrixNet _network = new();

    public Span<float> Parameters => _network.Parameters;

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => _network.Forward(input, output);

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => _network.ForwardBatch(inputs, outputs);

    public float TrainBatch<TRule>(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Optimizer<float, TRule> optimizer)
        where TRule : struct, IUpdateRule<float> =>
        _network.TrainBatch(inputs, targets, optimizer);
}
