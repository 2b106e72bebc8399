using System.Numerics;
using BenchmarkDotNet.Attributes;
using StaticNet.Benchmarks.Competitors;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Workloads;

namespace StaticNet.Benchmarks.Benchmarks;

/// <summary>What W4 and W5 have in common: a call, a batch of 256, a training step of 32 samples.</summary>
public abstract class ClassifierBenchmarks<TModel>
    where TModel : struct, IClassifierModel<float>
{
    private const int Batch = 256, TrainingBatch = 32;
    private const float Rate = 0.01f;

    private readonly TModel _model = new();
    private readonly Sgd<float> _sgd = new() { LearningRate = Rate };
    private float[] _inputs = [], _trainingInputs = [], _results = [];
    private int[] _trainingLabels = [];
    private int _inputSize;
    private JaggedNetwork<float> _jagged = null!;
    private TensorNetwork<float> _tensors = null!;
    private MathNetNetwork<float> _mathNet = null!;
    private OnnxNetwork _onnx = null!, _onnxCall = null!;
    private float[] _onnxResults = [];

    internal void SetUp(Problem<float> problem, params int[] sizes)
    {
        _inputSize = sizes[0];
        _inputs = problem.Inputs[..(Batch * _inputSize)];
        _trainingInputs = problem.Inputs[..(TrainingBatch * _inputSize)];
        _trainingLabels = problem.Labels[..TrainingBatch];
        _results = new float[Batch * sizes[^1]];
        problem.Parameters.CopyTo(_model.Parameters);
        _jagged = new(problem.Parameters, isClassifier: true, sizes);
        _tensors = new(problem.Parameters, isClassifier: true, Batch, sizes);
        _mathNet = new(problem.Parameters, sizes);
        _onnxResults = new float[_results.Length];
        _onnx = new(problem.Parameters, _inputs, _onnxResults, sizes);
        _onnxCall = new(problem.Parameters, _inputs.AsMemory(0, _inputSize), _onnxResults.AsMemory(0, sizes[^1]), sizes);

        // ONNX Runtime does not learn, so it is asked first.
        Agreement.Require<float>("ONNX Runtime", [BatchOnnx(), CallOnnx()], [BatchStaticNet(), CallStaticNet()]);
        for (int i = 0; i < 20; i++)
        {
            float train = TrainStaticNet(), batch = BatchStaticNet(), call = CallStaticNet();
            Agreement.Require<float>("Jagged", [TrainJagged(), BatchJagged(), CallJagged()], [train, batch, call]);
            Agreement.Require<float>("Tensors", [TrainTensors(), BatchTensors(), CallTensors()], [train, batch, call]);
            Agreement.Require<float>("MathNet", [TrainMathNet(), BatchMathNet()], [train, batch]);
        }
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _onnx.Dispose();
        _onnxCall.Dispose();
    }

    [Benchmark(Baseline = true, Description = "StaticNet"), BenchmarkCategory("call")]
    public float CallStaticNet()
    {
        _model.Forward(_inputs.AsSpan(0, _inputSize), _results.AsSpan(0, _results.Length / Batch));
        return _results[0];
    }

    [Benchmark(Description = "Jagged"), BenchmarkCategory("call")]
    public float CallJagged() => _jagged.Forward(_inputs.AsSpan(0, _inputSize))[0];

    [Benchmark(Description = "Tensors"), BenchmarkCategory("call")]
    public float CallTensors() => _tensors.Forward(_inputs.AsSpan(0, _inputSize))[0];

    [Benchmark(Description = "ONNX Runtime"), BenchmarkCategory("call")]
    public float CallOnnx()
    {
        _onnxCall.Forward();
        return _onnxResults[0];
    }

    [Benchmark(Baseline = true, Description = "StaticNet"), BenchmarkCategory("batch of 256")]
    public float BatchStaticNet()
    {
        _model.ForwardBatch(_inputs, _results);
        return _results[^1];
    }

    [Benchmark(Description = "Jagged"), BenchmarkCategory("batch of 256")]
    public float BatchJagged()
    {
        _jagged.ForwardBatch(_inputs, _results);
        return _results[^1];
    }

    [Benchmark(Description = "Tensors"), BenchmarkCategory("batch of 256")]
    public float BatchTensors()
    {
        _tensors.ForwardBatch(_inputs, _results);
        return _results[^1];
    }

    [Benchmark(Description = "MathNet"), BenchmarkCategory("batch of 256")]
    public float BatchMathNet() => _mathNet.ForwardBatch(_inputs)[^1];

    [Benchmark(Description = "ONNX Runtime"), BenchmarkCategory("batch of 256")]
    public float BatchOnnx()
    {
        _onnx.Forward();
        return _onnxResults[^1];
    }

    [Benchmark(Baseline = true, Description = "StaticNet"), BenchmarkCategory("train on 32")]
    public float TrainStaticNet() => _model.TrainBatch(_trainingInputs, _trainingLabels, _sgd);

    [Benchmark(Description = "Jagged"), BenchmarkCategory("train on 32")]
    public float TrainJagged() => _jagged.TrainBatch(_trainingInputs, _trainingLabels, Rate, 0, mean: true);

    [Benchmark(Description = "Tensors"), BenchmarkCategory("train on 32")]
    public float TrainTensors() => _tensors.TrainBatch(_trainingInputs, _trainingLabels, Rate, 0, mean: true);

    [Benchmark(Description = "MathNet"), BenchmarkCategory("train on 32")]
    public float TrainMathNet() => _mathNet.TrainBatch(_trainingInputs, _trainingLabels, Rate, 0, mean: true);
}
