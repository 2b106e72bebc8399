namespace StaticNet.Tests.Serialization;

/// <summary>Networks whose weights this project bakes in, as a user's does: by an additional file.</summary>
public class BakedTests
{
    private static readonly string s_file = Path.Combine(AppContext.BaseDirectory, "Data/baked.weights.json");

    [Fact]
    public void A_new_network_starts_with_what_was_baked_and_writes_the_same_file()
    {
        var network = new BakedNet();
        Assert.Equal(BakedNet.BakedParameters.ToArray(), network.Parameters.ToArray());
        Assert.Equal(FrozenNet.Parameters.ToArray(), network.Parameters.ToArray());
        Assert.NotEqual(network.Parameters.ToArray(), new BakedNet(0).Parameters.ToArray());
        var stream = new MemoryStream();
        network.SaveJson(stream);
        Assert.Equal(File.ReadAllText(s_file), System.Text.Encoding.UTF8.GetString(stream.ToArray()));

        // It trains like any other, and the constants stay.
        network.TrainStep([1, 2], 0, 0.1f);
        Assert.NotEqual(BakedNet.BakedParameters.ToArray(), network.Parameters.ToArray());
        Assert.Equal(BakedNet.BakedParameters.ToArray(), new BakedNet().Parameters.ToArray());
    }

    [Fact]
    public void A_frozen_network_computes_the_same_and_allocates_nothing()
    {
        var network = new BakedNet();
        float[] inputs = [.. Enumerable.Range(0, 66).Select(i => (i % 13 - 6) / 4f)];
        float[] expected = new float[66], actual = new float[66], output = new float[2];
        network.ForwardBatch(inputs, expected);
        int[] labels = new int[33], frozenLabels = new int[33];
        network.PredictBatch(inputs, labels);
        FrozenNet.ForwardBatch(inputs, actual);
        Assert.Equal(expected, actual);
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        FrozenNet.ForwardBatch(inputs, actual);
        FrozenNet.PredictBatch(inputs, frozenLabels);
        bool same = true;
        for (int i = 0; i < 33; i++)
        {
            var input = inputs.AsSpan(2 * i, 2);
            FrozenNet.Forward(input, output);
            same &= output.AsSpan().SequenceEqual(expected.AsSpan(2 * i, 2)) && FrozenNet.Predict(input) == labels[i];
        }

        same &= FrozenNet.W1[0] == network.W1[0] && FrozenNet.B2[1] == 0.5f;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(same);
        Assert.Equal(labels, frozenLabels);
        Assert.Throws<ArgumentException>("input", () => FrozenNet.Predict(new float[3]));
        Assert.Throws<ArgumentException>("outputs", () => FrozenNet.ForwardBatch(new float[4], new float[3]));
    }
}

[Network(Input = 2, Hidden = 3, Output = 2, Weights = "baked.weights.json")]
internal sealed partial class BakedNet;

[Network(Input = 2, Hidden = 3, Output = 2, Weights = "Data/baked.weights.json", Frozen = true)]
internal static partial class FrozenNet;
