using System.Numerics;

namespace StaticNet.Data;

/// <summary>Samples to train or test with: inputs, and for each a label (a class index) or a target (a vector).</summary>
/// <example><code>
/// var (inputs, labels) = TwoMoons.Generate&lt;float&gt;(200, noise: 0.2, seed: 0);
/// var (training, test) = Dataset&lt;float&gt;.WithLabels(inputs, labels, TwoMoons.InputSize).Split(0.8, seed: 1);
/// network.TrainBatch(training.Inputs, training.Labels, sgd);
/// </code></example>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed partial class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly int[] _labels;

    private Dataset(T[] inputs, T[] targets, int[] labels, IReadOnlyList<string> inputNames, IReadOnlyList<string> targetNames, IReadOnlyList<string> classNames)
    {
        _inputs = inputs;
        _targets = targets;
        _labels = labels;
        InputNames = inputNames;
        TargetNames = targetNames;
        ClassNames = classNames;
    }

    /// <summary>Data for classification.</summary>
    /// <param name="inputs">[count × inputSize], row-major, finite. The array is kept, not copied; leave it as it is.</param>
    /// <param name="labels">[count], class indices from 0. The array is kept, not copied.</param>
    /// <param name="inputSize">Numbers in one input, at least 1.</param>
    /// <param name="inputNames">[inputSize]; by default "x0", "x1", …</param>
    /// <param name="classNames">One for each class, also for those without a sample; by default "0", "1", … up to the largest label.</param>
    /// <exception cref="ArgumentException">No samples, lengths that do not fit, a label that is no class, a NaN or an infinity. Nothing is kept then.</exception>
    public static Dataset<T> WithLabels(
        T[] inputs, int[] labels, int inputSize, IReadOnlyList<string>? inputNames = null, IReadOnlyList<string>? classNames = null)
    {
        int count = DataCheck.Samples(inputs, inputSize, nameof(inputs), nameof(inputSize));
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != count)
            throw new ArgumentException($"Expected {count} labels, one for each input, got {labels.Length}.", nameof(labels));
        int classes = DataCheck.Labels(labels, classNames, nameof(labels));
        IReadOnlyList<string> names = DataCheck.Names(inputNames, inputSize, "x", nameof(inputNames));
        DataCheck.Finite<T>(inputs, names, "input", nameof(inputs));
        return new(inputs, [], labels, names, [], DataCheck.Names(classNames, classes, "", nameof(classNames)));
    }

    /// <summary>Data for regression.</summary>
    /// <param name="inputs">[count × inputSize], row-major, finite. The array is kept, not copied; leave it as it is.</param>
    /// <param name="targets">[count × targetSize], row-major, finite. The array is kept, not copied.</param>
    /// <param name="inputSize">Numbers in one input, at least 1.</param>
    /// <param name="targetSize">Numbers in one target, at least 1.</param>
    /// <param name="inputNames">[inputSize]; by default "x0", "x1", …</param>
    /// <param name="targetNames">[targetSize]; by default "y0", "y1", …</param>
    /// <exception cref="ArgumentException">No samples, lengths that do not fit, a NaN or an infinity. Nothing is kept then.</exception>
    public static Dataset<T> WithTargets(
        T[] inputs, T[] targets, int inputSize, int targetSize, IReadOnlyList<string>? inputNames = null, IReadOnlyList<string>? targetNames = null)
    {
        int count = DataCheck.Samples(inputs, inputSize, nameof(inputs), nameof(inputSize));
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        Guard.Samples(targets.Length, targetSize, count, nameof(targets));
        IReadOnlyList<string> namesOfInputs = DataCheck.Names(inputNames, inputSize, "x", nameof(inputNames));
        IReadOnlyList<string> namesOfTargets = DataCheck.Names(targetNames, targetSize, "y", nameof(targetNames));
        DataCheck.Finite<T>(inputs, namesOfInputs, "input", nameof(inputs));
        DataCheck.Finite<T>(targets, namesOfTargets, "target", nameof(targets));
        return new(inputs, targets, [], namesOfInputs, namesOfTargets, []);
    }

    /// <summary>Samples, at least 1.</summary>
    public int Count => _inputs.Length / InputSize;

    /// <summary>Numbers in one input.</summary>
    public int InputSize => InputNames.Count;

    /// <summary>Numbers in one target; 0 where there are labels.</summary>
    public int TargetSize => TargetNames.Count;

    /// <summary>Classes, with those that have no sample; 0 where there are targets.</summary>
    public int ClassCount => ClassNames.Count;

    /// <summary>Whether samples have labels; else they have targets.</summary>
    public bool HasLabels => _labels.Length > 0;

    /// <summary>[Count × InputSize], row-major.</summary>
    public ReadOnlySpan<T> Inputs => _inputs;

    /// <summary>[Count × TargetSize], row-major; empty where there are labels.</summary>
    public ReadOnlySpan<T> Targets => _targets;

    /// <summary>[Count], class indices; empty where there are targets.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>[InputSize].</summary>
    public IReadOnlyList<string> InputNames { get; }

    /// <summary>[TargetSize].</summary>
    public IReadOnlyList<string> TargetNames { get; }

    /// <summary>[ClassCount].</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The input of one sample, [InputSize].</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<T> Input(int sample) => _inputs.AsSpan(Checked(sample, nameof(sample)) * InputSize, InputSize);

    /// <summary>The target of one sample, [TargetSize]; empty where there are labels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public ReadOnlySpan<T> Target(int sample) => _targets.AsSpan(Checked(sample, nameof(sample)) * TargetSize, TargetSize);

    /// <summary>The same samples with other inputs, which are checked and kept.</summary>
    internal Dataset<T> WithInputs(T[] inputs)
    {
        DataCheck.Finite<T>(inputs, InputNames, "input", nameof(inputs));
        return new(inputs, _targets, _labels, InputNames, TargetNames, ClassNames);
    }

    private int Checked(int sample, string argument) =>
        (uint)sample < (uint)Count
            ? sample
            : throw new ArgumentOutOfRangeException(argument, sample, $"Expected a sample from 0 to {Count - 1}, got {sample}.");
}
