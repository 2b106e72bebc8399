using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet.Lanes;

/// <summary>The last step of a sum over samples: a number for each parameter and lane becomes a number for each parameter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneSums
{
    /// <summary>Adds up the lanes of each row, in the order of <see cref="ILanes{TSelf, T}.Sum"/>.</summary>
    /// <param name="rows">[sums.Length rounded up to a multiple of V.Count][V.Count]</param>
    /// <param name="sums">One number a row, overwritten; may start where the rows do.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Store<V, T>(ref T rows, Span<T> sums)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        ref T target = ref MemoryMarshal.GetReference(sums);
        int i = 0;
        for (; i <= sums.Length - V.Count; i += V.Count)
            V.Store(V.SumRows(ref Unsafe.Add(ref rows, i * V.Count)), ref target, i);
        for (; i < sums.Length; i++)
            Unsafe.Add(ref target, i) = V.Sum(V.Load(ref rows, i * V.Count));
    }
}
