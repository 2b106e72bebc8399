using System.Numerics;
using StaticNet.Data;
using StaticNet.Serialization;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Serialization;

/// <summary>Networks in files: back to the bit, with PyTorch's names and shapes, and refused where they do not fit.</summary>
public sealed class NetworkFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Every_network_comes_back_to_the_bit(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            INetwork<T> saved = info.CreateRandom<T>(5), loaded = info.Create<T>(6);
            Assert.Equal(new Topology([.. info.Sizes], [.. info.Activations], info.Loss, info.Reduction), saved.Topology);
            NetworkFile.Save(_path, saved);
            Assert.Equal(new Scaling<T>(null, null), NetworkFile.Load(_path, loaded));
            Bits.AssertEqual<T>(saved.Parameters, loaded.Parameters, "parameter");
        }
    }

    [Fact]
    public void Names_and_shapes_are_those_of_PyTorch()
    {
        var network = new Training.IrisNet(3);
        NetworkFile.Save(_path, network);
        var file = SafeTensorsFile.Read(_path);
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], file.Names);
        Assert.Equal([8, 4], file["0.weight"].Shape);
        Assert.Equal([3, 8], file["2.weight"].Shape);
        float[] first = file.Get<float>("0.weight");
        for (int unit = 0; unit < 8; unit++)
        {
            for (int input = 0; input < 4; input++)
                Assert.Equal(network.W1[input * 8 + unit], first[unit * 4 + input]);
        }

        Assert.Equal(network.B2.ToArray(), file.Get<float>("2.bias"));
    }

    [Fact]
    public void Scaling_is_kept_and_can_be_folded_in_afterwards()
    {
        var network = new Training.IrisNet(3);
        var scaler = new Scaler<float>([1, 2, 3, 4], [0.5f, 2, 4, 0.25f]);
        NetworkFile.Save(_path, network, scaler, new Scaler<float>([0, 0, 1], [1, 1, 2]));
        var loaded = new Training.IrisNet(9);
        var scaling = NetworkFile.Load(_path, loaded);
        Assert.Equal(scaler.Offset.ToArray(), scaling.Inputs!.Offset.ToArray());
        Assert.Equal(scaler.Factor.ToArray(), scaling.Inputs.Factor.ToArray());
        Assert.Equal([1, 1, 2], scaling.Targets!.Factor.ToArray());

        float[] input = [5, 6, 7, 8], scaled = [.. input], expected = new float[3], actual = new float[3];
        scaler.Transform(scaled);
        network.Forward(scaled, expected);
        scaling.Inputs.FoldInto(loaded.W1, loaded.B1);
        loaded.Forward(input, actual);
        for (int i = 0; i < 3; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);
    }

    [Fact]
    public void File_of_PyTorch_needs_no_word_about_itself()
    {
        var writer = new SafeTensorsWriter();
        writer.Add<float>("0.weight", [1, 2], 1, 2);
        writer.Add<float>("0.bias", [3], 1);
        AtomicFile.Write(_path, writer.WriteTo);
        var network = new TwoInputs();
        NetworkFile.Load(_path, network);
        Assert.Equal([1, 2, 3], network.Parameters.ToArray());
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_nothing_changed()
    {
        NetworkFile.Save(_path, new Training.IrisNet(3));
        Refused("a network of 4 → 8 tanh → 3 softmax; this one is 2 → 1 identity", new TwoInputs());
        Write(w => w.Add<float>("0.weight", [1, 2], 2, 1), w => w.Add<float>("0.bias", [3], 1));
        Refused("Expected '0.weight' to be [1, 2]; it is F32[2, 1]", new TwoInputs());
        Write(w => w.Add<double>("0.weight", [1, 2], 1, 2), w => w.Add<double>("0.bias", [3], 1));
        Refused("F64", new TwoInputs());
        Write(w => w.Add<float>("0.weight", [1, float.NaN], 1, 2), w => w.Add<float>("0.bias", [3], 1));
        Refused("A number in '0.weight' is NaN or infinite", new TwoInputs());
        Write(w => w.Add<float>("0.weight", [1, 2], 1, 2));
        Refused("0.bias", new TwoInputs());
        // A network that begins like this one, or has normalisation in it, is another.
        Write(w => w.Add<float>("0.weight", [1, 2], 1, 2), w => w.Add<float>("0.bias", [3], 1), w => w.Add<float>("2.weight", [1], 1, 1), w => w.Add<float>("2.bias", [3], 1));
        Refused("Expected the weights and biases of layers 2-1, and nothing else; there is '2.weight', too.", new TwoInputs());
        Write(w => w.AddMetadata("format", "staticnet-checkpoint"), w => w.AddMetadata("version", "1"));
        Refused("Expected a file of a network, staticnet-network; this is one of another kind, staticnet-checkpoint.", new TwoInputs());
        var broken = new TwoInputs();
        broken.Parameters[1] = float.NaN;
        Assert.Throws<ArgumentException>("network", () => NetworkFile.Save(_path, broken));
        Assert.Throws<ArgumentException>("inputs", () => NetworkFile.Save(_path, new TwoInputs(), new Scaler<float>([1], [1])));

        void Write(params Action<SafeTensorsWriter>[] tensors)
        {
            var writer = new SafeTensorsWriter();
            foreach (var add in tensors)
                add(writer);
            AtomicFile.Write(_path, writer.WriteTo);
        }

        void Refused(string expected, TwoInputs network)
        {
            float[] before = network.Parameters.ToArray();
            Assert.Contains(expected, Assert.Throws<SafeTensorsException>(() => NetworkFile.Load(_path, network)).Message);
            Assert.Equal(before, network.Parameters.ToArray());
        }
    }
}

[Network(Input = 2, Output = 1, OutputActivation = Activation.Identity)]
internal sealed partial class TwoInputs;
