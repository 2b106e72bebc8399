using System.Globalization;

namespace StaticNet.Data;

/// <summary>Labels as class indices: those of a list, or those that occur.</summary>
internal sealed class ClassTable
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly bool _isClosed;

    public ClassTable(IReadOnlyList<string>? names)
    {
        _isClosed = names is not null;
        foreach (string name in names ?? [])
            Add(name);
    }

    /// <summary>In the order of their indices.</summary>
    public IEnumerable<string> Names => _names;

    /// <summary>The label's index; −1 if it is not in the list.</summary>
    public int Index(ReadOnlySpan<char> label)
    {
#if NET9_0_OR_GREATER
        if (_indices.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out int index))
#else
        if (_indices.TryGetValue(label.ToString(), out int index))
#endif
            return index;
        if (_isClosed)
            return -1;
        Add(label.ToString());
        return _names.Count - 1;
    }

    /// <summary>The names in the order of their indices. Where they were not given, both are ordered now.</summary>
    /// <param name="labels">Indices, replaced by the new ones.</param>
    public string[] Sort(Span<int> labels)
    {
        string[] names = [.. _names];
        if (_isClosed)
            return names;
        Array.Sort(names, StringComparer.Ordinal);
        if (Array.TrueForAll(names, IsInteger))
            names = [.. names.OrderBy(Integer)];
        int[] places = new int[names.Length];
        for (int i = 0; i < names.Length; i++)
            places[_indices[names[i]]] = i;
        foreach (ref int label in labels)
            label = places[label];
        return names;
    }

    private void Add(string name)
    {
        _indices.Add(name, _names.Count);
        _names.Add(name);
    }

    private static bool IsInteger(string name) => long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static long Integer(string name) => long.Parse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
