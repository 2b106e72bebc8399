using ScottPlot;
using ScottPlot.TickGenerators;

namespace StaticNet.Sample;

/// <summary>Returns over the episodes played, for both learners of the cart-pole; episodes on a logarithmic axis.</summary>
internal static class LearningPlot
{
    private const double Top = CartPoleState.MostSteps * 1.04;
    private static readonly double s_left = Math.Log10(Reinforce.EpisodesInRound);

    /// <summary>The median of all seeds as a line, the middle half as a band; single runs jump too much to be told apart.</summary>
    public static Plot Draw(CartPoleResult[] reinforce, CartPoleResult[] evolution)
    {
        var plot = Theme.NewPlot(
            $"Learning to balance a pole: a 4-16-2 policy network\nmedian of {reinforce.Length} seeds, and a band for the middle half of them",
            "episodes played",
            $"mean return of {CartPoleTraining.TestEpisodes} test episodes");
        var goal = plot.Add.HorizontalLine(Episodes.Solved, 1.5f, Theme.Ink, LinePattern.Dashed);
        goal.LegendText = $"learnt: {Episodes.Solved:0}";
        double right = Math.Max(
            AddRuns(plot, evolution, Theme.Class1, MarkerShape.FilledSquare, "evolution strategy: without gradients"),
            AddRuns(plot, reinforce, Theme.Class0, MarkerShape.FilledCircle, "REINFORCE: with gradients"));
        plot.ShowLegend(Alignment.UpperLeft);
        Frame(plot, right + 0.03);
        return plot;
    }

    /// <summary>Up to the round after which three quarters of the runs have learnt the task.</summary>
    /// <returns>Where the line ends.</returns>
    private static double AddRuns(Plot plot, CartPoleResult[] results, Color color, MarkerShape shape, string name)
    {
        var longest = results.MaxBy(result => result.Rounds)!;
        if (longest.Rounds == 0)
            return s_left;
        double[][] all = [.. Enumerable.Range(0, longest.Rounds + 1).Select(round => Sorted(results, round))];
        int learnt = Array.FindIndex(Quantile(all, 0.25), value => value >= Episodes.Solved);
        int rounds = Math.Max(1, learnt < 0 ? longest.Rounds : learnt);
        double[][] returns = all[1..(rounds + 1)];
        double[] episodes = [.. longest.Episodes[1..(rounds + 1)].Select(count => Math.Log10(count))];

        var band = plot.Add.FillY(episodes, Quantile(returns, 0.25), Quantile(returns, 0.75));
        band.FillColor = color.WithAlpha(0.18);
        band.LineWidth = 0;
        band.MarkerSize = 0;
        var line = plot.Add.Scatter(episodes, Quantile(returns, 0.5), color);
        line.LineWidth = 2.5f;
        line.MarkerShape = shape;
        line.MarkerSize = 6;
        line.LegendText = name;
        return episodes[^1];
    }

    /// <summary>The returns of all runs after a round, in order; a run that has ended keeps its last one.</summary>
    private static double[] Sorted(CartPoleResult[] results, int round) =>
        [.. results.Select(result => result.Returns[Math.Min(round, result.Rounds)]).Order()];

    private static double[] Quantile(double[][] sorted, double share) => Array.ConvertAll(sorted, values =>
    {
        double place = share * (values.Length - 1);
        int below = (int)place, above = Math.Min(below + 1, values.Length - 1);
        return values[below] + ((place - below) * (values[above] - values[below]));
    });

    private static void Frame(Plot plot, double right)
    {
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. Ticks(right)], [.. Ticks(right).Select(exponent => $"{Math.Pow(10, exponent):#,0}")]);
        plot.Axes.Left.TickGenerator = new NumericFixedInterval(100);
        plot.Axes.SetLimits(s_left, right, 0, Top);
    }

    /// <summary>1, 2 and 5 of each power of ten.</summary>
    private static IEnumerable<double> Ticks(double right) =>
        from power in Enumerable.Range((int)s_left, (int)right + 1)
        from digit in (int[])[1, 2, 5]
        let exponent = power + Math.Log10(digit)
        where exponent <= right
        select exponent;
}
