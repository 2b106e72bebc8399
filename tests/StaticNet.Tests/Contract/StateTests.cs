using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Contract;

/// <summary>Parameters, their views and their initial values.</summary>
public class StateTests
{
    /// <summary>
    /// Weights in order from one SplitMix64 sequence, uniform within ±√(6/(inputs + units)), or ±√(6/inputs) in front of the ReLU family; biases 0.
    /// </summary>
    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Initial_weights(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (ulong seed in new[] { 0ul, 1ul, ulong.MaxValue })
            {
                ulong state = seed;
                var expected = new List<T>();
                for (int layer = 0; layer < info.Activations.Count; layer++)
                {
                    int inputs = info.Sizes[layer], units = info.Sizes[layer + 1];
                    bool rectifier = info.Activations[layer] is Activation.Relu or Activation.LeakyRelu or Activation.Elu or Activation.Gelu or Activation.Silu or Activation.Softplus;
                    double limit = Math.Sqrt(6.0 / (rectifier ? inputs : inputs + units));
                    for (int i = 0; i < inputs * units; i++)
                        expected.Add(T.CreateTruncating(limit * (2 * Uniform(ref state) - 1)));
                    expected.AddRange(new T[units]);
                }

                Bits.AssertEqual<T>([.. expected], info.Create<T>(seed).Parameters, $"parameter for seed {seed}");
            }
        }

        // Steele, Lea and Flood 2014, written down once more.
        static double Uniform(ref ulong state)
        {
            state += 0x9E3779B97F4A7C15;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            return (z >> 11) * Math.ScaleB(1, -53);
        }
    }

    [Fact]
    public void Sizes_are_constants_and_views_are_views()
    {
        const int Count = Shapes.Bottleneck.ParameterCount;
        Assert.Equal((5, 3, 5 * 8 + 8 + 8 + 1 + 8 + 8 + 16 + 2 + 6 + 3), (Shapes.Bottleneck.InputSize, Shapes.Bottleneck.OutputSize, Count));
        var network = new Shapes.Bottleneck();
        for (int i = 0; i < Count; i++)
            network.Parameters[i] = i;
        float[][] views = [[.. network.W1], [.. network.B1], [.. network.W2], [.. network.B2], [.. network.W3], [.. network.B3], [.. network.W4], [.. network.B4], [.. network.W5], [.. network.B5]];
        Assert.Equal([40, 8, 8, 1, 8, 8, 16, 2, 6, 3], views.Select(view => view.Length));
        Assert.Equal(network.Parameters.ToArray(), views.SelectMany(view => view));
        network.B5[2] = -1;
        network.W1[0] = -2;
        Assert.Equal((-2, -1), (network.Parameters[0], network.Parameters[^1]));
    }

    [Fact]
    public void The_default_seed_is_0_and_seeds_differ()
    {
        Assert.Equal(new Shapes.Tiny(0).Parameters.ToArray(), new Shapes.Tiny().Parameters.ToArray());
        Assert.NotEqual(new Shapes.Tiny(1).Parameters.ToArray(), new Shapes.Tiny().Parameters.ToArray());
    }

    [Fact]
    public void Faces_follow_from_the_output_activation()
    {
        Assert.IsType<IClassifier<float>>(new Shapes.MultiLabel(), exactMatch: false);
        Assert.IsNotType<IClassifier<float>>(new Shapes.Control(), exactMatch: false);
        Assert.IsType<INetwork<float>>(new Shapes.Control(), exactMatch: false);
        // The largest of several outputs makes sense without probabilities too.
        var control = new Shapes.Control(5);
        var outputs = new float[2];
        control.Forward([1, 2], outputs);
        Assert.Equal(outputs[1] > outputs[0] ? 1 : 0, control.Predict([1, 2]));
    }
}
