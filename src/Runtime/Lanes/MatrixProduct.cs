using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>
/// Product of matrices whose columns are contiguous: <c>c[i][j] = start[i][j] + Σₖ a[i][k]·b[k][j]</c>, every element one chain of
/// fused multiply-adds in the order of k. How the elements are grouped into vectors and tiles has no influence on their bits.
/// </summary>
internal static partial class MatrixProduct
{
    /// <summary>Computes all rows of c.</summary>
    /// <param name="o">Strides and steps.</param>
    /// <param name="a">Read one number at a time.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="b">Read a vector at a time, also behind the last column, up to the end of the last vector.</param>
    /// <param name="start">What the sums start with: c itself, or a row of biases.</param>
    /// <param name="startStride">From one row of it to the next: 0 for biases.</param>
    /// <param name="c">Overwritten; behind the last column nothing changes.</param>
    /// <param name="columns">Columns of b and c.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Compute<V, T>(in Operands o, ref T a, int rows, ref T b, ref T start, nint startStride, ref T c, int columns)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        // Eight rows need 16 registers for sums alone: more than there are of 256 bits.
        int tall = V.Count * Unsafe.SizeOf<T>() == 64 ? rows / 8 * 8 : 0;
        int whole = rows / 4 * 4;
        for (int j = 0; whole > 0 && j < columns; j += 2 * V.Count)
        {
            ref T ai = ref a;
            ref T bj = ref Unsafe.Add(ref b, j);
            ref T si = ref Unsafe.Add(ref start, j);
            ref T ci = ref Unsafe.Add(ref c, j);
            int width = columns - j;
            for (int i = 0; i < whole;)
            {
                int height = i < tall ? 8 : 4;
                if (height == 8 && width > V.Count)
                    Tile8x2<V, T>(o, ref ai, ref bj, ref si, startStride, ref ci, width);
                else if (height == 8)
                    Tile8x1<V, T>(o, ref ai, ref bj, ref si, startStride, ref ci, width);
                else if (width > V.Count)
                    Tile4x2<V, T>(o, ref ai, ref bj, ref si, startStride, ref ci, width);
                else
                    Tile4x1<V, T>(o, ref ai, ref bj, ref si, startStride, ref ci, width);
                ai = ref Unsafe.Add(ref ai, height * o.AStride);
                si = ref Unsafe.Add(ref si, height * startStride);
                ci = ref Unsafe.Add(ref ci, height * o.CStride);
                i += height;
            }
        }

        for (int i = whole; i < rows; i++)
            Row<V, T>(o, ref Unsafe.Add(ref a, i * o.AStride), ref b, ref Unsafe.Add(ref start, i * startStride), ref Unsafe.Add(ref c, i * o.CStride), columns);
    }

    /// <summary>One row alone: more vectors of it, for as many independent chains.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Row<V, T>(in Operands o, ref T a, ref T b, ref T start, ref T c, int columns)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        int j = 0;
        for (; columns - j > 3 * V.Count; j += 4 * V.Count)
            Tile1x4<V, T>(o, ref a, ref Unsafe.Add(ref b, j), ref Unsafe.Add(ref start, j), 0, ref Unsafe.Add(ref c, j), columns - j);
        for (; columns - j > V.Count; j += 2 * V.Count)
            Tile1x2<V, T>(o, ref a, ref Unsafe.Add(ref b, j), ref Unsafe.Add(ref start, j), ref Unsafe.Add(ref c, j), columns - j);
        if (j < columns)
            Tile1x1<V, T>(o, ref a, ref Unsafe.Add(ref b, j), ref Unsafe.Add(ref start, j), 0, ref Unsafe.Add(ref c, j), columns - j);
    }

    /// <summary>
    /// A single row of c. A row of up to one of the widest vectors has its sums in four chains, one of up to three in two: there are
    /// four vectors to work on at once, then. Which it is depends on the length alone, not on the vectors of the machine.
    /// </summary>
    /// <inheritdoc cref="Compute"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ComputeOne<V, T>(in Operands o, ref T a, ref T b, ref T start, ref T c, int columns)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        const int WidestBytes = 64;
        int bytes = columns * Unsafe.SizeOf<T>();
        int j = 0;
        if (bytes > 3 * WidestBytes)
        {
            Row<V, T>(o, ref a, ref b, ref start, ref c, columns);
        }
        else if (bytes > WidestBytes)
        {
            for (; columns - j > V.Count; j += 2 * V.Count)
                TwoChains1x2<V, T>(o, ref a, ref Unsafe.Add(ref b, j), ref Unsafe.Add(ref start, j), ref Unsafe.Add(ref c, j));
            if (j < columns)
                TwoChains1x1<V, T>(o, ref a, ref Unsafe.Add(ref b, j), ref Unsafe.Add(ref start, j), ref Unsafe.Add(ref c, j));
        }
        else
        {
            for (; j < columns; j += V.Count)
                FourChains1x1<V, T>(o, ref a, ref Unsafe.Add(ref b, j), ref Unsafe.Add(ref start, j), ref Unsafe.Add(ref c, j));
        }
    }
}
