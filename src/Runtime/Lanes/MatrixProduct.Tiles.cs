using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <content>The tiles: a few rows × a few vectors whose sums stay in registers until the end. What is read once serves a whole row or column of them.</content>
internal static partial class MatrixProduct
{
    /// <summary>8 rows × 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x2<V, T>(in Operands o, ref T a, ref T b, ref T start, nint startStride, ref T c, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint step = o.AStep, next = o.BStride, stride = o.CStride;
        nint r1 = o.AStride, r2 = 2 * o.AStride, r3 = 3 * o.AStride, r4 = 4 * o.AStride, r5 = 5 * o.AStride, r6 = 6 * o.AStride, r7 = 7 * o.AStride;
        V s00 = V.Load(ref start, 0);
        V s01 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s10 = V.Load(ref start, 0);
        V s11 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s20 = V.Load(ref start, 0);
        V s21 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s30 = V.Load(ref start, 0);
        V s31 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s40 = V.Load(ref start, 0);
        V s41 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s50 = V.Load(ref start, 0);
        V s51 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s60 = V.Load(ref start, 0);
        V s61 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s70 = V.Load(ref start, 0);
        V s71 = V.Load(ref start, V.Count);
        for (int k = 0; k < o.Steps; k++)
        {
            V b0 = V.Load(ref b, 0);
            V b1 = V.Load(ref b, V.Count);
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, b0, s00);
            s01 = V.Fma(a0, b1, s01);
            V a1 = V.Broadcast(ref Unsafe.Add(ref a, r1), 0);
            s10 = V.Fma(a1, b0, s10);
            s11 = V.Fma(a1, b1, s11);
            V a2 = V.Broadcast(ref Unsafe.Add(ref a, r2), 0);
            s20 = V.Fma(a2, b0, s20);
            s21 = V.Fma(a2, b1, s21);
            V a3 = V.Broadcast(ref Unsafe.Add(ref a, r3), 0);
            s30 = V.Fma(a3, b0, s30);
            s31 = V.Fma(a3, b1, s31);
            V a4 = V.Broadcast(ref Unsafe.Add(ref a, r4), 0);
            s40 = V.Fma(a4, b0, s40);
            s41 = V.Fma(a4, b1, s41);
            V a5 = V.Broadcast(ref Unsafe.Add(ref a, r5), 0);
            s50 = V.Fma(a5, b0, s50);
            s51 = V.Fma(a5, b1, s51);
            V a6 = V.Broadcast(ref Unsafe.Add(ref a, r6), 0);
            s60 = V.Fma(a6, b0, s60);
            s61 = V.Fma(a6, b1, s61);
            V a7 = V.Broadcast(ref Unsafe.Add(ref a, r7), 0);
            s70 = V.Fma(a7, b0, s70);
            s71 = V.Fma(a7, b1, s71);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, next);
        }

        StoreFirst(s00, ref c, 0, width);
        StoreFirst(s01, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s10, ref c, 0, width);
        StoreFirst(s11, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s20, ref c, 0, width);
        StoreFirst(s21, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s30, ref c, 0, width);
        StoreFirst(s31, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s40, ref c, 0, width);
        StoreFirst(s41, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s50, ref c, 0, width);
        StoreFirst(s51, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s60, ref c, 0, width);
        StoreFirst(s61, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s70, ref c, 0, width);
        StoreFirst(s71, ref c, V.Count, width - V.Count);
    }

    /// <summary>4 rows × 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x2<V, T>(in Operands o, ref T a, ref T b, ref T start, nint startStride, ref T c, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint step = o.AStep, next = o.BStride, stride = o.CStride;
        nint r1 = o.AStride, r2 = 2 * o.AStride, r3 = 3 * o.AStride;
        V s00 = V.Load(ref start, 0);
        V s01 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s10 = V.Load(ref start, 0);
        V s11 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s20 = V.Load(ref start, 0);
        V s21 = V.Load(ref start, V.Count);
        start = ref Unsafe.Add(ref start, startStride);
        V s30 = V.Load(ref start, 0);
        V s31 = V.Load(ref start, V.Count);
        for (int k = 0; k < o.Steps; k++)
        {
            V b0 = V.Load(ref b, 0);
            V b1 = V.Load(ref b, V.Count);
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, b0, s00);
            s01 = V.Fma(a0, b1, s01);
            V a1 = V.Broadcast(ref Unsafe.Add(ref a, r1), 0);
            s10 = V.Fma(a1, b0, s10);
            s11 = V.Fma(a1, b1, s11);
            V a2 = V.Broadcast(ref Unsafe.Add(ref a, r2), 0);
            s20 = V.Fma(a2, b0, s20);
            s21 = V.Fma(a2, b1, s21);
            V a3 = V.Broadcast(ref Unsafe.Add(ref a, r3), 0);
            s30 = V.Fma(a3, b0, s30);
            s31 = V.Fma(a3, b1, s31);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, next);
        }

        StoreFirst(s00, ref c, 0, width);
        StoreFirst(s01, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s10, ref c, 0, width);
        StoreFirst(s11, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s20, ref c, 0, width);
        StoreFirst(s21, ref c, V.Count, width - V.Count);
        c = ref Unsafe.Add(ref c, stride);
        StoreFirst(s30, ref c, 0, width);
        StoreFirst(s31, ref c, V.Count, width - V.Count);
    }

    /// <summary>1 row × 4 vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x4<V, T>(in Operands o, ref T a, ref T b, ref T start, nint startStride, ref T c, int width)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        nint step = o.AStep, next = o.BStride, stride = o.CStride;
        V s00 = V.Load(ref start, 0);
        V s01 = V.Load(ref start, V.Count);
        V s02 = V.Load(ref start, 2 * V.Count);
        V s03 = V.Load(ref start, 3 * V.Count);
        for (int k = 0; k < o.Steps; k++)
        {
            V b0 = V.Load(ref b, 0);
            V b1 = V.Load(ref b, V.Count);
            V b2 = V.Load(ref b, 2 * V.Count);
            V b3 = V.Load(ref b, 3 * V.Count);
            V a0 = V.Broadcast(ref a, 0);
            s00 = V.Fma(a0, b0, s00);
            s01 = V.Fma(a0, b1, s01);
            s02 = V.Fma(a0, b2, s02);
            s03 = V.Fma(a0, b3, s03);
            a = ref Unsafe.Add(ref a, step);
            b = ref Unsafe.Add(ref b, next);
        }

        StoreFirst(s00, ref c, 0, width);
        StoreFirst(s01, ref c, V.Count, width - V.Count);
        StoreFirst(s02, ref c, 2 * V.Count, width - 2 * V.Count);
        StoreFirst(s03, ref c, 3 * V.Count, width - 3 * V.Count);
    }

    /// <summary>Stores the first lanes; what lies behind them stays as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFirst<V, T>(V value, ref T origin, int offset, int count)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        if (count >= V.Count)
            V.Store(value, ref origin, offset);
        else if (count > 0)
            V.Store(V.Select(V.FirstLanes(count), value, V.Load(ref origin, offset)), ref origin, offset);
    }
}
