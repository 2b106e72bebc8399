using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>Helps generated code to place its scratch memory.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Scratch
{
    /// <summary>Bytes of a cache line, and of the widest vector: a vector that straddles two lines costs two accesses.</summary>
    internal const int Alignment = 64;

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
