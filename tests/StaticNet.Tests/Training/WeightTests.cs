using StaticNet.Data;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Training;

/// <summary>Weighted samples: their gradient against one sample at a time, and weights that stand for repeated samples.</summary>
public class WeightTests
{
    [Theory]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void Gradient_is_the_weighted_sum_of_the_samples(Reduction reduction)
    {
        var data = TrainerTests.Moons(23);
        IClassifier<double> network = reduction == Reduction.Mean ? new MoonNet(1) : new SumNet(1);
        double[] ofSamples = [.. Enumerable.Range(0, 23).Select(i => i % 3 * 0.5)], ofClasses = [1, 2.5];
        var options = new TrainingOptions { SampleWeights = ofSamples, ClassWeights = ofClasses };
        int[] samples = [.. Enumerable.Range(0, 22)];
        var weights = SampleWeights<double>.Create(network, data, samples, options)!;
        var batches = new MiniBatches<double>(data, samples, 0, null, regroups: true);
        var actual = weights.Gradient(network, batches, samples, out double loss);
        double[] expected = new double[network.ParameterCount], one = new double[network.ParameterCount];
        double total = 0, expectedLoss = 0;
        foreach (int i in samples)
        {
            double weight = ofSamples[i] * ofClasses[data.Labels[i]];
            expectedLoss += weight * network.Backward(data.Input(i), data.Labels[i], one);
            for (int p = 0; p < one.Length; p++)
                expected[p] += weight * one[p];
            total += weight;
        }

        Assert.Equal(total, weights.Total(samples), 1e-12);
        Assert.Equal(expectedLoss, loss, 1e-12);
        for (int p = 0; p < one.Length; p++)
            Assert.Equal(expected[p] / (reduction == Reduction.Mean ? total : 1), actual[p], 1e-13);
    }

    /// <summary>Batches that are not copied without weights.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(500, true)]
    [InlineData(7, false)]
    public void Batches_in_place_have_weights_too(int batchSize, bool shuffle)
    {
        var data = TrainerTests.Moons(23);
        MoonNet one = new(1), two = new(1);
        var options = new TrainingOptions { Epochs = 3, BatchSize = batchSize, Shuffle = shuffle };
        Trainer.Fit(one, data, new Sgd<double>(), options with { ClassWeights = new[] { 2.0, 2.0 } });
        Trainer.Fit(two, data, new Sgd<double>(), options);
        for (int i = 0; i < MoonNet.ParameterCount; i++)
            Assert.Equal(two.Parameters[i], one.Parameters[i], 1e-13);
    }

    [Fact]
    public void Batch_without_weight_takes_no_step()
    {
        var data = TrainerTests.Moons(20);
        var adam = new Adam<double>(MoonNet.ParameterCount);
        double[] weights = new double[20];
        weights[11] = 1;
        Trainer.Fit(new MoonNet(1), data, adam, new TrainingOptions { Epochs = 4, BatchSize = 1, SampleWeights = weights });
        Assert.Equal(4, adam.StepCount);
    }

    [Fact]
    public void Weight_of_a_class_moves_the_boundary_towards_the_other()
    {
        var data = TrainerTests.Moons(300);
        int[] ones = new int[2];
        for (int i = 0; i < 2; i++)
        {
            var network = new MoonNet(3);
            Trainer.Fit(network, data, new Adam<double>(MoonNet.ParameterCount) { LearningRate = 0.02 }, new TrainingOptions { Epochs = 60, ClassWeights = new[] { 1.0, i == 0 ? 0.1 : 10 } });
            int[] predicted = new int[data.Count];
            network.PredictBatch(data.Inputs, predicted);
            ones[i] = predicted.Sum();
        }

        Assert.True(ones[0] + 20 < ones[1], $"{ones[0]}, {ones[1]}");
    }

    [Fact]
    public void Weights_of_one_change_the_result_by_rounding_only()
    {
        var data = TrainerTests.Moons(60);
        MoonNet plain = new(5), weighted = new(5);
        var options = new TrainingOptions { Epochs = 5, BatchSize = 7 };
        Trainer.Fit(plain, data, new Sgd<double> { LearningRate = 0.3 }, options);
        Trainer.Fit(weighted, data, new Sgd<double> { LearningRate = 0.3 }, options with { SampleWeights = Enumerable.Repeat(1.0, 60).ToArray() });
        for (int i = 0; i < MoonNet.ParameterCount; i++)
            Assert.Equal(plain.Parameters[i], weighted.Parameters[i], 1e-12);
    }
}
