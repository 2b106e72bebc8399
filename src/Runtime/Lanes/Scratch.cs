using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Lanes;

/// <summary>Helps generated code to place its scratch memory.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Scratch
{
    /// <summary>Bytes of a cache line, and of the widest vector: a vector that straddles two lines costs two accesses.</summary>
    internal const int Alignment = 64;

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

    /// <summary>Sets rows of lanes to zero. For the few that a small network has, a call of the system's own would cost more than the stores.</summary>
    /// <param name="memory">[rows × V.Count]</param>
    /// <param name="rows">Their number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear<V, T>(ref T memory, int rows)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int lanes = V.Count;
        for (int i = 0; i < rows; i++)
            V.Store(V.Zero, ref memory, i * lanes);
    }
}

/// <summary>A few numbers at an address, for a call that takes a reference.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[InlineArray(4)]
public struct Four<T>
    where T : unmanaged
{
    private T _first;
}
