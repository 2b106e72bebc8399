using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Optimizers;

/// <summary>The update loop element by element, for every layout of the networks: weights and biases, whole vectors and tails.</summary>
public class OptimizerTests
{
    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Weights_decay_and_biases_do_not(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(31);
            T[] gradient = Gradient<T>(network.ParameterCount, 32), expected = network.Parameters.ToArray();
            T rate = T.CreateTruncating(0.07), l2 = T.CreateTruncating(0.3);
            bool[] isWeight = IsWeight(info);
            for (int i = 0; i < expected.Length; i++)
            {
                T decayed = isWeight[i] ? T.FusedMultiplyAdd(l2, expected[i], gradient[i]) : gradient[i];
                expected[i] = T.FusedMultiplyAdd(-rate, decayed, expected[i]);
            }

            network.Update(gradient, new Sgd<T> { LearningRate = rate, L2 = l2 });
            Bits.AssertEqual<T>(expected, network.Parameters, "parameter");
        }
    }

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Rules_get_and_keep_their_own_numbers(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            int count = info.Create<T>().ParameterCount;
            T rate = T.CreateTruncating(0.07), l2 = T.CreateTruncating(0.3);
            INetwork<T> one = info.CreateRandom<T>(33), two = info.CreateRandom<T>(33);
            T[] expectedOne = one.Parameters.ToArray(), expectedTwo = two.Parameters.ToArray();
            T[] sums = new T[count], sumsOfTwo = new T[count], squares = new T[count];
            var accumulating = new Accumulating<T>(count, rate);
            var normalising = new Normalising<T>(count, rate) { L2 = l2 };
            bool[] isWeight = IsWeight(info);
            for (int step = 0; step < 3; step++)
            {
                T[] gradient = Gradient<T>(count, 34 + step);
                for (int i = 0; i < count; i++)
                {
                    sums[i] += gradient[i];
                    expectedOne[i] -= rate * sums[i];
                    T decayed = isWeight[i] ? T.FusedMultiplyAdd(l2, expectedTwo[i], gradient[i]) : gradient[i];
                    sumsOfTwo[i] += decayed;
                    squares[i] += decayed * decayed;
                    expectedTwo[i] -= rate * sumsOfTwo[i] / (T.Sqrt(squares[i]) + T.One);
                }

                one.Update(gradient, accumulating);
                two.Update(gradient, normalising);
                Bits.AssertEqual<T>(expectedOne, one.Parameters, "parameter");
                Bits.AssertEqual<T>(expectedTwo, two.Parameters, "parameter");
                Bits.AssertEqual<T>(sums, accumulating.State, "sum");
                Bits.AssertEqual<T>([.. sumsOfTwo, .. squares], normalising.State, "sum or square");
                Assert.Equal((step + 1, step + 1), (accumulating.StepCount, normalising.StepCount));
            }
        }
    }

    [Fact]
    public void Rate_decays_with_the_steps()
    {
        var network = new Shapes.Line();
        var sgd = new Sgd<float> { LearningRate = 0.5f, LearningRateDecay = 0.25f };
        foreach (float rate in new[] { 0.5f, 0.5f / 1.25f, 0.5f / 1.5f, 0.5f / 1.75f })
        {
            float before = network.B1[0];
            Assert.Equal(rate, sgd.CurrentLearningRate);
            network.Update([0, 1], sgd);
            Assert.Equal(MathF.FusedMultiplyAdd(-rate, 1, before), network.B1[0]);
        }

        Assert.Equal(4, sgd.StepCount);
    }

    [Fact]
    public void Plain_update_is_one_fused_multiply_add()
    {
        var network = NetworkCase.Find("Shapes.Regression").CreateRandom<float>(35);
        float[] gradient = Gradient<float>(network.ParameterCount, 36);
        float[] expected = network.Parameters.ToArray().Zip(gradient, (p, g) => MathF.FusedMultiplyAdd(-0.3f, g, p)).ToArray();
        network.Update(gradient, 0.3f);
        Bits.AssertEqual<float>(expected, network.Parameters, "parameter");
    }

    [Fact]
    public void Settings_are_checked()
    {
        var sgd = new Sgd<double> { LearningRate = 0 };
        foreach (double wrong in new[] { -0.1, double.NaN, double.PositiveInfinity })
        {
            Assert.Equal("LearningRate", Assert.Throws<ArgumentOutOfRangeException>(() => sgd.LearningRate = wrong).ParamName);
            Assert.Equal("LearningRateDecay", Assert.Throws<ArgumentOutOfRangeException>(() => sgd.LearningRateDecay = wrong).ParamName);
        }

        Assert.Equal((0.0, 0.0, 0.0), (sgd.LearningRate, sgd.LearningRateDecay, sgd.L2));
        Assert.Equal((0.01f, 0f, 0f, 0L), (new Sgd<float>().LearningRate, new Sgd<float>().LearningRateDecay, new Sgd<float>().L2, new Sgd<float>().StepCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Accumulating<float>(0, 1));
        Assert.Contains("parameter count", Assert.Throws<InvalidOperationException>(() => new Forgetful()).Message);
        Assert.Equal((null, 5, 10), (new Sgd<float>().ParameterCount, new Normalising<float>(5, 1).ParameterCount, new Normalising<float>(5, 1).State.Length));
    }

    private static bool[] IsWeight(NetworkCase info) =>
        [.. info.Activations.SelectMany((_, layer) => Enumerable.Repeat(true, info.Sizes[layer] * info.Sizes[layer + 1]).Concat(Enumerable.Repeat(false, info.Sizes[layer + 1])))];

    private static T[] Gradient<T>(int count, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ => T.CreateTruncating(2 * random.NextDouble() - 1)).ToArray();
    }
}
