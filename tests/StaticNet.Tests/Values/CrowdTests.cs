using System.Numerics;
using System.Runtime.InteropServices;
using StaticNet.Lanes;
using StaticNet.Tests.Contract;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Values;

/// <summary>One call for many networks: the bits of a call for each, whatever their number and the width of the vectors.</summary>
[Collection(Alone.Name)]
public class CrowdTests : IDisposable
{
    private static readonly int[] s_counts = [0, 1, 2, 15, 16, 17, 63, 64, 65, 200];

    public void Dispose() => VectorWidth.Limit = 512;

    [Fact]
    public void Tiny() => Check<Networks.Values.Tiny, float>(
        seed => new(seed), Networks.Values.Tiny.ForwardEach, Networks.Values.Tiny.PredictEach, (in Networks.Values.Tiny network, ReadOnlySpan<float> input) => network.Predict(input));

    [Fact]
    public void Brains() => Check<Networks.Values.Brain, float>(
        seed => new(seed), Networks.Values.Brain.ForwardEach, Networks.Values.Brain.PredictEach, (in Networks.Values.Brain network, ReadOnlySpan<float> input) => network.Predict(input));

    [Fact]
    public void Regression() => Check<Networks.Values.Regression, double>(
        seed => new(seed), Networks.Values.Regression.ForwardEach, Networks.Values.Regression.PredictEach, (in Networks.Values.Regression network, ReadOnlySpan<double> input) => network.Predict(input));

    [Fact]
    public void One_output() => Check<Networks.Values.OneOutput, float>(
        seed => new(seed), Networks.Values.OneOutput.ForwardEach, Networks.Values.OneOutput.PredictEach, (in Networks.Values.OneOutput network, ReadOnlySpan<float> input) => network.Predict(input));

    [Fact]
    public void No_hidden_layer() => Check<Networks.Values.NoHiddenLayer, float>(
        seed => new(seed), Networks.Values.NoHiddenLayer.ForwardEach, Networks.Values.NoHiddenLayer.PredictEach, (in Networks.Values.NoHiddenLayer network, ReadOnlySpan<float> input) => network.Predict(input));

    [Fact]
    public void Large() => Check<Networks.Values.Large, float>(
        seed => new(seed), Networks.Values.Large.ForwardEach, Networks.Values.Large.PredictEach, (in Networks.Values.Large network, ReadOnlySpan<float> input) => network.Predict(input));

    [Fact]
    public void With_other_fields_between() => Check<Npc, float>(
        seed => new Npc(seed) { Name = "Ada" }, Npc.ForwardEach, Npc.PredictEach, (in Npc network, ReadOnlySpan<float> input) => network.Predict(input));

    [Fact]
    public void Nothing_is_allocated()
    {
        var brains = Enumerable.Range(0, 100).Select(seed => new Networks.Values.Brain((ulong)seed)).ToArray();
        float[] inputs = new float[800], outputs = new float[400];
        int[] labels = new int[100];
        AllocationTests.Nothing("ForwardEach", () => Networks.Values.Brain.ForwardEach(brains, inputs, outputs));
        AllocationTests.Nothing("PredictEach", () => Networks.Values.Brain.PredictEach(brains, inputs, labels));
    }

    [Fact]
    public void Wrong_lengths_and_overlaps_are_refused()
    {
        var brains = new Networks.Values.Brain[3];
        Assert.Equal("inputs", Assert.Throws<ArgumentException>(() => Networks.Values.Brain.ForwardEach(brains, new float[23], new float[12])).ParamName);
        Assert.Equal("outputs", Assert.Throws<ArgumentException>(() => Networks.Values.Brain.ForwardEach(brains, new float[24], new float[11])).ParamName);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => Networks.Values.Brain.PredictEach(brains, new float[24], new int[4])).ParamName);
        float[] shared = new float[24];
        Assert.Equal("outputs", Assert.Throws<ArgumentException>(() => Networks.Values.Brain.ForwardEach(brains, shared, shared.AsSpan(0, 12))).ParamName);
        Assert.Equal("outputs", Assert.Throws<ArgumentException>(() => Networks.Values.Brain.ForwardEach(brains, new float[24], brains[2].Parameters[^12..])).ParamName);
        Assert.Equal("labels", Assert.Throws<ArgumentException>(() => Networks.Values.Brain.PredictEach(brains, new float[24], MemoryMarshal.Cast<float, int>(brains[0].W1[..3]))).ParamName);
    }

    private delegate void ForwardEach<TNetwork, T>(ReadOnlySpan<TNetwork> networks, ReadOnlySpan<T> inputs, Span<T> outputs);

    private delegate void PredictEach<TNetwork, T>(ReadOnlySpan<TNetwork> networks, ReadOnlySpan<T> inputs, Span<int> labels);

    private delegate int PredictOne<TNetwork, T>(in TNetwork network, ReadOnlySpan<T> input);

    private static void Check<TNetwork, T>(Func<ulong, TNetwork> create, ForwardEach<TNetwork, T> forwardEach, PredictEach<TNetwork, T> predictEach, PredictOne<TNetwork, T> predict)
        where TNetwork : struct, INetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(11);
        var networks = Enumerable.Range(0, s_counts.Max()).Select(seed => create((ulong)seed)).ToArray();
        int size = networks[0].InputSize, outputs = networks[0].OutputSize;
        T[] inputs = [.. Enumerable.Range(0, networks.Length * size).Select(_ => T.CreateTruncating(4 * random.NextDouble() - 2))];
        T[] expected = new T[networks.Length * outputs];
        int[] labels = new int[networks.Length];
        for (int i = 0; i < networks.Length; i++)
        {
            networks[i].Forward(inputs.AsSpan(i * size, size), expected.AsSpan(i * outputs, outputs));
            labels[i] = predict(networks[i], inputs.AsSpan(i * size, size));
        }

        foreach (int width in new[] { 512, 256, 128 })
        {
            VectorWidth.Limit = width;
            foreach (int count in s_counts)
            {
                // What stands behind the last output must stay as it is.
                T[] actual = new T[count * outputs + 1];
                int[] classes = new int[count + 1];
                (actual[^1], classes[^1]) = (T.E, 77);
                forwardEach(networks.AsSpan(0, count), inputs.AsSpan(0, count * size), actual.AsSpan(0, count * outputs));
                predictEach(networks.AsSpan(0, count), inputs.AsSpan(0, count * size), classes.AsSpan(0, count));
                Bits.AssertEqual<T>([.. expected[..(count * outputs)], T.E], actual, $"output of {count} at {width} bits");
                Assert.Equal([.. labels[..count], 77], classes);
            }
        }
    }
}
