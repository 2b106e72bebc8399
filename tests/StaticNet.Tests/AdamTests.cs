using StaticNet.Lanes;
using System.Numerics;

namespace StaticNet.Tests;

/// <summary>Adam follows the published recurrence, step by step, in both precisions and for every number of parameters.</summary>
public class AdamTests
{
    /// <summary>Whole vectors, none, and every kind of rest in either precision.</summary>
    public static TheoryData<int, int, bool> Groups
    {
        get
        {
            var data = new TheoryData<int, int, bool>();
            foreach (var (weights, biases) in new[] { (1, 0), (3, 2), (8, 8), (16, 1), (33, 17), (64, 31) })
            {
                data.Add(weights, biases, false);
                data.Add(weights, biases, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void DoubleFollowsTheFormula(int weights, int biases, bool spelledOut) => FollowsTheFormula<double>(weights, biases, spelledOut, 1e-13);

    [Theory]
    [MemberData(nameof(Groups))]
    public void SingleFollowsTheFormula(int weights, int biases, bool spelledOut) => FollowsTheFormula<float>(weights, biases, spelledOut, 2e-5);

    [Fact]
    public void DefaultsAreThePublishedOnes()
    {
        var adam = new Adam<double>(1);
        Assert.Equal((0.001, 0.9, 0.999, 1e-8, 0.0), (adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, adam.L2));
    }

    /// <summary>In the first step m̂ = g and v̂ = g², so every parameter moves by η whatever the size of its gradient.</summary>
    [Theory]
    [InlineData(1e-3)]
    [InlineData(-1.0)]
    [InlineData(1e4)]
    public void FirstStepHasTheLengthOfTheLearningRate(double gradient)
    {
        double[] parameter = [1];
        var adam = new Adam<double>(1) { LearningRate = 0.25 };
        Step(adam, [1, 0], parameter, [gradient]);
        Assert.Equal(1 - (0.25 * Math.Sign(gradient)), parameter[0], 1e-5);
    }

    /// <summary>Outside the square root: with ε = 1 and the gradient 1 the first step is η/(1 + 1), not η/√(1 + 1).</summary>
    [Fact]
    public void EpsilonIsAddedAfterTheSquareRoot()
    {
        double[] parameter = [0];
        Step(new Adam<double>(1) { LearningRate = 1, Epsilon = 1 }, [1, 0], parameter, [1.0]);
        Assert.Equal(-0.5, parameter[0], 1e-12);
    }

    [Fact]
    public void ParameterWithoutGradientStays()
    {
        float[] parameters = [3, -2];
        var adam = new Adam<float>(2);
        for (int t = 0; t < 10; t++)
            Step(adam, [1, 1], parameters, [0, 0]);
        Assert.Equal([3, -2], parameters);
    }

    [Fact]
    public void DecayedPowersThatVanishLeaveThePlainQuotient()
    {
        float[] parameter = [0];
        var adam = new Adam<float>(1) { LearningRate = 1e-4f, Beta1 = 0, Beta2 = 0 };
        for (int t = 1; t <= 1000; t++)
            Step(adam, [1, 0], parameter, [t % 2 == 0 ? 3f : 5f]);
        Assert.Equal(-0.1f, parameter[0], 1e-5f);
    }

    [Fact]
    public void StepAllocatesNothing()
    {
        float[] parameters = new float[50], gradient = new float[50];
        int[] layout = [40, 10];
        Array.Fill(gradient, 0.5f);
        var adam = new Adam<float>(50);
        Step(adam, layout, parameters, gradient);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int t = 0; t < 100; t++)
            Step(adam, layout, parameters, gradient);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(101, adam.StepCount);
    }

    [Fact]
    public void AnotherNetworksSizeIsRefusedAndNothingCounted()
    {
        var adam = new Adam<float>(17);
        var exception = Assert.Throws<ArgumentException>(() => adam.BeginStep(18));
        Assert.Contains("17", exception.Message);
        Assert.Contains("18", exception.Message);

        // The refused step left the bias corrections alone: the next one is a first step.
        float[] parameters = new float[17];
        Step(adam, [17, 0], parameters, Enumerable.Repeat(1f, 17).ToArray());
        Assert.Equal(1, adam.StepCount);
        Assert.All(parameters, parameter => Assert.Equal(-0.001f, parameter, 1e-8f));
    }

    [Fact]
    public void SettingsOutsideTheirRangeAreRefused()
    {
        var adam = new Adam<double>(1);
        foreach (double bad in new[] { -1e-300, double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => adam.LearningRate = bad);
            Assert.Throws<ArgumentOutOfRangeException>("Epsilon", () => adam.Epsilon = bad);
        }

        Assert.Throws<ArgumentOutOfRangeException>("Epsilon", () => adam.Epsilon = 0);
        foreach (double bad in new[] { -1e-300, 1, double.NaN })
        {
            Assert.Throws<ArgumentOutOfRangeException>("Beta1", () => adam.Beta1 = bad);
            Assert.Throws<ArgumentOutOfRangeException>("Beta2", () => adam.Beta2 = bad);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam<double>(0));
    }

    /// <summary>
    /// Against the textbook: m̂ and v̂ from weighted sums over the whole history of gradients, not from a recurrence, with weight decay
    /// on the weights alone.
    /// </summary>
    private static void FollowsTheFormula<T>(int weights, int biases, bool spelledOut, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const double Rate = 0.01, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-6, L2 = 0.1;
        const int Steps = 60;
        int count = weights + biases;
        var parameters = Enumerable.Range(0, count).Select(i => T.CreateChecked(Wave(i, 0))).ToArray();
        double[] expected = parameters.Select(double.CreateChecked).ToArray();
        var history = new double[Steps + 1][];
        var isWeight = Enumerable.Range(0, count).Select(i => i < weights ? T.One : T.Zero).ToArray();
        var adam = new Adam<T>(count)
        {
            LearningRate = T.CreateChecked(Rate),
            Beta1 = T.CreateChecked(Beta1),
            Beta2 = T.CreateChecked(Beta2),
            Epsilon = T.CreateChecked(Epsilon),
            L2 = T.CreateChecked(L2),
        };

        for (int t = 1; t <= Steps; t++)
        {
            var gradient = Enumerable.Range(0, count).Select(i => T.CreateChecked(Wave(i, t))).ToArray();
            history[t] = Enumerable.Range(0, count)
                .Select(i => double.CreateChecked(gradient[i]) + (i < weights ? L2 * expected[i] : 0)).ToArray();
            Step(adam, [weights, biases], parameters, gradient, spelledOut ? isWeight : default);
            for (int i = 0; i < count; i++)
            {
                double mean = 0, square = 0, weightOfMean = 0, weightOfSquare = 0;
                for (int s = 1; s <= t; s++)
                {
                    mean += Math.Pow(Beta1, t - s) * history[s][i];
                    square += Math.Pow(Beta2, t - s) * history[s][i] * history[s][i];
                    weightOfMean += Math.Pow(Beta1, t - s);
                    weightOfSquare += Math.Pow(Beta2, t - s);
                }

                expected[i] -= Rate * (mean / weightOfMean) / (Math.Sqrt(square / weightOfSquare) + Epsilon);
                Assert.Equal(expected[i], double.CreateChecked(parameters[i]), tolerance);
            }
        }
    }

    /// <summary>A step as generated code takes it: large networks tell weights from biases by groups, small ones by a table.</summary>
    private static void Step<T>(Adam<T> adam, ReadOnlySpan<int> layout, T[] parameters, ReadOnlySpan<T> gradient, ReadOnlySpan<T> isWeight = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ParameterUpdate.Apply<Lanes2x256<T>, T, AdamRule<T>>(adam.BeginStep(parameters.Length), new ParameterLayout<T>(layout, isWeight), parameters, gradient, adam.State, adam.Terms);

    /// <summary>Numbers of both signs and different sizes, without a pattern that an error in the indices could hide behind.</summary>
    private static double Wave(int i, int t) => Math.Sin((1.7 * i) + (0.9 * t) + (0.01 * i * t)) * (1 + (i % 5));
}
