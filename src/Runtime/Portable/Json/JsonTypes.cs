namespace System.Text.Json;

/// <summary>What a reader stands at.</summary>
internal enum JsonTokenType : byte
{
    None,
    StartObject,
    EndObject,
    StartArray,
    EndArray,
    PropertyName,
    Comment,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>A text is no JSON.</summary>
internal sealed class JsonException : Exception
{
    public JsonException(string message)
        : base(message)
    {
    }
}

/// <summary>How a reader reads.</summary>
internal struct JsonReaderOptions
{
    /// <summary>Objects and arrays within each other; 0: 64.</summary>
    public int MaxDepth { get; set; }
}
