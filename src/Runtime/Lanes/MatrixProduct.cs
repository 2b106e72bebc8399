using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>
/// Product of matrices whose columns are contiguous: <c>c[i][j] = start + Σₖ a[i][k]·b[k][j]</c>, every element one chain of fused
/// multiply-adds in the order of k. How the elements are grouped into vectors and tiles has no influence on their bits.
/// </summary>
internal static partial class MatrixProduct
{
    /// <summary>Computes all rows of c.</summary>
    /// <param name="o">Strides, steps and start of the sums.</param>
    /// <param name="a">Read one number at a time.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="b">Read a vector at a time, also behind the last column, up to the end of the last vector.</param>
    /// <param name="c">Overwritten; behind the last column nothing changes.</param>
    /// <param name="columns">Columns of b and c.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Compute<V, T>(in Operands<T> o, ref T a, int rows, ref T b, ref T c, int columns)
        where V : struct, ILanes<V, T>
        where T : unmanaged
    {
        // Eight rows need 16 registers for sums alone: more than there are of 256 bits.
        int tall = V.Count * Unsafe.SizeOf<T>() == 64 ? rows / 8 * 8 : 0;
        int whole = rows / 4 * 4;
        for (int j = 0; j < columns; j += 2 * V.Count)
        {
            ref T bj = ref Unsafe.Add(ref b, j);
            ref T cj = ref Unsafe.Add(ref c, j);
            int width = columns - j;
            Operands<T> block = o.AtColumn(j);
            int i = 0;
            if (width > V.Count)
            {
                for (; i < tall; i += 8)
                    Tile8x2<V, T>(block, ref Unsafe.Add(ref a, i * o.AStride), ref bj, ref Unsafe.Add(ref cj, i * o.CStride), width);
                for (; i < whole; i += 4)
                    Tile4x2<V, T>(block, ref Unsafe.Add(ref a, i * o.AStride), ref bj, ref Unsafe.Add(ref cj, i * o.CStride), width);
            }
            else
            {
                for (; i < tall; i += 8)
                    Tile8x1<V, T>(block, ref Unsafe.Add(ref a, i * o.AStride), ref bj, ref Unsafe.Add(ref cj, i * o.CStride), width);
                for (; i < whole; i += 4)
                    Tile4x1<V, T>(block, ref Unsafe.Add(ref a, i * o.AStride), ref bj, ref Unsafe.Add(ref cj, i * o.CStride), width);
            }
        }

        // Fewer rows than make a tile: more vectors of each, for as many independent chains.
        for (int j = 0; whole < rows && j < columns;)
        {
            bool wide = columns - j > 3 * V.Count;
            Operands<T> block = o.AtColumn(j);
            for (int i = whole; i < rows; i++)
            {
                ref T ai = ref Unsafe.Add(ref a, i * o.AStride);
                ref T cij = ref Unsafe.Add(ref c, (i * o.CStride) + j);
                if (wide)
                    Tile1x4<V, T>(block, ref ai, ref Unsafe.Add(ref b, j), ref cij, columns - j);
                else
                    Tile1x1<V, T>(block, ref ai, ref Unsafe.Add(ref b, j), ref cij, columns - j);
            }

            j += wide ? 4 * V.Count : V.Count;
        }
    }
}
