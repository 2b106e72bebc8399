namespace StaticNet.Portable.Lanes;

/// <summary>Transposition of matrices.</summary>
internal static class Blocks
{
    /// <summary><c>target[j][i] = source[i][j]</c></summary>
    internal static void Transpose<T>(ref T source, int rows, int columns, int sourceStride, ref T target, int targetStride)
        where T : unmanaged
    {
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                Reference.Add(ref target, (j * targetStride) + i) = Reference.Add(ref source, (i * sourceStride) + j);
    }
}
