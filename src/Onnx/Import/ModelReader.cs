using System.Numerics;
using Google.Protobuf;
using StaticNet.Onnx.Proto;

namespace StaticNet.Onnx.Import;

/// <summary>From bytes to a network.</summary>
internal static class ModelReader
{
    /// <summary>Before it, operands of other shapes needed attributes. ONNX Runtime begins here, too.</summary>
    private const long OldestOpset = 7;

    private static readonly MessageParser<ModelProto> s_parser = ModelProto.Parser.WithDiscardUnknownFields(true);

    /// <summary>Reads a model from a stream's position to its end.</summary>
    public static NetworkModel<T> Read<T>(Stream stream)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var numbers = ElementTypes.Of<T>();
        var model = Parse(Content(stream));
        if (model.Graph is null)
            throw new OnnxException("Expected an ONNX model; there is no graph in it.");
        long opset = model.OpsetImport.FirstOrDefault(set => set.Domain is "" or "ai.onnx")?.Version ?? 0;
        if (opset < OldestOpset)
            throw new OnnxException($"Expected opset {OldestOpset} or later, got {(opset == 0 ? "none" : opset)}.");

        var chain = GraphReader.Read(model.Graph, opset, numbers);
        int[] sizes = [chain.Layers[0].Inputs, .. chain.Layers.Select(layer => layer.Units)];
        // Its size is checked before memory is taken: layers may share weights.
        var network = new NetworkModel<T>(Metadata.Read(model.MetadataProps, sizes, [.. chain.Activations]));
        var rest = network.Parameters;
        foreach (var layer in chain.Layers)
        {
            int weights = layer.Inputs * layer.Units;
            layer.CopyTo(rest[..weights], rest.Slice(weights, layer.Units));
            rest = rest[(weights + layer.Units)..];
        }

        return network;
    }

    /// <summary>The parser gets the whole file at once: so it takes no memory for what a damaged length promises.</summary>
    private static MemoryStream Content(Stream stream)
    {
        if (stream.CanSeek && stream.Length - stream.Position > Array.MaxLength)
            throw new OnnxException($"Expected at most {Array.MaxLength} bytes, got {stream.Length - stream.Position}.");
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content;
    }

    private static ModelProto Parse(MemoryStream content)
    {
        try
        {
            return s_parser.ParseFrom(content.GetBuffer(), 0, (int)content.Length);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new OnnxException($"Expected an ONNX model; the file is damaged or something else. {exception.Message}", exception);
        }
    }
}
