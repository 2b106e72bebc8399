namespace StaticNet.Generator.Emit.Kernels;

/// <summary>
/// Writes, beside a method of the kernel, one that runs it in the narrower vectors. The public members name only the widest vectors and
/// this one, so that a machine which has them need not load the types of all others before its first call.
/// </summary>
internal static class Narrower
{
    /// <param name="writer">Where to.</param>
    /// <param name="text">The network.</param>
    /// <param name="signature">The method's: <c>internal static float Loss&lt;V&gt;(…)</c>.</param>
    /// <param name="constraint">The constraint on its further type parameter, if it has one.</param>
    public static void Write(SourceWriter writer, KernelText text, string signature, string? constraint)
    {
        // Elsewhere there is one width.
        if (text.IsPortable)
            return;
        int open = signature.IndexOf("<V", StringComparison.Ordinal), list = signature.IndexOf('(');
        string head = signature.Substring(0, open), name = head.Substring(head.LastIndexOf(' ') + 1);
        string more = signature.Substring(open + 2, list - open - 3);
        string parameters = signature.Substring(list);
        string arguments = string.Join(", ", parameters.Trim('(', ')').Split(',').Select(Argument));
        string result = head.Contains(" void ") ? "" : "return ";

        writer.Line();
        writer.Line($"/// <summary>{name}, in the widest vectors of a machine that has none of 512 bits.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        string own = $"{head}Narrower{(more.Length == 0 ? "" : $"<{more.TrimStart(',', ' ')}>")}{parameters}";
        using (writer.Block(constraint is null ? own : $"{own}\n{constraint}"))
        {
            writer.Line("if (VectorWidth.Is256)");
            writer.Line($"    {result}{name}<Lanes2x256<{text.Number}>{more}>({arguments});");
            writer.Line("else");
            writer.Line($"    {result}{name}<Lanes4x128<{text.Number}>{more}>({arguments});");
        }
    }

    private static string Argument(string parameter) =>
        (parameter.TrimStart().StartsWith("ref ", StringComparison.Ordinal) ? "ref " : "") + parameter.Substring(parameter.LastIndexOf(' ') + 1);
}
