using StaticNet.Data;
using StaticNet.Tests.Determinism;

namespace StaticNet.Tests.DataSets;

/// <summary>Circles, spirals, blobs and noisy XOR.</summary>
public class GeneratorTests
{
    [Fact]
    public void CirclesAreScikitLearns()
    {
        // NumPy shuffles ten indices with seed 0 to 2, 8, 4, 9, 1, 6, 7, 3, 0, 5, of which the first five are the outer circle.
        (double[] inputs, int[] labels) = Circles.Generate<double>(10, 0, seed: 0);
        Assert.Equal([0, 1, 0, 1, 0, 1, 1, 0, 0, 1], labels);
        (int Step, double Radius)[] points = [(2, 1), (3, 0.5), (4, 1), (4, 0.5), (1, 1), (1, 0.5), (2, 0.5), (3, 1), (0, 1), (0, 0.5)];
        double[] expected = [.. points.SelectMany(point => new[]
        {
            point.Radius * Math.Cos(point.Step * (2 * Math.PI / 5)), point.Radius * Math.Sin(point.Step * (2 * Math.PI / 5)),
        })];
        Assert.Equal(expected, inputs, (x, y) => Math.Abs(x - y) < 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(51)]
    public void CirclesWithoutNoiseHaveTheirRadius(int count)
    {
        (double[] inputs, int[] labels) = Circles.Generate<double>(count, 0, seed: 5);
        Assert.Equal(count / 2, labels.Count(label => label == 0));
        for (int i = 0; i < count; i++)
            Assert.Equal(labels[i] == 0 ? 1.0 : 0.5, Math.Sqrt((inputs[2 * i] * inputs[2 * i]) + (inputs[(2 * i) + 1] * inputs[(2 * i) + 1])), 1e-15);
    }

    [Fact]
    public void SpiralsAreLangAndWitbrocks()
    {
        (double[] inputs, int[] labels) = Spirals.Generate<double>(194, 0, seed: 2);
        var found = new List<(double X, double Y)>[] { [], [] };
        for (int i = 0; i < 194; i++)
            found[labels[i]].Add((inputs[2 * i], inputs[(2 * i) + 1]));
        for (int i = 0; i < 97; i++)
        {
            (double radius, double angle) = (6.5 * (104 - i) / 104, i * Math.PI / 16);
            (double x, double y) = (radius * Math.Sin(angle), radius * Math.Cos(angle));
            Assert.Contains(found[0], point => Math.Abs(point.X - x) + Math.Abs(point.Y - y) < 1e-13);
            Assert.Contains(found[1], point => Math.Abs(point.X + x) + Math.Abs(point.Y + y) < 1e-13);
        }
    }

    [Fact]
    public void SpiralsOfOddOrFewPoints()
    {
        Assert.Equal(49, Spirals.Generate<float>(97, 0.1, seed: 0).Labels.Sum());
        Assert.Equal([-0.0f, -6.5f], Spirals.Generate<float>(1, 0, seed: 0).Inputs);
    }

    [Fact]
    public void BlobsWithoutNoiseAreTheirCentres()
    {
        (double[] inputs, int[] labels) = Blobs.Generate<double>(10, 0, seed: 1, classCount: 4);
        Assert.Equal([3, 3, 2, 2], labels.GroupBy(label => label).OrderBy(group => group.Key).Select(group => group.Count()));
        double[] x = [1, 0, -1, 0], y = [0, 1, 0, -1];
        for (int i = 0; i < labels.Length; i++)
        {
            Assert.Equal(x[labels[i]], inputs[2 * i], 1e-15);
            Assert.Equal(y[labels[i]], inputs[(2 * i) + 1], 1e-15);
        }
        Assert.Equal(3, Blobs.Generate<double>(10, 0.1, seed: 1).Labels.Distinct().Count());
    }

    [Fact]
    public void CornersOfXorAreExact()
    {
        (double[] inputs, int[] labels) = Xor.Generate<double>(4, 0, seed: 3);
        var rows = Enumerable.Range(0, 4).Select(i => (inputs[2 * i], inputs[(2 * i) + 1], labels[i])).Order();
        Assert.Equal([(0.0, 0.0, 0), (0.0, 1.0, 1), (1.0, 0.0, 1), (1.0, 1.0, 0)], rows);
    }

    /// <summary>Another machine, vector width or compiler must come to the same.</summary>
    [Fact]
    public void PointsHaveTheSameBitsEverywhere()
    {
        Assert.Equal("fa6372f4a1a3a7915d1ac8f654f43559", TrainingRun.Hash<double>(Circles.Generate<double>(200, 0.1, seed: 0).Inputs));
        Assert.Equal("88982cb9c62e26b65e369272cf856d2a", TrainingRun.Hash<double>(Spirals.Generate<double>(200, 0.1, seed: 0).Inputs));
        Assert.Equal("c47693edf083339e9da07642eda82e00", TrainingRun.Hash<double>(Blobs.Generate<double>(200, 0.1, seed: 0).Inputs));
        Assert.Equal("6aacb5138b2e1878ff796475e25a0151", TrainingRun.Hash<double>(Xor.Generate<double>(200, 0.1, seed: 0).Inputs));
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Circles.Generate<double>(0, 0.2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => Spirals.Generate<double>(10, -0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => Xor.Generate<float>(10, double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => Blobs.Generate<float>(10, double.PositiveInfinity, 0));
        Assert.Throws<ArgumentOutOfRangeException>("classCount", () => Blobs.Generate<float>(10, 0.1, 0, classCount: 0));
    }
}
