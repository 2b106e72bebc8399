using Spectre.Console;

namespace StaticNet.Sample;

/// <summary>A training to be run and watched.</summary>
/// <param name="Name">The topology, such as 2-3-2.</param>
/// <param name="Passes">What the progress counts to.</param>
/// <param name="Train">The training.</param>
internal sealed record TrainingJob(string Name, int Passes, Func<ProgressCounter, TrainingResult> Train);

/// <summary>Shows trainings while they run: bars in a terminal, a line each elsewhere.</summary>
internal static class TrainingDisplay
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(40);

    /// <summary>Runs one training.</summary>
    public static TrainingResult Run(IAnsiConsole console, string name, int passes, Func<ProgressCounter, TrainingResult> train) =>
        Run(console, [new TrainingJob(name, passes, train)])[0];

    /// <summary>Runs trainings one after the other, so that each has the processor for itself while its time is taken.</summary>
    public static TrainingResult[] Run(IAnsiConsole console, TrainingJob[] jobs) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities.Interactive ? RunWithBars(console, jobs) : RunWithLines(console, jobs);

    private static TrainingResult[] RunWithLines(IAnsiConsole console, TrainingJob[] jobs)
    {
        return Array.ConvertAll(jobs, job =>
        {
            Report.Line(console, $"Training {job.Name}, {job.Passes:#,0} passes ...");
            return job.Train(new ProgressCounter());
        });
    }

    private static TrainingResult[] RunWithBars(IAnsiConsole console, TrainingJob[] jobs)
    {
        var results = new TrainingResult[jobs.Length];
        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(display =>
            {
                var bars = Array.ConvertAll(jobs, job => display.AddTask($"Training {job.Name}", autoStart: false, job.Passes));
                for (int i = 0; i < jobs.Length; i++)
                {
                    bars[i].StartTask();
                    results[i] = Watch(jobs[i], bars[i]);
                    bars[i].StopTask();
                }
            });
        return results;
    }

    private static TrainingResult Watch(TrainingJob job, ProgressTask bar)
    {
        var counter = new ProgressCounter();
        var training = Task.Run(() => job.Train(counter));
        while (!((IAsyncResult)training).AsyncWaitHandle.WaitOne(RefreshInterval))
            bar.Value = counter.Done;
        bar.Value = job.Passes;
        return training.GetAwaiter().GetResult();
    }
}
