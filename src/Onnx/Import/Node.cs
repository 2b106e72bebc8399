using StaticNet.Onnx.Proto;
using static StaticNet.Onnx.Proto.AttributeProto.Types;

namespace StaticNet.Onnx.Import;

/// <summary>A node with what it takes. It notes what it was asked for, since an input or attribute that nobody asks for would be ignored.</summary>
internal sealed class Node
{
    private readonly NodeProto _node;
    private readonly Value?[] _inputs;
    private readonly bool[] _asked;
    private readonly Dictionary<string, AttributeProto> _attributes = [];

    /// <param name="node">From the file.</param>
    /// <param name="opset">The version of ONNX's operators.</param>
    /// <param name="find">The value of a name that is not empty.</param>
    public Node(NodeProto node, long opset, Func<Node, string, Value> find)
    {
        _node = node;
        Opset = opset;
        foreach (var attribute in node.Attribute)
        {
            if (!_attributes.TryAdd(attribute.Name, attribute))
                throw Refuse($"its attribute {attribute.Name} appears twice");
        }

        if (node.Domain is not ("" or "ai.onnx"))
            throw Refuse($"expected an operator of ONNX itself; this one is of {node.Domain}");
        _inputs = [.. node.Input.Select(name => name.Length == 0 ? null : find(this, name))];
        _asked = new bool[_inputs.Length];
    }

    /// <summary>Its operator.</summary>
    public string Operation => _node.OpType;

    /// <summary>The version of ONNX's operators.</summary>
    public long Opset { get; }

    /// <summary>The names of what it takes, without optional inputs that are not there.</summary>
    public IEnumerable<string> InputNames => _node.Input.Where(name => name.Length > 0);

    /// <summary>The name of its result.</summary>
    public string Output => _node.Output.Count > 0 ? _node.Output[0] : "";

    /// <summary>How many results it gives.</summary>
    public int OutputCount => _node.Output.Count(name => name.Length > 0);

    /// <summary>An input; null: it is optional and not there.</summary>
    public Value? Optional(int index)
    {
        if (index >= _inputs.Length)
            return null;
        _asked[index] = true;
        return _inputs[index];
    }

    /// <summary>An input of either kind.</summary>
    public Value Any(int index) => Optional(index) ?? throw Refuse($"its input {index} is missing");

    /// <summary>An input that depends on the model's.</summary>
    public Signal Signal(int index) => Any(index) as Signal ?? throw Refuse($"expected its input {index} to come from the model's input; it is a constant");

    /// <summary>An input that is part of the model.</summary>
    public Constant Constant(int index, string what) =>
        Any(index) as Constant ?? throw Refuse($"expected {what} as its input {index}; got what comes from the model's input");

    /// <summary>The same, where it may be left out.</summary>
    public Constant? OptionalConstant(int index, string what) => Optional(index) is null ? null : Constant(index, what);

    /// <summary>An attribute's value; null: it is not there.</summary>
    public AttributeProto? Attribute(string name, AttributeType type)
    {
        if (!_attributes.Remove(name, out var attribute))
            return null;
        // Files of the first versions do not tell the type.
        return attribute.Type == type || attribute.Type == AttributeType.Undefined
            ? attribute
            : throw Refuse($"expected its attribute {name} to be of type {type}, got {attribute.Type}");
    }

    /// <summary>A whole number.</summary>
    public long Integer(string name, long otherwise) => Attribute(name, AttributeType.Int)?.I ?? otherwise;

    /// <summary>A number.</summary>
    public float Number(string name, float otherwise) => Attribute(name, AttributeType.Float)?.F ?? otherwise;

    /// <summary>A number that must have one value.</summary>
    public void ExpectNumber(string name, float expected, float otherwise)
    {
        float actual = Number(name, otherwise);
        if (actual != expected)
            throw Refuse(FormattableString.Invariant($"expected {name} to be {expected}, got {actual}"));
    }

    /// <summary>A choice that must have one value.</summary>
    public void ExpectInteger(string name, long expected, long otherwise)
    {
        long actual = Integer(name, otherwise);
        if (actual != expected)
            throw Refuse(FormattableString.Invariant($"expected {name} to be {expected}, got {actual}"));
    }

    /// <summary>Refuses what has not been asked for.</summary>
    public void CheckComplete()
    {
        if (_attributes.Count > 0)
            throw Refuse($"its attribute {_attributes.Keys.First()} is unknown");
        int more = Array.FindIndex(_asked, asked => !asked);
        if (more >= 0)
            throw Refuse($"it has {_inputs.Length} inputs; expected {more}");
    }

    /// <summary>An exception that names the node.</summary>
    public OnnxException Refuse(string why) => new($"{this}: {why}.");

    /// <summary>As <c>node 'fc1' (Gemm)</c>.</summary>
    public override string ToString() => $"{(_node.Name.Length > 0 ? $"node '{_node.Name}'" : $"the node that gives '{Output}'")} ({Operation})";
}
