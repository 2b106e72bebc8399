using System.Buffers.Binary;
using System.Text;

namespace StaticNet.Onnx.Tests;

/// <summary>
/// Writes messages in protobuf's wire format by hand, so that files of other exporters are put together without the code under test: a key (field · 8 + kind), then a varint,
/// four or eight bytes, or a length and so many bytes.
/// </summary>
internal sealed class ProtoWriter
{
    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public ProtoWriter Integer(int field, long value)
    {
        Varint((ulong)field << 3);
        Varint((ulong)value);
        return this;
    }

    public ProtoWriter Single(int field, float value)
    {
        Varint(((ulong)field << 3) | 5);
        _bytes.Write(Bytes(value));
        return this;
    }

    public ProtoWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    public ProtoWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoWriter Message(int field, ProtoWriter value) => Bytes(field, value.ToArray());

    /// <summary>Whole numbers one behind the other, as the second version of protobuf's language packs them.</summary>
    public ProtoWriter Packed(int field, IEnumerable<long> values)
    {
        var packed = new ProtoWriter();
        foreach (long value in values)
            packed.Varint((ulong)value);
        return Bytes(field, packed.ToArray());
    }

    /// <summary>A key for each number, as it writes them without that.</summary>
    public ProtoWriter Unpacked(int field, IEnumerable<long> values)
    {
        foreach (long value in values)
            Integer(field, value);
        return this;
    }

    public static byte[] Bytes(float value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        return bytes;
    }

    public static byte[] Bytes(double value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return bytes;
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _bytes.WriteByte((byte)(value | 0x80));
        _bytes.WriteByte((byte)value);
    }
}
