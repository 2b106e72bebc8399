using System.Numerics;
using BenchmarkDotNet.Attributes;
using StaticNet.Benchmarks.Competitors;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Workloads;

namespace StaticNet.Benchmarks.Benchmarks;

/// <summary>W1 to W3, the 2-3-2 network: a call, a batch of 4096, a training step and an epoch of 200 samples.</summary>
[GenericTypeArguments(typeof(Moon), typeof(float))]
[GenericTypeArguments(typeof(MoonDouble), typeof(double))]
public class MoonBenchmarks<TModel, T>
    where TModel : struct, IClassifierModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TModel _model = new();
    private readonly T _rate = T.CreateChecked(0.01);
    private readonly Sgd<T> _sgd = new() { LearningRate = T.CreateChecked(0.01), L2 = T.CreateChecked(0.01) };
    private Problem<T> _moons = null!;
    private T[] _plane = null!, _results = null!;
    private JaggedNetwork<T> _jagged = null!;
    private TensorNetwork<T> _tensors = null!;
    private MathNetNetwork<T> _mathNet = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _moons = Problems.Moons().As<T>();
        _plane = Array.ConvertAll(Problems.Plane(), T.CreateChecked);
        _results = new T[_plane.Length];

        // MathNet has no step for one sample, so it is compared by itself.
        _mathNet = new(_moons.Parameters, 2, 3, 2);
        _moons.Parameters.CopyTo(_model.Parameters);
        for (int i = 0; i < 20; i++)
            Agreement.Require("MathNet", EpochMathNet(), EpochStaticNet());

        _moons.Parameters.CopyTo(_model.Parameters);
        _jagged = new(_moons.Parameters, isClassifier: true, 2, 3, 2);
        _tensors = new(_moons.Parameters, isClassifier: true, 4096, 2, 3, 2);
        for (int i = 0; i < 20; i++)
        {
            T loss = EpochStaticNet(), step = StepStaticNet(), batch = BatchStaticNet(), call = CallStaticNet();
            Agreement.Require("Jagged", [EpochJagged(), StepJagged(), BatchJagged(), CallJagged()], [loss, step, batch, call]);
            Agreement.Require("Tensors", [EpochTensors(), StepTensors(), BatchTensors(), CallTensors()], [loss, step, batch, call]);
        }
    }

    [Benchmark(Baseline = true, Description = "StaticNet"), BenchmarkCategory("W2 call")]
    public T CallStaticNet()
    {
        _model.Forward(_plane.AsSpan(0, 2), _results.AsSpan(0, 2));
        return _results[0];
    }

    [Benchmark(Description = "Jagged"), BenchmarkCategory("W2 call")]
    public T CallJagged() => _jagged.Forward(_plane.AsSpan(0, 2))[0];

    [Benchmark(Description = "Tensors"), BenchmarkCategory("W2 call")]
    public T CallTensors() => _tensors.Forward(_plane.AsSpan(0, 2))[0];

    [Benchmark(Baseline = true, Description = "StaticNet"), BenchmarkCategory("W2 batch of 4096")]
    public T BatchStaticNet()
    {
        _model.ForwardBatch(_plane, _results);
        return _results[^1];
    }

    [Benchmark(Description = "Jagged"), BenchmarkCategory("W2 batch of 4096")]
    public T BatchJagged()
    {
        _jagged.ForwardBatch(_plane, _results);
        return _results[^1];
    }

    [Benchmark(Description = "Tensors"), BenchmarkCategory("W2 batch of 4096")]
    public T BatchTensors()
    {
        _tensors.ForwardBatch(_plane, _results);
        return _results[^1];
    }

    [Benchmark(Baseline = true, Description = "StaticNet"), BenchmarkCategory("W3 step")]
    public T StepStaticNet() => _model.TrainStep(_moons.Inputs.AsSpan(0, 2), _moons.Labels[0], _rate);

    [Benchmark(Description = "Jagged"), BenchmarkCategory("W3 step")]
    public T StepJagged() => _jagged.TrainStep(_moons.Inputs.AsSpan(0, 2), _moons.Labels[0], _rate);

    [Benchmark(Description = "Tensors"), BenchmarkCategory("W3 step")]
    public T StepTensors() => _tensors.TrainStep(_moons.Inputs.AsSpan(0, 2), _moons.Labels[0], _rate);

    [Benchmark(Baseline = true, Description = "StaticNet"), BenchmarkCategory("W1 epoch")]
    public T EpochStaticNet() => _model.TrainBatch(_moons.Inputs, _moons.Labels, _sgd);

    [Benchmark(Description = "Jagged"), BenchmarkCategory("W1 epoch")]
    public T EpochJagged() => _jagged.TrainBatch(_moons.Inputs, _moons.Labels, _rate, _rate, mean: false);

    [Benchmark(Description = "Tensors"), BenchmarkCategory("W1 epoch")]
    public T EpochTensors() => _tensors.TrainBatch(_moons.Inputs, _moons.Labels, _rate, _rate, mean: false);

    [Benchmark(Description = "MathNet"), BenchmarkCategory("W1 epoch")]
    public T EpochMathNet() => _mathNet.TrainBatch(_moons.Inputs, _moons.Labels, _rate, _rate, mean: false);
}
