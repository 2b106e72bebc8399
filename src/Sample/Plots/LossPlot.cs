using ScottPlot;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>One line of a loss plot.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Losses">Before the first pass and after each.</param>
internal sealed record LossCurve(string Name, double[] Losses);

/// <summary>Losses over passes; passes on a logarithmic axis, as most happens in the first hundred.</summary>
internal static class LossPlot
{
    private const int Bins = 500;
    private const int CoarseBins = 60;

    /// <summary>A picture of one curve, with every spike.</summary>
    public static Plot Draw(string title, double[] losses)
    {
        var plot = Theme.NewPlot(title, "passes", "loss");
        var points = LogBin.Of(losses, Bins).SelectMany(bin => bin.Extremes()).ToArray();
        var line = plot.Add.ScatterLine(points, Theme.Class0);
        line.LineWidth = 2;
        Frame(plot, losses.Length - 1, points.Max(point => point.Y) * 1.05);
        return plot;
    }

    /// <summary>A panel that compares curves: medians of neighbouring passes, since the spikes of one would hide the others.</summary>
    public static Plot DrawSmall(string title, LossCurve[] curves)
    {
        var plot = Theme.NewPlot(title, "passes", "");
        var colors = new ScottPlot.Colormaps.Viridis();
        for (int i = 0; i < curves.Length; i++)
        {
            var points = LogBin.Of(curves[i].Losses, CoarseBins).Select(bin => bin.Median()).ToArray();
            var line = plot.Add.ScatterLine(points, colors.GetColor(0.9 * (curves.Length - 1 - i) / (curves.Length - 1)));
            line.LineWidth = 2;
            line.LegendText = curves[i].Name;
        }
        plot.ShowLegend(Alignment.UpperRight);
        Frame(plot, curves[0].Losses.Length - 1, 0.7);
        return plot;
    }

    private static void Frame(Plot plot, int passes, double top)
    {
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic
        {
            IntegerTicksOnly = true,
            MinorTickGenerator = new LogMinorTickGenerator(),
            LabelFormatter = exponent => $"{Math.Pow(10, exponent):#,0}",
        };
        plot.Axes.Left.TickGenerator = new NumericFixedInterval(0.1);
        plot.Axes.SetLimits(0, Math.Log10(passes), 0, top);
    }
}
