using System.Numerics;

namespace StaticNet.Tests.Networks;

/// <summary>
/// Memory in the middle of a larger piece whose margins are NaN: a read beyond its ends spoils the result, a write beyond them is
/// found by <see cref="AssertIntact"/>.
/// </summary>
public sealed class Guarded<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Margin = 40;
    private readonly T[] _memory;

    /// <summary>For results: filled with NaN itself, so that what is not written stays visible.</summary>
    public Guarded(int length)
    {
        _memory = new T[length + 2 * Margin];
        _memory.AsSpan().Fill(T.NaN);
    }

    /// <summary>For arguments.</summary>
    public Guarded(ReadOnlySpan<T> values)
        : this(values.Length) =>
        values.CopyTo(Span);

    public Span<T> Span => _memory.AsSpan(Margin, _memory.Length - 2 * Margin);

    public void AssertIntact()
    {
        for (int i = 0; i < Margin; i++)
            Assert.True(T.IsNaN(_memory[i]) && T.IsNaN(_memory[^(i + 1)]), "Memory beside the span was written.");
    }
}
