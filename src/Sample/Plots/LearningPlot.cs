using ScottPlot;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>The return over the episodes played, of all seeds of both learners; episodes on a logarithmic axis.</summary>
internal static class LearningPlot
{
    private const double FirstEpisode = 10;
    private const double Room = 1.12;

    /// <summary>The first run of a learner as a strong line, the others as pale ones.</summary>
    public static Plot Draw(CartPoleResult[] reinforce, CartPoleResult[] evolution)
    {
        var plot = Theme.NewPlot("Learning to balance a pole: a 4-16-2 policy network", "episodes played", $"mean return of {CartPoleTraining.TestEpisodes} test episodes");
        var goal = plot.Add.HorizontalLine(Episodes.Solved, 1.5f, Theme.Ink, LinePattern.Dashed);
        goal.LegendText = $"learnt: {Episodes.Solved:0}";
        AddOthers(plot, reinforce, Theme.Class0);
        AddOthers(plot, evolution, Theme.Class1);
        AddFirst(plot, reinforce[0], Theme.Class0, MarkerShape.FilledCircle, "REINFORCE, by gradients");
        AddFirst(plot, evolution[0], Theme.Class1, MarkerShape.FilledSquare, "evolution strategy, without");
        plot.ShowLegend(Alignment.LowerRight);

        double last = reinforce.Concat(evolution).Max(result => result.Episodes[^1]);
        Frame(plot, last * Room);
        return plot;
    }

    private static void AddOthers(Plot plot, CartPoleResult[] results, Color color)
    {
        foreach (var result in results.AsSpan(1))
        {
            var line = plot.Add.ScatterLine(Points(result), color.WithAlpha(0.28));
            line.LineWidth = 1.3f;
        }
    }

    private static void AddFirst(Plot plot, CartPoleResult result, Color color, MarkerShape shape, string name)
    {
        var line = plot.Add.Scatter(Points(result), color);
        line.LineWidth = 3;
        line.MarkerShape = shape;
        line.MarkerSize = 7;
        line.LegendText = name;
    }

    private static Coordinates[] Points(CartPoleResult result) =>
        [.. Enumerable.Range(1, result.Rounds).Select(i => new Coordinates(Math.Log10(result.Episodes[i]), result.Returns[i]))];

    private static void Frame(Plot plot, double last)
    {
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic
        {
            IntegerTicksOnly = true,
            MinorTickGenerator = new LogMinorTickGenerator(),
            LabelFormatter = exponent => $"{Math.Pow(10, exponent):#,0}",
        };
        plot.Axes.Left.TickGenerator = new NumericFixedInterval(100);
        plot.Axes.SetLimits(Math.Log10(FirstEpisode), Math.Log10(last), 0, CartPoleState.MostSteps * 1.04);
    }
}
