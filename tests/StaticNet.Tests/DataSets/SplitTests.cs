using StaticNet.Data;

namespace StaticNet.Tests.DataSets;

/// <summary>Splits and folds: disjoint, complete, stratified, and the same for the same seed.</summary>
public class SplitTests
{
    /// <summary>60, 30 and 11 samples of three classes; the only input is the sample's number.</summary>
    private static readonly Dataset<double> s_labelled = Dataset<double>.WithLabels(
        [.. Enumerable.Range(0, 101).Select(i => (double)i)], [.. Enumerable.Range(0, 101).Select(i => i < 60 ? 0 : i < 90 ? 1 : 2)], 1);

    private static readonly Dataset<double> s_targets =
        Dataset<double>.WithTargets([.. s_labelled.Inputs], [.. s_labelled.Inputs], 1, 1);

    [Theory]
    [InlineData(0.8)]
    [InlineData(0.5)]
    [InlineData(0.013)]
    public void PartsAreDisjointAndComplete(double share)
    {
        foreach (Dataset<double> data in new[] { s_labelled, s_targets })
        {
            (Dataset<double> first, Dataset<double> second) = data.Split(share, seed: 3);
            Assert.Equal((int)Math.Floor((share * 101) + 0.5), first.Count);
            Assert.Equal(data.Inputs, Sorted(first, second));
            Assert.Equal(data.HasLabels, first.HasLabels);
        }
        Assert.Equal(s_targets.Split(share, 3).First.Inputs, s_targets.Split(share, 3).First.Targets);
    }

    [Fact]
    public void PartsAreStratified()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            (Dataset<double> first, Dataset<double> second) = s_labelled.Split(0.75, seed);
            Assert.Equal([45, 23, 8], Counts(first));
            Assert.Equal([15, 7, 3], Counts(second));
            Assert.All(Enumerable.Range(0, first.Count), i => Assert.Equal(s_labelled.Labels[(int)first.Inputs[i]], first.Labels[i]));
        }
    }

    [Fact]
    public void OrderIsSeededAndPinned()
    {
        Dataset<double> small = s_labelled.Select([0, 1, 2, 60, 61, 62, 90, 91]);
        (Dataset<double> first, Dataset<double> second) = small.Split(0.5, seed: 1);
        Assert.Equal([0, 91, 2, 62], first.Inputs);
        Assert.Equal([60, 1, 90, 61], second.Inputs);
        Assert.Equal(first.Inputs, small.Split(0.5, seed: 1).First.Inputs);
        Assert.False(first.Inputs.SequenceEqual(small.Split(0.5, seed: 2).First.Inputs));
    }

    [Fact]
    public void ShuffleIsPinnedAndReachesEveryOrder()
    {
        int[] items = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        var random = new SplitMix64(1);
        Shuffle.InPlace(items.AsSpan(), ref random);
        Assert.Equal([9, 0, 1, 4, 8, 2, 3, 7, 6, 5], items);

        var orders = new Dictionary<string, int>();
        for (int i = 0; i < 6000; i++)
        {
            char[] letters = ['a', 'b', 'c'];
            Shuffle.InPlace(letters.AsSpan(), ref random);
            string order = new(letters);
            orders[order] = orders.GetValueOrDefault(order) + 1;
        }
        // Five standard deviations of a share of 1/6.
        Assert.Equal(6, orders.Count);
        Assert.All(orders.Values, count => Assert.InRange(count, 1000 - 145, 1000 + 145));
        Shuffle.InPlace(Span<int>.Empty, ref random);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(101)]
    public void FoldsAreDisjointCompleteAndStratified(int count)
    {
        (Dataset<double> Training, Dataset<double> Test)[] folds = [.. s_labelled.Folds(count, seed: 9)];
        Assert.Equal(count, folds.Length);
        Assert.Equal(s_labelled.Inputs, Sorted([.. folds.Select(fold => fold.Test)]));
        Assert.All(folds, fold => Assert.Equal(s_labelled.Inputs, Sorted(fold.Training, fold.Test)));
        Assert.True(folds.Max(fold => fold.Test.Count) - folds.Min(fold => fold.Test.Count) <= 1);
        for (int label = 0; label < 3; label++)
        {
            int[] counts = [.. folds.Select(fold => Counts(fold.Test)[label])];
            Assert.True(counts.Max() - counts.Min() <= 1);
        }
        Assert.Equal(folds[1].Test.Inputs, s_labelled.Folds(count, seed: 9).ElementAt(1).Test.Inputs);
        Assert.False(folds[1].Test.Inputs.SequenceEqual(s_labelled.Folds(count, seed: 8).ElementAt(1).Test.Inputs));
    }

    [Fact]
    public void FoldsOfTargetsAreComplete() =>
        Assert.Equal(s_targets.Targets, Sorted([.. s_targets.Folds(7, seed: 0).Select(fold => fold.Test)]));

    [Fact]
    public void EmptyPartsAreRefused()
    {
        foreach (double share in new[] { 0, 1, -0.1, 1.1, double.NaN, double.PositiveInfinity })
            Assert.Throws<ArgumentOutOfRangeException>("firstShare", () => s_labelled.Split(share, 0));
        string message = Assert.Throws<ArgumentOutOfRangeException>("firstShare", () => s_labelled.Split(0.001, 0)).Message;
        Assert.Contains("Expected samples in both parts, got 0 of 101 in the first", message);
        Assert.Throws<ArgumentOutOfRangeException>("firstShare", () => s_labelled.Split(0.999, 0));
        // At the call, not when the first fold is asked for.
        Assert.Throws<ArgumentOutOfRangeException>("count", () => s_labelled.Folds(1, 0));
        Assert.Contains("from 2 folds to 101", Assert.Throws<ArgumentOutOfRangeException>("count", () => s_labelled.Folds(102, 0)).Message);
    }

    private static double[] Sorted(params Dataset<double>[] parts) => [.. parts.SelectMany(part => part.Inputs.ToArray()).Order()];

    private static int[] Counts(Dataset<double> data)
    {
        int[] counts = new int[data.ClassCount];
        foreach (int label in data.Labels)
            counts[label]++;
        return counts;
    }
}
