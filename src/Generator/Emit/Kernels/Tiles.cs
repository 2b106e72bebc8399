namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Loops in steps of a tile, with the rest behind it.</summary>
internal static class Tiles
{
    /// <summary>Writes a loop over whole tiles and a block for what is left.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="total">Elements in all.</param>
    /// <param name="variable">The loop's variable.</param>
    /// <param name="size">Elements of a tile.</param>
    /// <param name="body">Writes one tile, given its first element and its size.</param>
    public static void Write(SourceWriter writer, int total, string variable, int size, Action<string, int> body)
    {
        int whole = total / size * size;
        if (whole > 0)
        {
            using (writer.Block($"for (int {variable} = 0; {variable} < {whole}; {variable} += {size})"))
                body(variable, size);
        }

        if (whole == total)
            return;
        if (whole > 0)
        {
            writer.Line();
            writer.Line(total - whole == 1 ? "// The last one." : $"// The last {total - whole}.");
        }

        using (writer.Block(""))
            body(KernelText.Int(whole), total - whole);
    }

    /// <summary>An element of a tile: a sum, computed here where the tile starts at a known place.</summary>
    public static string Plus(string first, int offset) =>
        int.TryParse(first, out int known) ? KernelText.Int(known + offset) : offset == 0 ? first : $"{first} + {offset}";
}
