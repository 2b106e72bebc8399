using System.Collections;
using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>An array that nobody changes. On newer targets the framework's <c>ImmutableArray</c> stands in its place, which .NET Standard has in a package only.</summary>
/// <typeparam name="T">Of its items.</typeparam>
[CollectionBuilder(typeof(ReadOnlyArray), nameof(ReadOnlyArray.Create))]
public readonly struct ReadOnlyArray<T> : IReadOnlyList<T>
{
    private readonly T[] _items;

    internal ReadOnlyArray(T[] items) => _items = items;

    /// <summary>The number of items.</summary>
    public int Length => _items.Length;

    int IReadOnlyCollection<T>.Count => Length;

    /// <summary>One of the items.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none of that number.</exception>
    public T this[int index] => _items[index];

    /// <summary>The items as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>The items one after the other.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

/// <summary>Makes arrays that nobody changes.</summary>
internal static class ReadOnlyArray
{
    /// <summary>With a copy of the items.</summary>
    public static ReadOnlyArray<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
