using StaticNet.Serialization;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Dropouts;

/// <summary>Files keep where a network is in its sequence of masks.</summary>
public class DropoutFileTests
{
    private static readonly float[] s_inputs = [0.1f, 0.2f, -0.3f, 0.4f, 1, 2, 3, 4];
    private static readonly int[] s_labels = [0, 2];

    [Fact]
    public void Training_goes_on_to_the_bit_with_network_and_optimizer_from_files()
    {
        var network = new Dropping.Flowers(1);
        var adam = new Adam<float>(Dropping.Flowers.ParameterCount);
        Train(network, adam);
        MemoryStream file = new(), state = new();
        network.Save(file);
        adam.Save(state);
        (file.Position, state.Position) = (0, 0);
        var loaded = Dropping.Flowers.Load(file);
        var other = new Adam<float>(Dropping.Flowers.ParameterCount);
        other.Load(state);
        Assert.Equal(network.DropoutState, loaded.DropoutState);
        Train(network, adam);
        Train(loaded, other);
        Bits.AssertEqual<float>(network.Parameters, loaded.Parameters, "parameter");

        static void Train(Dropping.Flowers network, Adam<float> adam)
        {
            for (int i = 0; i < 5; i++)
                network.TrainBatch(s_inputs, s_labels, adam);
        }
    }

    [Fact]
    public void A_file_without_a_state_leaves_it_and_a_refused_one_too()
    {
        var file = new MemoryStream();
        NetworkFile.Save(file, NetworkModel<float>.Of(new Dropping.Flowers(1)));
        var network = new Dropping.Flowers(2) { DropoutState = 7 };
        file.Position = 0;
        NetworkFile.Load(file, network);
        Assert.Equal(7UL, network.DropoutState);

        byte[] bytes = Saved(new Dropping.Flowers(3) { DropoutState = ulong.MaxValue });
        NetworkFile.Load(new MemoryStream(bytes), network);
        Assert.Equal(ulong.MaxValue, network.DropoutState);
        // The last byte is the exponent of the last bias, which the self-test notices.
        bytes[^1] = 0x40;
        network.DropoutState = 7;
        Assert.Throws<SafeTensorsException>(() => NetworkFile.Load(new MemoryStream(bytes), network));
        Assert.Equal(7UL, network.DropoutState);
    }

    private static byte[] Saved(Dropping.Flowers network)
    {
        var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }
}
