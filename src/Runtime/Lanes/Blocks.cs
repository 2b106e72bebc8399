using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace StaticNet.Lanes;

/// <summary>Transposition of matrices, in blocks as large as a 128-bit vector is long.</summary>
internal static class Blocks
{
    /// <summary><c>target[j][i] = source[i][j]</c></summary>
    /// <param name="source">[rows], each <paramref name="sourceStride"/> behind the one before.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <param name="sourceStride">Elements from one row of the source to the next.</param>
    /// <param name="target">[columns], each <paramref name="targetStride"/> behind the one before.</param>
    /// <param name="targetStride">Elements from one row of the target to the next.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Transpose<T>(ref T source, int rows, int columns, int sourceStride, ref T target, int targetStride)
        where T : unmanaged
    {
        int block = Vector128<T>.Count;
        int wholeRows = rows / block * block;
        int wholeColumns = columns / block * block;
        for (int i = 0; i < wholeRows; i += block)
        {
            ref T row = ref Unsafe.Add(ref source, i * sourceStride);
            ref T column = ref Unsafe.Add(ref target, i);
            for (int j = 0; j < wholeColumns; j += block)
                Block(ref Unsafe.Add(ref row, j), sourceStride, ref Unsafe.Add(ref column, j * targetStride), targetStride);
            for (int j = wholeColumns; j < columns; j++)
                for (int k = 0; k < block; k++)
                    Unsafe.Add(ref column, j * targetStride + k) = Unsafe.Add(ref row, k * sourceStride + j);
        }

        for (int i = wholeRows; i < rows; i++)
            for (int j = 0; j < columns; j++)
                Unsafe.Add(ref target, j * targetStride + i) = Unsafe.Add(ref source, i * sourceStride + j);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block<T>(ref T source, int sourceStride, ref T target, int targetStride)
        where T : unmanaged
    {
        var r0 = Vector128.LoadUnsafe(ref source);
        var r1 = Vector128.LoadUnsafe(ref source, (nuint)(uint)sourceStride);
        if (typeof(T) == typeof(double))
        {
            Moves128.LowerHalves(r0, r1).StoreUnsafe(ref target);
            Moves128.UpperHalves(r0, r1).StoreUnsafe(ref target, (nuint)(uint)targetStride);
            return;
        }

        var r2 = Vector128.LoadUnsafe(ref source, (nuint)(uint)(2 * sourceStride));
        var r3 = Vector128.LoadUnsafe(ref source, (nuint)(uint)(3 * sourceStride));
        var (a, b) = (Moves128.ZipLower(r0, r1), Moves128.ZipLower(r2, r3));
        var (c, d) = (Moves128.ZipUpper(r0, r1), Moves128.ZipUpper(r2, r3));
        Moves128.LowerHalves(a, b).StoreUnsafe(ref target);
        Moves128.UpperHalves(a, b).StoreUnsafe(ref target, (nuint)(uint)targetStride);
        Moves128.LowerHalves(c, d).StoreUnsafe(ref target, (nuint)(uint)(2 * targetStride));
        Moves128.UpperHalves(c, d).StoreUnsafe(ref target, (nuint)(uint)(3 * targetStride));
    }
}
