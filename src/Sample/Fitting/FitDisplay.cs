using Spectre.Console;

namespace StaticNet.Sample;

/// <summary>Shows a run of <see cref="Trainer"/> while it lasts: a bar with loss, rate and the time left in a terminal, some lines elsewhere.</summary>
internal static class FitDisplay
{
    private const int Lines = 5;

    /// <summary>Runs it.</summary>
    public static StaticNet.TrainingResult Run(IAnsiConsole console, string name, int epochs, Func<IProgress<TrainingProgress>, StaticNet.TrainingResult> fit) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities.Interactive ? RunWithBar(console, name, epochs, fit) : RunWithLines(console, name, epochs, fit);

    private static StaticNet.TrainingResult RunWithLines(IAnsiConsole console, string name, int epochs, Func<IProgress<TrainingProgress>, StaticNet.TrainingResult> fit)
    {
        Report.Line(console, $"Training {name}, up to {epochs:#,0} epochs ...");
        int every = Math.Max(1, epochs / Lines);
        return fit(new Telling(progress =>
        {
            if (progress.Epoch % every == 0)
                Report.Line(console, $"epoch {progress.Epoch,6:#,0}   {Text(progress)}");
        }));
    }

    private static StaticNet.TrainingResult RunWithBar(IAnsiConsole console, string name, int epochs, Func<IProgress<TrainingProgress>, StaticNet.TrainingResult> fit) =>
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(display =>
            {
                var bar = display.AddTask($"Training {name}", maxValue: epochs);
                var result = fit(new Telling(progress =>
                {
                    bar.Value = progress.Epoch;
                    bar.Description = Markup.Escape($"Training {name}   {Text(progress)}");
                }));
                bar.StopTask();
                return result;
            });

    private static string Text(TrainingProgress progress) =>
        $"loss {progress.Loss:0.0000}" + (double.IsNaN(progress.ValidationLoss) ? "" : $", validation {progress.ValidationLoss:0.0000}") + $", rate {progress.LearningRate:0.#####}";

    private sealed class Telling(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }
}
