using System.Numerics;
using StaticNet.Models;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Models;

/// <summary>Models that know their topology only at run time compute the bits of generated code.</summary>
public class NetworkModelTests
{
    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Model_has_the_bits_of_Forward(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(7);
            var model = NetworkModel<T>.Of(network);
            T[] input = new T[info.InputSize], expected = new T[info.OutputSize], actual = new T[info.OutputSize];
            var random = new Random(3);
            for (int sample = 0; sample < 20; sample++)
            {
                // Small, of usual size, and so large that sums overflow.
                double scale = sample switch { < 5 => 1e-3, < 15 => 2, < 18 => 1e4, _ => 1e38 };
                for (int i = 0; i < input.Length; i++)
                    input[i] = T.CreateTruncating(scale * (2 * random.NextDouble() - 1));
                network.Forward(input, expected);
                model.Forward(input, actual);
                Bits.AssertEqual<T>(expected, actual, $"output of sample {sample}");
                if (network is IClassifier<T> classifier)
                {
                    Assert.Equal(classifier.Predict(input), model.Predict(input));
                    actual.AsSpan().Clear();
                    Assert.Equal(classifier.Predict(input), model.Predict(input, actual));
                    Bits.AssertEqual<T>(expected, actual, $"output of sample {sample}");
                }
            }

            var other = info.Create<T>(8);
            model.CopyTo(other);
            Bits.AssertEqual<T>(network.Parameters, other.Parameters, "parameter");
        }
    }

    [Theory]
    [InlineData(1024, 4, 1)]
    [InlineData(1025, 4, 4)]
    [InlineData(1025, 16, 4)]
    [InlineData(1025, 17, 2)]
    [InlineData(1025, 48, 2)]
    [InlineData(1025, 49, 1)]
    public void Sums_are_split_by_the_width_of_a_layer_in_networks_past_the_limit(int least, int units, int chains)
    {
        // One layer of these units, and another that brings the count to at least the limit.
        int inputs = least == 1024 ? (1024 / units) - 1 : least;
        var topology = new Topology([inputs, units], [Activation.Tanh], LossFunction.MeanSquaredError);
        Assert.Equal(chains, PlainForward.Chains(topology, 0, sizeof(float)));
    }

    [Fact]
    public void Networks_of_other_layers_are_refused()
    {
        var model = new NetworkModel<float>(new Topology([2, 3, 2], [Activation.Relu, Activation.Softmax], LossFunction.CrossEntropy));
        var network = new Shapes.Tiny();
        float[] before = network.Parameters.ToArray();
        Assert.Contains("Expected a network of 2 → 3 relu → 2 softmax, got one of 2 → 3 tanh → 2 softmax.", Assert.Throws<ArgumentException>("network", () => model.CopyTo(network)).Message);
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Throws<ArgumentException>("input", () => model.Forward(new float[3], new float[2]));
        Assert.Throws<ArgumentException>("output", () => model.Forward(new float[2], new float[3]));
        Assert.Throws<NotSupportedException>(() => new NetworkModel<Half>(model.Topology));
    }
}
