using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>A game loop: a crowd of NPCs, each with a brain of its own, comes to walk to its targets and out of each other's way.</summary>
internal sealed class CrowdCommand : Command<CrowdSettings>
{
    private const int Rows = 10;

    /// <inheritdoc/>
    public override int Execute(CommandContext context, CrowdSettings settings, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Console;
        var pictures = new PictureFolder(settings.Output);
        Report.Heading(console, $"A crowd: {settings.Npcs:#,0} NPCs, each with an 8-12-2 network of its own");
        Report.Line(console, $"{settings.Generations} rounds of {settings.Seconds} s, {CrowdWorld.FrameRate} frames a second, selection and mutation in between; seed {settings.SeedNumber}.");
        // Once in small, so that the code is compiled before its time is taken. Nothing is shown meanwhile: to draw bars would allocate.
        CrowdRun.Run(settings.Npcs, generations: 2, seconds: 1, settings.SeedNumber);
        var result = Run(settings);
        Report.Line(console, $"Arena of {result.Side:0} × {result.Side:0} m. In the mean of all NPCs, round by round:");
        Print(console, result, settings.Budget / 1000);

        string name = $"{settings.Npcs:#,0} NPCs";
        Report.Picture(console, pictures.Save(CrowdPlots.Learning(name, result), "crowd-learning"));
        Report.Picture(console, pictures.SaveStrip(CrowdPlots.Frames(result), "crowd-frames", CrowdPlots.StripHeight));
        if (!settings.Replay)
            return 0;
        ulong again = Run(settings).Hash;
        Report.Line(console, $"Replay from seed {settings.SeedNumber}: {again:x16}, {(again == result.Hash ? "the same" : "NOT the same")}");
        return again == result.Hash ? 0 : 1;
    }

    private static CrowdResult Run(CrowdSettings settings) => CrowdRun.Run(settings.Npcs, settings.Generations, settings.Seconds, settings.SeedNumber, settings.ContactCost);

    private static void Print(IAnsiConsole console, CrowdResult result, double budget)
    {
        var table = Report.NewTable("round", "targets\nreached", "seconds in\ncontact", "contact\na target", "fitness", "fitness of\nthe best");
        int count = result.Generations.Length;
        foreach (int i in Enumerable.Range(0, Rows + 1).Select(row => row * (count - 1) / Rows).Distinct())
        {
            var generation = result.Generations[i];
            table.AddRow(
                $"{i + 1}", $"{generation.Reached:0.00}", $"{generation.ContactSeconds:0.00}", $"{generation.ContactPerTarget:0.00} s", $"{generation.Fitness:0.00}", $"{generation.BestFitness:0.0}");
        }
        console.Write(table);
        Report.Latency(console, "A frame", result.Latency);
        Report.Line(console, $"{result.Latency.CountAbove(budget):#,0} of {result.Latency.Count:#,0} frames took longer than {Report.Time(budget)}");
        Report.Line(console, $"A frame of {result.Count:#,0} NPCs is {Report.Time(result.Latency.Percentile(0.5) / result.Count)} for each to look around, think and move (p50)");
        Report.Loop(console, "The crowd", (long)result.Count * result.Frames * count, "steps of NPCs", result.Cost);
        Report.Line(console, $"Hash of the last frame and of all brains: {result.Hash:x16}");
    }
}
