namespace StaticNet.Tool;

/// <summary>The option <c>--activations</c>.</summary>
internal static class ActivationList
{
    /// <summary>Reads the list; null: it was not given.</summary>
    /// <exception cref="ArgumentException">A name is none of an activation.</exception>
    public static Activation[]? Parse(string? list) => list is null ? null : Array.ConvertAll(list.Split(','), One);

    /// <summary>By its name alone: a number would be one to the parser of enumerations.</summary>
    private static Activation One(string text)
    {
        string[] names = Enum.GetNames<Activation>();
        return Array.Find(names, name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<Activation>(name)
            : throw new ArgumentException($"Expected --activations of {string.Join(", ", names)}; got '{text}'.");
    }
}
