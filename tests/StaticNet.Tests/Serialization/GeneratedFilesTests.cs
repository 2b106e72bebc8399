using System.Text.Json;
using StaticNet.Data;
using StaticNet.Serialization;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Serialization;

/// <summary>The members that a network saves and loads itself with.</summary>
public sealed class GeneratedFilesTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_network_comes_back_from_a_path_and_from_a_stream()
    {
        var network = new Shapes.Tiny(3);
        network.Save(_path);
        Assert.Equal(network.Parameters.ToArray(), Shapes.Tiny.Load(_path).Parameters.ToArray());
        var stream = new MemoryStream();
        network.Save(stream);
        Assert.Equal(File.ReadAllBytes(_path), stream.ToArray());
        stream.Position = 0;
        Assert.Equal(network.Parameters.ToArray(), Shapes.Tiny.Load(stream).Parameters.ToArray());
    }

    [Fact]
    public void A_model_is_written_like_the_network_that_it_is_of()
    {
        var network = new Shapes.Tiny(3);
        var scaler = new Scaler<float>([1, 2], [0.5f, 4]);
        MemoryStream file = new(), same = new(), json = new(), sameJson = new();
        network.Save(file, scaler);
        NetworkFile.Save(same, NetworkModel<float>.Of(network), new Scaling<float>(scaler, null));
        Assert.Equal(file.ToArray(), same.ToArray());
        network.SaveJson(json);
        NetworkJson.Save(sameJson, NetworkModel<float>.Of(network));
        Assert.Equal(json.ToArray(), sameJson.ToArray());
    }

    [Fact]
    public void Scaling_is_given_out_and_not_lost_in_silence()
    {
        var scaler = new Scaler<float>([1, 2], [0.5f, 4]);
        new Shapes.Tiny(3).Save(_path, scaler);
        Shapes.Tiny.Load(_path, out var scaling);
        Assert.Equal([1, 2], scaling.Inputs!.Offset.ToArray());
        Assert.Equal([0.5f, 4], scaling.Inputs.Factor.ToArray());
        Assert.Null(scaling.Targets);
        Assert.Contains("out scaling", Assert.Throws<SafeTensorsException>(() => Shapes.Tiny.Load(_path)).Message);
        using var stream = File.OpenRead(_path);
        Shapes.Tiny.Load(stream, out scaling);
        Assert.NotNull(scaling.Inputs);
    }

    [Fact]
    public void Messages_name_the_file()
    {
        File.WriteAllText(_path, "no network");
        Assert.StartsWith(_path + ": ", Assert.Throws<SafeTensorsException>(() => Shapes.Tiny.Load(_path)).Message);
        Assert.Throws<FileNotFoundException>(() => Shapes.Tiny.Load(_path + ".not"));
    }

    [Fact]
    public void Json_has_the_names_and_shapes_of_PyTorch_and_gives_every_bit_back()
    {
        var network = new Shapes.Mixed(3);
        network.B1[0] = -0.0;
        network.B1[1] = double.Epsilon;
        network.B1[2] = -double.MaxValue;
        network.SaveJson(_path);
        using var json = JsonDocument.Parse(File.ReadAllText(_path));
        var root = json.RootElement;
        Assert.Equal("""{ "layers": [3, 4, 5, 6, 3], "activations": ["Relu", "Gelu", "Tanh", "Softmax"], "precision": "Double" }""", root.GetProperty("network").GetRawText());
        Assert.Equal(["network", "0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "4.bias", "6.weight", "6.bias"], root.EnumerateObject().Select(property => property.Name));
        double[][] first = root.GetProperty("0.weight").Deserialize<double[][]>()!;
        Assert.Equal(network.W1.ToArray(), Enumerable.Range(0, 12).Select(i => first[i % 4][i / 4]));
        Bits.AssertEqual<double>(network.B1, root.GetProperty("0.bias").Deserialize<double[]>(), "bias");

        var stream = new MemoryStream();
        network.SaveJson(stream);
        Assert.Equal(File.ReadAllBytes(_path), stream.ToArray());
        network.W1[0] = double.NaN;
        Assert.Throws<ArgumentException>("network", () => network.SaveJson(_path));
    }
}
