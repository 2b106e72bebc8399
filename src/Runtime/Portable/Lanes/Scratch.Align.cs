using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Portable.Lanes;

/// <content>Where no vector is loaded as a whole, the start of the memory is as good as any place.</content>
public static partial class Scratch
{
    /// <summary>The first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Align<T>(Span<T> memory)
        where T : unmanaged =>
        ref MemoryMarshal.GetReference(memory);
}
