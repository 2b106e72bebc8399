using System.Text.Json;
using System.Text.Unicode;

namespace StaticNet.Serialization;

/// <summary>The header of a safetensors file, read strictly: what is not as the format says is refused, not guessed.</summary>
internal sealed class SafeTensorsHeader
{
    private readonly HashSet<string> _keys = [];

    private SafeTensorsHeader()
    {
    }

    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>The tensors in the order of the header, with the offset of their first byte.</summary>
    public List<(TensorInfo Info, long Begin)> Tensors { get; } = [];

    /// <summary>Reads and checks a header. Nothing is allocated for the data that it promises.</summary>
    /// <exception cref="SafeTensorsException">Something is wrong.</exception>
    public static SafeTensorsHeader Parse(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty || json[0] != '{')
            throw new SafeTensorsException($"A header begins with '{{'; this one {(json.IsEmpty ? "is empty" : $"begins with the byte {json[0]}")}.");
        if (!Utf8.IsValid(json))
            throw new SafeTensorsException("The header is no valid UTF-8.");
        var header = new SafeTensorsHeader();
        try
        {
            // Deep enough for an array in a tensor's object in the header's object.
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 3 });
            header.ReadAll(ref reader);
        }
        // The second: a text with half a surrogate pair.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new SafeTensorsException($"The header is no valid JSON: {exception.Message}", exception);
        }
        header.CheckOffsets();
        return header;
    }

    private void ReadAll(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (NextKey(ref reader, out string name))
        {
            if (!_keys.Add(name))
                throw new SafeTensorsException($"'{name}' appears twice in the header.");
            Expect(ref reader, JsonTokenType.StartObject, name);
            if (name == SafeTensors.MetadataKey)
                ReadMetadata(ref reader);
            else
                ReadTensor(ref reader, name);
        }
        // Throws if something stands behind the object.
        reader.Read();
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        while (NextKey(ref reader, out string key))
        {
            Expect(ref reader, JsonTokenType.String, key);
            if (!Metadata.TryAdd(key, reader.GetString()!))
                throw new SafeTensorsException($"'{key}' appears twice in the metadata.");
        }
    }

    private void ReadTensor(ref Utf8JsonReader reader, string name)
    {
        TensorType? type = null;
        List<long>? shape = null, offsets = null;
        while (NextKey(ref reader, out string key))
        {
            switch (key)
            {
                case "dtype" when type is null:
                    type = ReadType(ref reader, name);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, $"the shape of '{name}'", int.MaxValue);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, $"the data_offsets of '{name}'", long.MaxValue);
                    break;
                default:
                    throw new SafeTensorsException($"'{name}' has dtype, shape and data_offsets once each and nothing else, but there is '{key}'.");
            }
        }
        if (type is not { } known || shape is null || offsets is not [long begin, long end])
            throw new SafeTensorsException($"'{name}' lacks dtype, shape or a pair of data_offsets.");

        long bytes = known.Size();
        foreach (long size in shape)
            bytes = size > 0 && bytes > long.MaxValue / size ? long.MaxValue : bytes * size;
        if (end < begin || end - begin != bytes)
            throw new SafeTensorsException($"'{name}', {known}[{string.Join(", ", shape)}], doesn't fit its data_offsets [{begin}, {end}].");
        if (bytes > Array.MaxLength)
            throw new SafeTensorsException($"'{name}' has {bytes} bytes; {Array.MaxLength} can be read.");
        var info = new TensorInfo(name, known, [.. shape.Select(size => (int)size)], (int)(bytes / known.Size()));
        Tensors.Add((info, begin));
    }

    private static TensorType ReadType(ref Utf8JsonReader reader, string name)
    {
        Expect(ref reader, JsonTokenType.String, $"the dtype of '{name}'");
        string text = reader.GetString()!;
        return TensorTypes.Named(text)
            ?? throw new SafeTensorsException($"The dtype of '{name}' is '{text}'; {string.Join(", ", Enum.GetNames<TensorType>())} can be read.");
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, string what, long limit)
    {
        Expect(ref reader, JsonTokenType.StartArray, what);
        var numbers = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0 || number > limit)
                throw new SafeTensorsException($"Expected whole numbers from 0 to {limit} in {what}.");
            numbers.Add(number);
        }
        return numbers;
    }

    /// <summary>Goes to the next key of an object, or to its end.</summary>
    private static bool NextKey(ref Utf8JsonReader reader, out string key)
    {
        reader.Read();
        bool isKey = reader.TokenType == JsonTokenType.PropertyName;
        key = isKey ? reader.GetString()! : "";
        return isKey;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        reader.Read();
        if (reader.TokenType != type)
            throw new SafeTensorsException($"Expected {type} for {what} in the header, got {reader.TokenType}.");
    }

    /// <summary>The tensors cover the data from its first byte on, without gaps and without sharing any.</summary>
    private void CheckOffsets()
    {
        long offset = 0;
        foreach (var (info, begin) in InOrderOfData())
        {
            if (begin != offset)
            {
                string what = begin > offset ? "there is a gap before" : "others share bytes with";
                throw new SafeTensorsException($"Tensors lie one behind the other, but {what} '{info.Name}': expected it at {offset}, it is at {begin}.");
            }
            offset += info.Bytes;
        }
    }

    /// <summary>By their first byte, and empty ones before others that begin where they do.</summary>
    public IEnumerable<(TensorInfo Info, long Begin)> InOrderOfData() =>
        Tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.Info.Bytes);
}
