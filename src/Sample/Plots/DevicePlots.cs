using ScottPlot;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>Pictures of a device and its sensors.</summary>
internal static class DevicePlots
{
    private const double Top = 0, Bottom = -4;
    private static readonly Color[] s_channels = [Theme.Class0, Theme.Class1, Color.FromHex("#4DAC26"), Color.FromHex("#7B3294")];

    /// <summary>For people.</summary>
    public static string Name(AnomalyKind kind) => kind switch
    {
        AnomalyKind.Spike => "a spike",
        AnomalyKind.Stuck => "a reading that is stuck",
        AnomalyKind.Swing => "too large a swing",
        _ => "a reading that lags",
    };

    /// <summary>The error of the reconstruction over the whole run, on a logarithmic axis.</summary>
    public static Plot Errors(string title, DeviceRun run)
    {
        var plot = Theme.NewPlot(title, "step, in thousands", $"mean squared error, mean of {DeviceRun.ErrorInterval:#,0} steps");
        Coordinates[] points = [.. run.MeanErrors.ToArray().Select((error, i) => new Coordinates(i + 0.5, Math.Log10(error)))];
        var line = plot.Add.ScatterLine(points, Theme.Class0);
        (line.LineWidth, line.LegendText) = (1.5f, "error; peaks are anomalies");
        AddHorizontal(plot, Math.Log10(run.Monitor.Threshold), "threshold for an alarm, at the end", Theme.Ink);
        Frame(plot);
        plot.ShowLegend(Alignment.UpperRight);
        plot.Axes.SetLimits(0, points.Length, Bottom, Top);
        return plot;
    }

    /// <summary>An anomaly of each kind: readings in a row of panels, errors in a second row below.</summary>
    public static Plot[] Episodes(List<Episode> episodes) => [.. episodes.Select(Readings), .. episodes.Select(Errors)];

    private static Plot Readings(Episode episode)
    {
        var plot = Theme.NewPlot($"{Capital(Name(episode.Anomaly.Kind))}: {SensorStream.Names[episode.Anomaly.Channel]}", "", "reading");
        AddSpans(plot, episode);
        for (int channel = 0; channel < SensorStream.Channels; channel++)
        {
            double[] values = [.. episode.Readings.Select(readings => (double)readings[channel])];
            var line = plot.Add.ScatterLine(Steps(episode), values, s_channels[channel]);
            line.LineWidth = channel == episode.Anomaly.Channel ? 2.5f : 1;
        }
        plot.Axes.SetLimits(Steps(episode)[0], Steps(episode)[^1], -2.6, 2.6);
        return plot;
    }

    private static Plot Errors(Episode episode)
    {
        var plot = Theme.NewPlot("", "steps since it began", "mean squared error");
        AddSpans(plot, episode);
        var line = plot.Add.ScatterLine(Steps(episode), [.. episode.Errors.Select(error => Math.Log10(error))], Theme.Ink);
        (line.LineWidth, line.LegendText) = (1.5f, "error");
        AddHorizontal(plot, Math.Log10(episode.Threshold), "threshold", Theme.Ink);
        Frame(plot);
        plot.ShowLegend(Alignment.UpperRight);
        plot.Axes.SetLimits(Steps(episode)[0], Steps(episode)[^1], Bottom, 1);
        return plot;
    }

    /// <summary>Grey while something is wrong, red while the alarm is on: that lies over it, and a little behind.</summary>
    private static void AddSpans(Plot plot, Episode episode)
    {
        int first = Array.IndexOf(episode.Alarms, true), last = Array.LastIndexOf(episode.Alarms, true);
        double[] steps = Steps(episode);
        var wrong = plot.Add.HorizontalSpan(-0.5, episode.Anomaly.Length - 0.5);
        (wrong.FillColor, wrong.LineWidth, wrong.LegendText) = (Theme.Faint.WithAlpha(0.35), 0, "wrong");
        if (first < 0)
            return;
        var alarm = plot.Add.HorizontalSpan(steps[first] - 0.5, steps[last] + 0.5);
        (alarm.FillColor, alarm.LineWidth, alarm.LegendText) = (Theme.Class1.WithAlpha(0.2), 0, "alarm");
    }

    private static void AddHorizontal(Plot plot, double y, string name, Color color) =>
        plot.Add.HorizontalLine(y, 1.5f, color, LinePattern.Dashed).LegendText = name;

    private static void Frame(Plot plot) => plot.Axes.Left.TickGenerator = new NumericAutomatic
    {
        IntegerTicksOnly = true,
        MinorTickGenerator = new LogMinorTickGenerator(),
        LabelFormatter = exponent => $"{Math.Pow(10, exponent):0.####}",
    };

    private static double[] Steps(Episode episode) =>
        [.. Enumerable.Range(0, episode.Errors.Length).Select(i => (double)(episode.First + i - episode.Anomaly.Start))];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
