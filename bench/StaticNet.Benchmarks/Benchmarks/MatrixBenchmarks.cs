using BenchmarkDotNet.Attributes;
using StaticNet.Benchmarks.Competitors;
using StaticNet.Benchmarks.Data;

namespace StaticNet.Benchmarks.Benchmarks;

/// <summary>W6, 4-32-16-4: an epoch of 10,000 samples with Adam.</summary>
public class MatrixBenchmarks
{
    private const float Rate = 0.001f;

    private readonly MatrixNet _network = new();
    private readonly Adam<float> _adam = new(MatrixNet.ParameterCount) { LearningRate = Rate };
    private Problem<float> _problem = null!;
    private JaggedNetwork<float> _jagged = null!;
    private TensorNetwork<float> _tensors = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _problem = Problems.Matrices();
        _problem.Parameters.CopyTo(_network.Parameters);
        _jagged = new(_problem.Parameters, isClassifier: false, 4, 32, 16, 4);
        _tensors = new(_problem.Parameters, isClassifier: false, 10_000, 4, 32, 16, 4);
        for (int i = 0; i < 5; i++)
        {
            float loss = EpochStaticNet();
            Agreement.Require("Jagged", EpochJagged(), loss);
            Agreement.Require("Tensors", EpochTensors(), loss);
        }
    }

    [Benchmark(Baseline = true, Description = "StaticNet"), BenchmarkCategory("W6 epoch")]
    public float EpochStaticNet() => _network.TrainBatch(_problem.Inputs, _problem.Targets, _adam);

    [Benchmark(Description = "Jagged"), BenchmarkCategory("W6 epoch")]
    public float EpochJagged() => _jagged.TrainBatchAdam(_problem.Inputs, _problem.Targets, Rate);

    [Benchmark(Description = "Tensors"), BenchmarkCategory("W6 epoch")]
    public float EpochTensors() => _tensors.TrainBatchAdam(_problem.Inputs, _problem.Targets, Rate);
}
