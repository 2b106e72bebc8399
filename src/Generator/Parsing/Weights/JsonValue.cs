namespace StaticNet.Generator.Parsing.Weights;

/// <summary>A JSON value; numbers are kept as they are written, which is how they are emitted.</summary>
internal abstract record JsonValue
{
    public sealed record Number(string Digits) : JsonValue;

    public sealed record Text(string Value) : JsonValue;

    /// <summary>true, false or null.</summary>
    public sealed record Literal(string Name) : JsonValue;

    public sealed record List(IReadOnlyList<JsonValue> Items) : JsonValue;

    public sealed record Members(IReadOnlyList<KeyValuePair<string, JsonValue>> Items) : JsonValue;
}
