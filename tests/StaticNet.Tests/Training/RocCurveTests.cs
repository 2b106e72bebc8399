using CsCheck;

namespace StaticNet.Tests.Training;

/// <summary>The area under the curve against its meaning: the share of pairs in the right order.</summary>
public class RocCurveTests
{
    [Fact]
    public void Worked_out_by_hand()
    {
        Assert.Equal(1, RocCurve.Area<double>([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1));
        Assert.Equal(0, RocCurve.Area<double>([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 0));
        Assert.Equal(0.75, RocCurve.Area<double>([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 1));
        Assert.Equal(0.5, RocCurve.Area<float>([0.5f, 0.5f, 0.5f], [0, 1, 0], 1));
        Assert.Equal(0.5, RocCurve.Area<float>([0f, -0f], [0, 1], 1));
        Assert.Equal(1, RocCurve.Area<double>([double.NegativeInfinity, double.PositiveInfinity], [7, 3], 3));
    }

    /// <summary>Few different scores, so that many are equal.</summary>
    [Fact]
    public void Every_pair_counted() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 2]).Array[1, 40].Sample(samples =>
        {
            double[] scores = samples.Select(sample => sample.Item1 / 7.0).ToArray();
            int[] labels = samples.Select(sample => sample.Item2).ToArray();
            Assert.Equal(Pairs(scores, labels, 1), RocCurve.Area<double>(scores, labels, 1), 1e-14);
        });

    [Fact]
    public void Macro_area_is_the_mean_over_the_classes() =>
        Gen.Select(Gen.Int[0, 6].Array[3], Gen.Int[0, 2]).Array[1, 30].Sample(samples =>
        {
            double[] outputs = samples.SelectMany(sample => sample.Item1.Select(score => score / 7.0)).ToArray();
            int[] labels = samples.Select(sample => sample.Item2).ToArray();
            double expected = Enumerable.Range(0, 3).Where(c => labels.Contains(c)).Average(c => Pairs(outputs.Where((_, i) => i % 3 == c).ToArray(), labels, c));
            Assert.Equal(expected, RocCurve.MacroArea<double>(outputs, labels, 3), 1e-14);
        });

    [Fact]
    public void Missing_class_or_score_gives_NaN()
    {
        Assert.Equal(double.NaN, RocCurve.Area<double>([1, 2], [1, 1], 1));
        Assert.Equal(double.NaN, RocCurve.Area<double>([1, 2], [0, 0], 1));
        Assert.Equal(double.NaN, RocCurve.Area<double>([], [], 1));
        Assert.Equal(double.NaN, RocCurve.Area<double>([1, double.NaN], [0, 1], 1));
        Assert.Equal(double.NaN, RocCurve.MacroArea<double>([1, 2, 3, 4, 5, 6], [1, 1], 3));
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentException>("labels", () => RocCurve.Area<double>([1, 2], [0], 1));
        Assert.Throws<ArgumentException>("outputs", () => RocCurve.MacroArea<double>([1, 2, 3], [0, 1], 2));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => RocCurve.MacroArea<double>([1, 2], [2], 2));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => RocCurve.MacroArea<double>([], [], 0));
    }

    [Fact]
    public void Class_without_samples_does_not_count() =>
        Assert.Equal(RocCurve.Area<double>([3, 1, 2], [1, 0, 1], 1), RocCurve.MacroArea<double>([-3, 3, 9, -1, 1, 9, -2, 2, 9], [1, 0, 1], 3));

    private static double Pairs(double[] scores, int[] labels, int positive)
    {
        double[] inside = scores.Where((_, i) => labels[i] == positive).ToArray();
        double[] outside = scores.Where((_, i) => labels[i] != positive).ToArray();
        double wins = inside.Sum(high => outside.Sum(low => high > low ? 1 : high == low ? 0.5 : 0));
        return wins / (inside.Length * outside.Length);
    }
}
