using System.Numerics;

namespace StaticNet;

/// <summary>Measures a network on data, with all outputs computed in one batch. What they need is allocated.</summary>
public static class Evaluation
{
    /// <summary>How well a network tells classes apart.</summary>
    /// <param name="network">Unchanged. A single output means two classes, and stands for the second.</param>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="labels">[count], class indices.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">A length is wrong, or the batch is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class index.</exception>
    public static ClassificationReport Classify<T>(IClassifier<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        int count = Guard.CountOfSome(inputs.Length, network.InputSize, nameof(inputs));
        int classes = Math.Max(network.OutputSize, 2);
        Guard.Samples(labels.Length, 1, count, nameof(labels));
        Guard.Labels(labels, classes, nameof(labels));

        int[] predicted = new int[count];
        network.PredictBatch(inputs, predicted);
        var matrix = new ConfusionMatrix(classes);
        matrix.AddRange(labels, predicted);

        var outputs = new T[checked(count * network.OutputSize)];
        network.ForwardBatch(inputs, outputs);
        double area = network.OutputSize switch
        {
            1 => RocCurve.Area<T>(outputs, labels, positive: 1),
            2 => RocCurve.Area<T>(RocCurve.Column<T>(outputs, 1, 2), labels, positive: 1),
            _ => RocCurve.MacroArea<T>(outputs, labels, classes),
        };
        return new(matrix.Accuracy, matrix, area);
    }

    /// <summary>How far a network's outputs are from targets.</summary>
    /// <param name="network">Unchanged.</param>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <param name="targets">[count × OutputSize]</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">A length is wrong, or the batch is empty.</exception>
    public static RegressionMetrics Regress<T>(INetwork<T> network, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        int count = Guard.CountOfSome(inputs.Length, network.InputSize, nameof(inputs));
        Guard.Samples(targets.Length, network.OutputSize, count, nameof(targets));
        var outputs = new T[targets.Length];
        network.ForwardBatch(inputs, outputs);
        return RegressionMetrics.Of<T>(outputs, targets, network.OutputSize);
    }
}
