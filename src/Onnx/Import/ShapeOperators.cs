using static StaticNet.Onnx.Proto.AttributeProto.Types;
using static StaticNet.Onnx.Proto.TensorProto.Types;

namespace StaticNet.Onnx.Import;

/// <summary>Operators that compute nothing: they pass on what they get, in another shape or type, or refuse.</summary>
internal static class ShapeOperators
{
    /// <summary>A tensor within a node.</summary>
    public static Constant Constant(Node node)
    {
        if (node.Attribute("value_float", AttributeType.Float) is { } number)
            return new(new Tensor(new() { DataType = (int)DataType.Float, FloatData = { number.F } }, node.Refuse));
        if (node.Attribute("value_floats", AttributeType.Floats) is { } numbers)
            return new(new Tensor(new() { DataType = (int)DataType.Float, Dims = { numbers.Floats.Count }, FloatData = { numbers.Floats } }, node.Refuse));
        if (node.Attribute("value_ints", AttributeType.Ints) is { } integers)
            return new(new Tensor(new() { DataType = (int)DataType.Int64, Dims = { integers.Ints.Count }, Int64Data = { integers.Ints } }, node.Refuse));
        return node.Attribute("value", AttributeType.Tensor)?.T is { } tensor
            ? new(new Tensor(tensor, node.Refuse))
            : throw node.Refuse("expected a tensor of numbers");
    }

    /// <summary>Rows for columns, for weights only.</summary>
    public static Constant Transpose(Node node)
    {
        var matrix = node.Constant(0, "weights");
        long[]? order = node.Attribute("perm", AttributeType.Ints) is { } given ? [.. given.Ints] : null;
        return order is [0, 1] or [0] || matrix.Dims.Length == 1 ? matrix
            : order is null or [1, 0] ? Transposed(node, matrix)
            : throw node.Refuse($"expected the two dimensions of weights; its order is {Shape.Text(order)}");
    }

    /// <summary>Rows for columns.</summary>
    public static Constant Transposed(Node node, Constant matrix) =>
        matrix.Dims.Length == 2
            ? matrix with { IsTransposed = !matrix.IsTransposed }
            : throw node.Refuse($"expected weights of two dimensions, got {Shape.Text(matrix.Dims)}");

    /// <summary>To the number type that the network is read as.</summary>
    public static Value Cast(Node node, DataType numbers)
    {
        var type = (DataType)node.Integer("to", 0);
        node.Integer("saturate", 1);
        if (!type.IsReadAs(numbers))
            throw node.Refuse($"expected a Cast to {numbers.Name()}, got one to {type.Name()}");
        return node.Any(0) switch
        {
            Constant { Type: DataType.Int64 or DataType.Bool } => throw node.Refuse("expected a Cast of floating-point numbers"),
            Constant constant => constant with { Type = type },
            var signal => signal,
        };
    }

    /// <summary>Does nothing but in training.</summary>
    public static Value Dropout(Node node)
    {
        node.Number("ratio", 0.5f);
        node.Integer("seed", 0);
        node.OptionalConstant(1, "the ratio");
        var training = node.OptionalConstant(2, "training_mode");
        if (training is not (null or { Type: DataType.Bool, Tensor.Count: 1 }) || training?.Tensor.Integer(0) is not (null or 0))
            throw node.Refuse("expected inference, got training_mode; export the model for inference");
        return node.Any(0);
    }

    /// <summary>To [batch, features].</summary>
    public static Signal Flatten(Node node, Chain chain)
    {
        var signal = node.Signal(0);
        long axis = node.Integer("axis", 1);
        // From the end only where there are two dimensions: how many there are else is not noted.
        return axis == 1 || (axis == -1 && signal.IsMatrix) ? chain.AsMatrix(signal, chain.Features) : throw node.Refuse($"expected axis to be 1, got {axis}");
    }

    /// <summary>To [batch, features], which is all that is understood.</summary>
    public static Signal Reshape(Node node, Chain chain)
    {
        var signal = node.Signal(0);
        var shape = node.Constant(1, "a shape");
        bool zeroIsNone = node.Integer("allowzero", 0) != 0;
        if (shape is not { Type: DataType.Int64, Dims: [2] })
            throw node.Refuse($"expected a shape of two numbers, [batch, features], got {shape.Type.Name()} {Shape.Text(shape.Dims)}");
        long rows = shape.Tensor.Integer(0), columns = shape.Tensor.Integer(1);
        // 0: as before, unless it is to mean none. −1: as many as there are.
        bool isBatch = rows == -1 || rows == chain.Batch || (rows == 0 && !zeroIsNone);
        bool isFeatures = columns == -1 || (columns > 0 && columns == (chain.Features ?? columns)) || (columns == 0 && !zeroIsNone && signal.IsMatrix);
        return isBatch && isFeatures && (rows, columns) != (-1, -1)
            ? chain.AsMatrix(signal, columns > 0 ? columns : chain.Features)
            : throw node.Refuse($"expected [batch, {chain.Features?.ToString() ?? "features"}], got {Shape.Text([rows, columns])}");
    }
}
