using StaticNet.Data;

namespace StaticNet.Tests.DataSets;

/// <summary>What a data set holds, and what it refuses.</summary>
public class DatasetTests
{
    [Fact]
    public void LabelledDataAreWhatWasGiven()
    {
        double[] inputs = [1, 2, 3, 4, 5, 6];
        int[] labels = [0, 2, 0];
        var data = Dataset<double>.WithLabels(inputs, labels, 2);
        Assert.Equal((3, 2, 0, 3, true), (data.Count, data.InputSize, data.TargetSize, data.ClassCount, data.HasLabels));
        Assert.Equal([3, 4], data.Input(1));
        Assert.Equal(["x0", "x1"], data.InputNames);
        Assert.Equal(["0", "1", "2"], data.ClassNames);
        Assert.Empty(data.TargetNames);
        Assert.True(data.Targets.IsEmpty);
        Assert.True(data.Target(2).IsEmpty);
        // Kept, not copied.
        Assert.True(data.Inputs == inputs);
        Assert.True(data.Labels == labels);
    }

    [Fact]
    public void DataWithTargetsAreWhatWasGiven()
    {
        var data = Dataset<float>.WithTargets([1, 2], [3, 4, 5, 6], 1, 2, ["a"]);
        Assert.Equal((2, 1, 2, 0, false), (data.Count, data.InputSize, data.TargetSize, data.ClassCount, data.HasLabels));
        Assert.Equal([5f, 6f], data.Target(1));
        Assert.Equal(["a"], data.InputNames);
        Assert.Equal(["y0", "y1"], data.TargetNames);
        Assert.Empty(data.ClassNames);
        Assert.True(data.Labels.IsEmpty);
    }

    [Fact]
    public void ClassNamesCountClassesWithoutASample()
    {
        var data = Dataset<float>.WithLabels([1], [0], 1, classNames: ["cat", "dog", "cow"]);
        Assert.Equal(3, data.ClassCount);
        Assert.Equal("dog", data.ClassNames[1]);
    }

    [Fact]
    public void AStrayLabelDoesNotCostMemory() =>
        Assert.Equal("2147483645", Dataset<float>.WithLabels([1], [int.MaxValue - 1], 1).ClassNames[int.MaxValue - 2]);

    [Fact]
    public void SelectionIsACopyInTheOrderAskedFor()
    {
        var data = Dataset<double>.WithLabels([1, 2, 3, 4, 5, 6], [0, 1, 2], 2, ["a", "b"], ["p", "q", "r"]);
        Dataset<double> selected = data.Select([2, 0, 2]);
        Assert.Equal([5, 6, 1, 2, 5, 6], selected.Inputs);
        Assert.Equal([2, 0, 2], selected.Labels);
        Assert.Equal(data.InputNames, selected.InputNames);
        Assert.Equal(data.ClassNames, selected.ClassNames);
        Assert.Equal([8, 7], Dataset<double>.WithTargets([1, 2], [7, 8], 1, 1).Select([1, 0]).Targets);
    }

    [Fact]
    public void UnfitDataAreRefused()
    {
        Refused("inputs", "Expected at least one sample of 2 values", () => Dataset<float>.WithLabels([], [], 2));
        Refused("inputs", "Expected whole samples of 2 values each, got 3", () => Dataset<float>.WithLabels([1, 2, 3], [0], 2));
        Refused("labels", "Expected 2 labels, one for each input, got 1", () => Dataset<float>.WithLabels([1, 2], [0], 1));
        Refused("labels", "Sample 1 has the label -1; expected one of at least 0", () => Dataset<float>.WithLabels([1, 2], [0, -1], 1));
        Refused("labels", "Sample 0 has the label 2147483647", () => Dataset<float>.WithLabels([1], [int.MaxValue], 1));
        Refused(
            "labels", "Sample 1 has the label 2; expected one from 0 to 1 (there are 2 class names)",
            () => Dataset<float>.WithLabels([1, 2], [0, 2], 1, classNames: ["a", "b"]));
        Refused("inputNames", "Expected 2 names, got 1", () => Dataset<float>.WithLabels([1, 2], [0], 2, ["a"]));
        Refused("targets", "Expected 4 values (2 samples of 2), got 3", () => Dataset<float>.WithTargets([1, 2], [1, 2, 3], 1, 2));
        Refused("targetNames", "Expected 1 names, got 2", () => Dataset<float>.WithTargets([1], [1], 1, 1, targetNames: ["a", "b"]));
        Assert.Throws<ArgumentOutOfRangeException>("inputSize", () => Dataset<float>.WithLabels([1], [0], 0));
        Assert.Throws<ArgumentOutOfRangeException>("targetSize", () => Dataset<float>.WithTargets([1], [1], 1, 0));
        Assert.Throws<ArgumentNullException>("inputs", () => Dataset<float>.WithLabels(null!, [0], 1));
        Assert.Throws<ArgumentNullException>("labels", () => Dataset<float>.WithLabels([1], null!, 1));
        Assert.Throws<ArgumentNullException>("targets", () => Dataset<float>.WithTargets([1], null!, 1, 1));
    }

    [Fact]
    public void NumbersThatAreNotFiniteAreRefused()
    {
        Refused(
            "inputs", "Sample 1, input 1 (petal_width) is NaN; expected a finite number",
            () => Dataset<float>.WithLabels([1, 2, 3, float.NaN], [0, 1], 2, ["sepal_width", "petal_width"]));
        Refused("inputs", "Sample 0, input 0 (x0) is ∞", () => Dataset<double>.WithTargets([double.PositiveInfinity], [1], 1, 1));
        Refused("targets", "Sample 1, target 0 (y0) is −∞", () => Dataset<double>.WithTargets([1, 2], [1, double.NegativeInfinity], 1, 1));
    }

    [Fact]
    public void SamplesThatAreNotThereAreRefused()
    {
        var data = Dataset<float>.WithLabels([1, 2], [0, 1], 1);
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => data.Input(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => data.Target(-1).Length);
        Assert.Throws<ArgumentOutOfRangeException>("samples", () => data.Select([0, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => data.InputNames[1]);
        Refused("samples", "Expected at least one sample", () => data.Select([]));
    }

    private static void Refused(string argument, string message, Func<object> action) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(argument, action).Message);
}
