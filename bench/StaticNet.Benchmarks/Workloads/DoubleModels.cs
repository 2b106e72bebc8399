namespace StaticNet.Benchmarks.Workloads;

/// <inheritdoc cref="IClassifierModel{T}"/>
public readonly struct MoonDouble() : IClassifierModel<double>
{
    private readonly MoonNetDouble _network = new();

    public Span<double> Parameters => _network.Parameters;

    public void Forward(ReadOnlySpan<double> input, Span<double> output) => _network.Forward(input, output);

    public void ForwardBatch(ReadOnlySpan<double> inputs, Span<double> outputs) => _network.ForwardBatch(inputs, outputs);

    public double TrainStep(ReadOnlySpan<double> input, int label, double learningRate) => _network.TrainStep(input, label, learningRate);

    public double TrainBatch<TRule>(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels, Optimizer<double, TRule> optimizer)
        where TRule : struct, IUpdateRule<double> =>
        _network.TrainBatch(inputs, labels, optimizer);
}

/// <inheritdoc cref="IClassifierModel{T}"/>
public readonly struct DeepDouble() : IClassifierModel<double>
{
    private readonly DeepNetDouble _network = new();

    public Span<double> Parameters => _network.Parameters;

    public void Forward(ReadOnlySpan<double> input, Span<double> output) => _network.Forward(input, output);

    public void ForwardBatch(ReadOnlySpan<double> inputs, Span<double> outputs) => _network.ForwardBatch(inputs, outputs);

    public double TrainStep(ReadOnlySpan<double> input, int label, double learningRate) => _network.TrainStep(input, label, learningRate);

    public double TrainBatch<TRule>(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels, Optimizer<double, TRule> optimizer)
        where TRule : struct, IUpdateRule<double> =>
        _network.TrainBatch(inputs, labels, optimizer);
}

/// <inheritdoc cref="IClassifierModel{T}"/>
public readonly struct ImageDouble() : IClassifierModel<double>
{
    private readonly ImageNetDouble _network = new();

    public Span<double> Parameters => _network.Parameters;

    public void Forward(ReadOnlySpan<double> input, Span<double> output) => _network.Forward(input, output);

    public void ForwardBatch(ReadOnlySpan<double> inputs, Span<double> outputs) => _network.ForwardBatch(inputs, outputs);

    public double TrainStep(ReadOnlySpan<double> input, int label, double learningRate) => _network.TrainStep(input, label, learningRate);

    public double TrainBatch<TRule>(ReadOnlySpan<double> inputs, ReadOnlySpan<int> labels, Optimizer<double, TRule> optimizer)
        where TRule : struct, IUpdateRule<double> =>
        _network.TrainBatch(inputs, labels, optimizer);
}

/// <inheritdoc cref="IRegressionModel{T}"/>
public readonly struct MatrixDouble() : IRegressionModel<double>
{
    private readonly MatrixNetDouble _network = new();

    public Span<double> Parameters => _network.Parameters;

    public void Forward(ReadOnlySpan<double> input, Span<double> output) => _network.Forward(input, output);

    public void ForwardBatch(ReadOnlySpan<double> inputs, Span<double> outputs) => _network.ForwardBatch(inputs, outputs);

    public double TrainBatch<TRule>(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets, Optimizer<double, TRule> optimizer)
        where TRule : struct, IUpdateRule<double> =>
        _network.TrainBatch(inputs, targets, optimizer);
}
