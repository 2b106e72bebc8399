using System.Numerics;

namespace StaticNet;

/// <summary>How far predictions are from targets.</summary>
/// <param name="MeanAbsoluteError">The mean of |prediction − target|, in the unit of the targets.</param>
/// <param name="RootMeanSquaredError">The square root of the mean of (prediction − target)², in the unit of the targets.</param>
/// <param name="RSquared">
/// 1 − Σ(prediction − target)²/Σ(target − mean)²: 1 is perfect, 0 no better than the mean of the targets, and worse is negative. For constant
/// targets 1 if every prediction is exact, else 0, as scikit-learn has it.
/// </param>
public readonly record struct RegressionMetrics(double MeanAbsoluteError, double RootMeanSquaredError, double RSquared)
{
    /// <summary>The metrics of a single quantity.</summary>
    /// <param name="predictions">[count], at least one.</param>
    /// <param name="targets">[count]</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; sums are <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ, or the spans are empty.</exception>
    public static RegressionMetrics Of<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of(predictions, targets, columns: 1);

    /// <summary>
    /// The metrics of several quantities: errors over all numbers alike, and the plain mean of the columns' R², as scikit-learn has it. (Its root
    /// mean squared error is the mean of the columns' roots; this one is the root of the mean of all squares.)
    /// </summary>
    /// <param name="predictions">[count × columns], row-major, at least one row.</param>
    /// <param name="targets">[count × columns]</param>
    /// <param name="columns">Quantities in a row, at least 1.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; sums are <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ, are no multiple of the columns, or 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of columns is less than 1.</exception>
    public static RegressionMetrics Of<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Check(predictions, targets, columns);
        double absolute = 0, squared = 0, rSquared = 0;
        for (int column = 0; column < columns; column++)
        {
            var (columnAbsolute, columnSquared, total) = Sums(predictions, targets, column, columns);
            absolute += columnAbsolute;
            squared += columnSquared;
            rSquared += RSquaredOf(columnSquared, total);
        }
        double count = (double)rows * columns;
        return new(absolute / count, Math.Sqrt(squared / count), rSquared / columns);
    }

    /// <summary>The metrics of each of several quantities.</summary>
    /// <param name="predictions">[count × columns], row-major, at least one row.</param>
    /// <param name="targets">[count × columns]</param>
    /// <param name="columns">Quantities in a row, at least 1.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; sums are <see cref="double"/>.</typeparam>
    /// <returns>[columns]</returns>
    /// <exception cref="ArgumentException">The lengths differ, are no multiple of the columns, or 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of columns is less than 1.</exception>
    public static RegressionMetrics[] PerColumn<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = Check(predictions, targets, columns);
        var metrics = new RegressionMetrics[columns];
        for (int column = 0; column < columns; column++)
        {
            var (absolute, squared, total) = Sums(predictions, targets, column, columns);
            metrics[column] = new(absolute / rows, Math.Sqrt(squared / rows), RSquaredOf(squared, total));
        }
        return metrics;
    }

    private static int Check<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        int rows = Guard.CountOfSome(predictions.Length, columns, nameof(predictions));
        Guard.Length(targets.Length, predictions.Length, nameof(targets));
        return rows;
    }

    /// <summary>Σ|p − t|, Σ(p − t)² and Σ(t − mean)² of a column. The mean is taken first: a difference of sums of squares would cancel.</summary>
    private static (double Absolute, double Squared, double Total) Sums<T>(
        ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, int column, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double first = double.CreateChecked(targets[column]), mean = 0;
        for (int i = column; i < targets.Length; i += columns)
            mean += double.CreateChecked(targets[i]) - first;
        // From the first target, so that the mean of equal ones is exactly they.
        mean = first + (mean / (targets.Length / columns));

        double absolute = 0, squared = 0, total = 0;
        for (int i = column; i < targets.Length; i += columns)
        {
            double target = double.CreateChecked(targets[i]);
            double error = double.CreateChecked(predictions[i]) - target;
            absolute += Math.Abs(error);
            squared += error * error;
            total += (target - mean) * (target - mean);
        }
        return (absolute, squared, total);
    }

    /// <summary>NaN stays NaN: a sum of squares that is no number is not 0.</summary>
    private static double RSquaredOf(double squared, double total) =>
        total != 0 || double.IsNaN(squared) ? 1 - (squared / total) : squared == 0 ? 1 : 0;
}
