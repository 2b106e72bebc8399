using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Lanes;

/// <content>Alignment to cache lines.</content>
public static partial class Scratch
{
    /// <summary>The first cache-line boundary in memory that was made 64 bytes longer than needed.</summary>
    /// <param name="memory">On the stack, or on the heap, where a move by the garbage collector may cost the alignment but nothing else.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe ref T Align<T>(Span<T> memory)
        where T : unmanaged
    {
        ref T start = ref MemoryMarshal.GetReference(memory);
        nuint address = (nuint)Unsafe.AsPointer(ref start);
        return ref Unsafe.AddByteOffset(ref start, (nuint)(-(nint)address & (Alignment - 1)));
    }
}
