using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Training;

/// <summary>Evaluation of networks whose outputs are plain to see, and refusals.</summary>
public class EvaluationTests
{
    /// <summary>σ(4·x): class 1 above 0. One of the four samples is on the wrong side, and one pair of four in the wrong order.</summary>
    [Fact]
    public void Single_output_means_two_classes()
    {
        var network = new Shapes.OneByOne();
        (network.W1[0], network.B1[0]) = (4, 0);
        var report = Evaluation.Classify(network, [-2, 1, 0.5, 3], [0, 0, 1, 1]);
        Assert.Equal((0.75, 0.75), (report.Accuracy, report.RocAuc));
        Assert.Equal((1, 1, 0, 2), Counts(report.ConfusionMatrix));
    }

    /// <summary>The same with logits −2x and 2x.</summary>
    [Fact]
    public void Area_of_two_classes_is_that_of_the_second()
    {
        var network = new Shapes.SoftmaxRegression();
        new float[] { -2, 2, 0, 0 }.CopyTo(network.W1);
        var report = Evaluation.Classify(network, [-2, 0, 1, 0, 0.5f, 0, 3, 0], [0, 0, 1, 1]);
        Assert.Equal((0.75, 0.75), (report.Accuracy, report.RocAuc));
        Assert.Equal((1, 1, 0, 2), Counts(report.ConfusionMatrix));
    }

    [Fact]
    public void Several_classes_have_the_mean_of_their_areas()
    {
        var network = new Shapes.SoftmaxRegressionOfFive();
        var inputs = Enumerable.Range(0, 7 * 40).Select(i => Math.Sin(i * i)).ToArray();
        var labels = Enumerable.Range(0, 40).Select(i => i % 5).ToArray();
        var outputs = new double[5 * 40];
        network.ForwardBatch(inputs, outputs);
        var report = Evaluation.Classify(network, inputs, labels);
        Assert.Equal(RocCurve.MacroArea<double>(outputs, labels, 5), report.RocAuc);
        Assert.Equal(Enumerable.Range(0, 40).Count(i => network.Predict(inputs.AsSpan(7 * i, 7)) == labels[i]) / 40.0, report.Accuracy);
        Assert.Equal(40, report.ConfusionMatrix.Total);
    }

    /// <summary>Outputs 1 and 3 for targets 1 and 2: squared errors of 1 in all, where the mean 1.5 has ½.</summary>
    [Fact]
    public void Regression_compares_outputs_with_targets()
    {
        var network = new Shapes.Line();
        (network.W1[0], network.B1[0]) = (2, 1);
        Assert.Equal(new RegressionMetrics(0.5, Math.Sqrt(0.5), -1), Evaluation.Regress<float>(network, [0, 1], [1, 2]));
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        var network = new Shapes.SoftmaxRegression();
        Assert.Throws<ArgumentException>("inputs", () => Evaluation.Classify(network, [1f, 2, 3], [0]));
        Assert.Throws<ArgumentException>("inputs", () => Evaluation.Classify<float>(network, [], []));
        Assert.Throws<ArgumentException>("labels", () => Evaluation.Classify(network, [1f, 2], [0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Evaluation.Classify(network, [1f, 2], [2]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => Evaluation.Classify(new Shapes.OneByOne(), [1], [2]));
        Assert.Throws<ArgumentException>("targets", () => Evaluation.Regress<float>(network, [1, 2], [1]));
        Assert.Throws<ArgumentNullException>("network", () => Evaluation.Regress<float>(null!, [1, 2], [1]));
    }

    private static (long, long, long, long) Counts(ConfusionMatrix matrix) => (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]);
}
