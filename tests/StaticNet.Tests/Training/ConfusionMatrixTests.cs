namespace StaticNet.Tests.Training;

/// <summary>Counts and quotients worked out by hand.</summary>
public class ConfusionMatrixTests
{
    private static readonly int[] Actual = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2];
    private static readonly int[] Predicted = [0, 0, 0, 1, 1, 1, 2, 0, 2, 2];

    [Fact]
    public void Counts_and_quotients()
    {
        var matrix = new ConfusionMatrix(3);
        matrix.AddRange(Actual, Predicted);
        Assert.Equal([3, 1, 0, 0, 2, 1, 1, 0, 2], from a in Enumerable.Range(0, 3) from p in Enumerable.Range(0, 3) select matrix[a, p]);
        Assert.Equal((3, 10, 0.7), (matrix.Classes, matrix.Total, matrix.Accuracy));
        Assert.Equal([3 / 4.0, 2 / 3.0, 2 / 3.0], Enumerable.Range(0, 3).Select(matrix.Precision));
        Assert.Equal([3 / 4.0, 2 / 3.0, 2 / 3.0], Enumerable.Range(0, 3).Select(matrix.Recall));
        Assert.Equal([4, 3, 3], Enumerable.Range(0, 3).Select(matrix.Support));
        Assert.Equal((0.75 + (4 / 3.0)) / 3, matrix.MacroF1, 1e-15);
    }

    [Fact]
    public void Precision_goes_down_columns_and_recall_along_rows()
    {
        var matrix = new ConfusionMatrix(2);
        matrix.AddRange([1, 1, 1, 1, 0], [1, 0, 0, 0, 0]);
        Assert.Equal((1, 0.25, 0.4), (matrix.Precision(1), matrix.Recall(1), matrix.F1(1)));
        Assert.Equal((0.25, 1, 0.4), (matrix.Precision(0), matrix.Recall(0), matrix.F1(0)));
    }

    /// <summary>Class 1 has samples but is never predicted, class 2 the other way round, class 3 does not occur.</summary>
    [Fact]
    public void Empty_classes_give_zero()
    {
        var matrix = new ConfusionMatrix(4);
        matrix.AddRange([0, 1], [0, 2]);
        foreach (int c in new[] { 1, 2, 3 })
            Assert.Equal((0, 0, 0), (matrix.Precision(c), matrix.Recall(c), matrix.F1(c)));
        Assert.Equal(1 / 3.0, matrix.MacroF1);

        var empty = new ConfusionMatrix(2);
        Assert.Equal((0, 0, 0), (empty.Total, empty.Accuracy, empty.MacroF1));
    }

    [Fact]
    public void Table_is_aligned()
    {
        var matrix = new ConfusionMatrix(2);
        for (int i = 0; i < 1234; i++)
            matrix.Add(0, 0);
        matrix.Add(1, 0);
        Assert.Equal("actual \\ predicted     0     1\n                 0  1234     0\n                 1     1     0", matrix.ToString());
    }

    [Fact]
    public void Wrong_arguments_are_refused_and_nothing_counted()
    {
        var matrix = new ConfusionMatrix(2);
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => new ConfusionMatrix(0));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => matrix.Add(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix.Add(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix[0, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Precision(2));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => matrix.AddRange([0, 2], [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix.AddRange([0, 1], [0, 2]));
        Assert.Throws<ArgumentException>("predicted", () => matrix.AddRange([0, 1], [0]));
        Assert.Equal(0, matrix.Total);
    }
}
