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
    private readonly T[] _best, _last;
    private readonly double _baseRate;
    private TrainingProgress[] _history;
    private TimeSpan _earlier;
    private long _start = Stopwatch.GetTimestamp();
    private double _rate, _lossSum, _weightSum, _bestLoss = double.PositiveInfinity, _firstLoss = double.NaN;
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
        (int[] training, int[] validation) = Parts(data, options);

        _network = network;
        _data = data;
        _optimizer = optimizer;
        _options = options;
        _weights = SampleWeights<T>.Create(network, data, training, options);
        _batches = new(data, training, options.BatchSize, options.Shuffle ? options.Seed : null, regroups: _weights is not null);
        _validation = validation.Length == 0 ? null : new(data.Select(validation));
        _best = network.Parameters.ToArray();
        _last = network.Parameters.ToArray();
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

    /// <summary>Trains on one batch; the last one of an epoch ends it. On one thread it allocates nothing. Afterwards the optimizer has its own learning rate again.</summary>
    /// <exception cref="InvalidOperationException">The run is finished, or the schedule's factor is no finite number of at least 0.</exception>
    public void Step()
    {
        if (IsFinished)
            throw new InvalidOperationException($"The run is finished: {_reason}. Make another.");
        if (Batch == 0)
            _batches.BeginEpoch(Epoch);
        SetRate();
        try
        {
            Train();
        }
        finally
        {
            _optimizer.LearningRate = T.CreateChecked(_baseRate);
        }

        if (++Batch == _batches.Count)
            EndEpoch();
    }

    private void Train()
    {
        var samples = _batches.Samples(Batch);
        double loss, weight;
        if (_weights is null)
        {
            var batch = _batches.Gather(Batch);
            loss = double.CreateChecked(batch.Labels.IsEmpty
                ? _network.TrainBatch(batch.Inputs, batch.Targets, _optimizer, _options.DegreeOfParallelism)
                : ((IClassifier<T>)_network).TrainBatch(batch.Inputs, batch.Labels, _optimizer, _options.DegreeOfParallelism));
            loss *= _network.Topology.Reduction == Reduction.Mean ? samples.Length : 1;
            weight = samples.Length;
        }
        else
        {
            weight = _weights.Total(samples);
            if (weight == 0)
                return;
            _network.Update(_weights.Gradient(_network, _batches, samples, out loss), _optimizer);
        }

        if (double.IsNaN(_firstLoss))
            _firstLoss = loss / weight;
        _lossSum += loss;
        _weightSum += weight;
    }

    /// <summary>Goes on until the run is finished or somebody asks to stop.</summary>
    internal TrainingResult ToTheEnd(CancellationToken cancellation)
    {
        string? path = _options.CheckpointPath;
        if (path is not null && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{folder}' for the checkpoint '{path}'.");
        if (path is not null && _options.Resume && File.Exists(path))
            Load(path);
        int saved = Epoch;
        bool isFinished = IsFinished;
        while (!IsFinished && !cancellation.IsCancellationRequested)
        {
            Step();
            if (path is not null && Batch == 0 && !IsFinished && Epoch - saved >= _options.CheckpointEpochs)
            {
                Save(path);
                saved = Epoch;
            }
        }

        if (path is not null && !isFinished && _reason != StopReason.Diverged)
            Save(path);
        return Summarize();
    }

    private void SetRate()
    {
        var point = new SchedulePoint((long)Epoch * _batches.Count + Batch, Epoch, _batches.Count);
        double factor = _options.Schedule?.Factor(point) ?? 1;
        if (!double.IsFinite(factor) || factor < 0)
            throw new InvalidOperationException(FormattableString.Invariant($"The schedule gave the factor {factor} for {point}; expected a finite number of at least 0."));
        _rate = _baseRate * factor;
        _optimizer.LearningRate = T.CreateChecked(_rate);
    }

    private static (int[] Training, int[] Validation) Parts(Dataset<T> data, TrainingOptions options)
    {
        if (options.ValidationShare == 0)
            return (Enumerable.Range(0, data.Count).ToArray(), []);
        double share = 1 - options.ValidationShare;
        if (Math.Floor(share * data.Count + 0.5) is var size && (size == 0 || size == data.Count))
            throw new ArgumentException(FormattableString.Invariant($"A ValidationShare of {options.ValidationShare} of {data.Count} samples leaves none on one side."), nameof(options));
        return data.SplitSamples(share, options.Seed);
    }
}
