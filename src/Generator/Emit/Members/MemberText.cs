namespace StaticNet.Generator.Emit.Members;

/// <summary>Phrases of the public members. In the user's namespace every name of ours is written in full.</summary>
internal static class MemberText
{
    public const string Guard = "global::StaticNet.Guard";

    public static string Input(KernelText text) => $"global::System.ReadOnlySpan<{text.Number}>";

    public static string Output(KernelText text) => $"global::System.Span<{text.Number}>";

    public static string KernelName(KernelText text) => text.Spec.Type.Name.TrimStart('@') + "Kernel";

    public static string Kernel(KernelText text) => $"global::StaticNet.Generated.{KernelName(text)}";

    /// <summary>A call of a kernel method with one sample in one lane.</summary>
    public static string OneSample(KernelText text, string method, string arguments) =>
        $"{Kernel(text)}.{method}<global::StaticNet.Lanes.OneLane<{text.Number}>>({arguments})";

    /// <summary>The start of an array or a span, for kernel methods that take references.</summary>
    public static string Start(string span) => $"ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span})";

    /// <summary>The start of the parameters.</summary>
    public const string Parameters = "ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_parameters)";

    /// <summary>Writes a call of a kernel method in the widest lanes of the machine.</summary>
    public static void Batch(SourceWriter writer, KernelText text, string before, string method, string arguments, string moreTypes = "")
    {
        foreach (var (condition, lanes) in new[] { ("if (global::StaticNet.Lanes.VectorWidth.Is512)", "Lanes1x512"), ("else if (global::StaticNet.Lanes.VectorWidth.Is256)", "Lanes2x256"), ("else", "Lanes4x128") })
        {
            writer.Line(condition);
            writer.Line($"    {before}{Kernel(text)}.{method}<global::StaticNet.Lanes.{lanes}<{text.Number}>{moreTypes}>({arguments});");
        }
    }

    /// <summary>Opens a public method with documentation.</summary>
    public static SourceWriter.Scope Method(SourceWriter writer, string signature, string summary, params string[] remaining)
    {
        Document(writer, summary, remaining);
        return writer.Block($"public {signature}");
    }

    /// <summary>Writes a summary and further documentation lines.</summary>
    public static void Document(SourceWriter writer, string summary, params string[] remaining)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        foreach (string line in remaining)
            writer.Line($"/// {line}");
    }

    public static string Parameter(string name, string text) => $"<param name=\"{name}\">{text}</param>";

    public static string Returns(string text) => $"<returns>{text}</returns>";

    public static string Throws(string text) => $"<exception cref=\"global::System.ArgumentException\">{text}</exception>";
}
