using System.Collections;
using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>An array that nobody changes.</summary>
/// <remarks>The framework's <c>ImmutableArray</c>, for .NET Standard, is in a package. A library for it that reads a topology has to find the same member on newer targets.</remarks>
/// <typeparam name="T">Of its items.</typeparam>
[CollectionBuilder(typeof(ReadOnlyArray), nameof(ReadOnlyArray.Create))]
public readonly struct ReadOnlyArray<T> : IReadOnlyList<T>
{
    private readonly T[]? _items;

    internal ReadOnlyArray(T[] items) => _items = items;

    /// <summary>The number of items.</summary>
    public int Length => AsSpan().Length;

    int IReadOnlyCollection<T>.Count => Length;

    /// <summary>One of the items.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is none of that number.</exception>
    public T this[int index] => AsSpan()[index];

    /// <summary>The items as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>The items one after the other, without a copy and without garbage.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();
}

/// <summary>Makes arrays that nobody changes.</summary>
internal static class ReadOnlyArray
{
    /// <summary>With a copy of the items.</summary>
    public static ReadOnlyArray<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
