using System.Collections;
using System.Globalization;

namespace StaticNet.Data;

/// <summary>"x0", "x1", … for what was given no names. Made when asked for: a stray label of two billion must not cost as many strings.</summary>
internal sealed class NumberedNames(string prefix, int count) : IReadOnlyList<string>
{
    public int Count => count;

    public string this[int index] =>
        (uint)index < (uint)count
            ? prefix + index.ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected an index from 0 to {count - 1}, got {index}.");

    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
