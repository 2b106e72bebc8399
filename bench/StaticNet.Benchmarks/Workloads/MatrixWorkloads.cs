using System.Numerics;
using StaticNet.Benchmarks.Data;
using StaticNet.Benchmarks.Measuring;

namespace StaticNet.Benchmarks.Workloads;

/// <summary>W6: full batches of 10,000 samples with Adam.</summary>
internal sealed class MatrixWorkloads<TModel, T>
    where TModel : struct, IRegressionModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int CheckEpochs = 200;

    private readonly PlainNetwork _plain = new(4, 32, 16, 4);
    private readonly Problem<T> _problem = Problems.Matrices().As<T>();
    private readonly TModel _model = new();

    public IEnumerable<Workload> All()
    {
        int count = _problem.Targets.Length / 4;
        var adam = NewAdam();
        yield return new("W6.epoch10000-adam", count, epochs => Epochs(adam, epochs), Check);
    }

    private Adam<T> NewAdam() => new(_model.Parameters.Length) { LearningRate = T.CreateChecked(0.001) };

    private void Epochs(Adam<T> adam, long count)
    {
        for (long i = 0; i < count; i++)
            _model.TrainBatch(_problem.Inputs, _problem.Targets, adam);
    }

    private string Check()
    {
        _problem.Parameters.CopyTo(_model.Parameters);
        Epochs(NewAdam(), CheckEpochs);
        double loss = _plain.SquaredError<T>(_model.Parameters, _problem.Inputs, _problem.Targets);
        string report = Report.Loss<T>(loss, _model.Parameters);
        _problem.Parameters.CopyTo(_model.Parameters);
        return report;
    }
}
