using ScottPlot;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>Pictures of a run of <see cref="Trainer"/> and of what came of it.</summary>
internal static class FitPlots
{
    /// <summary>The losses, epoch by epoch, on a logarithmic axis, and the epoch whose parameters were kept.</summary>
    public static Plot Losses(string title, StaticNet.TrainingResult result)
    {
        var plot = Theme.NewPlot(title, "epochs", "loss, logarithmic");
        Add(plot, result, p => p.Loss, "training", Theme.Class0);
        Add(plot, result, p => p.ValidationLoss, "validation", Theme.Class1);
        if (result.BestEpoch > 0)
        {
            var best = plot.Add.VerticalLine(result.BestEpoch, 1.5f, Theme.Ink, LinePattern.Dashed);
            best.LegendText = $"smallest {(double.IsNaN(result.History[0].ValidationLoss) ? "training" : "validation")} loss, epoch {result.BestEpoch}";
        }

        plot.Axes.Left.TickGenerator = new NumericAutomatic { MinorTickGenerator = new LogMinorTickGenerator(), IntegerTicksOnly = true, LabelFormatter = exponent => $"{Math.Pow(10, exponent):g3}" };
        plot.ShowLegend(Alignment.UpperRight);
        plot.Axes.SetLimitsX(0, result.History.Count + 1);
        return plot;
    }

    /// <summary>A row for each class that samples belong to, a column for each that they were taken for; darker is a larger share of the row.</summary>
    public static Plot Confusion(string title, ConfusionMatrix matrix, IReadOnlyList<string> classNames)
    {
        int classes = classNames.Count;
        double[,] shares = new double[classes, classes];
        for (int actual = 0; actual < classes; actual++)
        {
            for (int predicted = 0; predicted < classes; predicted++)
                shares[actual, predicted] = matrix.Support(actual) == 0 ? 0 : (double)matrix[actual, predicted] / matrix.Support(actual);
        }

        var plot = Theme.NewPlot(title, "predicted", "actual");
        var map = plot.Add.Heatmap(shares);
        map.Colormap = new ScottPlot.Colormaps.Custom([Colors.White, Theme.Class0], smooth: true);
        map.ManualRange = new ScottPlot.Range(0, 1);
        for (int actual = 0; actual < classes; actual++)
        {
            for (int predicted = 0; predicted < classes; predicted++)
            {
                if (matrix[actual, predicted] == 0)
                    continue;
                var text = plot.Add.Text($"{matrix[actual, predicted]:#,0}", predicted, classes - 1 - actual);
                text.Alignment = Alignment.MiddleCenter;
                text.LabelFontSize = classes > 12 ? 10 : 15;
                text.LabelFontColor = shares[actual, predicted] > 0.5 ? Colors.White : Theme.Ink;
            }
        }

        double[] places = [.. Enumerable.Range(0, classes).Select(i => (double)i)];
        plot.Axes.Bottom.TickGenerator = new NumericManual(places, [.. classNames]);
        plot.Axes.Left.TickGenerator = new NumericManual(places, [.. classNames.Reverse()]);
        plot.HideGrid();
        plot.Axes.SetLimits(-0.5, classes - 0.5, -0.5, classes - 0.5);
        return plot;
    }

    /// <summary>Each test row at what it is and what the network says; a perfect network has all on the diagonal.</summary>
    public static Plot Fit(string title, string target, ReadOnlySpan<float> actual, ReadOnlySpan<float> predicted)
    {
        var plot = Theme.NewPlot(title, $"{target}, as in the file", $"{target}, as predicted");
        double[] x = Array.ConvertAll(actual.ToArray(), v => (double)v), y = Array.ConvertAll(predicted.ToArray(), v => (double)v);
        double low = Math.Min(x.Min(), y.Min()), high = Math.Max(x.Max(), y.Max()), margin = 0.05 * Math.Max(high - low, 1e-9);
        var diagonal = plot.Add.Line(low - margin, low - margin, high + margin, high + margin);
        diagonal.LineColor = Theme.Ink;
        diagonal.LineWidth = 1.5f;
        var points = plot.Add.ScatterPoints(x, y, Theme.Class0.WithAlpha(0.6));
        points.MarkerSize = 7;
        plot.Axes.SetLimits(low - margin, high + margin, low - margin, high + margin);
        return plot;
    }

    private static void Add(Plot plot, StaticNet.TrainingResult result, Func<TrainingProgress, double> loss, string name, Color color)
    {
        var points = result.History.Where(p => loss(p) > 0).Select(p => new Coordinates(p.Epoch, Math.Log10(loss(p)))).ToArray();
        if (points.Length == 0)
            return;
        var line = plot.Add.ScatterLine(points, color);
        line.LineWidth = 2;
        line.LegendText = name;
    }
}
