using StaticNet.Data;

namespace StaticNet;

/// <summary>The samples of a run in the order of each epoch. They stay where they are: an index is shuffled, and each batch copied out along it.</summary>
internal sealed class MiniBatches<T>
    where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> _data;
    private readonly ulong? _seed;
    private readonly int[] _samples, _order;
    private readonly bool _inPlace;
    private readonly T[] _inputs, _targets;
    private readonly int[] _labels;

    /// <param name="data">All samples.</param>
    /// <param name="samples">Those that take part.</param>
    /// <param name="batchSize">Samples in a batch; 0: all.</param>
    /// <param name="seed">Of the orders; null: always the given one. One batch of all samples has no order.</param>
    /// <param name="regroups">Whether parts of a batch are asked for, which must be copied.</param>
    public MiniBatches(Dataset<T> data, int[] samples, int batchSize, ulong? seed, bool regroups = false)
    {
        _data = data;
        _samples = samples;
        Size = batchSize == 0 ? samples.Length : Math.Min(batchSize, samples.Length);
        _seed = Size == samples.Length ? null : seed;
        _inPlace = _seed is null && samples.Length == data.Count && !regroups;
        _order = [.. samples];
        int room = _inPlace ? 0 : Size;
        _inputs = new T[room * data.InputSize];
        _targets = new T[room * data.TargetSize];
        _labels = new int[data.HasLabels ? room : 0];
    }

    /// <summary>Samples that take part.</summary>
    public int SampleCount => _samples.Length;

    /// <summary>Samples in a batch, but for the last.</summary>
    public int Size { get; }

    /// <summary>Batches in an epoch.</summary>
    public int Count => (SampleCount + Size - 1) / Size;

    /// <summary>Puts the samples into the order of an epoch, which depends on nothing but the seed and its number: a run that goes on has it again.</summary>
    public void BeginEpoch(int epoch)
    {
        if (_seed is not { } seed)
            return;
        _samples.CopyTo(_order, 0);
        var mixed = new SplitMix64(seed);
        var random = new SplitMix64(mixed.Next() + (ulong)epoch);
        Shuffle.InPlace<int>(_order, ref random);
    }

    /// <summary>The samples of a batch.</summary>
    public ReadOnlySpan<int> Samples(int batch) => _order.AsSpan(batch * Size, Math.Min(Size, SampleCount - batch * Size));

    /// <summary>Their inputs and labels or targets; valid until the next call.</summary>
    public Batch Gather(int batch) => _inPlace ? Slice(batch * Size, Samples(batch).Length) : Gather(Samples(batch));

    /// <summary>The same of any samples, up to the size of a batch.</summary>
    public Batch Gather(ReadOnlySpan<int> samples)
    {
        int inputSize = _data.InputSize, targetSize = _data.TargetSize;
        var labels = _data.Labels;
        for (int i = 0; i < samples.Length; i++)
        {
            _data.Input(samples[i]).CopyTo(_inputs.AsSpan(i * inputSize));
            if (_data.HasLabels)
                _labels[i] = labels[samples[i]];
            else
                _data.Target(samples[i]).CopyTo(_targets.AsSpan(i * targetSize));
        }

        return new()
        {
            Inputs = _inputs.AsSpan(0, samples.Length * inputSize),
            Labels = _labels.AsSpan(0, _data.HasLabels ? samples.Length : 0),
            Targets = _targets.AsSpan(0, samples.Length * targetSize),
        };
    }

    private Batch Slice(int start, int count) => new()
    {
        Inputs = _data.Inputs.Slice(start * _data.InputSize, count * _data.InputSize),
        Labels = _data.HasLabels ? _data.Labels.Slice(start, count) : default,
        Targets = _data.Targets.Slice(start * _data.TargetSize, count * _data.TargetSize),
    };

    /// <summary>Some samples, row-major.</summary>
    public ref struct Batch
    {
        public ReadOnlySpan<T> Inputs;
        public ReadOnlySpan<int> Labels;
        public ReadOnlySpan<T> Targets;
    }
}
