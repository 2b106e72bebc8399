using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>A loop over the outputs of one vector of samples, where all are treated alike.</summary>
internal static class Elements
{
    /// <summary>Writes the loop; none where there is one output.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="units">The number of outputs.</param>
    /// <param name="body">Writes what is done with one output, given its offset.</param>
    public static void Each(SourceWriter writer, int units, Action<string> body)
    {
        if (units == 1)
        {
            body(At(1, 0));
            return;
        }

        using (writer.Block($"for (int j = 0; j < {Int(units)}; j++)"))
        {
            writer.Line($"int at = {At(units, "j")};");
            body("at");
        }
    }
}
