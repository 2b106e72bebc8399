using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Lanes;

/// <summary>
/// Parameters of a network whose weights are read in whole vectors: they start on a cache-line boundary, which no vector then straddles,
/// and there is room for a vector behind the last one.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AlignedBuffer<T>
    where T : unmanaged
{
    private readonly T[] _array;
    private readonly int _start;
    private readonly int _length;

    /// <summary>Allocates zeros, pinned, so that the alignment is not lost to a move.</summary>
    /// <param name="length">In elements, without the room behind.</param>
    public unsafe AlignedBuffer(int length)
    {
        _length = length;
        _array = GC.AllocateArray<T>(length + (2 * Scratch.Alignment / sizeof(T)), pinned: true);
        nint address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        _start = (int)(-address & (Scratch.Alignment - 1)) / sizeof(T);
    }

    /// <summary>The first element.</summary>
    public ref T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);
    }

    /// <summary>The elements, without the room behind.</summary>
    public Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_array, _start, _length);
    }
}
