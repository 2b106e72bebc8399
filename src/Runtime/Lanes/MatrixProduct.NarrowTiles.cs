using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <content>The tiles of the last vector where the columns are an odd number of vectors.</content>
internal static partial class MatrixProduct
{
    /// <summary>8 rows × 1 vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x1<V, T>(in Operands o, ref T a, ref T b, ref T start, nint startStride, ref T c, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint step = o.AStep, next = o.BStride, stride = o.CStride;
        nint r1 = o.AStride, r2 = 2 * o.AStride, r3 = 3 * o.AStride, r4 = 4 * o.AStride, r5 = 5 * o.AStride, r6 = 6 * o.AStride, r7 = 7 * o.AStride;
        V s00 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s10 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s20 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s30 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s40 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s50 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s60 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s70 = V.Load(ref start, 0);
        for (int k = 0; k < o.Steps; k++)
        {
            V b0 = V.Load(ref b, 0);
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, b0, s00);
            V a1 = V.Broadcast(ref Unsafe.Add(ref a, r1), 0);
            s10 = V.Fma(a1, b0, s10);
            V a2 = V.Broadcast(ref Unsafe.Add(ref a, r2), 0);
            s20 = V.Fma(a2, b0, s20);
            V a3 = V.Broadcast(ref Unsafe.Add(ref a, r3), 0);
            s30 = V.Fma(a3, b0, s30);
            V a4 = V.Broadcast(ref Unsafe.Add(ref a, r4), 0);
            s40 = V.Fma(a4, b0, s40);
            V a5 = V.Broadcast(ref Unsafe.Add(ref a, r5), 0);
            s50 = V.Fma(a5, b0, s50);
            V a6 = V.Broadcast(ref Unsafe.Add(ref a, r6), 0);
            s60 = V.Fma(a6, b0, s60);
            V a7 = V.Broadcast(ref Unsafe.Add(ref a, r7), 0);
            s70 = V.Fma(a7, b0, s70);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, next);
        }

        StoreFirst(s00, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s10, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s20, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s30, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s40, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s50, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s60, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s70, ref c, 0, width);
    }

    /// <summary>4 rows × 1 vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1<V, T>(in Operands o, ref T a, ref T b, ref T start, nint startStride, ref T c, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint step = o.AStep, next = o.BStride, stride = o.CStride;
        nint r1 = o.AStride, r2 = 2 * o.AStride, r3 = 3 * o.AStride;
        V s00 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s10 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s20 = V.Load(ref start, 0);
        start = ref Unsafe.Add(ref start, startStride);
        V s30 = V.Load(ref start, 0);
        for (int k = 0; k < o.Steps; k++)
        {
            V b0 = V.Load(ref b, 0);
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, b0, s00);
            V a1 = V.Broadcast(ref Unsafe.Add(ref a, r1), 0);
            s10 = V.Fma(a1, b0, s10);
            V a2 = V.Broadcast(ref Unsafe.Add(ref a, r2), 0);
            s20 = V.Fma(a2, b0, s20);
            V a3 = V.Broadcast(ref Unsafe.Add(ref a, r3), 0);
            s30 = V.Fma(a3, b0, s30);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, next);
        }

        StoreFirst(s00, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s10, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s20, ref c, 0, width);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s30, ref c, 0, width);
    }

    /// <summary>1 row × 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x2<V, T>(in Operands o, ref T a, ref T b, ref T start, ref T c, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint step = o.AStep, next = o.BStride;
        V s00 = V.Load(ref start, 0);
        V s01 = V.Load(ref start, V.Count);
        for (int k = 0; k < o.Steps; k++)
        {
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, V.Load(ref b, 0), s00);
            s01 = V.Fma(a0, V.Load(ref b, V.Count), s01);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, next);
        }

        StoreFirst(s00, ref c, 0, width);
        StoreFirst(s01, ref c, V.Count, width - V.Count);
    }

    /// <summary>1 row × 1 vector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x1<V, T>(in Operands o, ref T a, ref T b, ref T start, nint startStride, ref T c, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint step = o.AStep, next = o.BStride, stride = o.CStride;
        V s00 = V.Load(ref start, 0);
        for (int k = 0; k < o.Steps; k++)
        {
            V b0 = V.Load(ref b, 0);
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, b0, s00);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, next);
        }

        StoreFirst(s00, ref c, 0, width);
    }
}
