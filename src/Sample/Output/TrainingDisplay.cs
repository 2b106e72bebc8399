using Spectre.Console;

namespace StaticNet.Sample;

/// <summary>A training to be run and watched.</summary>
/// <param name="Name">What is trained: a topology, such as 2-3-2.</param>
/// <param name="Passes">What the progress counts to.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Train">The training.</param>
internal record TrainingJob<TResult>(string Name, int Passes, string Unit, Func<ProgressCounter, TResult> Train);

/// <summary>A training with a loss, in passes over the data.</summary>
internal sealed record TrainingJob(string Name, int Passes, Func<ProgressCounter, TrainingResult> Train)
    : TrainingJob<TrainingResult>(Name, Passes, "passes", Train);

/// <summary>Shows trainings while they run: bars in a terminal, a line each elsewhere.</summary>
internal static class TrainingDisplay
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(40);

    /// <summary>Runs one training.</summary>
    public static TrainingResult Run(IAnsiConsole console, string name, int passes, Func<ProgressCounter, TrainingResult> train) =>
        Run(console, [new TrainingJob(name, passes, train)])[0];

    /// <summary>Runs trainings one after the other, so that each has the processor for itself while its time is taken.</summary>
    public static TrainingResult[] Run(IAnsiConsole console, TrainingJob[] jobs) => Run<TrainingResult>(console, jobs);

    /// <inheritdoc cref="Run(IAnsiConsole, TrainingJob[])"/>
    public static TResult[] Run<TResult>(IAnsiConsole console, TrainingJob<TResult>[] jobs) =>
        console.Profile.Out.IsTerminal && console.Profile.Capabilities.Interactive ? RunWithBars(console, jobs) : RunWithLines(console, jobs);

    private static TResult[] RunWithLines<TResult>(IAnsiConsole console, TrainingJob<TResult>[] jobs)
    {
        return Array.ConvertAll(jobs, job =>
        {
            Report.Line(console, $"Training {job.Name}, {job.Passes:#,0} {job.Unit} ...");
            return job.Train(new ProgressCounter());
        });
    }

    private static TResult[] RunWithBars<TResult>(IAnsiConsole console, TrainingJob<TResult>[] jobs)
    {
        var results = new TResult[jobs.Length];
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

    private static TResult Watch<TResult>(TrainingJob<TResult> job, ProgressTask bar)
    {
        var counter = new ProgressCounter();
        var training = Task.Run(() => job.Train(counter));
        while (!((IAsyncResult)training).AsyncWaitHandle.WaitOne(RefreshInterval))
            bar.Value = counter.Done;
        bar.Value = job.Passes;
        return training.GetAwaiter().GetResult();
    }
}
