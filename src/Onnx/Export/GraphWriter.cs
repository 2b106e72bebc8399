using System.Numerics;
using System.Runtime.InteropServices;
using Google.Protobuf;
using StaticNet.Onnx.Proto;
using static StaticNet.Onnx.Proto.TensorProto.Types;

namespace StaticNet.Onnx.Export;

/// <summary>A graph while it is written: every value has a name of its own.</summary>
/// <typeparam name="T">The type of all numbers.</typeparam>
internal sealed class GraphWriter<T>(GraphProto graph)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly HashSet<string> _names = [], _numbers = [];

    /// <summary>Whether numbers are <see cref="double"/>, for which ONNX Runtime lacks some operators.</summary>
    public static bool IsDouble => typeof(T) == typeof(double);

    /// <summary>Adds a tensor that is part of the model.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="numbers">Its elements, row-major.</param>
    /// <param name="shape">Its size in each dimension; none for a single number.</param>
    /// <returns>Its name.</returns>
    public string Tensor(string name, ReadOnlySpan<T> numbers, params ReadOnlySpan<long> shape)
    {
        Take(name);
        var tensor = new TensorProto { Name = name, DataType = (int)ElementTypes.Of<T>(), RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(numbers)) };
        tensor.Dims.AddRange(shape.ToArray());
        graph.Initializer.Add(tensor);
        return name;
    }

    /// <summary>A number that several nodes may take.</summary>
    public string Number(string name, double number) => _numbers.Add(name) ? Tensor(name, [T.CreateChecked(number)]) : name;

    /// <summary>Adds a node.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="operation">Its operator.</param>
    /// <param name="output">What its result is called.</param>
    /// <param name="inputs">The names of what it takes.</param>
    /// <returns>The node, for attributes.</returns>
    public NodeProto Node(string name, string operation, string output, params ReadOnlySpan<string> inputs)
    {
        Take(output);
        var node = new NodeProto { Name = name, OpType = operation };
        node.Input.AddRange(inputs.ToArray());
        node.Output.Add(output);
        graph.Node.Add(node);
        return node;
    }

    /// <summary>Describes the input or the output, [batch, size].</summary>
    public ValueInfoProto Value(string name, int size, OnnxOptions options)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(options.BatchSize is { } count ? new() { DimValue = count } : new TensorShapeProto.Types.Dimension { DimParam = options.BatchName });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = size });
        return new() { Name = name, Type = new() { TensorType = new() { ElemType = (int)ElementTypes.Of<T>(), Shape = shape } } };
    }

    /// <summary>Makes a name unavailable to others.</summary>
    /// <exception cref="ArgumentException">It is already. Ours differ from each other, so it is one that the options ask for.</exception>
    public void Take(string name)
    {
        if (!_names.Add(name))
            throw new ArgumentException($"Expected other names of input and output; '{name}' stands for something else in the model.", "options");
    }
}
