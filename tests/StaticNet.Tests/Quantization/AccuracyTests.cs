using StaticNet.Data;
using StaticNet.Functions;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Quantization;
using StaticNet.Tests.Training;

namespace StaticNet.Tests.Quantization;

/// <summary>What is lost on real tasks, on samples that neither training nor calibration saw.</summary>
public class AccuracyTests(ITestOutputHelper output)
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(ProjectFolder.Path, "../../docs/quantization.md"));

    [Fact]
    public void Digits_lose_less_than_a_point()
    {
        double lost = 0;
        const int Seeds = 5;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var (training, test) = RandomModel.Digits(seed);
            var network = new DigitNet(seed);
            var options = new TrainingOptions { Epochs = 60, BatchSize = 16, Seed = seed, Schedule = new CosineSchedule(60) };
            Trainer.Fit(network, training, new AdamW<float>(DigitNet.ParameterCount) { LearningRate = 0.03f, WeightDecay = 0.1f }, options);
            var quantized = QuantizedNetwork.Create(network, training.Inputs);
            var report = QuantizationReport.Compare(network, quantized, test);
            output.WriteLine($"digits, seed {seed}: {report}");
            // The same on every machine, so the page can be held to it.
            string row = FormattableString.Invariant($"{100 * report.Accuracy:F2} % | {100 * report.QuantizedAccuracy:F2} % | {report.PointsLost:F2} | {report.MeanOutputError:F4} |").Replace('-', '−');
            Assert.Contains(row, s_page);
            Assert.True(report.QuantizedAccuracy >= 0.95 && report.PointsLost <= 1, $"Seed {seed}: {report}.");
            Assert.True(report.MeanOutputError <= 0.002, $"Seed {seed}: {report}.");
            Assert.Equal(9640, report.Bytes);
            Assert.Equal(64 * 32 + 32 * 10 + 4 * 42 + 66, report.QuantizedBytes);
            lost += report.PointsLost!.Value / Seeds;
        }

        Assert.InRange(lost, -0.5, 0.5);
    }

    [Fact]
    public void Few_samples_are_enough_to_calibrate()
    {
        var (training, test) = RandomModel.Digits(1);
        var network = new DigitNet(1);
        Trainer.Fit(network, training, new AdamW<float>(DigitNet.ParameterCount) { LearningRate = 0.03f, WeightDecay = 0.1f }, new TrainingOptions { Epochs = 20, BatchSize = 16, Seed = 1 });
        Assert.InRange(QuantizationReport.Compare(network, QuantizedNetwork.Create(network, training.Inputs[..(50 * 64)]), test).PointsLost!.Value, -1, 1);
    }

    [Fact]
    public void Irises_lose_no_more_than_two_of_150()
    {
        var data = CsvFile.Load<float>(Path.Combine(AppContext.BaseDirectory, "Data", "iris.csv"), new CsvOptions { Label = "species" });
        double right = 0, quantizedRight = 0;
        foreach (var (training, test) in data.Folds(10, seed: 1))
        {
            var scaler = Scaler<float>.Standard(training);
            var network = new IrisNet(2);
            Trainer.Fit(network, scaler.Transform(training), new Adam<float>(IrisNet.ParameterCount) { LearningRate = 0.02f, L2 = 0.002f }, new TrainingOptions { Epochs = 60, BatchSize = 16 });
            var report = QuantizationReport.Compare(network, QuantizedNetwork.Create(network, scaler.Transform(training).Inputs), scaler.Transform(test));
            output.WriteLine($"iris: {report}");
            right += test.Count * report.Accuracy!.Value;
            quantizedRight += test.Count * report.QuantizedAccuracy!.Value;
        }

        Assert.InRange(right - quantizedRight, -2.5, 2.5);
        Assert.InRange(quantizedRight, 140, 150);
    }

    [Fact]
    public void Regression_stays_within_a_hundredth_of_the_range()
    {
        float[] x = [.. Enumerable.Range(0, 400).Select(i => (float)(2 * Math.PI * i / 399 - Math.PI))], y = [.. x.Select(at => (float)Cosine.Sin(at))];
        var data = Dataset<float>.WithTargets(x, y, 1, 1);
        var network = new SineNet(1);
        Trainer.Fit(network, data, new Adam<float>(SineNet.ParameterCount) { LearningRate = 0.02f }, new TrainingOptions { Epochs = 400, BatchSize = 50, Schedule = new CosineSchedule(400) });
        var report = QuantizationReport.Compare(network, QuantizedNetwork.Create(network, data.Inputs), data);
        output.WriteLine($"sine: {report}");
        Assert.Null(report.Accuracy);
        Assert.Null(report.PointsLost);
        Assert.InRange(report.RootMeanSquaredError!.Value, 0, 0.01);
        Assert.InRange(report.QuantizedRootMeanSquaredError!.Value, 0.001, 0.02);
    }
}
