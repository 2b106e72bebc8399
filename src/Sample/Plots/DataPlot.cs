using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>The points, coloured by their class.</summary>
internal static class DataPlot
{
    /// <summary>The part of the plane that all pictures show: the moons and half a unit around them.</summary>
    public static readonly CoordinateRect View = new(left: -1.9, right: 2.75, bottom: -1.4, top: 1.9);

    private const double TickInterval = 0.5;

    /// <summary>The data alone.</summary>
    public static Plot Draw(MoonData data)
    {
        var plot = Theme.NewPlot($"Two moons: {data.Count} points, noise {MoonData.Noise:0.00}", "x₁", "x₂");
        AddPoints(plot, data, [], size: 9);
        plot.ShowLegend(Alignment.UpperRight);
        Frame(plot);
        return plot;
    }

    /// <summary>Adds the points of both classes to a picture; those that a network gets wrong are ringed in black.</summary>
    public static void AddPoints(Plot plot, MoonData data, int[] predicted, float size)
    {
        int[] wrong = [.. Enumerable.Range(0, predicted.Length).Where(i => predicted[i] != data.Labels[i])];
        AddMarkers(plot, data, Where(data, 0), Theme.Class0, Colors.White, size).LegendText = "class 0";
        AddMarkers(plot, data, Where(data, 1), Theme.Class1, Colors.White, size).LegendText = "class 1";
        if (wrong.Length > 0)
            AddMarkers(plot, data, wrong, Colors.Transparent, Theme.Ink, size + 1).LegendText = "misclassified";
    }

    /// <summary>Shows the common part of the plane, a unit as long in one direction as in the other.</summary>
    public static void Frame(Plot plot)
    {
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(TickInterval);
        plot.Axes.Left.TickGenerator = new NumericFixedInterval(TickInterval);
        plot.Axes.SetLimits(View);
        plot.Axes.SquareUnits();
    }

    private static IEnumerable<int> Where(MoonData data, int label) => Enumerable.Range(0, data.Count).Where(i => data.Labels[i] == label);

    private static Markers AddMarkers(Plot plot, MoonData data, IEnumerable<int> samples, Color fill, Color outline, float size)
    {
        Coordinates[] points = [.. samples.Select(i => new Coordinates(data.Inputs[2 * i], data.Inputs[(2 * i) + 1]))];
        var markers = plot.Add.Markers(points, MarkerShape.FilledCircle, size, fill);
        markers.MarkerStyle.OutlineColor = outline;
        markers.MarkerStyle.OutlineWidth = outline == Colors.White ? size / 9 : size / 5;
        return markers;
    }
}
