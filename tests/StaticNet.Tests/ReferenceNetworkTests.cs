using StaticNet.Tests.Reference;

namespace StaticNet.Tests;

/// <summary>The truth that everything else is compared with, checked by itself: by central differences and against known numbers.</summary>
public class ReferenceNetworkTests
{
    private const double Step = 1e-6;

    /// <summary>Every output activation with each loss that fits it, behind two hidden layers of changing activations.</summary>
    public static TheoryData<Activation, LossFunction, Reduction> OutputsAndLosses()
    {
        var data = new TheoryData<Activation, LossFunction, Reduction>();
        foreach (var output in Enum.GetValues<Activation>())
        {
            foreach (var loss in Enum.GetValues<LossFunction>())
            {
                if ((loss == LossFunction.CrossEntropy && output != Activation.Softmax) || (loss == LossFunction.BinaryCrossEntropy && output != Activation.Sigmoid))
                    continue;
                data.Add(output, loss, Reduction.Mean);
                data.Add(output, loss, Reduction.Sum);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OutputsAndLosses))]
    public void Gradients_agree_with_central_differences(Activation output, LossFunction loss, Reduction reduction)
    {
        foreach (var hidden in Enum.GetValues<Activation>().Where(activation => activation != Activation.Softmax))
        {
            var random = new Random(17 + (int)hidden);
            var network = new ReferenceNetwork([3, 4, 2, 3], [hidden, Activation.Tanh, output], loss, reduction);
            double[] parameters = Normal(random, network.ParameterCount);
            network.SetParameters(parameters);
            double[] inputs = Normal(random, 5 * 3), targets = Normal(random, 5 * 3);

            Near(Differences(parameters, p => WithParameters(p, () => network.LossBatch(inputs, targets))), network.GradientBatch(inputs, targets));

            double[] input = inputs[..3], vector = Normal(random, 3);
            var (byParameters, byInput) = network.VectorJacobian(input, vector);
            Near(Differences(parameters, p => WithParameters(p, () => Dot(vector, network.Forward(input)))), byParameters);
            Near(Differences(input, x => Dot(vector, network.Forward(x))), byInput);

            double WithParameters(double[] changed, Func<double> value)
            {
                network.SetParameters(changed);
                double result = value();
                network.SetParameters(parameters);
                return result;
            }
        }
    }

    /// <summary>A forward pass by hand: 2 → 2 ReLU → 1 identity.</summary>
    [Fact]
    public void Forward_by_hand()
    {
        var network = new ReferenceNetwork([2, 2, 1], [Activation.Relu, Activation.Identity], LossFunction.MeanSquaredError, Reduction.Mean);
        network.SetParameters([1, 2, 3, 4, 0.5, -100, 5, 6, 7]);
        // z1 = [1·1 + 3·2 + 0.5, 2·1 + 4·2 − 100], a1 = [7.5, 0], y = 5·7.5 + 7
        Assert.Equal([44.5], network.Forward([1, 2]));
        Assert.Equal(2.25, network.Loss([1, 2], [43]));
        Assert.Equal([0, 0, 1], new ReferenceNetwork([1, 3], [Activation.Softmax], LossFunction.CrossEntropy, Reduction.Mean).Target(2));
    }

    [Fact]
    public void Losses_by_hand()
    {
        double[] logits = [0, Math.Log(3)], probabilities = [0.25, 0.75];
        Assert.Equal(-Math.Log(0.75), ReferenceLoss.Value(LossFunction.CrossEntropy, logits, probabilities, [0, 1]), 14);
        Assert.Equal(-Math.Log(0.25), ReferenceLoss.Value(LossFunction.BinaryCrossEntropy, [Math.Log(3)], [0.75], [0]), 14);
        double[] outputs = [1, 5], targets = [0.5, 3];
        Assert.Equal((0.25 + 4) / 2, ReferenceLoss.Value(LossFunction.MeanSquaredError, outputs, outputs, targets));
        Assert.Equal((0.5 + 2) / 2, ReferenceLoss.Value(LossFunction.MeanAbsoluteError, outputs, outputs, targets));
        Assert.Equal((0.125 + 1.5) / 2, ReferenceLoss.Value(LossFunction.Huber, outputs, outputs, targets));
    }

    /// <summary>Values of erfc from mpmath at 30 digits.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0.47950012218695346)]
    [InlineData(0.99, 0.16149193044463020)]
    [InlineData(1.01, 0.15318950377172330)]
    [InlineData(2.5, 0.0004069520174449589)]
    [InlineData(6, 2.1519736712498913e-17)]
    [InlineData(20, 5.39586561160790e-176)]
    [InlineData(-0.3, 1.3286267594591274)]
    [InlineData(-4, 1.9999999845827421)]
    public void Erfc(double x, double expected) => Assert.InRange(ReferenceMath.Erfc(x) / expected, 1 - 2e-14, 1 + 2e-14);

    [Theory]
    [InlineData(1e-18)]
    [InlineData(1e-5)]
    [InlineData(-1e-5)]
    [InlineData(0.3)]
    [InlineData(-0.4)]
    [InlineData(3)]
    public void Small_arguments_keep_their_digits(double x)
    {
        // Each is the other's inverse, and both are compared with the first terms of their series where those suffice.
        Assert.Equal(1, ReferenceMath.LogOnePlus(ReferenceMath.ExpMinusOne(x)) / x, 14);
        if (Math.Abs(x) < 1e-4)
            Assert.Equal(1, ReferenceMath.ExpMinusOne(x) / (x + x * x / 2 + x * x * x / 6), 15);
    }

    private static double[] Normal(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).ToArray();

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double[] Differences(double[] at, Func<double[], double> value)
    {
        var result = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            var above = (double[])at.Clone();
            var below = (double[])at.Clone();
            above[i] += Step;
            below[i] -= Step;
            result[i] = (value(above) - value(below)) / (2 * Step);
        }

        return result;
    }

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(actual[i] - expected[i], -1e-7 * (1 + Math.Abs(expected[i])), 1e-7 * (1 + Math.Abs(expected[i])));
    }
}
