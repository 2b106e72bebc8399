using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>A device: an autoencoder learns on line how four sensors behave, tells when they don't, and outlives power cuts.</summary>
internal sealed class DeviceCommand : Command<DeviceSettings>
{
    /// <inheritdoc/>
    public override int Execute(CommandContext context, DeviceSettings settings, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Console;
        var pictures = new PictureFolder(settings.Output);
        string checkpoint = settings.Checkpoint ?? Path.Combine(pictures.FullPath, "device.safetensors");
        Report.Heading(console, $"A device: {SensorStream.Channels} sensors, watched by a 16-6-16 autoencoder that learns on line");
        Report.Line(console, $"{settings.Steps:#,0} steps; from step {Anomaly.QuietBlocks * Anomaly.Block:#,0} on, something goes wrong in every {Anomaly.Block:#,0}; seed {settings.SeedNumber}.");

        var run = new DeviceRun(settings.SeedNumber, settings.Steps);
        if (File.Exists(checkpoint))
        {
            run.Load(checkpoint);
            Report.Line(console, $"Goes on at step {run.Monitor.Step:#,0}, from {checkpoint}");
        }

        // Another device first, so that the code is compiled before the time is taken.
        new DeviceRun(settings.SeedNumber, DeviceSettings.LeastSteps).RunTo(DeviceSettings.LeastSteps);
        long first = run.Monitor.Step;
        bool isCrash = settings.CrashAt > first;
        var cost = DeviceLoop.Run(run, checkpoint, settings.CheckpointEvery, isCrash ? settings.CrashAt!.Value : settings.Steps);
        if (isCrash)
        {
            string kept = File.Exists(checkpoint) ? $"{checkpoint} is of the last checkpoint" : "there was no checkpoint yet";
            Report.Line(console, $"Power cut at step {run.Monitor.Step:#,0}; {kept}. Run it again without --crash-at.");
            return 0;
        }

        File.Delete(checkpoint);
        Print(console, run, first, cost);
        string name = $"{Report.Time(run.Latency.Mean)} a step in the mean, learning included";
        if (first == 0)
            Report.Picture(console, pictures.Save(DevicePlots.Errors($"A 16-6-16 autoencoder learns four sensors on line\n{name}", run), "device-errors"));
        Report.Picture(console, pictures.SaveGallery(DevicePlots.Episodes(Episode.Find(run.Stream, run.Monitor)), "device-anomalies"));
        return 0;
    }

    private static void Print(IAnsiConsole console, DeviceRun run, long first, DeviceCost cost)
    {
        var table = Report.NewTable("what goes wrong", "times", "found");
        foreach (var kind in Enum.GetValues<AnomalyKind>())
            table.AddRow(DevicePlots.Name(kind), $"{run.Score.Anomalies(kind):#,0}", $"{run.Score.Found(kind):#,0}");
        console.Write(table);
        var score = run.Score;
        Report.Line(
            console,
            $"{score.Alarms:#,0} alarms, {score.TrueAlarms:#,0} of them true: precision {score.Precision:0.0 %}, recall {score.Recall:0.0 %}; " +
            $"the alarm comes {score.MeanDelay:0.0} steps after the start, in the mean");
        Report.Latency(console, "A step of the device", run.Latency);
        Report.Loop(console, "The device", run.Steps - first, "steps", cost.Loop);
        Report.Line(console, $"{cost.Checkpoints} checkpoints, which allocated {cost.CheckpointBytes:#,0} bytes");
        Report.Line(console, $"Hash of all that the device knows: {run.Monitor.Hash():x16}");
    }
}
