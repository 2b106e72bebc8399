using ScottPlot;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>Pictures of a control loop.</summary>
internal static class ControlPlots
{
    private const double BarsPerDecade = 20;

    /// <summary>How many steps took how long; both axes are logarithmic, or the slow ones would not be seen.</summary>
    public static Plot Latency(ControlResult result)
    {
        var plot = Theme.NewPlot(
            $"How long a step of the controller takes\n{result.Steps:#,0} steps with learning, {result.Cost.AllocatedBytes:#,0} bytes allocated, {result.Cost.Collections} garbage collections", "time", "steps");
        var groups = result.Latency.Bins()
            .GroupBy(bin => Math.Floor(BarsPerDecade * Math.Log10(Math.Max(bin.From, 1e-9))), bin => bin.Count)
            .Select(group => (Left: group.Key / BarsPerDecade, Height: Math.Log10(group.Sum())));
        foreach ((double left, double height) in groups)
        {
            // From a tenth, so that a single step has a bar.
            var bar = plot.Add.Rectangle(left, left + (1 / BarsPerDecade), -1, height);
            (bar.FillColor, bar.LineColor, bar.LineWidth) = (Theme.Class0, Colors.White, 1);
        }

        AddMark(plot, result.Latency.Percentile(0.5), "p50", LinePattern.Solid, Theme.Ink);
        AddMark(plot, result.Latency.Percentile(0.99), "p99", LinePattern.Dashed, Theme.Ink);
        AddMark(plot, result.Latency.Percentile(0.999), "p99.9", LinePattern.Dotted, Theme.Ink);
        AddMark(plot, result.Latency.Max, "longest", LinePattern.Dashed, Theme.Class1);
        AddMark(plot, Arm.StepTime, "deadline", LinePattern.Solid, Theme.Class1);
        plot.Axes.Bottom.TickGenerator = Logarithmic(Time);
        plot.Axes.Left.TickGenerator = Logarithmic(exponent => $"{Math.Pow(10, exponent):#,0}");
        plot.ShowLegend(Alignment.UpperRight);
        plot.Axes.SetLimits(-8, Math.Max(-2.5, Math.Log10(result.Latency.Max) + 0.2), -0.3, Math.Ceiling(Math.Log10(result.Steps)) + 0.3);
        return plot;
    }

    /// <summary>The error of each second, with and without the network, on a logarithmic axis.</summary>
    public static Plot Errors(ControlResult alone, ControlResult network)
    {
        var plot = Theme.NewPlot("How well the arm follows", "time, in seconds", "root mean squared error of a second, in radians");
        AddErrors(plot, alone, Theme.Class1, "PID controller alone");
        AddErrors(plot, network, Theme.Class0, "with a network that learns");
        plot.Add.VerticalLine(alone.Errors.Length / 2.0, 1.5f, Theme.Ink, LinePattern.Dashed).LegendText = "the load doubles";
        plot.Axes.Left.TickGenerator = Logarithmic(exponent => $"{Math.Pow(10, exponent):0.#####}");
        plot.ShowLegend(Alignment.MiddleRight);
        plot.Axes.SetLimits(0, alone.Errors.Length, -4, 0);
        return plot;
    }

    /// <summary>The last seconds: where the arm is wanted, and where it is.</summary>
    public static Plot Trace(ControlResult alone, ControlResult network)
    {
        var plot = Theme.NewPlot($"The last {ControlRun.TraceLength / ControlRun.Rate} seconds", "time, in seconds", "angle, in radians");
        double start = (double)(alone.Steps - ControlRun.TraceLength) / ControlRun.Rate;
        double[] times = [.. Enumerable.Range(0, ControlRun.TraceLength).Select(i => start + ((double)i / ControlRun.Rate))];
        Add(alone.Wanted, Theme.Faint.WithAlpha(0.6), 9, "wanted");
        Add(alone.Angles, Theme.Class1, 2, "PID controller alone");
        Add(network.Angles, Theme.Class0, 2, "with the network");
        plot.ShowLegend(Alignment.LowerRight);
        plot.Axes.SetLimits(times[0], times[^1], -1.9, 1.7);
        return plot;

        void Add(double[] angles, Color color, float width, string name)
        {
            var line = plot.Add.ScatterLine(times, angles, color);
            (line.LineWidth, line.LegendText) = (width, name);
        }
    }

    private static void AddErrors(Plot plot, ControlResult result, Color color, string name)
    {
        Coordinates[] points = [.. result.Errors.Select((error, second) => new Coordinates(second + 0.5, Math.Log10(error)))];
        var line = plot.Add.ScatterLine(points, color);
        (line.LineWidth, line.LegendText) = (2, name);
    }

    private static void AddMark(Plot plot, double seconds, string name, LinePattern pattern, Color color) =>
        plot.Add.VerticalLine(Math.Log10(seconds), 2, color, pattern).LegendText = $"{name}: {Report.Time(seconds)}";

    /// <summary>A power of ten of a second, in the unit that it is said in.</summary>
    private static string Time(double exponent)
    {
        int power = (int)Math.Round(exponent) + 9;
        return power < 0 ? "" : $"{Math.Pow(10, power % 3):0} {(power / 3) switch { 0 => "ns", 1 => "µs", 2 => "ms", _ => "s" }}";
    }

    private static NumericAutomatic Logarithmic(Func<double, string> label) =>
        new() { IntegerTicksOnly = true, MinorTickGenerator = new LogMinorTickGenerator(), LabelFormatter = label };
}
