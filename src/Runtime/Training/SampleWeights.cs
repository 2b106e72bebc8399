using System.Numerics;
using StaticNet.Data;

namespace StaticNet;

/// <summary>Gradients of batches whose samples count differently: samples of equal weight go through the network together.</summary>
/// <remarks>With the mean as reduction, losses and gradients are Σ w·g / Σ w, as PyTorch's weighted cross-entropy has it; else Σ w·g.</remarks>
internal sealed class SampleWeights<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] _weights;
    private readonly T[] _sum, _part;
    private readonly int[] _waiting, _group;
    private readonly bool _isMean;

    private SampleWeights(double[] weights, int parameterCount, int batchSize, bool isMean)
    {
        _weights = weights;
        _sum = new T[parameterCount];
        _part = new T[parameterCount];
        _waiting = new int[batchSize];
        _group = new int[batchSize];
        _isMean = isMean;
    }

    /// <summary>The weights of a data set; null if all are 1.</summary>
    /// <exception cref="ArgumentException">Lengths do not fit, a weight is no finite number of at least 0, or none is greater.</exception>
    public static SampleWeights<T>? Create(INetwork<T> network, Dataset<T> data, ReadOnlySpan<int> training, TrainingOptions options)
    {
        var ofClasses = options.ClassWeights.Span;
        var ofSamples = options.SampleWeights.Span;
        if (ofClasses.IsEmpty && ofSamples.IsEmpty)
            return null;
        if (!ofClasses.IsEmpty && !data.HasLabels)
            throw new ArgumentException("ClassWeights are for labels; the data have targets. Use SampleWeights.", "options");
        int classes = ofClasses.Length == data.ClassCount ? data.ClassCount : Math.Max(network.OutputSize, 2);
        Check(ofClasses, nameof(TrainingOptions.ClassWeights), classes, "classes");
        Check(ofSamples, nameof(TrainingOptions.SampleWeights), data.Count, "samples");
        double[] weights = new double[data.Count];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = (ofClasses.IsEmpty ? 1 : ofClasses[data.Labels[i]]) * (ofSamples.IsEmpty ? 1 : ofSamples[i]);
        var result = new SampleWeights<T>(weights, network.ParameterCount, training.Length, network.Topology.Reduction == Reduction.Mean);
        double total = result.Total(training);
        return total > 0 && double.IsFinite(total)
            ? result
            : throw new ArgumentException(FormattableString.Invariant($"The weights of the training samples must add up to a finite number greater than 0; it is {total}."), "options");
    }

    /// <summary>What some samples count for together.</summary>
    public double Total(ReadOnlySpan<int> samples)
    {
        double total = 0;
        foreach (int sample in samples)
            total += _weights[sample];
        return total;
    }

    /// <summary>The weighted gradient of a batch, valid until the next call, and Σ w·loss over its samples.</summary>
    public ReadOnlySpan<T> Gradient(INetwork<T> network, MiniBatches<T> batches, ReadOnlySpan<int> samples, out double loss)
    {
        loss = 0;
        double total = Total(samples);
        Array.Clear(_sum);
        var waiting = _waiting.AsSpan(0, samples.Length);
        samples.CopyTo(waiting);
        while (!waiting.IsEmpty)
        {
            int members = TakeGroup(ref waiting);
            double weight = _weights[_group[0]];
            if (weight == 0)
                continue;
            double groupLoss = double.CreateChecked(Backward(network, batches.Gather(_group.AsSpan(0, members))));
            loss += weight * groupLoss * (_isMean ? members : 1);
            Add(T.CreateChecked(_isMean ? weight * members / total : weight));
        }

        return _sum;
    }

    /// <summary>The gradient of a group. With dropout each has masks of its own.</summary>
    private T Backward(INetwork<T> network, MiniBatches<T>.Batch batch)
    {
        if (network is IDropoutNetwork<T> dropout)
        {
            ulong state = dropout.DropoutState++;
            return batch.Labels.IsEmpty
                ? dropout.BackwardBatch(batch.Inputs, batch.Targets, _part, state)
                : ((IDropoutClassifier<T>)network).BackwardBatch(batch.Inputs, batch.Labels, _part, state);
        }

        return batch.Labels.IsEmpty
            ? network.BackwardBatch(batch.Inputs, batch.Targets, _part)
            : ((IClassifier<T>)network).BackwardBatch(batch.Inputs, batch.Labels, _part);
    }

    /// <summary>Moves the samples that weigh what the first does, in their order, from those that wait to the group.</summary>
    private int TakeGroup(ref Span<int> waiting)
    {
        double weight = _weights[waiting[0]];
        int members = 0, others = 0;
        for (int i = 0; i < waiting.Length; i++)
        {
            if (_weights[waiting[i]] == weight)
                _group[members++] = waiting[i];
            else
                waiting[others++] = waiting[i];
        }

        waiting = waiting[..others];
        return members;
    }

    private void Add(T factor)
    {
        for (int i = 0; i < _sum.Length; i++)
            _sum[i] = T.FusedMultiplyAdd(factor, _part[i], _sum[i]);
    }

    private static void Check(ReadOnlySpan<double> weights, string name, int count, string of)
    {
        if (weights.IsEmpty)
            return;
        if (weights.Length != count)
            throw new ArgumentException($"{name}: expected {count} weights, one for each of the {of}, got {weights.Length}.", "options");
        for (int i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i]) || weights[i] < 0)
                throw new ArgumentException(FormattableString.Invariant($"{name}: a weight is a finite number of at least 0; number {i} is {weights[i]}."), "options");
        }
    }
}
