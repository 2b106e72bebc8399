namespace StaticNet.Tests.Training;

/// <summary>Errors worked out by hand.</summary>
public class RegressionMetricsTests
{
    /// <summary>The errors are ½, ½, 0 and 1; the targets' mean is 2.875, their squared distances from it sum up to 29.1875.</summary>
    [Fact]
    public void Worked_out_by_hand()
    {
        var metrics = RegressionMetrics.Of<float>([2.5f, 0f, 2f, 8f], [3f, -0.5f, 2f, 7f]);
        Assert.Equal(0.5, metrics.MeanAbsoluteError);
        Assert.Equal(Math.Sqrt(0.375), metrics.RootMeanSquaredError);
        Assert.Equal(1 - (1.5 / 29.1875), metrics.RSquared, 1e-15);
    }

    [Fact]
    public void Columns_have_their_own_mean()
    {
        double[] predictions = [0, 2, -1, 2, 8, -5], targets = [0.5, 1, -1, 1, 7, -6];
        var columns = RegressionMetrics.PerColumn<double>(predictions, targets, 2);
        var first = RegressionMetrics.Of<double>([0, -1, 8], [0.5, -1, 7]);
        var second = RegressionMetrics.Of<double>([2, 2, -5], [1, 1, -6]);
        Assert.Equal([first, second], columns);

        var all = RegressionMetrics.Of<double>(predictions, targets, 2);
        Assert.Equal(0.75, all.MeanAbsoluteError);
        Assert.Equal(Math.Sqrt(4.25 / 6), all.RootMeanSquaredError);
        // Scikit-learn's documentation has this example.
        Assert.Equal(0.9368, all.RSquared, 5e-5);
    }

    [Fact]
    public void Mean_of_the_targets_scores_zero_and_worse_is_negative()
    {
        Assert.Equal(0, RegressionMetrics.Of<double>([2, 2, 2], [1, 2, 3]).RSquared);
        Assert.Equal(-3, RegressionMetrics.Of<double>([3, 2, 1], [1, 2, 3]).RSquared);
    }

    [Fact]
    public void Constant_targets_score_one_or_zero()
    {
        double[] constant = Enumerable.Repeat(0.1, 10).ToArray();
        Assert.Equal(1, RegressionMetrics.Of<double>(constant, constant).RSquared);
        double[] near = [.. constant[1..], 0.2];
        Assert.Equal(0, RegressionMetrics.Of<double>(near, constant).RSquared);
        Assert.Equal(double.NaN, RegressionMetrics.Of<double>([double.NaN], [1]).RSquared);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>("predictions", () => RegressionMetrics.Of<double>([], []));
        Assert.Throws<ArgumentException>("targets", () => RegressionMetrics.Of<double>([1], [1, 2]));
        Assert.Throws<ArgumentException>("predictions", () => RegressionMetrics.Of<double>([1, 2, 3], [1, 2, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => RegressionMetrics.PerColumn<double>([1], [1], 0));
    }
}
