using System.Numerics;

namespace StaticNet;

/// <summary>The receiver operating characteristic: how well scores tell samples of one class from the others, whatever the threshold.</summary>
public static class RocCurve
{
    /// <summary>
    /// The area under the curve, as the rank statistic of Mann and Whitney: the probability that a sample of the class has a higher score than
    /// one of another class, where equal scores count one half. <c>(R − p·(p + 1)/2)/(p·n)</c>, with R the sum of the ranks of p samples of
    /// the class among p + n; equal scores share the mean of their ranks.
    /// </summary>
    /// <param name="scores">[count]</param>
    /// <param name="labels">[count]</param>
    /// <param name="positive">The label of the class; every other label counts as not of it.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>The area; NaN if the class or its opposite has no samples, or a score is NaN.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Area<T>(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels, int positive)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Guard.Length(labels.Length, scores.Length, nameof(labels));
        T[] sorted = scores.ToArray();
        int[] sortedLabels = labels.ToArray();
        Array.Sort(sorted, sortedLabels);
        // NaN comes first in this order.
        if (sorted.Length == 0 || T.IsNaN(sorted[0]))
            return double.NaN;

        double positives = 0, ranks = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            int inGroup = 0;
            for (end = start; end < sorted.Length && sorted[end] == sorted[start]; end++)
                inGroup += sortedLabels[end] == positive ? 1 : 0;
            positives += inGroup;
            // The ranks of a group of equals are start + 1 to end.
            ranks += inGroup * ((start + 1.0 + end) / 2);
        }
        double negatives = sorted.Length - positives;
        // 0/0 where one of them is missing.
        return (ranks - (positives * (positives + 1) / 2)) / (positives * negatives);
    }

    /// <summary>The mean of the areas of all classes that have samples, each against the rest, with the class's output as the score.</summary>
    /// <param name="outputs">[count × classes], row-major.</param>
    /// <param name="labels">[count]</param>
    /// <param name="classes">Number of classes, at least 1.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>The mean; NaN if a class has all samples, or an output is NaN.</returns>
    /// <exception cref="ArgumentException">The outputs are not as many as the labels demand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is less than 1, or a label is no class index.</exception>
    public static double MacroArea<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<int> labels, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Guard.Samples(outputs.Length, classes, labels.Length, nameof(outputs));
        Guard.Labels(labels, classes, nameof(labels));
        double sum = 0;
        int present = 0;
        for (int c = 0; c < classes; c++)
        {
            if (labels.IndexOf(c) < 0)
                continue;
            sum += Area<T>(Column(outputs, c, classes), labels, c);
            present++;
        }

        return sum / present;
    }

    /// <summary>One column of a row-major matrix.</summary>
    internal static T[] Column<T>(ReadOnlySpan<T> matrix, int column, int columns)
    {
        var values = new T[matrix.Length / columns];
        for (int row = 0; row < values.Length; row++)
            values[row] = matrix[(row * columns) + column];
        return values;
    }
}
