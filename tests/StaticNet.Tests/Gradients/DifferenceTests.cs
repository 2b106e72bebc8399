using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Gradients;

/// <summary>
/// Gradients of generated networks against central differences of their own losses: a check that needs no other implementation
/// of the mathematics.
/// </summary>
public class DifferenceTests
{
    // The cube root of the unit of rounding, which balances rounding against curvature.
    private const double Step = 6e-6;

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(NetworkCase.DoubleNames), MemberType = typeof(NetworkCase))]
    public void Gradient_of_a_batch(string name)
    {
        var info = NetworkCase.Find(name);
        var network = info.CreateRandom<double>(21);
        var samples = new Samples<double>(info, 3, 22);
        var gradient = new double[network.ParameterCount];
        network.BackwardBatch(samples.Inputs, samples.Targets, gradient);
        Check(network.Parameters, () => network.LossBatch(samples.Inputs, samples.Targets), gradient);
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(NetworkCase.DoubleNames), MemberType = typeof(NetworkCase))]
    public void Gradient_of_a_sample(string name)
    {
        var info = NetworkCase.Find(name);
        var network = info.CreateRandom<double>(23);
        var samples = new Samples<double>(info, 1, 24);
        var gradient = new double[network.ParameterCount];
        network.Backward(samples.Inputs, samples.Targets, gradient);
        Check(network.Parameters, () => network.Loss(samples.Inputs, samples.Targets), gradient);
        if (network is not IClassifier<double> classifier)
            return;
        classifier.Backward(samples.Inputs, samples.Labels[0], gradient);
        Check(network.Parameters, () => classifier.Loss(samples.Inputs, samples.Labels[0]), gradient);
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(NetworkCase.DoubleNames), MemberType = typeof(NetworkCase))]
    public void Vector_Jacobian_product(string name)
    {
        var info = NetworkCase.Find(name);
        var network = info.CreateRandom<double>(25);
        var samples = new Samples<double>(info, 1, 26);
        double[] gradient = new double[network.ParameterCount], inputGradient = new double[info.InputSize], output = new double[info.OutputSize];
        network.BackwardFrom(samples.Inputs, samples.Targets, gradient, inputGradient);
        Check(network.Parameters, Product, gradient);
        Check(samples.Inputs, Product, inputGradient);

        double Product()
        {
            network.Forward(samples.Inputs, output);
            return output.Zip(samples.Targets, (y, weight) => y * weight).Sum();
        }
    }

    private static void Check(Span<double> at, Func<double> value, double[] gradient)
    {
        // Of a large network every so many parameters, by a prime that meets all units: the agreement tests see all of them.
        int stride = at.Length < 500 ? 1 : 31;
        double scale = 1 + gradient.Max(Math.Abs);
        for (int i = 0; i < at.Length; i += stride)
        {
            double middle = at[i];
            at[i] = middle + Step;
            double above = value();
            at[i] = middle - Step;
            double below = value();
            at[i] = middle;
            double difference = (above - below) / (2 * Step) - gradient[i];
            Assert.InRange(difference, -1e-8 * scale, 1e-8 * scale);
        }
    }
}
