using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <content>
/// Tiles of a single row, which has nothing else to overlap: its sums are split into chains, of every second or fourth step each, so
/// that the processor need not wait for one multiply-add before it starts the next.
/// </content>
internal static partial class MatrixProduct
{
    /// <summary>One row × one vector, each sum in four chains.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FourChains1x1<V, T>(in Operands o, ref T a, ref T b, ref T start, ref T c)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint next = o.BStride, b2 = 2 * next, b3 = 3 * next, b4 = 4 * next;
        V s00 = V.Load(ref start, 0), s01 = V.Zero, s02 = V.Zero, s03 = V.Zero;
        int k = 0;
        for (; k <= o.Steps - 4; k += 4)
        {
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, V.Load(ref b, 0), s00);
            V a1 = V.Broadcast(ref a, 1);
            s01 = V.Fma(a1, V.Load(ref Unsafe.Add(ref b, next), 0), s01);
            V a2 = V.Broadcast(ref a, 2);
            s02 = V.Fma(a2, V.Load(ref Unsafe.Add(ref b, b2), 0), s02);
            V a3 = V.Broadcast(ref a, 3);
            s03 = V.Fma(a3, V.Load(ref Unsafe.Add(ref b, b3), 0), s03);
            a = ref Unsafe.Add(ref a, 4);
            b = ref Unsafe.Add(ref b, b4);
        }

        for (; k < o.Steps; k++)
        {
            s00 = V.Fma(V.Broadcast(ref a, 0), V.Load(ref b, 0), s00);
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, next);
        }

        V.Store(Join<V, T>(Join<V, T>(s00, s01), Join<V, T>(s02, s03)), ref c, 0);
    }

    /// <summary>One row × two vectors, each sum in two chains.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void TwoChains1x2<V, T>(in Operands o, ref T a, ref T b, ref T start, ref T c)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint next = o.BStride, b2 = 2 * next;
        V s00 = V.Load(ref start, 0), s01 = V.Zero;
        V s10 = V.Load(ref start, V.Count), s11 = V.Zero;
        int k = 0;
        for (; k <= o.Steps - 2; k += 2)
        {
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, V.Load(ref b, 0), s00);
            s10 = V.Fma(a0, V.Load(ref b, V.Count), s10);
            V a1 = V.Broadcast(ref a, 1);
            s01 = V.Fma(a1, V.Load(ref Unsafe.Add(ref b, next), 0), s01);
            s11 = V.Fma(a1, V.Load(ref Unsafe.Add(ref b, next), V.Count), s11);
            a = ref Unsafe.Add(ref a, 2);
            b = ref Unsafe.Add(ref b, b2);
        }

        for (; k < o.Steps; k++)
        {
            s00 = V.Fma(V.Broadcast(ref a, 0), V.Load(ref b, 0), s00);
            s10 = V.Fma(V.Broadcast(ref a, 0), V.Load(ref b, V.Count), s10);
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, next);
        }

        V.Store(Join<V, T>(s00, s01), ref c, 0);
        V.Store(Join<V, T>(s10, s11), ref c, V.Count);
    }

    /// <summary>One row × one vector, each sum in two chains.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void TwoChains1x1<V, T>(in Operands o, ref T a, ref T b, ref T start, ref T c)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint next = o.BStride, b2 = 2 * next;
        V s00 = V.Load(ref start, 0), s01 = V.Zero;
        int k = 0;
        for (; k <= o.Steps - 2; k += 2)
        {
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, V.Load(ref b, 0), s00);
            V a1 = V.Broadcast(ref a, 1);
            s01 = V.Fma(a1, V.Load(ref Unsafe.Add(ref b, next), 0), s01);
            a = ref Unsafe.Add(ref a, 2);
            b = ref Unsafe.Add(ref b, b2);
        }

        for (; k < o.Steps; k++)
        {
            s00 = V.Fma(V.Broadcast(ref a, 0), V.Load(ref b, 0), s00);
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, next);
        }

        V.Store(Join<V, T>(s00, s01), ref c, 0);
    }

    /// <summary>The sum of two chains. Infinities of both signs, where chains of finite numbers overflow, would make it NaN; the largest finite numbers do not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Join<V, T>(V a, V b)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        V largest = V.Broadcast(typeof(T) == typeof(double) ? (T)(object)double.MaxValue : (T)(object)float.MaxValue);
        return V.Min(largest, V.Max(-largest, a)) + V.Min(largest, V.Max(-largest, b));
    }
}
