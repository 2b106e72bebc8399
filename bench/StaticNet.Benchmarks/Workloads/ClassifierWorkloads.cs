using System.Numerics;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Measuring;

namespace StaticNet.Benchmarks.Workloads;

/// <summary>What W4 and W5 have in common: a call a sample, a batch of 256, a training step of 32.</summary>
internal sealed class ClassifierWorkloads<TModel, T>(string name, Problem<T> problem, PlainNetwork plain)
    where TModel : struct, IClassifierModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Batch = 256, TrainingBatch = 32, CheckSteps = 1000;

    private readonly TModel _model = new();
    private readonly int _count = problem.Labels.Length;
    private readonly int _inputs = problem.Inputs.Length / problem.Labels.Length;
    private readonly int _outputs = problem.Labels.Max() + 1;
    private readonly T[] _results = new T[problem.Labels.Length * (problem.Labels.Max() + 1)];

    public IEnumerable<Workload> All()
    {
        yield return new(name + ".call", 1, Call, () => CheckInference(Call, _count));
        yield return new(name + ".batch256", Batch, InBatches, CheckBatches);
        var sgd = new Sgd<T> { LearningRate = T.CreateChecked(0.01) };
        yield return new(name + ".train32", TrainingBatch, steps => Train(sgd, steps), () => CheckTraining(new Sgd<T> { LearningRate = T.CreateChecked(0.01) }));
        var adam = NewAdam();
        yield return new(name + ".train32-adam", TrainingBatch, steps => Train(adam, steps), () => CheckTraining(NewAdam()));
    }

    private Adam<T> NewAdam() => new(_model.Parameters.Length) { LearningRate = T.CreateChecked(0.001) };

    private void Call(long calls)
    {
        for (long i = 0; i < calls; i++)
        {
            int sample = (int)i & (_count - 1);
            _model.Forward(problem.Inputs.AsSpan(_inputs * sample, _inputs), _results.AsSpan(_outputs * sample, _outputs));
        }
    }

    private void InBatches(long calls)
    {
        for (long i = 0; i < calls; i++)
            ForwardBatch((int)(i * Batch) & (_count - 1), _results.AsSpan(0, Batch * _outputs));
    }

    private void ForwardBatch(int first, Span<T> results) =>
        _model.ForwardBatch(problem.Inputs.AsSpan(_inputs * first, _inputs * Batch), results);

    private void Train<TRule>(Optimizer<T, TRule> optimizer, long steps)
        where TRule : struct, IUpdateRule<T>
    {
        for (long i = 0; i < steps; i++)
        {
            int first = (int)(i * TrainingBatch) & (_count - 1);
            _model.TrainBatch(
                problem.Inputs.AsSpan(_inputs * first, _inputs * TrainingBatch), problem.Labels.AsSpan(first, TrainingBatch), optimizer);
        }
    }

    private string CheckBatches() => CheckInference(
        _ =>
        {
            for (int first = 0; first < _count; first += Batch)
                ForwardBatch(first, _results.AsSpan(first * _outputs, Batch * _outputs));
        },
        1);

    private string CheckInference(Action<long> run, long calls)
    {
        problem.Parameters.CopyTo(_model.Parameters);
        run(calls);
        double error = plain.LargestError<T>(_model.Parameters, problem.Inputs, _results);
        return Report.Error<T>(error, _results);
    }

    private string CheckTraining<TRule>(Optimizer<T, TRule> optimizer)
        where TRule : struct, IUpdateRule<T>
    {
        problem.Parameters.CopyTo(_model.Parameters);
        Train(optimizer, CheckSteps);
        double loss = plain.CrossEntropy<T>(_model.Parameters, problem.Inputs, problem.Labels);
        string report = Report.Loss<T>(loss, _model.Parameters);
        problem.Parameters.CopyTo(_model.Parameters);
        return report;
    }
}
