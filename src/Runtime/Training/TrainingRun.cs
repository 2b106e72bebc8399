using System.Diagnostics;
using System.Numerics;
using StaticNet.Data;

namespace StaticNet;

/// <summary>
/// A training run that can be stopped at any step, saved, loaded and gone on with: it ends in the same bits as one that never stopped.
/// <see cref="Trainer"/> makes one and takes it to the end.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TRule">The rule of the optimizer.</typeparam>
public sealed partial class TrainingRun<T, TRule>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRule : struct, IUpdateRule<T>
{
    /// <summary>Epochs that there is room for from the start. Whoever asks for more, and leaves the end to early stopping, should not pay for all.</summary>
    private const int MostPlannedEpochs = 1 << 16;

    private readonly INetwork<T> _network;
    private readonly Dataset<T> _data;
    private readonly Optimizer<T, TRule> _optimizer;
    private readonly TrainingOptions _options;
    private readonly MiniBatches<T> _batches;
    private readonly SampleWeights<T>? _weights;
    private readonly Validation<T>? _validation;
    private readonly T[] _best;
    private readonly double _baseRate;
    private TrainingProgress[] _history;
    private TimeSpan _earlier;
    private long _start = Stopwatch.GetTimestamp();
    private double _lossSum, _weightSum, _bestLoss = double.PositiveInfinity, _firstLoss = double.NaN;
    private int _bestEpoch;
    private StopReason? _reason;
    private string? _warning;

    /// <summary>Prepares a run; all memory that it takes is allocated here.</summary>
    /// <param name="network">Trained in place. Labels need a network that is an <see cref="IClassifier{T}"/>.</param>
    /// <param name="data">Inputs and labels or targets of the network's sizes.</param>
    /// <param name="optimizer">Its present learning rate is the one that the schedule multiplies.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <exception cref="ArgumentException">Sizes do not fit, or an option is outside its range. Nothing has been changed.</exception>
    public TrainingRun(INetwork<T> network, Dataset<T> data, Optimizer<T, TRule> optimizer, TrainingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(optimizer);
        options ??= new();
        options.Check();
        Fitting.Check(network, data, optimizer.ParameterCount);
        (int[] training, int[] validation) = options.ValidationShare == 0
            ? (Enumerable.Range(0, data.Count).ToArray(), [])
            : data.SplitSamples(1 - options.ValidationShare, options.Seed);
        if (training.Length == 0)
            throw new ArgumentException(FormattableString.Invariant($"Of {data.Count} samples a validation share of {options.ValidationShare} leaves none to train on."), nameof(options));

        _network = network;
        _data = data;
        _optimizer = optimizer;
        _options = options;
        _batches = new(data, training, options.BatchSize, options.Shuffle ? options.Seed : null);
        _weights = SampleWeights<T>.Create(data, options, network.ParameterCount, _batches.Size, network.Reduction == Reduction.Mean);
        _validation = validation.Length == 0 ? null : new(network, data.Select(validation));
        _best = network.Parameters.ToArray();
        _baseRate = double.CreateChecked(optimizer.LearningRate);
        _history = new TrainingProgress[Math.Min(options.Epochs, MostPlannedEpochs)];
    }

    /// <summary>Epochs that are done.</summary>
    public int Epoch { get; private set; }

    /// <summary>Batches of the present epoch that are done.</summary>
    public int Batch { get; private set; }

    /// <summary>Batches in an epoch.</summary>
    public int BatchesPerEpoch => _batches.Count;

    /// <summary>Whether the run has come to an end.</summary>
    public bool IsFinished => _reason is not null;

    /// <summary>How it went so far, and how good the network is as it stands. Of a run that has not come to an end the reason is <see cref="StopReason.Cancelled"/>.</summary>
    public TrainingResult Summarize()
    {
        var judged = _validation?.Data ?? _data;
        return new(_reason ?? StopReason.Cancelled, _history.AsSpan(0, Epoch).ToArray(), _bestEpoch, _warning)
        {
            Classification = judged.HasLabels ? Evaluation.Classify((IClassifier<T>)_network, judged.Inputs, judged.Labels) : null,
            Regression = judged.HasLabels ? null : Evaluation.Regress(_network, judged.Inputs, judged.Targets),
        };
    }

    private TimeSpan Elapsed => _earlier + Stopwatch.GetElapsedTime(_start);

    /// <summary>Trains on one batch; the last one of an epoch ends it. Allocates nothing.</summary>
    /// <exception cref="InvalidOperationException">The run is finished.</exception>
    public void Step()
    {
        if (IsFinished)
            throw new InvalidOperationException($"The run is finished: {_reason}. Make another.");
        if (Batch == 0)
            _batches.BeginEpoch(Epoch);
        SetRate();
        var samples = _batches.Samples(Batch);
        double loss, weight;
        if (_weights is null)
        {
            var batch = _batches.Gather(Batch);
            loss = double.CreateChecked(batch.Labels.IsEmpty
                ? _network.TrainBatch(batch.Inputs, batch.Targets, _optimizer, _options.DegreeOfParallelism)
                : ((IClassifier<T>)_network).TrainBatch(batch.Inputs, batch.Labels, _optimizer, _options.DegreeOfParallelism));
            loss *= _network.Reduction == Reduction.Mean ? samples.Length : 1;
            weight = samples.Length;
        }
        else
        {
            weight = _weights.Total(samples);
            _network.Update(_weights.Gradient(_network, _batches, samples, out loss), _optimizer);
        }

        if (double.IsNaN(_firstLoss))
            _firstLoss = loss / weight;
        _lossSum += loss;
        _weightSum += weight;
        if (++Batch == _batches.Count)
            EndEpoch();
    }

    /// <summary>Goes on until the run is finished or somebody asks to stop.</summary>
    internal TrainingResult ToTheEnd(CancellationToken cancellation)
    {
        string? path = _options.CheckpointPath;
        if (path is not null && _options.Resume && File.Exists(path))
            Load(path);
        int saved = Epoch;
        try
        {
            while (!IsFinished && !cancellation.IsCancellationRequested)
            {
                Step();
                if (path is not null && Batch == 0 && !IsFinished && Epoch - saved >= _options.CheckpointEpochs)
                {
                    Save(path);
                    saved = Epoch;
                }
            }

            if (path is not null)
                Save(path);
        }
        finally
        {
            _optimizer.LearningRate = T.CreateChecked(_baseRate);
        }

        return Summarize();
    }

    private void SetRate()
    {
        var point = new SchedulePoint((long)Epoch * _batches.Count + Batch, Epoch, _batches.Count);
        double factor = _options.Schedule?.Factor(point) ?? 1;
        if (!double.IsFinite(factor) || factor < 0)
            throw new InvalidOperationException(FormattableString.Invariant($"The schedule gave the factor {factor} for {point}; expected a finite number of at least 0."));
        _optimizer.LearningRate = T.CreateChecked(_baseRate * factor);
    }
}
