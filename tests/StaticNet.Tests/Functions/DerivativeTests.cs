using StaticNet.Tests.Reference;

namespace StaticNet.Tests.Functions;

/// <summary>
/// Derivatives have the size of 1, so their error is measured absolutely, in units of 2⁻²³ (float) or 2⁻⁵² (double), the gap between 1 and its
/// neighbour. It includes the error of the activation that some are computed from.
/// </summary>
public class DerivativeTests
{
    private const double SingleUnit = 1.0 / (1 << 23);
    private const double DoubleUnit = 1.0 / (1L << 52);

    /// <summary>Activation, bound for float, bound for double.</summary>
    public static TheoryData<Activation, double, double> Bounds => new()
    {
        { Activation.Tanh, 7.3, 1.5 },
        { Activation.Sigmoid, 0.8, 0.8 },
        { Activation.Relu, 0, 0 },
        { Activation.LeakyRelu, 0.01, 0 },
        { Activation.Elu, 0.5, 0.6 },
        { Activation.Gelu, 1.5, 1.2 },
        // The rounding of 1 − σ(z) is multiplied by z, which is up to 17 or 37 where it matters.
        { Activation.Silu, 9, 19 },
        { Activation.Softplus, 0.8, 0.6 },
    };

    [Theory]
    [Trait("Category", "Sweep")]
    [MemberData(nameof(Bounds))]
    public void Single(Activation activation, double bound, double _)
    {
        double worst = 0;
        foreach (float[] values in Sampling.AllFloats())
        {
            float[] results = LaneFunctions.SingleDerivatives[activation.ToString()].Apply(values);
            for (int i = 0; i < values.Length; i++)
                worst = Worse(worst, results[i], ReferenceActivation.Derivative(activation, values[i]), SingleUnit);
        }

        Assess(activation, worst, bound);
    }

    [Theory]
    [Trait("Category", "Sweep")]
    [MemberData(nameof(Bounds))]
    public void Double(Activation activation, double _, double bound)
    {
        double worst = 0;
        double[] values = Sampling.Doubles(20_000), results = LaneFunctions.DoubleDerivatives[activation.ToString()].Apply(values);
        for (int i = 0; i < values.Length; i++)
            worst = Worse(worst, results[i], TrueDerivative(activation, values[i]), DoubleUnit);
        Assess(activation, worst, bound);
    }

    /// <summary>To double-double where rounding in a reference in double would blur the result.</summary>
    private static double TrueDerivative(Activation activation, double z)
    {
        switch (activation)
        {
            case Activation.Tanh:
                var tanh = Precise.Tanh(z);
                return Math.Abs(z) < 1e-20 ? 1 : ((DoubleDouble)1.0 - tanh.Mantissa * tanh.Mantissa).High;
            case Activation.Sigmoid:
                Scaled above = Precise.Sigmoid(Math.Abs(z)), below = Precise.Sigmoid(-Math.Abs(z));
                return (above * below.Mantissa).ToDouble() * Math.ScaleB(1, below.Exponent);
            case Activation.Gelu:
                double limited = Math.Clamp(z, -100, 100);
                var density = Precise.Exp(-0.5 * limited * limited).ToDouble() * DoubleDouble.InverseRootOfTwoPi.High;
                return Precise.NormalDistribution(limited).ToDouble() + limited * density;
            case Activation.Silu:
                double near = Math.Clamp(z, -1000, 1000);
                return Precise.Sigmoid(near).ToDouble() * (1 + near * Precise.Sigmoid(-near).ToDouble());
            case Activation.Softplus:
                return Precise.Sigmoid(z).ToDouble();
            default:
                return ReferenceActivation.Derivative(activation, z);
        }
    }

    private static double Worse(double worst, double actual, double expected, double unit)
    {
        double off = Math.Abs(actual - expected) / unit;
        return off <= worst ? worst : double.IsNaN(off) ? double.PositiveInfinity : off;
    }

    private static void Assess(Activation activation, double worst, double bound)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{activation}: {worst:F3} units");
        Assert.True(worst <= bound, $"{activation}: {worst:F3} units off; the bound is {bound}.");
    }
}
