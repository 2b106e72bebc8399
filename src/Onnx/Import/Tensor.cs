using System.Buffers.Binary;
using System.Numerics;
using StaticNet.Onnx.Proto;
using static StaticNet.Onnx.Proto.TensorProto.Types;

namespace StaticNet.Onnx.Import;

/// <summary>Numbers in a model. They stay as they are stored until they are asked for, so a file costs no more memory than its size says.</summary>
internal sealed class Tensor
{
    private readonly TensorProto _stored;

    /// <param name="stored">From the file.</param>
    /// <param name="refuse">Makes the exception for a tensor that cannot be read, or whose shape and data differ.</param>
    public Tensor(TensorProto stored, Func<string, OnnxException> refuse)
    {
        _stored = stored;
        Type = (DataType)stored.DataType;
        Dims = [.. stored.Dims];
        int bytes = Type switch
        {
            DataType.Float => sizeof(float),
            DataType.Double or DataType.Int64 => sizeof(double),
            DataType.Float16 or DataType.Bfloat16 => sizeof(ushort),
            DataType.Bool => sizeof(bool),
            _ => throw refuse($"its numbers are of type {Type.Name()}; expected FLOAT, DOUBLE, FLOAT16 or BFLOAT16"),
        };
        if (stored.DataLocation == DataLocation.External)
            throw refuse("its numbers are in another file; expected them in the model itself");
        Count = IsRaw ? stored.RawData.Length / bytes : TypedCount;
        if (Product(Dims) != Count || (IsRaw && (stored.RawData.Length % bytes != 0 || TypedCount > 0)))
            throw refuse($"its shape, {Shape.Text(Dims)}, doesn't fit its {Count} numbers");
    }

    /// <summary>What its elements are.</summary>
    public DataType Type { get; }

    /// <summary>Its size in each dimension, the last of which is contiguous; none for a single number.</summary>
    public long[] Dims { get; }

    /// <summary>Number of elements.</summary>
    public int Count { get; }

    private bool IsRaw => !_stored.RawData.IsEmpty;

    private int TypedCount => Type switch
    {
        DataType.Float => _stored.FloatData.Count,
        DataType.Double => _stored.DoubleData.Count,
        DataType.Int64 => _stored.Int64Data.Count,
        _ => _stored.Int32Data.Count,
    };

    /// <summary>A number of one of the floating-point types, rounded once where <typeparamref name="T"/> is narrower.</summary>
    public T Number<T>(int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Type switch
        {
            DataType.Float => T.CreateTruncating(IsRaw ? BinaryPrimitives.ReadSingleLittleEndian(Raw(index, sizeof(float))) : _stored.FloatData[index]),
            DataType.Double => T.CreateTruncating(IsRaw ? BinaryPrimitives.ReadDoubleLittleEndian(Raw(index, sizeof(double))) : _stored.DoubleData[index]),
            DataType.Float16 => T.CreateTruncating(BitConverter.UInt16BitsToHalf(Bits16(index))),
            // The upper half of a float.
            DataType.Bfloat16 => T.CreateTruncating(BitConverter.UInt32BitsToSingle((uint)Bits16(index) << 16)),
            _ => throw new InvalidOperationException($"{Type} is no number type of weights."),
        };

    /// <summary>An integer or a truth value.</summary>
    public long Integer(int index) => Type switch
    {
        DataType.Int64 => IsRaw ? BinaryPrimitives.ReadInt64LittleEndian(Raw(index, sizeof(long))) : _stored.Int64Data[index],
        DataType.Bool => IsRaw ? _stored.RawData[index] : _stored.Int32Data[index],
        _ => throw new InvalidOperationException($"{Type} is no integer type."),
    };

    private ushort Bits16(int index) => IsRaw ? BinaryPrimitives.ReadUInt16LittleEndian(Raw(index, sizeof(ushort))) : (ushort)_stored.Int32Data[index];

    private ReadOnlySpan<byte> Raw(int index, int bytes) => _stored.RawData.Span.Slice(index * bytes, bytes);

    /// <summary>The number of elements; −1 where there cannot be so many, or less than none.</summary>
    private static long Product(ReadOnlySpan<long> dims)
    {
        long count = 1;
        foreach (long size in dims)
        {
            if (size is < 0 or > int.MaxValue)
                return -1;
            // Past the length of any data it stays there, until a 0 comes.
            count = Math.Min(count * size, (long)int.MaxValue + 1);
        }

        return count;
    }
}
