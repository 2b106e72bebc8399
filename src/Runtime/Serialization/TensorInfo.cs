namespace StaticNet.Serialization;

/// <summary>What a file says about one of its tensors.</summary>
public sealed class TensorInfo
{
    internal TensorInfo(string name, TensorType type, ReadOnlyArray<int> shape, int count)
    {
        Name = name;
        Type = type;
        Shape = shape;
        Count = count;
    }

    /// <summary>The tensor's name.</summary>
    public string Name { get; }

    /// <summary>What its elements are.</summary>
    public TensorType Type { get; }

    /// <summary>Its size in each dimension, the last of which is contiguous; empty for a single number.</summary>
    public ReadOnlyArray<int> Shape { get; }

    /// <summary>Number of elements, the product of the shape.</summary>
    public int Count { get; }

    /// <summary>Bytes of its data.</summary>
    internal int Bytes => Count * Type.Size();

    /// <summary>Its type and shape, as <c>F32[2, 3]</c>.</summary>
    public override string ToString() => $"{Type}[{string.Join(", ", Shape)}]";
}
