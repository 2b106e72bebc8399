using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>Rows of four values to columns and back, in whole vectors: every second value, and of those every second again.</summary>
internal static class Fours
{
    /// <summary>Whether that is the faster way: vectors of two and four parts would have to be put together again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Pay<V>() => typeof(V) == typeof(Lanes1x512Single);

    /// <summary>A vector of samples from rows to columns.</summary>
    /// <param name="rows">[V.Count × 4]</param>
    /// <param name="columns">[4 × V.Count], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ToColumns<V, T>(ref T rows, ref T columns)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int lanes = V.Count;
        V.LoadPairs(ref rows, 0, out V evenFirst, out V oddFirst);
        V.LoadPairs(ref rows, 2 * lanes, out V evenLast, out V oddLast);
        V.Store(evenFirst, ref columns, 0);
        V.Store(evenLast, ref columns, lanes);
        V.Store(oddFirst, ref columns, 2 * lanes);
        V.Store(oddLast, ref columns, 3 * lanes);
        V.LoadPairs(ref columns, 0, out V c0, out V c2);
        V.LoadPairs(ref columns, 2 * lanes, out V c1, out V c3);
        V.Store(c0, ref columns, 0);
        V.Store(c1, ref columns, lanes);
        V.Store(c2, ref columns, 2 * lanes);
        V.Store(c3, ref columns, 3 * lanes);
    }

    /// <summary>A vector of samples from columns to rows.</summary>
    /// <param name="columns">[4 × V.Count]</param>
    /// <param name="rows">[V.Count × 4], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ToRows<V, T>(ref T columns, ref T rows)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int lanes = V.Count;
        V.StorePairs(V.Load(ref columns, 0), V.Load(ref columns, 2 * lanes), ref rows, 0);
        V.StorePairs(V.Load(ref columns, lanes), V.Load(ref columns, 3 * lanes), ref rows, 2 * lanes);
        V evenFirst = V.Load(ref rows, 0), evenLast = V.Load(ref rows, lanes);
        V oddFirst = V.Load(ref rows, 2 * lanes), oddLast = V.Load(ref rows, 3 * lanes);
        V.StorePairs(evenFirst, oddFirst, ref rows, 0);
        V.StorePairs(evenLast, oddLast, ref rows, 2 * lanes);
    }
}
