using System.Numerics;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>What a network makes of the plane: the probability of class 1 as colour, the boundary as a line, the data on top.</summary>
internal static class BoundaryPlot
{
    /// <summary>A picture of its own.</summary>
    public static Plot Draw<T>(IClassifier<T> network, MoonData data, string title, string finding)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var plot = Theme.NewPlot($"{title}\n{finding}", "x₁", "x₂");
        var colors = AddMap(plot, network, boundaryWidth: 2.5f);
        DataPlot.AddPoints(plot, data, Accuracy.Predict(network, data), size: 9);
        plot.ShowLegend(Alignment.UpperRight);
        var bar = plot.Add.ColorBar(colors);
        bar.Label = "probability of class 1";
        bar.LabelStyle.FontSize = 14;
        bar.LabelStyle.Bold = false;
        bar.Axis.TickGenerator = new NumericFixedInterval(0.25);
        DataPlot.Frame(plot);
        return plot;
    }

    /// <summary>A panel of the gallery.</summary>
    public static Plot DrawSmall(IClassifier<double> network, MoonData data, string title, bool legend)
    {
        var plot = Theme.NewPlot(title, "", "");
        AddMap(plot, network, boundaryWidth: 2);
        DataPlot.AddPoints(plot, data, Accuracy.Predict(network, data), size: 7);
        DataPlot.Frame(plot);
        plot.Axes.Bottom.TickGenerator = new EmptyTickGenerator();
        plot.Axes.Left.TickGenerator = new EmptyTickGenerator();
        if (legend)
            plot.ShowLegend(Alignment.LowerRight);
        else
            plot.HideLegend();
        return plot;
    }

    private static Heatmap AddMap<T>(Plot plot, IClassifier<T> network, float boundaryWidth)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var map = ProbabilityMap.Of(network);
        var colors = plot.Add.Heatmap(map.Values);
        colors.Rectangle = map.Rectangle;
        colors.Colormap = Theme.Probability;
        colors.ManualRange = new ScottPlot.Range(0, 1);
        colors.Smooth = true;

        var boundary = plot.Add.ContourLines(map.ToCoordinates(), 1);
        boundary.ContourLineLevels = [0.5];
        boundary.LineColor = Theme.Ink;
        boundary.LineWidth = boundaryWidth;
        boundary.LabelStyle.IsVisible = false;
        return colors;
    }
}
