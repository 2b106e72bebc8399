using Spectre.Console;
using Spectre.Console.Cli;

namespace StaticNet.Sample;

/// <summary>A control loop at 1 kHz: beside a PID controller, a network learns the torque that a movement takes; every step is timed.</summary>
internal sealed class ControlCommand : Command<ControlSettings>
{
    /// <inheritdoc/>
    public override int Execute(CommandContext context, ControlSettings settings, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Console;
        var pictures = new PictureFolder(settings.Output);
        Report.Heading(console, "Control at 1 kHz: a PID controller and a 3-16-1 network that learns");
        Report.Line(console, $"An arm follows a movement for {settings.Steps:#,0} steps of 1 ms. Half-way its load doubles; nobody tells the controller. Seed {settings.SeedNumber}.");

        var alone = ControlRun.Run(settings.Steps, null);
        // Another network first, so that the code is compiled before the time is taken.
        ControlRun.Run(ControlSettings.LeastSteps, new FeedforwardNet(settings.SeedNumber));
        var network = ControlRun.Run(settings.Steps, new FeedforwardNet(settings.SeedNumber));
        PrintErrors(console, alone, network);
        PrintTimes(console, network);
        Report.Picture(console, pictures.Save(ControlPlots.Latency(network), "control-latency"));
        Report.Picture(console, pictures.Save(ControlPlots.Errors(alone, network), "control-errors"));
        Report.Picture(console, pictures.SaveStrip(ControlPlots.Trace(alone, network), "control-trace"));
        return 0;
    }

    private static void PrintErrors(IAnsiConsole console, ControlResult alone, ControlResult network)
    {
        int half = alone.Errors.Length / 2, end = alone.Errors.Length, some = half / 5;
        var table = Report.NewTable("root mean squared error, in radians", "PID alone", "with the network");
        Add("the first second", 0, 1);
        Add("before the load doubles", half - some, half);
        Add("the second after that", half, half + 1);
        Add("at the end", end - some, end);
        console.Write(table);

        void Add(string name, int from, int to) => table.AddRow(name, $"{alone.Error(from, to):0.00000}", $"{network.Error(from, to):0.00000}");
    }

    private static void PrintTimes(IAnsiConsole console, ControlResult result)
    {
        Report.Latency(console, "A step of the controller", result.Latency);
        Report.Latency(console, "Of that, the network", result.NetworkLatency);
        Report.Line(
            console,
            $"The network has {result.NetworkLatency.Sum / result.Latency.Sum:0 %} of the time; " +
            $"to read the clock takes {Report.Time(result.ClockLatency.Percentile(0.5))}, once in each of these");
        Report.Line(console, $"{result.Latency.CountAbove(Arm.StepTime):#,0} of {result.Steps:#,0} steps took longer than 1 ms");
        Report.Loop(console, "The control loop", result.Steps, "steps", result.Cost);
        Report.Line(console, $"Hash of the arm and of the network: {result.Hash:x16}");
    }
}
