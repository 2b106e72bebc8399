#if NETSTANDARD2_0
namespace System.Buffers;

/// <summary>A buffer that grows with what is written to it.</summary>
internal sealed class ArrayBufferWriter<T>
{
    private T[] _items = [];

    public int WrittenCount { get; private set; }

    public ReadOnlySpan<T> WrittenSpan => _items.AsSpan(0, WrittenCount);

    public Span<T> GetSpan(int length)
    {
        if (_items.Length - WrittenCount < length)
            Array.Resize(ref _items, WrittenCount + length);
        return _items.AsSpan(WrittenCount);
    }

    public void Advance(int count) => WrittenCount += count;
}
#endif
