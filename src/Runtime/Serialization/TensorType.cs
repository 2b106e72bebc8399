namespace StaticNet.Serialization;

/// <summary>What a tensor's elements are, with the names that the safetensors format has for them.</summary>
public enum TensorType
{
    /// <summary><see cref="float"/></summary>
    F32,

    /// <summary><see cref="double"/></summary>
    F64,

    /// <summary><see cref="int"/></summary>
    I32,

    /// <summary><see cref="long"/></summary>
    I64,

    /// <summary><see cref="ulong"/></summary>
    U64,

    /// <summary><see cref="Half"/></summary>
    F16,

    /// <summary>The upper half of a <see cref="float"/>: its sign, its exponent, and 7 bits of its fraction. Read, not written.</summary>
    BF16,
}

/// <summary>What follows from the type of the elements.</summary>
internal static class TensorTypes
{
    /// <summary>The type that has this name in a file, letter by letter; null: none of those that can be read.</summary>
    public static TensorType? Named(string? name) => name switch
    {
        "F32" => TensorType.F32,
        "F64" => TensorType.F64,
        "I32" => TensorType.I32,
        "I64" => TensorType.I64,
        "U64" => TensorType.U64,
        "F16" => TensorType.F16,
        "BF16" => TensorType.BF16,
        _ => null,
    };

    /// <summary>The type of <typeparamref name="T"/>.</summary>
    /// <exception cref="NotSupportedException">It can't be stored.</exception>
    public static TensorType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? TensorType.F32
        : typeof(T) == typeof(double) ? TensorType.F64
        : typeof(T) == typeof(int) ? TensorType.I32
        : typeof(T) == typeof(long) ? TensorType.I64
        : typeof(T) == typeof(ulong) ? TensorType.U64
        : typeof(T) == typeof(Half) ? TensorType.F16
        : throw new NotSupportedException($"Elements of a tensor are Half, float, double, int, long or ulong, not {typeof(T).Name}.");

    /// <summary>Bytes in one element.</summary>
    public static int Size(this TensorType type) => type switch
    {
        TensorType.F16 or TensorType.BF16 => 2,
        TensorType.F32 or TensorType.I32 => 4,
        _ => 8,
    };
}
