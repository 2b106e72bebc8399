using System.Globalization;
using System.Text;

namespace StaticNet;

/// <summary>Counts how often samples of one class were taken for another, and what follows from it.</summary>
/// <remarks>
/// A quotient whose denominator is 0 is 0, scikit-learn's <c>zero_division=0</c>: the precision of a class that was never predicted, the recall
/// of one without samples, the F1 of one that is neither, and every quotient of an empty matrix.
/// </remarks>
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;

    /// <summary>Starts with no samples.</summary>
    /// <param name="classes">Number of classes, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    /// <exception cref="OverflowException">Its square is beyond an <see cref="int"/>.</exception>
    public ConfusionMatrix(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Classes = classes;
        _counts = new long[checked(classes * classes)];
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Samples counted.</summary>
    public long Total { get; private set; }

    /// <summary>Samples of class <paramref name="actual"/> that were taken for class <paramref name="predicted"/>.</summary>
    /// <param name="actual">A class index.</param>
    /// <param name="predicted">A class index.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is no class index.</exception>
    public long this[int actual, int predicted] => _counts[Index(actual, predicted)];

    /// <summary>The share of the samples that were predicted correctly.</summary>
    public double Accuracy
    {
        get
        {
            long correct = 0;
            for (int c = 0; c < Classes; c++)
                correct += this[c, c];
            return Quotient(correct, Total);
        }
    }

    /// <summary>The mean of <see cref="F1"/> over the classes that occur, as labels or as predictions; the others do not count.</summary>
    public double MacroF1
    {
        get
        {
            double sum = 0;
            int occurring = 0;
            for (int c = 0; c < Classes; c++)
            {
                if (Support(c) + PredictedAs(c) == 0)
                    continue;
                sum += F1(c);
                occurring++;
            }
            return occurring == 0 ? 0 : sum / occurring;
        }
    }

    /// <summary>Counts one sample.</summary>
    /// <param name="actual">Its label.</param>
    /// <param name="predicted">The class it was taken for.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is no class index.</exception>
    public void Add(int actual, int predicted)
    {
        _counts[Index(actual, predicted)]++;
        Total++;
    }

    /// <summary>Counts samples.</summary>
    /// <param name="actual">Their labels, [count].</param>
    /// <param name="predicted">The classes they were taken for, [count].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is no class index; nothing has been counted.</exception>
    public void AddRange(ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted)
    {
        Guard.Length(predicted.Length, actual.Length, nameof(predicted));
        Guard.Labels(actual, Classes, nameof(actual));
        Guard.Labels(predicted, Classes, nameof(predicted));
        for (int i = 0; i < actual.Length; i++)
            Add(actual[i], predicted[i]);
    }

    /// <summary>Of the samples taken for class <paramref name="c"/>, the share that belongs to it.</summary>
    /// <param name="c">A class index.</param>
    /// <exception cref="ArgumentOutOfRangeException">The argument is no class index.</exception>
    public double Precision(int c) => Quotient(this[c, c], PredictedAs(c));

    /// <summary>Of the samples of class <paramref name="c"/>, the share that was taken for it.</summary>
    /// <param name="c">A class index.</param>
    /// <exception cref="ArgumentOutOfRangeException">The argument is no class index.</exception>
    public double Recall(int c) => Quotient(this[c, c], Support(c));

    /// <summary>The harmonic mean of precision and recall: twice the hits over labels and predictions together.</summary>
    /// <param name="c">A class index.</param>
    /// <exception cref="ArgumentOutOfRangeException">The argument is no class index.</exception>
    public double F1(int c) => Quotient(2 * this[c, c], Support(c) + PredictedAs(c));

    /// <summary>Samples of class <paramref name="c"/>.</summary>
    /// <param name="c">A class index.</param>
    /// <exception cref="ArgumentOutOfRangeException">The argument is no class index.</exception>
    public long Support(int c)
    {
        long sum = 0;
        for (int predicted = 0; predicted < Classes; predicted++)
            sum += this[c, predicted];
        return sum;
    }

    /// <summary>A table with a row for each actual class and a column for each predicted one, lines parted by <c>\n</c>.</summary>
    public override string ToString()
    {
        const string Corner = "actual \\ predicted";
        int width = Math.Max(Text(Classes - 1).Length, Text(_counts.Max()).Length);
        var table = new StringBuilder(Corner);
        for (int predicted = 0; predicted < Classes; predicted++)
            table.Append("  ").Append(Text(predicted).PadLeft(width));
        for (int actual = 0; actual < Classes; actual++)
        {
            table.Append('\n').Append(Text(actual).PadLeft(Corner.Length));
            for (int predicted = 0; predicted < Classes; predicted++)
                table.Append("  ").Append(Text(this[actual, predicted]).PadLeft(width));
        }
        return table.ToString();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Quotient(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private long PredictedAs(int c)
    {
        long sum = 0;
        for (int actual = 0; actual < Classes; actual++)
            sum += this[actual, c];
        return sum;
    }

    private int Index(int actual, int predicted)
    {
        Guard.Label(actual, Classes, nameof(actual));
        Guard.Label(predicted, Classes, nameof(predicted));
        return (actual * Classes) + predicted;
    }
}
