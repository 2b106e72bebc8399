using Spectre.Console;

namespace StaticNet.Sample;

/// <summary>Everything the program says, in one place.</summary>
internal static class Report
{
    private const int PassesBetweenRows = 1_000;

    /// <summary>Starts a part.</summary>
    public static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(text)}[/]") { Justification = Justify.Left });
    }

    /// <summary>A plain line. Past the layout, which would wrap it: a path must stay one piece.</summary>
    public static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);

    /// <summary>The tutorial's table. Its iteration i is the state after the update of pass i, counted from 0.</summary>
    public static void LossTable(IAnsiConsole console, TrainingResult result)
    {
        var table = NewTable("iteration", "loss");
        for (int pass = 0; pass < result.Steps; pass += PassesBetweenRows)
            table.AddRow($"{pass}", $"{result.Losses[pass + 1]:0.000000}");
        table.AddRow($"{result.Steps - 1}", $"{result.FinalLoss:0.000000}");
        console.Write(table);
    }

    /// <summary>Says so where a run ends in two states by turns, as the tutorial's does: its learning rate is at the edge of stability.</summary>
    public static void Alternation(IAnsiConsole console, TrainingResult result)
    {
        (double before, double last) = (result.Losses[^2], result.Losses[^1]);
        if (Math.Abs(before - last) > 1e-6 && Math.Abs(before - result.Losses[^4]) < 1e-6 && Math.Abs(last - result.Losses[^3]) < 1e-6)
            Line(console, $"At this learning rate the run alternates, pass by pass, between {before:0.000000} and {last:0.000000}.");
    }

    /// <summary>Loss and learning rate after each of a few epochs.</summary>
    public static void RateTable(IAnsiConsole console, TrainingResult result, float[] rates)
    {
        var table = NewTable("epoch", "learning rate", "loss");
        foreach (int epoch in (int[])[0, 10, 50, 100, 500, 1_000, 2_000])
            table.AddRow($"{epoch}", $"{rates[epoch]:0.0000}", $"{result.Losses[epoch]:0.000000}");
        console.Write(table);
    }

    /// <summary>The gallery, a row a size.</summary>
    public static void GalleryTable(IAnsiConsole console, (int Hidden, TrainingResult Result, Accuracy Accuracy)[] rows)
    {
        var table = NewTable("hidden units", "final loss", "accuracy", "time", "a pass", "bytes allocated");
        foreach ((int hidden, var result, var accuracy) in rows)
        {
            table.AddRow(
                $"{hidden}", $"{result.FinalLoss:0.000000}", $"{accuracy}", Time(result), TimePerUpdate(result), $"{result.AllocatedBytes:#,0}");
        }
        console.Write(table);
    }

    /// <summary>How a training ended and what it cost.</summary>
    public static void Training(IAnsiConsole console, string name, TrainingResult result, Accuracy accuracy)
    {
        Line(console, $"{name}: final loss {result.FinalLoss:0.000000}, accuracy {accuracy} ({accuracy.Correct} of {accuracy.Count})");
        Line(console, $"{name}: {result.Steps:#,0} updates in {Time(result)}, {TimePerUpdate(result)} each; the loop allocated {result.AllocatedBytes:#,0} bytes");
    }

    /// <summary>What both learners of the cart-pole needed, a row a seed.</summary>
    public static void CartPoleTable(IAnsiConsole console, uint[] seeds, CartPoleResult[] reinforce, CartPoleResult[] evolution)
    {
        var table = NewTable("seed", "REINFORCE:\nepisodes", "\ntime", "\nreturn", "evolution:\nepisodes", "\ntime", "\nreturn");
        for (int i = 0; i < seeds.Length; i++)
            table.AddRow([$"{seeds[i]}", .. Cells(reinforce[i]), .. Cells(evolution[i])]);
        console.Write(table);

        static string[] Cells(CartPoleResult result) => [$"{result.Episodes[^1]:#,0}", Time(result.Elapsed.TotalSeconds), $"{result.FinalReturn:0.0}"];
    }

    /// <summary>How often a learner of the cart-pole came through, and what that cost.</summary>
    public static void CartPole(IAnsiConsole console, string name, CartPoleResult[] results)
    {
        int[] episodes = [.. results.Where(result => result.HasLearnt).Select(result => result.Episodes[^1]).Order()];
        string after = episodes.Length == 0 ? "" : $", after {episodes[0]:#,0} to {episodes[^1]:#,0} episodes";
        Line(console, $"{name}: {episodes.Length} of {results.Length} seeds reach a mean return of {Episodes.Solved:0}{after}");
        Line(console, $"{name}: {results.Sum(result => result.Rounds):#,0} updates in {Time(results.Sum(result => result.Elapsed.TotalSeconds))}, tests included; the loop allocated {results.Sum(result => result.AllocatedBytes):#,0} bytes");
    }

    /// <summary>How long the steps of a loop took, each by itself.</summary>
    public static void Latency(IAnsiConsole console, string name, LatencyHistogram latency) => Line(
        console,
        $"{name}: mean {Time(latency.Mean)}, p50 {Time(latency.Percentile(0.5))}, p99 {Time(latency.Percentile(0.99))}, p99.9 {Time(latency.Percentile(0.999))}, longest {Time(latency.Max)}");

    /// <summary>What a loop that must not allocate did allocate.</summary>
    public static void Loop(IAnsiConsole console, string name, long steps, string unit, LoopCost cost) => Line(
        console,
        $"{name}: {steps:#,0} {unit} in {Time(cost.Elapsed.TotalSeconds)}; the loop allocated {cost.AllocatedBytes:#,0} bytes, with {cost.Collections} garbage collections meanwhile");

    /// <summary>Where a picture is.</summary>
    public static void Picture(IAnsiConsole console, string path) => Line(console, $"Picture: {path}");

    internal static Table NewTable(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in columns)
            table.AddColumn(new TableColumn(column).RightAligned());
        return table;
    }

    private static string Time(TrainingResult result) => Time(result.Elapsed.TotalSeconds);

    private static string TimePerUpdate(TrainingResult result) => Time(result.Elapsed.TotalSeconds / result.Steps);

    internal static string Time(double seconds) =>
        seconds >= 1 ? $"{seconds:0.00} s"
        : seconds >= 1e-3 ? $"{seconds * 1e3:0.0} ms"
        : seconds >= 1e-6 ? $"{seconds * 1e6:0.00} µs"
        : $"{seconds * 1e9:0} ns";
}
