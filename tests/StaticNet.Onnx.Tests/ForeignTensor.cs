namespace StaticNet.Onnx.Tests;

/// <summary>Tensors in the ways in which exporters store them (TensorProto in onnx.proto).</summary>
internal static class ForeignTensor
{
    public const int F32 = 1, I64 = 7, Boolean = 9, F16 = 10, F64 = 11, BF16 = 16;

    private const int Dims = 1, Type = 2, FloatData = 4, Int32Data = 5, Int64Data = 7, Name = 8, RawData = 9, DoubleData = 10, ExternalData = 13, Location = 14;

    /// <summary>Numbers as bytes.</summary>
    public static ProtoWriter Raw(string name, IEnumerable<float> numbers, params long[] dims) =>
        Head(name, F32, dims).Bytes(RawData, [.. numbers.SelectMany(ProtoWriter.Bytes)]);

    public static ProtoWriter RawDouble(string name, IEnumerable<double> numbers, params long[] dims) =>
        Head(name, F64, dims).Bytes(RawData, [.. numbers.SelectMany(ProtoWriter.Bytes)]);

    /// <summary>Numbers in the field of their type.</summary>
    public static ProtoWriter Typed(string name, IEnumerable<float> numbers, params long[] dims) =>
        Head(name, F32, dims).Bytes(FloatData, [.. numbers.SelectMany(ProtoWriter.Bytes)]);

    public static ProtoWriter TypedDouble(string name, IEnumerable<double> numbers, params long[] dims) =>
        Head(name, F64, dims).Bytes(DoubleData, [.. numbers.SelectMany(ProtoWriter.Bytes)]);

    public static ProtoWriter RawHalf(string name, IEnumerable<float> numbers, params long[] dims) =>
        Head(name, F16, dims).Bytes(RawData, [.. numbers.SelectMany(number => BitConverter.GetBytes((Half)number))]);

    public static ProtoWriter TypedHalf(string name, IEnumerable<float> numbers, params long[] dims) =>
        Head(name, F16, dims).Packed(Int32Data, numbers.Select(number => (long)BitConverter.HalfToUInt16Bits((Half)number)));

    /// <summary>The upper halves of floats, whose lower halves are cut off.</summary>
    public static ProtoWriter TypedBFloat16(string name, IEnumerable<float> numbers, params long[] dims) =>
        Head(name, BF16, dims).Packed(Int32Data, numbers.Select(number => (long)(BitConverter.SingleToUInt32Bits(number) >> 16)));

    public static ProtoWriter Integers(string name, long[] numbers, params long[] dims) => Head(name, I64, dims).Packed(Int64Data, numbers);

    public static ProtoWriter Truth(string name, bool value) => Head(name, Boolean).Bytes(RawData, [value ? (byte)1 : (byte)0]);

    /// <summary>A tensor whose numbers are in a file beside the model.</summary>
    public static ProtoWriter External(string name, params long[] dims) =>
        Head(name, F32, dims).Message(ExternalData, new ProtoWriter().Text(1, "location").Text(2, "weights.bin")).Integer(Location, 1);

    /// <summary>A tensor with any type and no numbers.</summary>
    public static ProtoWriter Head(string name, int type, params long[] dims) => new ProtoWriter().Unpacked(Dims, dims).Integer(Type, type).Text(Name, name);
}
