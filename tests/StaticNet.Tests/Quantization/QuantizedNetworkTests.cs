using StaticNet.Data;
using StaticNet.Quantization;
using StaticNet.Tests.Networks;
using StaticNet.Tests.Training;

namespace StaticNet.Tests.Quantization;

/// <summary>Scales, edges, classes, what is refused, and that no call allocates.</summary>
[Collection(Alone.Name)]
public class QuantizedNetworkTests
{
    private const double Limit = 3.273390607896142e150;

    [Theory]
    [InlineData(Activation.Softmax, 1.0 / 256, -128)]
    [InlineData(Activation.Sigmoid, 1.0 / 256, -128)]
    [InlineData(Activation.Tanh, 1.0 / 128, 0)]
    public void Outputs_with_a_known_range_have_the_usual_scale(Activation output, double scale, int zeroPoint)
    {
        var network = Quantized([2, 2], [output]);
        Assert.Equal((scale, zeroPoint), (network.OutputScale, network.OutputZeroPoint));
    }

    [Fact]
    public void Scales_span_what_the_samples_showed()
    {
        var model = new NetworkModel<double>(new Topology([2, 1, 1], [Activation.Relu, Activation.Identity], LossFunction.MeanSquaredError));
        double[] parameters = [2, -1, 0.5, -3, 1];
        parameters.CopyTo(model.Parameters);
        var network = QuantizedNetwork.Create(model, [1.0, -2, 3, 0, -1, 4]);

        // Inputs from −2 to 4; a1 = 4.5, 6.5 and 0; y = −12.5, −18.5 and 1.
        Assert.Equal((6.0 / 255, -43), (network.InputScale, network.InputZeroPoint));
        Assert.Equal((6.5 / 255, -128), (network.Layers[0].OutputScale, network.Layers[0].OutputZeroPoint));
        Assert.Equal((19.5 / 255, 114), (network.OutputScale, network.OutputZeroPoint));
        Assert.Equal([127, -64], network.Layers[0].Weights.ToArray().Select(w => (int)w));
        Assert.Equal(2.0 / 127, network.Layers[0].WeightScale);
        Assert.Equal((2, 1, Activation.Relu), (network.Layers[0].Inputs, network.Layers[0].Units, network.Layers[0].Activation));
        Assert.Equal((int)Math.Round(0.5 / (6.0 / 255 * 2 / 127)) + (43 * (127 - 64)), network.Layers[0].Biases[0]);
        Assert.Equal(2 + 4 + 1 + 4, network.Bytes);
        Assert.Same(model.Topology, network.Topology);
    }

    [Fact]
    public void Weights_of_a_unit_lie_side_by_side()
    {
        var model = new NetworkModel<float>(new Topology([2, 3], [Activation.Identity], LossFunction.MeanSquaredError));
        float[] parameters = [1, 2, 3, 4, 5, 127, 0, 0, 0];
        parameters.CopyTo(model.Parameters);
        Assert.Equal(new sbyte[] { 1, 4, 2, 5, 3, 127 }, QuantizedNetwork.Create(model, [1f, 1]).Layers[0].Weights.ToArray());
    }

    [Fact]
    public void Numbers_are_rounded_and_saturated_at_the_edges()
    {
        var network = Identity(-1, 1.55f);
        Assert.Equal((0.01, -28), (Math.Round(network.InputScale, 9), network.InputZeroPoint));
        sbyte[] quantized = new sbyte[8];
        network.Quantize([0f, 0.01f, 0.0149f, -1, 1.55f, 3, float.NegativeInfinity, float.PositiveInfinity], quantized);
        Assert.Equal(new sbyte[] { -28, -27, -27, -128, 127, 127, -128, 127 }, quantized);
        double[] numbers = new double[2];
        network.Dequantize([-28, 127], numbers);
        Assert.Equal([0, network.OutputScale * 155], numbers);
    }

    [Theory]
    [MemberData(nameof(NetworkCase.ClassifierNames), MemberType = typeof(NetworkCase))]
    public void Class_is_the_largest_output(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
        {
            var samples = new Samples<T>(info, 100, 3);
            var network = QuantizedNetwork.Create(info.CreateRandom<T>(4), samples.Inputs);
            sbyte[] input = new sbyte[info.InputSize], output = new sbyte[info.OutputSize];
            T[] numbers = new T[info.OutputSize];
            for (int i = 0; i < samples.Count; i++)
            {
                network.Quantize(samples.Input(i), input);
                network.Forward(input, output);
                int label = network.Predict(input);
                Assert.Equal(label, network.Predict(samples.Input(i)));
                network.Forward(samples.Input(i), numbers);
                T[] expected = new T[output.Length];
                network.Dequantize(output, expected);
                Assert.Equal(expected, numbers);
                if (output.Length == 1)
                    Assert.Equal(numbers[0] >= T.CreateTruncating(0.5) ? 1 : 0, label);
                else if (info.OutputActivation == Activation.Softmax)
                    Assert.Equal(Array.IndexOf(output, output.Max()), label);
                else
                    Assert.Equal(output.Max(), output[label]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Layers_of_zeros_give_the_activation_of_zero(Activation activation)
    {
        var model = new NetworkModel<float>(new Topology([2, 3, 2], [activation, activation], LossFunction.MeanSquaredError));
        float[] expected = new float[2], actual = new float[2];
        foreach (float[] samples in new[] { new float[4], [1, 2, -3, 4] })
        {
            var network = QuantizedNetwork.Create(model, samples);
            model.Forward(samples.AsSpan(0, 2), expected);
            network.Forward(samples.AsSpan(0, 2), actual);
            Assert.All(actual, value => Assert.Equal(expected[0], value, network.OutputScale));
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Constant_layers_give_their_constant(Activation activation)
    {
        // Weights of 0, biases that are not.
        var model = new NetworkModel<double>(new Topology([2, 3, 2], [activation, activation], LossFunction.MeanSquaredError));
        foreach (ref double bias in model.Parameters[6..9])
            bias = 0.7;
        model.Parameters[9..].Fill(0.3);
        double[] expected = new double[2], actual = new double[2], input = [1, -1];
        var network = QuantizedNetwork.Create(model, input);
        model.Forward(input, expected);
        network.Forward<double>(input, actual);
        Assert.All(actual, value => Assert.Equal(expected[0], value, 1.1 * network.OutputScale));
    }

    [Fact]
    public void Later_changes_of_the_network_do_not_matter()
    {
        var network = new IrisNet(1);
        var quantized = QuantizedNetwork.Create(network, [1f, 2, 3, 4]);
        float[] before = new float[3], after = new float[3];
        quantized.Forward([1f, 2, 3, 4], before);
        network.Parameters.Clear();
        quantized.Forward([1f, 2, 3, 4], after);
        Assert.Equal(before, after);
    }

    [Fact]
    public void Spans_may_overlap()
    {
        var network = Quantized([3, 4, 3], [Activation.Tanh, Activation.Softmax]);
        sbyte[] values = [1, 2, 3, 4], expected = new sbyte[3];
        network.Forward(values.AsSpan(0, 3), expected);
        network.Forward(values.AsSpan(0, 3), values.AsSpan(1, 3));
        Assert.Equal(expected, values[1..]);
        double[] numbers = [0.1, 0.2, 0.3, 0.4], expectedNumbers = new double[3];
        network.Forward<double>(numbers.AsSpan(0, 3), expectedNumbers);
        network.Forward<double>(numbers.AsSpan(0, 3), numbers.AsSpan(1, 3));
        Assert.Equal(expectedNumbers, numbers[1..]);
    }

    [Theory]
    [InlineData(3, 5, 2)]
    [InlineData(700, 3000, 1500)]
    [InlineData(40_000, 2, 3)]
    public void Nothing_is_allocated(int inputs, int hidden, int outputs)
    {
        var network = Quantized([inputs, hidden, outputs], [Activation.Gelu, Activation.Softmax]);
        sbyte[] input = new sbyte[inputs], output = new sbyte[outputs];
        float[] numbers = new float[inputs], results = new float[outputs];
        int label = 0;
        foreach (var call in new Action[]
        {
            () => network.Forward(input, output), () => label += network.Predict(input), () => network.Forward<float>(numbers, results), () => label += network.Predict<float>(numbers),
        })
        {
            call();
            call();
            GC.Collect();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 20; i++)
                call();
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void Nothing_is_allocated_by_the_first_call_either_nor_by_one_after_refused_ones()
    {
        // A smaller network has made all that is made once; the pool's blocks are too small for the larger one.
        float[] results = new float[3];
        Quantized([5000, 3], [Activation.Softmax]).Forward<float>(new float[5000], results);
        foreach (var (inputs, units) in new[] { (60_000, 2), (3, 60_000) })
        {
            var network = Quantized([inputs, units, 3], [Activation.Relu, Activation.Softmax]);
            float[] numbers = new float[inputs];
            // One that is still under way after the large arrays would close the window of what is counted.
            GC.Collect();
            long before = GC.GetAllocatedBytesForCurrentThread();
            network.Forward<float>(numbers, results);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            numbers[1] = float.NaN;
            for (int i = 0; i < 100; i++)
                Assert.Throws<ArgumentException>("input", () => network.Forward<float>(numbers, results));
            numbers[1] = 0;
            GC.Collect();
            before = GC.GetAllocatedBytesForCurrentThread();
            network.Forward<float>(numbers, results);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    [Fact]
    public void What_cannot_be_quantised_is_refused()
    {
        var model = RandomModel.Create([2, 3, 2], [Activation.Tanh, Activation.Softmax], 1);
        Refused("calibrationInputs", "Expected at least one sample", () => QuantizedNetwork.Create(model, []));
        Refused("calibrationInputs", "", () => QuantizedNetwork.Create(model, [1.0, 2, 3]));
        Refused("calibrationInputs", "Expected finite numbers up to 2^500; input 1 is NaN.", () => QuantizedNetwork.Create(model, [1, double.NaN]));
        Refused("calibrationInputs", "input 0 is -Infinity", () => QuantizedNetwork.Create(model, [double.NegativeInfinity, 1]));
        Refused("calibrationInputs", "input 0 is 1E+200", () => QuantizedNetwork.Create(model, [1e200, 1]));
        model.Parameters[4] = double.NaN;
        Refused("network", "parameter 4 is NaN", () => QuantizedNetwork.Create(model, [1.0, 2]));
        model.Parameters[4] = Limit;
        Refused("network", "Expected pre-activations up to 2^500; those of layer 1 reach", () => QuantizedNetwork.Create(model, [1.0, 2]));
        Refused("network", "", () => QuantizedNetwork.Create((NetworkModel<double>)null!, [1.0, 2]));

        var wide = new NetworkModel<float>(new Topology([65_537, 1], [Activation.Identity], LossFunction.MeanSquaredError));
        Refused("network", "Expected layers of at most 65536 inputs, whose sums fit into 32 bits; layer 1 has 65537.", () => QuantizedNetwork.Create(wide, new float[65_537]));
        var classes = new NetworkModel<float>(new Topology([1, 65_537], [Activation.Softmax], LossFunction.CrossEntropy));
        Refused("network", "Expected a softmax of at most 65536 classes; this one has 65537.", () => QuantizedNetwork.Create(classes, [1f]));
    }

    [Fact]
    public void Wrong_lengths_and_NaN_are_refused_before_anything_is_written()
    {
        var network = Quantized([2, 3], [Activation.Softmax]);
        sbyte[] output = [1, 2, 3];
        float[] numbers = [1, 2, 3];
        Refused("input", "Expected 2 values, got 3.", () => network.Forward(new sbyte[3], output));
        Refused("output", "Expected 3 values, got 2.", () => network.Forward(new sbyte[2], output.AsSpan(1)));
        Refused("input", "", () => network.Predict(new sbyte[1]));
        Refused("input", "", () => network.Forward<float>(new float[3], numbers));
        Refused("output", "", () => network.Forward<float>(new float[2], numbers.AsSpan(1)));
        Refused("input", "", () => network.Predict<float>(new float[1]));
        Refused("input", "Expected numbers, got NaN", () => network.Forward([1, float.NaN], numbers));
        Refused("input", "Expected numbers, got NaN", () => network.Predict([1, float.NaN]));
        Refused("input", "Expected numbers, got NaN", () => network.Quantize([1, 2, float.NaN], output));
        Refused("quantized", "Expected 2 values, got 3.", () => network.Quantize(new float[2], output));
        Refused("numbers", "Expected 2 values, got 3.", () => network.Dequantize(new sbyte[2], numbers));
        Assert.Equal([1, 2, 3], output);
        Assert.Equal([1, 2, 3], numbers);
        var regression = Quantized([2, 3], [Activation.Tanh]);
        Assert.Contains("2 → 3 tanh", Assert.Throws<NotSupportedException>(() => regression.Predict(new sbyte[2])).Message);
    }

    [Fact]
    public void Reports_of_what_does_not_fit_are_refused()
    {
        var model = RandomModel.Create([2, 3], [Activation.Softmax], 1);
        var network = QuantizedNetwork.Create(model, RandomModel.Inputs(5, 2, 1));
        var data = Dataset<double>.WithLabels([1, 2], [2], 2);
        Assert.Equal(9 * 8, QuantizationReport.Compare(model, network, data).Bytes);
        Refused("quantized", "Expected a network of 2 → 3 softmax, got one of 2 → 2 softmax.", () => QuantizationReport.Compare(model, Quantized([2, 2], [Activation.Softmax]), data));
        Refused("data", "Expected inputs of 2 values, got 3.", () => QuantizationReport.Compare(model, network, Dataset<double>.WithLabels([1, 2, 3], [1], 3)));
        Assert.Throws<ArgumentOutOfRangeException>("data", () => QuantizationReport.Compare(model, network, Dataset<double>.WithLabels([1, 2], [3], 2)));
        Refused("data", "Expected targets of 3 values, got 2.", () => QuantizationReport.Compare(model, network, Dataset<double>.WithTargets([1, 2], [1, 2], 2, 2)));
        var regression = RandomModel.Create([2, 3], [Activation.Tanh], 1);
        Refused("data", "Expected targets", () => QuantizationReport.Compare(regression, QuantizedNetwork.Create(regression, [1.0, 2]), data));
    }

    [Fact]
    public void Report_says_it_in_a_line()
    {
        var report = new QuantizationReport(0.99, 0.985, null, null, 0.00123, 0.5, 9640, 2602);
        Assert.Equal("accuracy 99.00 % → 98.50 %, output error 0.0012 (at most 0.5), 9640 → 2602 bytes", report.ToString());
        Assert.Equal(0.5, report.PointsLost!.Value, 1e-9);
        Assert.StartsWith("root mean squared error 0.1 → 0.25, ", (report with { Accuracy = null, RootMeanSquaredError = 0.1, QuantizedRootMeanSquaredError = 0.25 }).ToString());
    }

    public static TheoryData<Activation> Activations => [.. RandomModel.Activations(isOutput: false)];

    private static void Refused(string argument, string message, Action action) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => { action(); }) is var exception && exception.ParamName == argument ? exception.Message : $"{exception.ParamName}: {exception.Message}");

    private static QuantizedNetwork Quantized(int[] sizes, Activation[] activations) =>
        QuantizedNetwork.Create(RandomModel.Create(sizes, activations, 1), RandomModel.Inputs(10, sizes[0], 2));

    /// <summary>One input that is the output.</summary>
    private static QuantizedNetwork Identity(float least, float most)
    {
        var model = new NetworkModel<float>(new Topology([1, 1], [Activation.Identity], LossFunction.MeanSquaredError));
        model.Parameters[0] = 1;
        return QuantizedNetwork.Create(model, [least, most]);
    }
}
