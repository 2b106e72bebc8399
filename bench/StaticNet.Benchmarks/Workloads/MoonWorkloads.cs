using System.Numerics;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Measuring;

namespace StaticNet.Benchmarks.Workloads;

/// <summary>W1, an epoch over the two moons; W2, inference; W3, learning sample by sample.</summary>
internal sealed class MoonWorkloads<TModel, T>
    where TModel : struct, IClassifierModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Points = 4096;

    private readonly PlainNetwork _plain = new(2, 3, 2);
    private readonly Problem<T> _moons = Problems.Moons().As<T>();
    private readonly T[] _plane = Array.ConvertAll(Problems.Plane(), T.CreateChecked);
    private readonly T[] _results = new T[2 * Points];
    private readonly T _rate = T.CreateChecked(0.01);
    private readonly Sgd<T> _sgd = new() { LearningRate = T.CreateChecked(0.01), L2 = T.CreateChecked(0.01) };
    private readonly TModel _model = new();
    private T _loss;

    public IEnumerable<Workload> All()
    {
        yield return new("W1.epoch", 1, Epochs, () => CheckTraining(Epochs, 20_000));
        yield return new("W2.call", 1, Call, () => CheckInference(Call, Points));
        yield return new("W2.batch4096", Points, InBatches, () => CheckInference(InBatches, 1));
        yield return new("W3.step", 1, Steps, () => CheckTraining(Steps, 200 * 200));
    }

    /// <summary>Puts the network back to its initial parameters.</summary>
    public void Reset() => _moons.Parameters.CopyTo(_model.Parameters);

    /// <summary>W1: gradient steps with all 200 samples.</summary>
    public void Epochs(long count)
    {
        for (long i = 0; i < count; i++)
            _loss = _model.TrainBatch(_moons.Inputs, _moons.Labels, _sgd);
    }

    private void Call(long calls)
    {
        for (long i = 0; i < calls; i++)
        {
            int at = 2 * ((int)i & (Points - 1));
            _model.Forward(_plane.AsSpan(at, 2), _results.AsSpan(at, 2));
        }
    }

    private void InBatches(long calls)
    {
        for (long i = 0; i < calls; i++)
            _model.ForwardBatch(_plane, _results);
    }

    private void Steps(long count)
    {
        int sample = 0;
        for (long i = 0; i < count; i++)
        {
            _loss = _model.TrainStep(_moons.Inputs.AsSpan(2 * sample, 2), _moons.Labels[sample], _rate);
            if (++sample == _moons.Labels.Length)
                sample = 0;
        }
    }

    private string CheckTraining(Action<long> train, long count)
    {
        Reset();
        train(count);
        if (!T.IsFinite(_loss))
            throw new InvalidOperationException("The loss that training returned is not finite.");
        return Report.Loss<T>(_plain.CrossEntropy<T>(_model.Parameters, _moons.Inputs, _moons.Labels), _model.Parameters);
    }

    /// <summary>With the network as it is after 1000 epochs.</summary>
    private string CheckInference(Action<long> run, long calls)
    {
        Reset();
        Epochs(1000);
        Array.Clear(_results);
        run(calls);
        return Report.Error<T>(_plain.LargestError<T>(_model.Parameters, _plane, _results), _results);
    }
}
