using StaticNet.Data;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Training;

/// <summary>A run that was stopped, saved and loaded ends in the bits of one that never stopped.</summary>
public class ResumeTests
{
    public static TheoryData<int> Steps => [0, 1, 4, 5, 6, 13, 24, 49];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Stopped_at_any_step_it_ends_in_the_same_bits(int steps)
    {
        MoonNet whole = new(1), stopped = new(1), resumed = new(77);
        var expected = Run(whole, Adam());
        while (!expected.IsFinished)
            expected.Step();

        var first = Run(stopped, Adam());
        for (int i = 0; i < steps; i++)
            first.Step();
        using var stream = new MemoryStream();
        first.Save(stream);
        stream.Position = 0;
        var second = Run(resumed, Adam());
        second.Load(stream);
        Assert.Equal((steps / 5, steps % 5), (second.Epoch, second.Batch));
        while (!second.IsFinished)
            second.Step();

        Bits.AssertEqual<double>(whole.Parameters, resumed.Parameters, "parameter");
        TrainingResult uninterrupted = expected.Summarize(), again = second.Summarize();
        Assert.Equal(uninterrupted.History.Select(p => p with { Elapsed = default }), again.History.Select(p => p with { Elapsed = default }));
        Assert.Equal((uninterrupted.Reason, uninterrupted.BestEpoch, uninterrupted.BestLoss), (again.Reason, again.BestEpoch, again.BestLoss));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dropout_goes_on_with_the_masks_of_the_run_that_never_stopped(bool weights)
    {
        DroppingNet whole = new(1), resumed = new(2);
        var options = new TrainingOptions { Epochs = 8, BatchSize = 30, ClassWeights = weights ? new[] { 1.0, 3 } : default };
        Trainer.Fit(whole, TrainerTests.Moons(100), options);
        var first = Run(new(1), options);
        for (int i = 0; i < 13; i++)
            first.Step();
        using var stream = new MemoryStream();
        first.Save(stream);
        stream.Position = 0;
        var second = Run(resumed, options);
        second.Load(stream);
        while (!second.IsFinished)
            second.Step();
        Bits.AssertEqual<double>(whole.Parameters, resumed.Parameters, "parameter");
        Assert.Equal(whole.DropoutState, resumed.DropoutState);

        static TrainingRun<double, AdamRule<double>> Run(DroppingNet network, TrainingOptions options) =>
            new(network, TrainerTests.Moons(100), new Adam<double>(DroppingNet.ParameterCount), options);
    }

    [Fact]
    public void Cancelled_Fit_goes_on_from_its_checkpoint()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            MoonNet whole = new(1), parts = new(1);
            Trainer.Fit(whole, TrainerTests.Moons(100), Adam(), Options());
            for (int stop = 1; ; stop++)
            {
                using var source = new CancellationTokenSource();
                var network = new MoonNet(1);
                var options = Options() with { CheckpointPath = path, Progress = new Stopping(source, 2 * stop + 1) };
                var result = Trainer.Fit(network, TrainerTests.Moons(100), Adam(), options, source.Token);
                network.Parameters.CopyTo(parts.Parameters);
                if (result.Reason == StopReason.Completed)
                    break;
                Assert.Equal(StopReason.Cancelled, result.Reason);
                Assert.InRange(stop, 1, 6);
            }

            Bits.AssertEqual<double>(whole.Parameters, parts.Parameters, "parameter");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Checkpoint_of_another_run_is_refused_and_nothing_changed()
    {
        var network = new MoonNet(1);
        var run = Run(network, Adam());
        for (int i = 0; i < 7; i++)
            run.Step();
        byte[] saved = Save(run);
        double[] parameters = network.Parameters.ToArray();
        Refused("batch is 20 there and 10 here", saved, o => o with { BatchSize = 10 });
        Refused("seed is 3 there and 4 here", saved, o => o with { Seed = 4 });
        Refused("schedule is CosineSchedule there and none here", saved, o => o with { Schedule = null });

        for (int length = 0; length < saved.Length; length += 37)
        {
            Assert.ThrowsAny<IOException>(() => run.Load(new MemoryStream(saved, 0, length)));
            Assert.Equal(7, run.Epoch * 5 + run.Batch);
            Assert.Equal(parameters, network.Parameters.ToArray());
        }

        static void Refused(string expected, byte[] saved, Func<TrainingOptions, TrainingOptions> change)
        {
            var network = new MoonNet(5);
            double[] before = network.Parameters.ToArray();
            var run = new TrainingRun<double, AdamRule<double>>(network, TrainerTests.Moons(100), Adam(), change(Options()));
            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => run.Load(new MemoryStream(saved))).Message);
            Assert.Equal(before, network.Parameters.ToArray());
            Assert.Equal(0, run.Epoch);
        }
    }

    /// <summary>The best parameters are those that the network has after the first part, the last ones those that the second goes on from.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void More_epochs_or_more_patience_go_on_as_if_never_stopped(bool patience)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            MoonNet whole = new(1), parts = new(1);
            var options = new TrainingOptions { Epochs = 60, BatchSize = 9, ValidationShare = 0.3, Patience = 40 };
            var expected = Fit(whole, options);
            var first = Fit(parts, (patience ? options with { Patience = 1 } : options with { Epochs = 12 }) with { CheckpointPath = path });
            Assert.InRange(first.History.Count, 2, 30);
            var again = Fit(parts, options with { CheckpointPath = path });
            Assert.Equal(expected.History.Select(p => p.Loss), again.History.Select(p => p.Loss));
            Bits.AssertEqual<double>(whole.Parameters, parts.Parameters, "parameter");
        }
        finally
        {
            File.Delete(path);
        }

        static TrainingResult Fit(MoonNet network, TrainingOptions options) =>
            Trainer.Fit(network, TrainerTests.Moons(100), new Adam<double>(MoonNet.ParameterCount) { LearningRate = 0.1 }, options);
    }

    [Fact]
    public void Checkpoint_of_other_data_layers_or_rates_is_refused()
    {
        var run = Run(new MoonNet(1), Adam());
        run.Step();
        byte[] saved = Save(run);
        Refused("data is", () => new TrainingRun<double, AdamRule<double>>(new MoonNet(1), TrainerTests.Moons(101).Select([.. Enumerable.Range(0, 100)]), Adam(), Options()));
        Refused("rate is 0.03 there and 0.3 here", () => new TrainingRun<double, AdamRule<double>>(new MoonNet(1), TrainerTests.Moons(100), new Adam<double>(MoonNet.ParameterCount) { LearningRate = 0.3 }, Options()));
        Refused("network is MoonNet there and SumNet here", () => new TrainingRun<double, AdamRule<double>>(new SumNet(1), TrainerTests.Moons(100), Adam(), Options()));
        Refused("data is", () => new TrainingRun<double, AdamRule<double>>(new MoonNet(1), TrainerTests.Moons(100), Adam(), Options() with { ClassWeights = new[] { 1.0, 2 } }));
        while (run.Epoch < 3)
            run.Step();
        saved = Save(run);
        Refused("this run has 2 at most", () => new TrainingRun<double, AdamRule<double>>(new MoonNet(1), TrainerTests.Moons(100), Adam(), Options() with { Epochs = 2 }));

        void Refused(string expected, Func<TrainingRun<double, AdamRule<double>>> other) =>
            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => other().Load(new MemoryStream(saved))).Message);
    }

    [Fact]
    public void Folder_that_is_not_there_is_told_before_the_training()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "run");
        var network = new MoonNet(1);
        double[] before = network.Parameters.ToArray();
        Assert.Throws<DirectoryNotFoundException>(() => Trainer.Fit(network, TrainerTests.Moons(100), Adam(), Options() with { CheckpointPath = path }));
        Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Finished_run_refuses_to_step_and_more_epochs_go_on()
    {
        MoonNet network = new(1), whole = new(1);
        var run = Run(network, Adam());
        while (!run.IsFinished)
            run.Step();
        Assert.Contains("finished", Assert.Throws<InvalidOperationException>(run.Step).Message);

        var longer = new TrainingRun<double, AdamRule<double>>(network, TrainerTests.Moons(100), Adam(), Options() with { Epochs = 14 });
        longer.Load(new MemoryStream(Save(run)));
        while (!longer.IsFinished)
            longer.Step();
        Trainer.Fit(whole, TrainerTests.Moons(100), Adam(), Options() with { Epochs = 14 });
        Bits.AssertEqual<double>(whole.Parameters, network.Parameters, "parameter");
    }

    private static byte[] Save(TrainingRun<double, AdamRule<double>> run)
    {
        using var stream = new MemoryStream();
        run.Save(stream);
        return stream.ToArray();
    }

    private static TrainingRun<double, AdamRule<double>> Run(MoonNet network, Adam<double> adam) => new(network, TrainerTests.Moons(100), adam, Options());

    private static Adam<double> Adam() => new(MoonNet.ParameterCount) { LearningRate = 0.03, L2 = 1e-3 };

    private static TrainingOptions Options() => new() { Epochs = 10, BatchSize = 20, Seed = 3, Schedule = new CosineSchedule(20) };

    private sealed class Stopping(CancellationTokenSource source, int epoch) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch == epoch)
                source.Cancel();
        }
    }
}
