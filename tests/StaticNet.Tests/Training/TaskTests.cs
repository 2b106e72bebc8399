using StaticNet.Data;
using StaticNet.Functions;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Training;

/// <summary>Real tasks from data to a checked network. The fingerprints of the parameters are the same on every machine and at every width.</summary>
public class TaskTests
{
    [Fact]
    public void Digits_are_read()
    {
        var data = CsvFile.Load<float>(Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv"), new CsvOptions { Label = "digit" });
        var (training, test) = data.Split(0.8, seed: 1);
        Assert.Equal(1797, training.Count + test.Count);
        var scaler = Scaler<float>.MinMax(training);
        training = scaler.Transform(training);
        test = scaler.Transform(test);
        var network = new DigitNet(1);
        var options = new TrainingOptions { Epochs = 60, BatchSize = 16, Seed = 1, Schedule = new CosineSchedule(60) };
        var result = Trainer.Fit(network, training, new AdamW<float>(DigitNet.ParameterCount) { LearningRate = 0.03f, WeightDecay = 0.1f }, options);
        var report = Evaluation.Classify(network, test.Inputs, test.Labels);
        Assert.True(report.Accuracy >= 0.97, $"{report.Accuracy}");
        Assert.True(report.RocAuc > 0.99, $"{report.RocAuc}");
        Assert.Null(result.Warning);
        Fingerprint("digits", network.Parameters);
    }

    [Fact]
    public void Irises_are_told_apart_by_cross_validation()
    {
        var data = CsvFile.Load<float>(Path.Combine(AppContext.BaseDirectory, "Data", "iris.csv"), new CsvOptions { Label = "species" });
        var confusion = new ConfusionMatrix(3);
        var network = new IrisNet();
        foreach (var (training, test) in data.Folds(10, seed: 1))
        {
            var scaler = Scaler<float>.Standard(training);
            network = new IrisNet(2);
            Trainer.Fit(network, scaler.Transform(training), new Adam<float>(IrisNet.ParameterCount) { LearningRate = 0.02f, L2 = 0.002f }, new TrainingOptions { Epochs = 60, BatchSize = 16 });
            var held = scaler.Transform(test);
            int[] predicted = new int[held.Count];
            network.PredictBatch(held.Inputs, predicted);
            confusion.AddRange(held.Labels, predicted);
        }

        Assert.Equal(150, confusion.Total);
        Assert.True(confusion.Accuracy >= 0.95, $"{confusion.Accuracy}\n{confusion}");
        Fingerprint("iris", network.Parameters);
    }

    [Fact]
    public void Two_spirals_are_solved()
    {
        var (inputs, labels) = Spirals.Generate<float>(194, 0, seed: 0);
        var data = Dataset<float>.WithLabels(inputs, labels, 2);
        data = Scaler<float>.Standard(data).Transform(data);
        var network = new SpiralNet(1);
        Trainer.Fit(network, data, new Adam<float>(SpiralNet.ParameterCount) { LearningRate = 0.03f }, new TrainingOptions { Epochs = 6000, BatchSize = 0, Schedule = new CosineSchedule(6000) });
        Assert.Equal(1, Evaluation.Classify(network, data.Inputs, data.Labels).Accuracy);
        Fingerprint("spirals", network.Parameters);
    }

    [Fact]
    public void Noisy_sine_is_fitted_down_to_its_noise()
    {
        const double Noise = 0.1;
        var random = new NumpyRandom(0);
        var (x, y) = Samples(400, Noise);
        var (testX, clean) = Samples(200, 0);
        var network = new SineNet(1);
        Trainer.Fit(network, Dataset<float>.WithTargets(x, y, 1, 1), new Adam<float>(SineNet.ParameterCount) { LearningRate = 0.02f }, new TrainingOptions { Epochs = 400, BatchSize = 50, Schedule = new CosineSchedule(400) });

        // Against the sine itself the error is a small part of the noise; so against new noisy values it would be the noise and 5 % at most.
        double error = Evaluation.Regress(network, testX, clean).RootMeanSquaredError;
        Assert.True(Math.Sqrt(Noise * Noise + error * error) <= 1.05 * Noise, $"{error}");
        Fingerprint("sine", network.Parameters);

        (float[], float[]) Samples(int count, double noise)
        {
            float[] inputs = new float[count], targets = new float[count];
            for (int i = 0; i < count; i++)
            {
                double at = 2 * Math.PI * i / (count - 1) - Math.PI;
                inputs[i] = (float)at;
                targets[i] = (float)(Cosine.Sin(at) + (noise == 0 ? 0 : noise * random.NextNormal()));
            }

            return (inputs, targets);
        }
    }

    private static void Fingerprint(string name, ReadOnlySpan<float> parameters)
    {
        string found = Determinism.TrainingRun.Hash(parameters);
        Assert.True(s_expected[name] == found, $"{name}: expected {s_expected[name]}, found {found}.");
    }

    private static readonly Dictionary<string, string> s_expected = new()
    {
        ["digits"] = "d1f6014ce4d9d3baae53e784abef3420",
        ["iris"] = "ef94655c25508a55d6573b82b109cd8f",
        ["spirals"] = "13ccad298bc416deaa617cdb7cbd255a",
        ["sine"] = "a0b456835fb0a9c053547361587e4219",
    };
}
