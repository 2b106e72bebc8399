using System.Globalization;
using System.Numerics;
using StaticNet.Data;
using StaticNet.Serialization;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Serialization;

/// <summary>What a network's file tells of it beside its tensors, and that loading believes none of it unseen.</summary>
public class SelfTestTests
{
    private static readonly Topology s_tiny = Shapes.Tiny.Topology;

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void A_model_read_from_a_file_is_the_network_that_was_saved(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(4);
            var stream = new MemoryStream();
            NetworkFile.Save(stream, network);
            stream.Position = 0;
            var stored = NetworkFile.Read<T>(stream);
            Assert.Equal(network.Topology, stored.Model.Topology);
            Bits.AssertEqual<T>(network.Parameters, stored.Model.Parameters, "parameter");
            Assert.True(stored.Scaling.IsNone);
            Assert.Equal(stored.Golden!.Inputs.Length / info.InputSize, stored.Golden.Outputs.Length / info.OutputSize);
            stored.Golden.SelfTest(network, tolerance: 0);
            network.Parameters[^1] += T.One;
            if (info.OutputActivation != Activation.Softmax)
                Assert.Contains("self-test failed", Assert.Throws<InvalidDataException>(() => stored.Golden.SelfTest(network, 1e-5)).Message);
        }
    }

    [Fact]
    public void Changed_weights_beside_old_golden_outputs_are_refused_and_nothing_changed()
    {
        var saved = new Shapes.Tiny(3);
        byte[] bytes = Bytes(saved);
        // The last byte is the exponent of the last bias: 0 becomes a number of size 2.
        bytes[^1] = 0x40;
        var network = new Shapes.Tiny(5);
        float[] before = network.Parameters.ToArray();
        Assert.Contains("The self-test failed: output 0 of golden input 0 should be", Assert.Throws<SafeTensorsException>(() => NetworkFile.Load(new MemoryStream(bytes), network)).Message);
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Contains("self-test", Assert.Throws<SafeTensorsException>(() => NetworkFile.Read<float>(new MemoryStream(bytes))).Message);
    }

    [Fact]
    public void Golden_vectors_are_written_in_any_culture_as_JSON()
    {
        var culture = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NegativeSign = "minus ";
        CultureInfo.CurrentCulture = german;
        try
        {
            var file = SafeTensorsFile.Read(new MemoryStream(Bytes(new Shapes.Tiny(3))));
            Assert.Equal(6, System.Text.Json.JsonSerializer.Deserialize<float[]>(file.Metadata["golden.inputs"])!.Length);
            Assert.Equal(("2-3-2", "Tanh,Softmax", "CrossEntropy", "Mean", "Single"), (file.Metadata["layers"], file.Metadata["activations"], file.Metadata["loss"], file.Metadata["reduction"], file.Metadata["precision"]));
            NetworkFile.Load(new MemoryStream(Bytes(new Shapes.Tiny(3))), new Shapes.Tiny());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("layers", "2-3", "makes no sense")]
    [InlineData("layers", "2-3-2-", "makes no sense")]
    [InlineData("layers", "2-65536-65536", "makes no sense")]
    [InlineData("layers", "2-4-2", "The file holds a network of 2 → 4 tanh → 2 softmax")]
    [InlineData("activations", "Tanh,Tanh", "makes no sense")]
    [InlineData("activations", "Relu,Softmax", "The file holds a network of 2 → 3 relu → 2 softmax")]
    [InlineData("activations", "Step,Softmax", "makes no sense")]
    [InlineData("loss", "", "makes no sense")]
    [InlineData("version", "2", "Expected version 1 of staticnet-network; the file is of version 2.")]
    [InlineData("golden.inputs", "[1,2,3]", "'golden.inputs'")]
    [InlineData("golden.inputs", "[]", "'golden.inputs'")]
    [InlineData("golden.outputs", "[1,2", "'golden.inputs'")]
    [InlineData("golden.outputs", "[1e99,2,1,2,1,2]", "'golden.inputs'")]
    [InlineData("golden.outputs", "[0.5,0.5,0.5,0.5,0.5,0.5]", "self-test")]
    [InlineData("golden.inputs", null, "only one")]
    [InlineData("golden.outputs", null, "only one")]
    [InlineData("inputs.offset", "[1,2]", "only one")]
    [InlineData("activations", "1,9", "Expected one of Identity, Tanh,")]
    [InlineData("activations", null, "it tells layers '2-3-2', and no activations.")]
    [InlineData("reduction", null, "it tells layers '2-3-2', and no reduction.")]
    [InlineData("precision", "Double", "The file says that its precision is Double, but '0.weight' is F32[3, 2].")]
    [InlineData("precision", "Half", "Expected 'precision' to be Single or Double, got 'Half'.")]
    [InlineData("dropout.state", "-1", "Expected 'dropout.state' to be a whole number of 64 bits, got '-1'.")]
    public void Metadata_that_make_no_sense_or_do_not_fit_are_refused(string key, string? value, string message)
    {
        var file = SafeTensorsFile.Read(new MemoryStream(Bytes(new Shapes.Tiny(3))));
        var writer = new SafeTensorsWriter();
        foreach (var (name, text) in file.Metadata.Where(pair => pair.Key != key))
            writer.AddMetadata(name, text);
        if (value is not null)
            writer.AddMetadata(key, value);
        foreach (string name in file.Names)
            writer.Add<float>(name, file.Get<float>(name), [.. file[name].Shape]);
        var stream = new MemoryStream();
        writer.WriteTo(stream);
        stream.Position = 0;
        string told = Assert.Throws<SafeTensorsException>(() => NetworkFile.Load(stream, new Shapes.Tiny())).Message;
        Assert.Contains(message, told);
        Assert.DoesNotContain("(Parameter", told);
    }

    /// <summary>Thousands would fit into a small file, and keep whoever loads it busy.</summary>
    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void More_golden_inputs_than_are_written_are_refused(int count, bool isLoaded)
    {
        var network = new Shapes.Tiny(3);
        float[] output = new float[2];
        network.Forward([0, 0], output);
        string[] y = Array.ConvertAll(output, number => number.ToString("R", CultureInfo.InvariantCulture));
        var writer = new SafeTensorsWriter();
        writer.AddMetadata("golden.inputs", $"[{string.Join(',', Enumerable.Repeat("0,0", count))}]");
        writer.AddMetadata("golden.outputs", $"[{string.Join(',', Enumerable.Repeat($"{y[0]},{y[1]}", count))}]");
        NetworkTensors.Write<float>(writer, s_tiny, network.Parameters);
        var stream = new MemoryStream(SafeTensorsTests.Written(writer));
        if (isLoaded)
            NetworkFile.Load(stream, new Shapes.Tiny());
        else
            Assert.Contains("one to 3 arrays", Assert.Throws<SafeTensorsException>(() => NetworkFile.Load(stream, new Shapes.Tiny())).Message);
    }

    [Theory]
    [InlineData("[1,2]", "[0,1]", "0")]
    [InlineData("[1]", "[1]", "2 finite")]
    [InlineData("[1,2,3]", "[1,1]", "2 finite")]
    [InlineData("[1,NaN]", "[1,1]", "2 finite")]
    [InlineData("[1,\"2\"]", "[1,1]", "2 finite")]
    public void Scaling_that_cannot_be_undone_is_refused(string offset, string factor, string message)
    {
        var writer = new SafeTensorsWriter();
        writer.AddMetadata("inputs.offset", offset);
        writer.AddMetadata("inputs.factor", factor);
        NetworkTensors.Write<float>(writer, s_tiny, new Shapes.Tiny().Parameters);
        var stream = new MemoryStream();
        writer.WriteTo(stream);
        stream.Position = 0;
        Assert.Contains(message, Assert.Throws<SafeTensorsException>(() => NetworkFile.Load(stream, new Shapes.Tiny())).Message);
    }

    [Fact]
    public void Half_precision_is_widened()
    {
        var network = new Shapes.Tiny(3);
        Half[] halves = Array.ConvertAll(network.Parameters.ToArray(), number => (Half)number);
        ushort[] upper = Array.ConvertAll(network.Parameters.ToArray(), number => (ushort)(BitConverter.SingleToUInt32Bits(number) >> 16));
        Check("F16", halves, half => (float)half);
        Check("BF16", upper, bits => BitConverter.UInt32BitsToSingle((uint)bits << 16));

        void Check<TElement>(string type, TElement[] elements, Func<TElement, float> widened)
            where TElement : unmanaged
        {
            // W2 and b2 behind W1 and b1, each transposed to PyTorch's order; texts stay as they were.
            TElement[] flat = [.. NetworkTensors.Transposed<TElement>(elements.AsSpan(0, 6), 2, 3), .. elements[6..9], .. NetworkTensors.Transposed<TElement>(elements.AsSpan(9, 6), 3, 2), .. elements[15..]];
            string golden = System.Text.Json.JsonSerializer.Serialize(SafeTensorsFile.Read(new MemoryStream(Bytes(network))).Metadata);
            string header = $$$"""{"__metadata__":{{{golden}}},"0.weight":{"dtype":"{{{type}}}","shape":[3,2],"data_offsets":[0,12]},"0.bias":{"dtype":"{{{type}}}","shape":[3],"data_offsets":[12,18]},"2.weight":{"dtype":"{{{type}}}","shape":[2,3],"data_offsets":[18,30]},"2.bias":{"dtype":"{{{type}}}","shape":[2],"data_offsets":[30,34]}}""";
            byte[] bytes = BadFiles.Of(header, System.Runtime.InteropServices.MemoryMarshal.AsBytes<TElement>(flat).ToArray()).ToArray();
            var loaded = new Shapes.Tiny(9);
            NetworkFile.Load(new MemoryStream(bytes), loaded);
            Assert.Equal(Array.ConvertAll(elements, element => widened(element)), loaded.Parameters.ToArray());
            Assert.Equal(Array.ConvertAll(elements, element => (double)widened(element)), NetworkFile.Read<double>(new MemoryStream(bytes)).Model.Parameters.ToArray());
        }
    }

    private static byte[] Bytes(INetwork<float> network)
    {
        var stream = new MemoryStream();
        NetworkFile.Save(stream, network);
        return stream.ToArray();
    }
}
