using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StaticNet.Serialization;

/// <summary>Collects tensors and texts, and writes them as a safetensors file. The same calls give the same bytes.</summary>
/// <example><code>
/// var writer = new SafeTensorsWriter();
/// writer.Add&lt;float&gt;("W1", network.W1, 2, 3);
/// AtomicFile.Write("moons.safetensors", writer.WriteTo);
/// </code></example>
public sealed class SafeTensorsWriter
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<(string Name, TensorType Type, int[] Shape, byte[] Data)> _tensors = [];
    private readonly List<(string Key, string Value)> _metadata = [];
    private readonly HashSet<string> _names = [];
    private readonly HashSet<string> _keys = [];

    /// <summary>Adds a tensor. Its values are copied.</summary>
    /// <param name="name">A name that no other tensor has.</param>
    /// <param name="values">The elements, row-major.</param>
    /// <param name="shape">The size in each dimension, at least 0; none for a single number. Their product is the number of elements.</param>
    /// <typeparam name="T"><see cref="Half"/>, <see cref="float"/>, <see cref="double"/>, <see cref="int"/>, <see cref="long"/> or <see cref="ulong"/>.</typeparam>
    /// <exception cref="ArgumentException">The name is taken or no valid text, or the shape doesn't fit the values.</exception>
    /// <exception cref="NotSupportedException">The type can't be stored.</exception>
    /// <exception cref="OverflowException">The tensor is larger than 2 GB.</exception>
    public void Add<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        CheckText(name, nameof(name));
        var type = TensorTypes.Of<T>();
        long count = 1;
        foreach (int size in shape)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 0, nameof(shape));
            // Past the length of any span it stays there, until a 0 comes.
            count = Math.Min(count * size, (long)int.MaxValue + 1);
        }
        if (count != values.Length)
            throw new ArgumentException($"The shape [{string.Join(", ", shape.ToArray())}] doesn't fit {values.Length} values.", nameof(shape));
        byte[] data = MemoryMarshal.AsBytes(values).ToArray();
        if (name == SafeTensors.MetadataKey || !_names.Add(name))
            throw new ArgumentException($"The name '{name}' is taken.", nameof(name));
        _tensors.Add((name, type, shape.ToArray(), data));
    }

    /// <summary>Adds a text about the file.</summary>
    /// <param name="key">A key that no other text has.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">The key is taken, or an argument is no valid text.</exception>
    public void AddMetadata(string key, string value)
    {
        CheckText(key, nameof(key));
        CheckText(value, nameof(value));
        if (!_keys.Add(key))
            throw new ArgumentException($"The key '{key}' is taken.", nameof(key));
        _metadata.Add((key, value));
    }

    /// <summary>Writes the file: metadata first, then the tensors, in the order in which they were added.</summary>
    /// <param name="stream">Written to at its position; stays open.</param>
    /// <exception cref="InvalidOperationException">The header would be longer than the format allows.</exception>
    /// <exception cref="IOException">The stream can't be written.</exception>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var header = Header();
        int padding = -header.WrittenCount & (SafeTensors.Prefix - 1);
        int length = header.WrittenCount + padding;
        if (length > SafeTensors.HeaderLimit)
            throw new InvalidOperationException($"Names and metadata take a header of {length} bytes; {SafeTensors.HeaderLimit} is the limit.");

        Span<byte> prefix = stackalloc byte[SafeTensors.Prefix];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)length);
        stream.Write(prefix);
        stream.Write(header.WrittenSpan);
        stream.Write("       "u8[..padding]);
        foreach (var tensor in _tensors)
            stream.Write(tensor.Data);
    }

    private ArrayBufferWriter<byte> Header()
    {
        var buffer = new ArrayBufferWriter<byte>();
        // Characters of any script stand for themselves; there is no HTML for them to break out into.
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        if (_metadata.Count > 0)
        {
            json.WriteStartObject(SafeTensors.MetadataKey);
            foreach (var (key, value) in _metadata)
                json.WriteString(key, value);
            json.WriteEndObject();
        }
        long offset = 0;
        foreach (var (name, type, shape, data) in _tensors)
        {
            json.WriteStartObject(name);
            json.WriteString("dtype", type.ToString());
            json.WriteStartArray("shape");
            foreach (int size in shape)
                json.WriteNumberValue(size);
            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(offset);
            offset += data.Length;
            json.WriteNumberValue(offset);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.Flush();
        return buffer;
    }

    /// <summary>Half a surrogate pair has no UTF-8; the JSON writer would put another character in its place.</summary>
    private static void CheckText(string text, string argument)
    {
        ArgumentNullException.ThrowIfNull(text, argument);
        try
        {
            Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("Expected valid Unicode, got half a surrogate pair.", argument, exception);
        }
    }
}
