using static StaticNet.Onnx.Proto.TensorProto.Types;

namespace StaticNet.Onnx;

/// <summary>Number types of C# and of ONNX.</summary>
internal static class ElementTypes
{
    /// <summary>The type of <typeparamref name="T"/> in a model.</summary>
    /// <exception cref="NotSupportedException">It is neither <see cref="float"/> nor <see cref="double"/>.</exception>
    public static DataType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? DataType.Float
        : typeof(T) == typeof(double) ? DataType.Double
        : throw new NotSupportedException($"Expected float or double, got {typeof(T).Name}.");

    /// <summary>Whether numbers of a type can be read as another: as the same, and those of 16 bits as <see cref="float"/>, which holds each of them.</summary>
    public static bool IsReadAs(this DataType type, DataType other) => type == other || (other == DataType.Float && type is DataType.Float16 or DataType.Bfloat16);

    /// <summary>ONNX's name of a type, or its number where we have no name for it.</summary>
    public static string Name(this DataType type) => type.ToString().ToUpperInvariant();
}
