using System.Numerics;
using static StaticNet.Onnx.Proto.TensorProto.Types;

namespace StaticNet.Onnx.Import;

/// <summary>A tensor of the model, as it looks behind the nodes that only pass it on, transpose it or convert it. None of these copies it.</summary>
/// <param name="Tensor">The numbers.</param>
/// <param name="Type">What they are converted to.</param>
/// <param name="IsTransposed">Whether it is a matrix whose rows are the tensor's columns.</param>
internal sealed record Constant(Tensor Tensor, DataType Type, bool IsTransposed) : Value
{
    /// <summary>A tensor as it is.</summary>
    public Constant(Tensor tensor)
        : this(tensor, tensor.Type, IsTransposed: false)
    {
    }

    /// <summary>Its size in each dimension.</summary>
    public long[] Dims => IsTransposed ? [Tensor.Dims[1], Tensor.Dims[0]] : Tensor.Dims;

    /// <summary>An element of a matrix.</summary>
    public T Number<T>(int row, int column)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Tensor.Number<T>(IsTransposed ? (column * (int)Tensor.Dims[1]) + row : (row * (int)Tensor.Dims[1]) + column);

    /// <summary>An element of a vector, or the only one.</summary>
    public T Number<T>(int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Tensor.Number<T>(Tensor.Count == 1 ? 0 : index);
}
