using StaticNet.Data;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Training;

/// <summary>What <see cref="Trainer"/> does with a network, against the same loop written by hand.</summary>
public class TrainerTests
{
    [Fact]
    public void Full_batch_is_a_loop_of_TrainBatch()
    {
        var data = Moons(200);
        MoonNet network = new(1), other = new(1);
        Sgd<double> sgd = new() { LearningRate = 0.5 }, otherSgd = new() { LearningRate = 0.5 };
        var result = Trainer.Fit(network, data, sgd, new TrainingOptions { Epochs = 30, BatchSize = 0 });
        for (int epoch = 0; epoch < 30; epoch++)
            Assert.Equal(other.TrainBatch(data.Inputs, data.Labels, otherSgd), result.History[epoch].Loss, 1e-15);
        Bits.AssertEqual<double>(other.Parameters, network.Parameters, "parameter");
        Assert.Equal((StopReason.Completed, 30, null), (result.Reason, result.History.Count, result.Warning));
        Assert.All(result.History, p => Assert.True(double.IsNaN(p.ValidationLoss) && double.IsNaN(p.Metric) && p.LearningRate == 0.5));
    }

    [Fact]
    public void Each_epoch_takes_every_sample_once_in_a_seeded_order()
    {
        var data = Dataset<double>.WithTargets([.. Enumerable.Range(0, 14).Select(i => (double)i)], [.. Enumerable.Range(0, 7).Select(i => (double)i)], 2, 1);
        var batches = new MiniBatches<double>(data, [0, 1, 2, 3, 4, 5, 6], 3, seed: 9);
        Assert.Equal((3, 3), (batches.Count, batches.Size));
        var orders = new List<int[]>();
        foreach (int epoch in new[] { 0, 1, 0 })
        {
            batches.BeginEpoch(epoch);
            int[] order = [.. Enumerable.Range(0, 3).SelectMany(b => batches.Samples(b).ToArray())];
            Assert.Equal([0, 1, 2, 3, 4, 5, 6], order.Order());
            for (int b = 0; b < 3; b++)
            {
                var batch = batches.Gather(b);
                Assert.Equal(batches.Samples(b).ToArray().Select(i => (double)i), batch.Targets.ToArray());
                Assert.Equal(batches.Samples(b).ToArray().SelectMany(i => new[] { 2.0 * i, 2.0 * i + 1 }), batch.Inputs.ToArray());
            }

            orders.Add(order);
        }

        Assert.Equal(orders[0], orders[2]);
        Assert.NotEqual(orders[0], orders[1]);
    }

    [Fact]
    public void Validation_data_take_no_part_in_training_and_early_stopping_restores_the_best()
    {
        var data = Moons(100);
        var network = new MoonNet(2);
        var options = new TrainingOptions { Epochs = 2000, BatchSize = 5, ValidationShare = 0.3, Patience = 12, Seed = 4 };
        var result = Trainer.Fit(network, data, new Adam<double>(MoonNet.ParameterCount) { LearningRate = 0.05 }, options);
        Assert.Equal(StopReason.EarlyStopping, result.Reason);
        Assert.Equal(result.BestEpoch + 12, result.History.Count);
        Assert.Equal(result.History.Min(p => p.ValidationLoss), result.BestLoss);

        (_, int[] validation) = data.SplitSamples(0.7, 4);
        Assert.Equal(30, validation.Length);
        var held = data.Select(validation);
        Assert.Equal(result.BestLoss, network.LossBatch(held.Inputs, held.Labels));
        int right = Enumerable.Range(0, held.Count).Count(i => network.Predict(held.Input(i)) == held.Labels[i]);
        Assert.Equal(right / 30.0, result.History[result.BestEpoch - 1].Metric);
        Assert.Equal(right / 30.0, result.Classification!.Accuracy);
        Assert.Equal(30, result.Classification.ConfusionMatrix.Total);
        Assert.Null(result.Regression);
    }

    [Fact]
    public void Sum_networks_report_the_loss_of_a_sample()
    {
        var data = Moons(64);
        var network = new SumNet(3);
        double first = network.LossBatch(data.Inputs, data.Labels) / 64;
        var result = Trainer.Fit(network, data, new Sgd<double> { LearningRate = 0.01 }, new TrainingOptions { Epochs = 3, BatchSize = 0 });
        Assert.Equal(first, result.History[0].Loss, 1e-14);
        Assert.Equal(64, result.Classification!.ConfusionMatrix.Total);
    }

    [Fact]
    public void Schedule_multiplies_the_rate_which_is_back_in_the_end()
    {
        var sgd = new Sgd<double> { LearningRate = 0.5 };
        var result = Trainer.Fit(new MoonNet(1), Moons(40), sgd, new TrainingOptions { Epochs = 6, BatchSize = 10, Schedule = new StepSchedule(2, 0.5) });
        Assert.Equal([0.5, 0.5, 0.25, 0.25, 0.125, 0.125], result.History.Select(p => p.LearningRate));
        Assert.Equal(0.5, sgd.LearningRate);
        var run = new TrainingRun<double, SgdRule<double>>(new MoonNet(1), Moons(40), sgd, new TrainingOptions { Schedule = new ExponentialSchedule(0.5) });
        while (run.Epoch < 3)
            run.Step();
        Assert.Equal((0.5, 0.125), (sgd.LearningRate, run.Summarize().History[^1].LearningRate));
    }

    [Fact]
    public void Rate_that_is_too_large_for_a_saturated_network_is_worth_a_warning()
    {
        var result = Trainer.Fit(new MoonNet(1), Moons(100), new Sgd<double> { LearningRate = 1e5 }, new TrainingOptions { Epochs = 20 });
        Assert.Equal(StopReason.Completed, result.Reason);
        Assert.Contains("smaller learning rate than 1e+05", result.Warning);
    }

    [Fact]
    public void Epochs_without_end_are_left_to_early_stopping()
    {
        var result = Trainer.Fit(new MoonNet(1), Moons(20), new Sgd<double> { LearningRate = 0 }, new TrainingOptions { Epochs = int.MaxValue, Patience = 3 });
        Assert.Equal((StopReason.EarlyStopping, 4, 1), (result.Reason, result.History.Count, result.BestEpoch));
    }

    [Fact]
    public void Exception_of_a_listener_leaves_the_optimizer_with_its_own_rate()
    {
        var sgd = new Sgd<double> { LearningRate = 0.5 };
        var options = new TrainingOptions { Schedule = new ExponentialSchedule(0.5), Progress = new Telling(p => { if (p.Epoch == 3) throw new TimeoutException(); }) };
        Assert.Throws<TimeoutException>(() => Trainer.Fit(new MoonNet(1), Moons(20), sgd, options));
        Assert.Equal(0.5, sgd.LearningRate);
    }

    [Fact]
    public void Progress_is_told_each_epoch_and_cancellation_stops_between_batches()
    {
        using var source = new CancellationTokenSource();
        var told = new List<TrainingProgress>();
        var options = new TrainingOptions { Epochs = 50, Progress = new Telling(p => { told.Add(p); if (p.Epoch == 7) source.Cancel(); }) };
        var result = Trainer.Fit(new MoonNet(1), Moons(100), options, source.Token);
        Assert.Equal(StopReason.Cancelled, result.Reason);
        Assert.Equal(7, told.Count);
        Assert.Equal(told, result.History);
        Assert.Equal(told[^1].Elapsed / 7 * 43, told[^1].Remaining);
    }

    [Fact]
    public void Diverging_run_gives_the_best_parameters_back_and_says_what_to_do()
    {
        var data = Dataset<double>.WithTargets([1, 2, 3, 4, -5, 6], [1, 2, 3], 2, 1);
        var network = new PlaneNet(1);
        double[] before = network.Parameters.ToArray();
        var result = Trainer.Fit(network, data, new Sgd<double> { LearningRate = 50 }, new TrainingOptions { Epochs = 1000 });
        Assert.Equal(StopReason.Diverged, result.Reason);
        Assert.Contains("learning rate than 50", result.Warning);
        Assert.True(result.Regression!.Value.RootMeanSquaredError < 100);
        Assert.All(network.Parameters.ToArray(), p => Assert.True(double.IsFinite(p)));
        if (result.BestEpoch == 0)
            Assert.Equal(before, network.Parameters.ToArray());
    }

    [Fact]
    public void Steps_and_epochs_allocate_nothing()
    {
        var run = new TrainingRun<double, AdamRule<double>>(
            new MoonNet(1), Moons(100), new Adam<double>(MoonNet.ParameterCount), new TrainingOptions { ValidationShare = 0.2, Schedule = new CosineSchedule(100), ClassWeights = new[] { 1.0, 2.0 } });
        while (run.Epoch < 3)
            run.Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        while (run.Epoch < 60)
            run.Step();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void What_does_not_fit_is_refused_before_anything_changes()
    {
        var data = Moons(10);
        Refused("2 inputs; the data have 3", () => Trainer.Fit(new MoonNet(), Dataset<double>.WithLabels([1, 2, 3], [0], 3)));
        Refused("2 classes apart; the data have the label 2", () => Trainer.Fit(new MoonNet(), Dataset<double>.WithLabels([1, 2], [2], 2)));
        Refused("no classifier", () => Trainer.Fit(new PlaneNet(), data));
        Refused("1 outputs; the data have 2 targets", () => Trainer.Fit(new PlaneNet(), Dataset<double>.WithTargets([1, 2], [1, 2], 2, 2)));
        Refused("made for 5 parameters; this network has 17", () => Trainer.Fit(new MoonNet(), data, new Adam<double>(5)));
        Refused("Epochs must be at least 1; it is 0", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { Epochs = 0 }));
        Refused("BatchSize", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { BatchSize = -1 }));
        Refused("ValidationShare must be at least 0 and less than 1; it is 1", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { ValidationShare = 1 }));
        Refused("ValidationShare of 0.01 of 10 samples", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { ValidationShare = 0.01 }));
        Refused("LeastImprovement must be finite", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { LeastImprovement = double.PositiveInfinity }));
        Refused("Patience", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { Patience = 0 }));
        Refused("ClassWeights: expected 2 weights", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { ClassWeights = new double[3] }));
        Refused("must add up to a finite number greater than 0; it is 0", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { ClassWeights = new double[2] }));
        Refused("ClassWeights are for labels", () => Trainer.Fit(new PlaneNet(), Dataset<double>.WithTargets([1, 2], [1], 2, 1), new TrainingOptions { ClassWeights = new double[2] }));
        Refused("number 1 is -1", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { ClassWeights = new[] { 1.0, -1 } }));
        Refused("SampleWeights: expected 10 weights", () => Trainer.Fit(new MoonNet(), data, new TrainingOptions { SampleWeights = new double[9] }));

        static void Refused(string expected, Func<object> act) => Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(act).Message);
    }

    internal static Dataset<double> Moons(int count)
    {
        var (inputs, labels) = TwoMoons.Generate<double>(count, 0.2, seed: 0);
        return Dataset<double>.WithLabels(inputs, labels, 2);
    }

    private sealed class Telling(Action<TrainingProgress> tell) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => tell(value);
    }
}
