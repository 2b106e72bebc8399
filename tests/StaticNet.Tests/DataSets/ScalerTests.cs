using StaticNet.Data;
using StaticNet.Tests.Determinism;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.DataSets;

/// <summary>Scaling of columns, its inverse, and scaling as a part of the first layer.</summary>
public class ScalerTests
{
    [Fact]
    public void StandardColumnsHaveMeanZeroAndDeviationOne()
    {
        var data = Dataset<double>.WithTargets([1, 10, 2, 30, 3, 20, 6, 20], [0, 0, 0, 0], 2, 1);
        var scaler = Scaler<double>.Standard(data);
        Assert.Equal([3, 20], scaler.Offset);
        // √(14/4) and √(200/4).
        Assert.Equal([1 / Math.Sqrt(3.5), 1 / Math.Sqrt(50)], scaler.Factor);
        Dataset<double> scaled = scaler.Transform(data);
        Assert.Equal([(1 - 3) / Math.Sqrt(3.5), -10 / Math.Sqrt(50)], scaled.Input(0).ToArray(), (x, y) => Math.Abs(x - y) < 1e-15);
        Assert.True(scaled.Targets == data.Targets);
        Assert.Equal(1, data.Inputs[0]);
    }

    [Fact]
    public void ConstantColumnsHaveTheFactorOne()
    {
        // 0.1 has no exact mean: the sum of ten is not ten times the number.
        double[] values = [.. Enumerable.Repeat(0.1, 10)];
        var standard = Scaler<double>.Standard(values, 1);
        Assert.Equal((0.1, 1.0), (standard.Offset[0], standard.Factor[0]));
        var range = Scaler<double>.MinMax(values, 1, -1, 1);
        Assert.Equal((1.1, 1.0), (range.Offset[0], range.Factor[0]));
        // 1/deviation would be infinite.
        Assert.Equal(1, Scaler<float>.Standard([0, 1e-42f], 1).Factor[0]);
    }

    [Fact]
    public void MinMaxColumnsFillTheRange()
    {
        double[] values = [2, 100, 4, 300, 3, 500];
        var scaler = Scaler<double>.MinMax(Dataset<double>.WithLabels(values, [0, 1, 0], 2));
        double[] scaled = new double[6];
        scaler.Transform(values, scaled);
        Assert.Equal([0, 0, 1, 0.5, 0.5, 1], scaled);

        scaler = Scaler<double>.MinMax(Dataset<double>.WithLabels(values, [0, 1, 0], 2), -1, 3);
        scaler.Transform(values.AsSpan());
        Assert.Equal([-1, -1, 3, 1, 1, 3], values);
    }

    [Fact]
    public void InverseGoesBack()
    {
        (float[] inputs, _) = Spirals.Generate<float>(100, 0.5, seed: 1);
        var scaler = Scaler<float>.Standard(inputs, 2);
        float[] values = [.. inputs];
        scaler.Transform(values.AsSpan());
        Assert.NotEqual(inputs, values);
        scaler.Inverse(values);
        Assert.Equal(inputs, values, (x, y) => Math.Abs(x - y) < 2e-6f);
    }

    [Fact]
    public void ConstantsCanBeKept()
    {
        var scaler = Scaler<float>.MinMax(CsvFile.Load<float>(CsvTests.PathOf("iris.csv")));
        var loaded = new Scaler<float>(scaler.Offset, scaler.Factor);
        Assert.Equal(scaler.Offset, loaded.Offset);
        Assert.Equal(scaler.Factor, loaded.Factor);
    }

    [Fact]
    public void ConstantsHaveTheSameBitsEverywhere()
    {
        var scaler = Scaler<double>.Standard(CsvFile.Load<double>(CsvTests.PathOf("iris.csv")));
        Assert.Equal("f8573cb53526c596f0797098692436b7", TrainingRun.Hash<double>([.. scaler.Offset, .. scaler.Factor]));
    }

    [Fact]
    public void AFoldedNetworkTakesInputsAsTheyAre()
    {
        double[] inputs = [5000, 0.01, 3, 7000, -0.02, 4, 6000, 0.05, 9];
        var scaler = Scaler<double>.Standard(inputs, 3);
        double[] scaled = [.. inputs];
        scaler.Transform(scaled.AsSpan());

        var network = new Shapes.Mixed(seed: 4);
        double[] expected = new double[9], actual = new double[9];
        network.ForwardBatch(scaled, expected);
        scaler.FoldInto(network.W1, network.B1);
        network.ForwardBatch(inputs, actual);
        Assert.Equal(expected, actual, (x, y) => Math.Abs(x - y) < 1e-13);
    }

    [Fact]
    public void UnfitArgumentsAreRefused()
    {
        Refused("offset", "at least one column", () => new Scaler<float>([], []));
        Refused("factor", "Expected 2 values, got 1", () => new Scaler<float>([1, 2], [1]));
        Refused("offset", "The offset of column 1 is no finite number", () => new Scaler<float>([1, float.NaN], [1, 1]));
        Refused("factor", "The factor of column 0 is 0", () => new Scaler<float>([1], [0]));
        Refused("values", "Row 1, column 0 is NaN", () => Scaler<double>.Standard([1, double.NaN], 1));
        Refused("values", "empty", () => Scaler<double>.MinMax([], 1, 0, 1));
        Refused("values", "Expected whole samples of 2 values each, got 3", () => Scaler<double>.Standard([1, 2, 3], 2));
        Refused("high", "Expected a finite number greater than 1, got 1", () => Scaler<double>.MinMax([1, 2], 1, 1, 1));
        Refused("factor", "column 0", () => Scaler<double>.Standard([-1e200, 1e200], 1));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => Scaler<double>.Standard([1], 0));
        Assert.Throws<ArgumentNullException>("data", () => Scaler<double>.Standard(null!));

        var scaler = new Scaler<float>([1, 2], [1e30f, 1]);
        float[] three = new float[3], four = new float[4];
        Refused("inputs", "whole samples of 2", () => scaler.Transform(three.AsSpan()));
        Refused("result", "Expected 4 values, got 3", () => scaler.Transform(four, three));
        Refused("result", "overlaps", () => scaler.Transform(four.AsSpan(0, 2), four.AsSpan(1, 2)));
        Refused("values", "whole samples of 2", () => scaler.Inverse(three));
        Refused("weights", "Expected 6 values (2 samples of 3), got 4", () => scaler.FoldInto(four, three));
        Refused("biases", "at least one unit", () => scaler.FoldInto([], []));
        Refused("data", "Expected inputs of 2 numbers, got 1", () => scaler.Transform(Dataset<float>.WithLabels([1], [0], 1)));
        Refused("inputs", "Sample 0, input 0 (x0) is ∞", () => scaler.Transform(Dataset<float>.WithLabels([1e30f, 0], [0], 2)));
    }

    private static void Refused(string argument, string message, Action action) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(argument, action).Message);
}
