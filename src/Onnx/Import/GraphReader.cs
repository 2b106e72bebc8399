using StaticNet.Onnx.Proto;
using static StaticNet.Onnx.Proto.TensorProto.Types;

namespace StaticNet.Onnx.Import;

/// <summary>
/// Goes through a graph once, node by node, and says of each result what it is: a constant, or a formula of the last layer's sum. Where weights meet a formula that
/// is an activation, a layer begins.
/// </summary>
internal sealed class GraphReader
{
    private readonly GraphProto _graph;
    private readonly long _opset;
    private readonly DataType _numbers;
    private readonly Dictionary<string, TensorProto> _stored = [];
    private readonly Dictionary<string, Value> _values = [];
    private readonly HashSet<string> _taken = [];
    private readonly Chain _chain;

    private GraphReader(GraphProto graph, long opset, DataType numbers)
    {
        (_graph, _opset, _numbers) = (graph, opset, numbers);
        foreach (var tensor in graph.Initializer)
        {
            if (!_stored.TryAdd(tensor.Name, tensor))
                throw new OnnxException($"Expected different names of initializers; '{tensor.Name}' appears twice.");
        }

        // Before format version 4, weights were listed as inputs too.
        var input = One([.. graph.Input.Where(value => !_stored.ContainsKey(value.Name))], "input");
        CheckType(input, "input");
        long?[] shape = Shape.Of(input) ?? [null, null];
        if (shape.Length < 2)
            throw new OnnxException($"Expected an input of [batch, features]; '{input.Name}' has {shape.Length} dimensions.");
        _chain = new(numbers, batch: shape[0], features: shape[1..].Aggregate((long?)1, Product));
        _values.Add(input.Name, new Signal(Formula.X, 0, IsMatrix: shape.Length == 2, Origin: null));
    }

    /// <summary>Finds the layers of a graph.</summary>
    /// <param name="graph">From the file.</param>
    /// <param name="opset">The version of ONNX's operators.</param>
    /// <param name="numbers">The number type that the model is read as.</param>
    /// <exception cref="OnnxException">It is not a chain of fully connected layers.</exception>
    public static Chain Read(GraphProto graph, long opset, DataType numbers)
    {
        var reader = new GraphReader(graph, opset, numbers);
        reader.Read();
        return reader._chain;
    }

    private void Read()
    {
        var output = One(_graph.Output, "output");
        CheckType(output, "output");
        var results = new List<Node>();
        foreach (var proto in _graph.Node)
        {
            var node = new Node(proto, _opset, Find);
            var value = Evaluate(node);
            node.CheckComplete();
            if (node.Output.Length == 0 || node.OutputCount > (node.Operation == "Dropout" ? 2 : 1))
                throw node.Refuse($"expected one output, got {node.OutputCount}");
            if (_stored.ContainsKey(node.Output) || !_values.TryAdd(node.Output, value))
                throw node.Refuse($"its output '{node.Output}' is there already");
            _taken.UnionWith(node.InputNames);
            if (value is Signal)
                results.Add(node);
        }

        if (results.Find(node => node.Output != output.Name && !_taken.Contains(node.Output)) is { } end)
            throw end.Refuse($"expected a single chain from input to output; nothing takes its output '{end.Output}'");
        if (!_values.TryGetValue(output.Name, out var result))
            throw new OnnxException($"Expected a node that gives the output '{output.Name}'; there is none.");
        if (result is not Signal signal)
            throw new OnnxException($"Expected the output '{output.Name}' to depend on the input; it is a constant.");
        _chain.Finish(signal, isOutput: true);
        if (Shape.Of(output) is [.., { } features] && features != _chain.Features)
            throw new OnnxException($"Expected the output '{output.Name}' to have {_chain.Features} features, as the last layer; it is declared with {features}.");
    }

    private Value Evaluate(Node node) => node.Operation switch
    {
        "Constant" => ShapeOperators.Constant(node),
        "Identity" => node.Any(0),
        "Transpose" => ShapeOperators.Transpose(node),
        "Cast" => ShapeOperators.Cast(node, _numbers),
        "Dropout" => ShapeOperators.Dropout(node),
        "Flatten" => ShapeOperators.Flatten(node, _chain),
        "Reshape" => ShapeOperators.Reshape(node, _chain),
        "Gemm" => LayerOperators.Gemm(node, _chain),
        "MatMul" => LayerOperators.MatMul(node, _chain),
        "Add" or "Sub" => ElementOperators.Sum(node, _chain),
        "Mul" or "Div" or "Max" or "Min" => ElementOperators.Binary(node, _chain),
        "Tanh" or "Sigmoid" or "Relu" or "LeakyRelu" or "Elu" or "Gelu" or "Swish" or "Softplus" or "Softmax" => ElementOperators.Function(node),
        "Erf" or "Exp" or "Log" or "Abs" or "Neg" => ElementOperators.Function(node),
        "LogSoftmax" => throw node.Refuse("it gives logarithms, which no network of StaticNet does; export the model with Softmax, or with neither"),
        "Shape" => throw node.Refuse("shapes that are computed are not understood; Flatten can be instead"),
        _ => throw node.Refuse(_chain.Stage == 0 ? "expected Gemm or MatMul" : "expected an activation, Gemm or MatMul"),
    };

    /// <summary>What a node takes.</summary>
    private Value Find(Node node, string name)
    {
        if (!_values.TryGetValue(name, out var value))
        {
            if (!_stored.TryGetValue(name, out var tensor))
                throw node.Refuse($"expected '{name}' from the input, an initializer or a node before it; there is none");
            value = new Constant(new Tensor(tensor, why => node.Refuse($"'{name}' cannot be read: {why}")));
            _values.Add(name, value);
        }

        return value is Signal signal && signal.Stage != _chain.Stage
            ? throw node.Refuse($"expected a single chain, without branches; '{name}' has been taken by {_chain.End(signal.Stage)}")
            : value;
    }

    private void CheckType(ValueInfoProto value, string what)
    {
        var type = (DataType)(value.Type?.TensorType?.ElemType ?? 0);
        if (!type.IsReadAs(_numbers))
            throw new OnnxException($"Expected an {what} of type {_numbers.Name()}; '{value.Name}' is of type {type.Name()}.");
    }

    private static ValueInfoProto One(IReadOnlyList<ValueInfoProto> values, string what) =>
        values.Count == 1
            ? values[0]
            : throw new OnnxException($"Expected one {what}, got {values.Count}: {string.Join(", ", values.Select(value => $"'{value.Name}'"))}.");

    /// <summary>The size of dimensions together; null where one is free.</summary>
    private static long? Product(long? size, long? other) =>
        // Past any layer's size it stays there.
        Math.Min(size ?? 0, int.MaxValue) is > 0 and var one && Math.Min(other ?? 0, int.MaxValue) is > 0 and var two ? one * two : null;
}
