using System.Numerics;
using ScottPlot;

namespace StaticNet.Sample;

/// <summary>A network's opinion on every place of the plane: the probability of class 1, on a grid.</summary>
internal sealed class ProbabilityMap
{
    private const int Columns = 480;
    private const int Rows = 400;

    // Wider than the pictures' view, since square units may show more than that.
    private static readonly CoordinateRect Area = new(DataPlot.View.Left - 1, DataPlot.View.Right + 1, DataPlot.View.Bottom - 1, DataPlot.View.Top + 1);

    private ProbabilityMap(double[,] values) => Values = values;

    /// <summary>Rows from top to bottom, columns from left to right, each at its cell's centre.</summary>
    public double[,] Values { get; }

    /// <summary>Where on the plane the cells lie.</summary>
    public CoordinateRect Rectangle => Area;

    /// <summary>Asks the network, a row of the grid at a time.</summary>
    public static ProbabilityMap Of<T>(INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[,] values = new double[Rows, Columns];
        var inputs = new T[Columns * 2];
        var outputs = new T[Columns * network.OutputSize];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                var place = Center(row, column);
                inputs[2 * column] = T.CreateChecked(place.X);
                inputs[(2 * column) + 1] = T.CreateChecked(place.Y);
            }
            network.ForwardBatch(inputs, outputs);
            for (int column = 0; column < Columns; column++)
                values[row, column] = ClassOne(outputs.AsSpan(column * network.OutputSize, network.OutputSize));
        }
        return new ProbabilityMap(values);
    }

    /// <summary>The cells with their places, as the contour line wants them.</summary>
    public Coordinates3d[,] ToCoordinates()
    {
        var cells = new Coordinates3d[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                var place = Center(row, column);
                cells[row, column] = new Coordinates3d(place.X, place.Y, Values[row, column]);
            }
        }
        return cells;
    }

    /// <summary>One output is the probability itself; of two, class 1's share, which is ½ where both are equal.</summary>
    private static double ClassOne<T>(ReadOnlySpan<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        double.CreateChecked(output.Length == 1 ? output[0] : output[1] / (output[0] + output[1]));

    private static Coordinates Center(int row, int column) =>
        new(Area.Left + ((column + 0.5) * Area.Width / Columns), Area.Top - ((row + 0.5) * Area.Height / Rows));
}
