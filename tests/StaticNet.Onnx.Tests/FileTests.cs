using StaticNet.Tests.Networks;
using StaticNet.Tests.Serialization;

namespace StaticNet.Onnx.Tests;

/// <summary>Files and streams: what is in them, what they are called, and what stays as it was when something fails.</summary>
public sealed class FileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Target => Path.Combine(_folder, "net.onnx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Saved_and_read_and_loaded()
    {
        INetwork<float> network = NetworkCase.Find("Shapes.Tiny").CreateRandom<float>(1), other = NetworkCase.Find("Shapes.Tiny").Create<float>(2);
        OnnxFile.Save(Target, network);
        Assert.Equal([Target], Directory.GetFiles(_folder));
        byte[] bytes = File.ReadAllBytes(Target);
        var model = OnnxFile.Read<float>(Target);
        Assert.Equal(network.Topology, model.Topology);
        OnnxFile.Load(Target, other);
        Bits.AssertEqual<float>(network.Parameters, other.Parameters, "parameter");
        OnnxFile.Save(Target, model);
        Assert.Equal(bytes, File.ReadAllBytes(Target));
        // From where a stream is, and from one that knows no length.
        var stream = new MemoryStream([1, 2, 3, .. bytes]) { Position = 3 };
        Assert.Equal(network.Topology, OnnxFile.Read<float>(stream).Topology);
        Assert.Equal(network.Topology, OnnxFile.Read<float>(new OnlyForward(bytes)).Topology);
        OnnxFile.Load(new OnlyForward(bytes), other);
    }

    [Fact]
    public void Loss_and_reduction_come_back_and_do_not_matter_to_loading()
    {
        var model = Models.Random<float>(1, [2, 3, 2], [Activation.Tanh, Activation.Softmax], LossFunction.MeanSquaredError, Reduction.Sum);
        OnnxFile.Save(Target, model);
        Assert.Equal(model.Topology, OnnxFile.Read<float>(Target).Topology);
        var network = new Shapes.Tiny();
        OnnxFile.Load(Target, network);
        Assert.Equal(LossFunction.CrossEntropy, Shapes.Tiny.Topology.Loss);
        Bits.AssertEqual<float>(model.Parameters, network.Parameters, "parameter");
    }

    [Fact]
    public void What_does_not_fit_is_not_loaded()
    {
        var network = new Shapes.Tiny(3);
        float[] before = network.Parameters.ToArray();
        OnnxFile.Save(Target, Models.Random<float>(1, [2, 3, 2], [Activation.Relu, Activation.Softmax]));
        Refused($"{Target}: The model is a network of 2 → 3 relu → 2 softmax; this one is 2 → 3 tanh → 2 softmax.");
        OnnxFile.Save(Target, Models.Random<float>(1, [2, 4, 2], [Activation.Tanh, Activation.Softmax]));
        Refused($"{Target}: The model is a network of 2 → 4 tanh → 2 softmax; this one is 2 → 3 tanh → 2 softmax.");
        OnnxFile.Save(Target, Models.Random<double>(1, [2, 3, 2], [Activation.Tanh, Activation.Softmax]));
        Refused($"{Target}: Expected an input of type FLOAT; 'input' is of type DOUBLE.");
        File.WriteAllText(Target, "");
        Refused($"{Target}: Expected an ONNX model; there is no graph in it.");
        File.WriteAllText(Target, "{\"layers\": [2, 3, 2]}");
        Assert.StartsWith($"{Target}: Expected an ONNX model; the file is damaged or something else.", Assert.Throws<OnnxException>(() => OnnxFile.Read<float>(Target)).Message);
        Assert.Throws<FileNotFoundException>(() => OnnxFile.Read<float>(Target + "x"));
        Assert.Throws<FileNotFoundException>(() => OnnxFile.Load(Target + "x", network));

        void Refused(string message)
        {
            Assert.Equal(message, Assert.Throws<OnnxException>(() => OnnxFile.Load(Target, network)).Message);
            Assert.Equal(before, network.Parameters.ToArray());
        }
    }

    [Fact]
    public void What_cannot_be_saved_leaves_the_file_as_it_was()
    {
        File.WriteAllBytes(Target, [1]);
        var model = Models.Random<float>(1, [2, 2], [Activation.Tanh]);
        model.Parameters[3] = float.NaN;
        Assert.Throws<ArgumentException>("network", () => OnnxFile.Save(Target, model));
        model.Parameters[3] = 0;
        Refused("'a' for both", new() { InputName = "a", OutputName = "a" });
        Refused("an empty one", new() { BatchName = "" });
        Refused("at least 1, got 0", new() { BatchSize = 0 });
        Refused("half a surrogate pair", new() { Description = "a\ud800" });
        Refused("'W1' stands for something else", new() { InputName = "W1" });
        Refused("'b1' stands for something else", new() { OutputName = "b1" });
        // The number of an activation's formula, which is looked up before it is made.
        model = Models.Random<float>(1, [2, 2], [Activation.Gelu]);
        Refused("'half' stands for something else", new() { InputName = "half" });
        Refused("'half' stands for something else", new() { OutputName = "half" });
        Assert.Equal([1], File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder));

        void Refused(string expected, OnnxOptions options) =>
            Assert.Contains(expected, Assert.Throws<ArgumentException>("options", () => OnnxFile.Save(Target, model, options)).Message);
    }

    [Fact]
    public void Names_sizes_and_texts_are_those_asked_for()
    {
        var network = Models.Random<float>(1, [2, 3, 2], [Activation.Gelu, Activation.Softmax]);
        using (var runtime = new OnnxRuntime(Models.Save(network)))
        {
            Assert.Equal(("input", "output"), (runtime.Input, runtime.Output));
            Assert.Equal([-1, 2], runtime.InputShape);
            Assert.Equal([-1, 2], runtime.OutputShape);
            Assert.Equal(("StaticNet", "network", ""), (runtime.Metadata.ProducerName, runtime.Metadata.GraphName, runtime.Metadata.Description));
            Assert.Equal(
                [("staticnet.activations", "Gelu-Softmax"), ("staticnet.layers", "2-3-2"), ("staticnet.loss", "CrossEntropy"), ("staticnet.reduction", "Mean"), ("staticnet.version", "1")],
                runtime.Metadata.CustomMetadataMap.Select(entry => (entry.Key, entry.Value)).Order());
        }

        byte[] bytes = Models.Save(network, new() { InputName = "x", OutputName = "p", BatchSize = 3, Description = "Two moons." });
        using (var runtime = new OnnxRuntime(bytes))
        {
            Assert.Equal(("x", "p", "Two moons."), (runtime.Input, runtime.Output, runtime.Metadata.Description));
            Assert.Equal([3, 2], runtime.InputShape);
            Assert.Equal([3, 2], runtime.OutputShape);
        }

        Assert.Equal(network.Topology, Models.Read<float>(bytes).Topology);
        Agreement.Check(bytes, network);
    }

    /// <summary>The file of a small network, as text: names of nodes and values, operators, opset.</summary>
    [Fact]
    public void Nodes_are_named_by_layers()
    {
        var model = Proto.ModelProto.Parser.ParseFrom(Models.Save(Models.Random<float>(1, [2, 3, 2, 1], [Activation.Gelu, Activation.Identity, Activation.Sigmoid])));
        Assert.Equal((9L, 4L), (model.OpsetImport.Single().Version, model.IrVersion));
        Assert.Equal(
        [
            "layer1/Gemm: z1 = Gemm(input, W1, b1)",
            "layer1/Div: layer1/Div = Div(z1, sqrt2)",
            "layer1/Erf: layer1/Erf = Erf(layer1/Div)",
            "layer1/Add: layer1/Add = Add(layer1/Erf, one)",
            "layer1/Mul: layer1/Mul = Mul(z1, layer1/Add)",
            "layer1/Gelu: a1 = Mul(layer1/Mul, half)",
            "layer2/Gemm: a2 = Gemm(a1, W2, b2)",
            "layer3/Gemm: z3 = Gemm(a2, W3, b3)",
            "layer3/Sigmoid: output = Sigmoid(z3)",
        ],
            model.Graph.Node.Select(node => $"{node.Name}: {node.Output.Single()} = {node.OpType}({string.Join(", ", node.Input)})"));
        Assert.Equal(["W1", "b1", "sqrt2", "one", "half", "W2", "b2", "W3", "b3"], model.Graph.Initializer.Select(tensor => tensor.Name));
    }
}
