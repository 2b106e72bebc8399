using System.Buffers.Binary;
using System.Text;
using StaticNet.Data;
using StaticNet.Serialization;

namespace StaticNet.Fuzz;

/// <summary>The files that a corpus begins with: one of each kind that is read, and some that are refused. Always the same bytes.</summary>
internal static class Seeds
{
    /// <summary>Writes them into a folder; files of these names are overwritten.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in All())
            System.IO.File.WriteAllBytes(Path.Combine(folder, name + ".safetensors"), bytes);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> All()
    {
        var network = new Tiny(3);
        byte[] golden = Saved(network), bare = Bare(network);
        yield return ("seed-golden", golden);
        yield return ("seed-scaled", Saved(network, new Scaler<float>([1, -2], [0.5f, 4]), new Scaler<float>([0, 1e-3f], [3, 7])));
        yield return ("seed-bare", bare);
        yield return ("seed-f16", OfHalves("F16"));
        yield return ("seed-bf16", OfHalves("BF16"));
        yield return ("seed-types", AllTypes());
        yield return ("seed-empty", File("{}"));
        yield return ("seed-deep", File(WithGolden("1-1-1-1", "Relu,Gelu,Softplus", LayersOfOne(3)), new byte[4 * 6]));

        yield return ("bad-nothing", []);
        yield return ("bad-cut", golden[..^1]);
        yield return ("bad-longer", [.. bare, 0]);
        yield return ("bad-changed", [.. golden[..^1], 0x40]);
        yield return ("bad-nan", [.. bare[..^2], 0xC0, 0x7F]);
        yield return ("bad-length", [0xFF, 0xE0, 0xF5, 5, 0, 0, 0, 0, .. golden[8..]]);
        yield return ("bad-surrogate", File("""{"__metadata__":{"\ud800":""}}"""));
        yield return ("bad-product", File("""{"a":{"dtype":"F32","shape":[1073741824,1073741824,1073741824],"data_offsets":[0,0]}}"""));
        yield return ("bad-promise", File("""{"a":{"dtype":"F64","shape":[268000000],"data_offsets":[0,2144000000]}}"""));
        yield return ("bad-topology", File("""{"__metadata__":{"layers":"8191-8191","activations":"Tanh","loss":"Huber","reduction":"Sum"}}"""));
        // More golden inputs than are allowed: with more of them and more units, little to read and much to compute.
        yield return ("bad-work", Work(100, 50));
    }

    private static byte[] Saved(Tiny network, Scaler<float>? inputs = null, Scaler<float>? targets = null)
    {
        var stream = new MemoryStream();
        NetworkFile.Save(stream, network, inputs, targets);
        return stream.ToArray();
    }

    /// <summary>As PyTorch saves it, without a word about the network.</summary>
    private static byte[] Bare(Tiny network)
    {
        var saved = SafeTensorsFile.Read(new MemoryStream(Saved(network)));
        var writer = new SafeTensorsWriter();
        foreach (string name in saved.Names)
            writer.Add<float>(name, saved.Get<float>(name), [.. saved[name].Shape]);
        return Written(writer);
    }

    private static byte[] OfHalves(string type) => File(
        $$$"""{"0.weight":{"dtype":"{{{type}}}","shape":[3,2],"data_offsets":[0,12]},"0.bias":{"dtype":"{{{type}}}","shape":[3],"data_offsets":[12,18]},"2.weight":{"dtype":"{{{type}}}","shape":[2,3],"data_offsets":[18,30]},"2.bias":{"dtype":"{{{type}}}","shape":[2],"data_offsets":[30,34]}}""",
        new byte[34]);

    private static byte[] AllTypes()
    {
        var writer = new SafeTensorsWriter();
        writer.Add<float>("empty", [], 0, 7);
        writer.Add<double>("number", [Math.PI]);
        writer.Add<int>("i", [-1, 2], 2, 1);
        writer.Add<long>("l", [long.MinValue], 1, 1, 1);
        writer.Add<ulong>("u", [ulong.MaxValue], 1);
        writer.Add<Half>("h", [Half.NaN, Half.One], 2);
        writer.AddMetadata("", "½ \" \\ \n");
        return Written(writer);
    }

    private static string LayersOfOne(int layers) => string.Concat(Enumerable.Range(0, layers).Select(layer =>
        $$$""","{{{2 * layer}}}.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[{{{8 * layer}}},{{{8 * layer + 4}}}]},"{{{2 * layer}}}.bias":{"dtype":"F32","shape":[1],"data_offsets":[{{{8 * layer + 4}}},{{{8 * layer + 8}}}]}"""));

    private static string WithGolden(string layers, string activations, string tensors) =>
        $$$"""{"__metadata__":{"layers":"{{{layers}}}","activations":"{{{activations}}}","loss":"Huber","reduction":"Mean","golden.inputs":"[1,0]","golden.outputs":"[0.6931472,0.6931472]"}{{{tensors}}}}""";

    private static byte[] Work(int units, int samples)
    {
        string zeros = "[0" + string.Concat(Enumerable.Repeat(",0", samples - 1)) + "]";
        string tensors = $$$""","0.weight":{"dtype":"F16","shape":[{{{units}}},1],"data_offsets":[0,{{{2 * units}}}]},"0.bias":{"dtype":"F16","shape":[{{{units}}}],"data_offsets":[{{{2 * units}}},{{{4 * units}}}]},"2.weight":{"dtype":"F16","shape":[1,{{{units}}}],"data_offsets":[{{{4 * units}}},{{{6 * units}}}]},"2.bias":{"dtype":"F16","shape":[1],"data_offsets":[{{{6 * units}}},{{{6 * units + 2}}}]}""";
        return File(WithGolden($"1-{units}-1", "Tanh,Tanh", tensors).Replace("[1,0]", zeros).Replace("[0.6931472,0.6931472]", zeros), new byte[6 * units + 2]);
    }

    private static byte[] Written(SafeTensorsWriter writer)
    {
        var stream = new MemoryStream();
        writer.WriteTo(stream);
        return stream.ToArray();
    }

    private static byte[] File(string header, params byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header), length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }
}
