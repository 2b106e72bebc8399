namespace StaticNet.Onnx.Tests;

/// <summary>A model as another exporter would write it, field by field (ModelProto, GraphProto, NodeProto and so on in onnx.proto).</summary>
/// <param name="opset">The version of the operators.</param>
/// <param name="format">The version of the format.</param>
internal sealed class ForeignModel(int opset = 13, int format = 7)
{
    private readonly ProtoWriter _graph = new ProtoWriter().Text(2, "main_graph");
    private readonly ProtoWriter _model = new ProtoWriter().Integer(1, format).Text(2, "somebody").Text(3, "1.0");

    /// <summary>An input.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Of its elements.</param>
    /// <param name="dims">A number, or a name where it is free.</param>
    public ForeignModel Input(string name, int type, params object[] dims) => Value(11, name, type, dims);

    /// <summary>An output.</summary>
    /// <inheritdoc cref="Input"/>
    public ForeignModel Output(string name, int type, params object[] dims) => Value(12, name, type, dims);

    public ForeignModel Tensor(ProtoWriter tensor)
    {
        _graph.Message(5, tensor);
        return this;
    }

    public ForeignModel Node(string operation, string[] inputs, string output, params ProtoWriter[] attributes) => Node(operation, inputs, [output], attributes);

    public ForeignModel Node(string operation, string[] inputs, string[] outputs, ProtoWriter[] attributes, string? name = null, string domain = "")
    {
        var node = new ProtoWriter();
        foreach (string input in inputs)
            node.Text(1, input);
        foreach (string output in outputs)
            node.Text(2, output);
        node.Text(3, name ?? $"/{operation}_{outputs[0]}").Text(4, operation);
        foreach (var attribute in attributes)
            node.Message(5, attribute);
        if (domain.Length > 0)
            node.Text(7, domain);
        _graph.Message(1, node);
        return this;
    }

    public ForeignModel Metadata(string key, string value)
    {
        _model.Message(14, new ProtoWriter().Text(1, key).Text(2, value));
        return this;
    }

    /// <summary>The model's bytes; nothing can be added any more.</summary>
    public byte[] ToArray() => _model.Message(7, _graph).Message(8, new ProtoWriter().Text(1, "").Integer(2, opset)).ToArray();

    public static ProtoWriter Attribute(string name, float value) => new ProtoWriter().Text(1, name).Single(2, value).Integer(20, 1);

    public static ProtoWriter Attribute(string name, long value) => new ProtoWriter().Text(1, name).Integer(3, value).Integer(20, 2);

    public static ProtoWriter Attribute(string name, string value) => new ProtoWriter().Text(1, name).Text(4, value).Integer(20, 3);

    public static ProtoWriter Attribute(string name, ProtoWriter tensor) => new ProtoWriter().Text(1, name).Message(5, tensor).Integer(20, 4);

    public static ProtoWriter Attribute(string name, float[] values)
    {
        var attribute = new ProtoWriter().Text(1, name);
        foreach (float value in values)
            attribute.Single(7, value);
        return attribute.Integer(20, 6);
    }

    public static ProtoWriter Attribute(string name, long[] values) => new ProtoWriter().Text(1, name).Unpacked(8, values).Integer(20, 7);

    private ForeignModel Value(int field, string name, int type, object[] dims)
    {
        var shape = new ProtoWriter();
        foreach (object size in dims)
            shape.Message(1, size is int number ? new ProtoWriter().Integer(1, number) : new ProtoWriter().Text(2, (string)size));
        var tensor = new ProtoWriter().Integer(1, type).Message(2, shape);
        _graph.Message(field, new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor)));
        return this;
    }
}
