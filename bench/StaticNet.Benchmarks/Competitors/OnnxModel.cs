using System.Globalization;
using System.Runtime.InteropServices;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>A classifier as an ONNX model: Gemm and Tanh a hidden layer, Gemm and Softmax at the end. Field numbers are those of onnx.proto.</summary>
internal static class OnnxModel
{
    private const int SingleType = 1;

    /// <param name="parameters">Flat: W1, b1, W2, b2, …</param>
    /// <param name="sizes">Units of each layer, input first.</param>
    public static byte[] Write(ReadOnlySpan<float> parameters, params int[] sizes)
    {
        var graph = new ProtocolBuffer().Text(2, "network");
        string value = "x";
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            int inputs = sizes[layer - 1], units = sizes[layer];
            string n = layer.ToString(CultureInfo.InvariantCulture), next = layer == sizes.Length - 1 ? "y" : "a" + n;
            graph.Message(1, Node("Gemm", "z" + n, value, "W" + n, "b" + n));
            graph.Message(1, Node(next == "y" ? "Softmax" : "Tanh", next, "z" + n));
            graph.Message(5, Tensor("W" + n, parameters[..(inputs * units)], inputs, units));
            graph.Message(5, Tensor("b" + n, parameters.Slice(inputs * units, units), units));
            parameters = parameters[((inputs + 1) * units)..];
            value = next;
        }

        graph.Message(11, Value("x", sizes[0])).Message(12, Value("y", sizes[^1]));
        return new ProtocolBuffer()
            .Number(1, 8) // version of the format
            .Message(7, graph)
            .Message(8, new ProtocolBuffer().Text(1, "").Number(2, 13)) // version of the operators
            .ToArray();
    }

    private static ProtocolBuffer Node(string operation, string output, params string[] inputs)
    {
        var node = new ProtocolBuffer();
        foreach (string input in inputs)
            node.Text(1, input);
        return node.Text(2, output).Text(4, operation);
    }

    private static ProtocolBuffer Tensor(string name, ReadOnlySpan<float> values, params int[] dimensions)
    {
        var tensor = new ProtocolBuffer();
        foreach (int dimension in dimensions)
            tensor.Number(1, dimension);
        return tensor.Number(2, SingleType).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values));
    }

    /// <summary>An input or output of the model, [samples × width].</summary>
    private static ProtocolBuffer Value(string name, int width)
    {
        var shape = new ProtocolBuffer()
            .Message(1, new ProtocolBuffer().Text(2, "samples"))
            .Message(1, new ProtocolBuffer().Number(1, width));
        var tensor = new ProtocolBuffer().Number(1, SingleType).Message(2, shape);
        return new ProtocolBuffer().Text(1, name).Message(2, new ProtocolBuffer().Message(1, tensor));
    }
}
