using StaticNet.Data;
using StaticNet.Quantization;

namespace StaticNet.Tests.Quantization;

/// <summary>
/// How far outputs are from those of the network in double, in steps of the output, on the samples of the calibration: so nothing is saturated. The bounds are what was measured, and a
/// quarter.
/// </summary>
public class OutputErrorTests
{
    [Theory]
    [InlineData(Activation.Identity, 0.54, 2.9)]
    [InlineData(Activation.Tanh, 0.45, 2.6)]
    [InlineData(Activation.Sigmoid, 0.49, 2.6)]
    [InlineData(Activation.Relu, 0.45, 2.7)]
    [InlineData(Activation.LeakyRelu, 0.49, 2.4)]
    [InlineData(Activation.Elu, 0.49, 2.8)]
    [InlineData(Activation.Gelu, 0.49, 2.8)]
    [InlineData(Activation.Silu, 0.49, 2.8)]
    [InlineData(Activation.Softplus, 0.5, 2.4)]
    public void Hidden_activations(Activation hidden, double mean, double most) => Check([8, 24, 4], [hidden, Activation.Identity], mean, most);

    [Theory]
    [InlineData(Activation.Identity, 0.45, 2.7)]
    [InlineData(Activation.Tanh, 0.77, 7.2)]
    [InlineData(Activation.Sigmoid, 0.58, 3.7)]
    [InlineData(Activation.Relu, 0.39, 4.4)]
    [InlineData(Activation.LeakyRelu, 0.52, 3.9)]
    [InlineData(Activation.Elu, 0.5, 3.5)]
    [InlineData(Activation.Gelu, 0.5, 3.9)]
    [InlineData(Activation.Silu, 0.49, 3.9)]
    [InlineData(Activation.Softplus, 0.47, 3.6)]
    [InlineData(Activation.Softmax, 0.55, 4.6)]
    public void Output_activations(Activation output, double mean, double most) => Check([8, 24, 4], [Activation.Relu, output], mean, most);

    private static void Check(int[] sizes, Activation[] activations, double mean, double most)
    {
        double total = 0, largest = 0;
        const int Networks = 10, Count = 500;
        for (int seed = 0; seed < Networks; seed++)
        {
            var model = RandomModel.Create(sizes, activations, seed);
            double[] inputs = RandomModel.Inputs(Count, sizes[0], 100 + seed);
            var quantized = QuantizedNetwork.Create(model, inputs);
            var data = Dataset<double>.WithTargets(inputs, new double[Count * sizes[^1]], sizes[0], sizes[^1]);
            var report = QuantizationReport.Compare(model, quantized, data);
            total += report.MeanOutputError / quantized.OutputScale / Networks;
            largest = Math.Max(largest, report.MaxOutputError / quantized.OutputScale);
        }

        Assert.True(total <= mean && largest <= most, $"{string.Join(" → ", activations)}: {total:F2} steps, at most {largest:F2}.");
    }
}
