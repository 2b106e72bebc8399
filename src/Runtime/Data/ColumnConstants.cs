using System.Numerics;

namespace StaticNet.Data;

/// <summary>The constants of a <see cref="Scaler{T}"/> from data: sums in double precision, row by row.</summary>
internal static class ColumnConstants
{
    public static Scaler<T> Standard<T>(ReadOnlySpan<T> values, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (double[] smallest, double[] largest) = Range(values, columns);
        int rows = values.Length / columns;
        double[] mean = new double[columns];
        for (int i = 0; i < values.Length; i++)
            mean[i % columns] += double.CreateTruncating(values[i]);
        for (int column = 0; column < columns; column++)
        {
            // A rounded mean of equal numbers may be another number.
            mean[column] = smallest[column] == largest[column] ? smallest[column] : mean[column] / rows;
        }

        double[] squares = new double[columns];
        for (int i = 0; i < values.Length; i++)
        {
            double distance = double.CreateTruncating(values[i]) - mean[i % columns];
            squares[i % columns] += distance * distance;
        }
        double[] factor = Array.ConvertAll(squares, sum => Reciprocal<T>(Math.Sqrt(sum / rows)));
        return Rounded<T>(mean, factor);
    }

    public static Scaler<T> MinMax<T>(ReadOnlySpan<T> values, int columns, T low, T high)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double start = double.CreateTruncating(low);
        double length = double.CreateTruncating(high) - start;
        if (!(length > 0 && double.IsFinite(length)))
            throw new ArgumentException($"Expected a finite number greater than {low}, got {high}.", nameof(high));
        (double[] offset, double[] factor) = Range(values, columns);
        for (int column = 0; column < columns; column++)
        {
            factor[column] = Reciprocal<T>((factor[column] - offset[column]) / length);
            offset[column] -= start / factor[column];
        }
        return Rounded<T>(offset, factor);
    }

    private static (double[] Smallest, double[] Largest) Range<T>(ReadOnlySpan<T> values, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Guard.CountOfSome(values.Length, columns, nameof(values));
        double[] smallest = new double[columns], largest = new double[columns];
        Array.Fill(smallest, double.PositiveInfinity);
        Array.Fill(largest, double.NegativeInfinity);
        for (int i = 0; i < values.Length; i++)
        {
            double value = double.CreateTruncating(values[i]);
            if (!double.IsFinite(value))
                throw new ArgumentException($"Row {i / columns}, column {i % columns} is {value}; expected a finite number.", nameof(values));
            smallest[i % columns] = Math.Min(smallest[i % columns], value);
            largest[i % columns] = Math.Max(largest[i % columns], value);
        }
        return (smallest, largest);
    }

    /// <summary>1 where there is nothing to scale by: x is 0, or so small that its reciprocal is no number.</summary>
    private static double Reciprocal<T>(double x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.IsFinite(T.CreateTruncating(1 / x)) ? 1 / x : 1;

    private static Scaler<T> Rounded<T>(double[] offset, double[] factor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(Array.ConvertAll(offset, T.CreateTruncating), Array.ConvertAll(factor, T.CreateTruncating));
}
