namespace StaticNet.Generator.Emit.Members;

/// <summary>Phrases of the public members. In the user's namespace every name of ours is written in full.</summary>
internal static class MemberText
{
    public const string Guard = "global::StaticNet.Guard";

    /// <summary>What a degree of parallelism is.</summary>
    public const string DegreeText = "Threads at most, the caller's among them; some kilobytes are allocated for their tasks.";

    /// <summary>The check of it.</summary>
    public const string CheckDegree = Guard + ".Degree(degreeOfParallelism, \"degreeOfParallelism\");";

    public static string Input(KernelText text) => $"global::System.ReadOnlySpan<{text.Number}>";

    public static string Output(KernelText text) => $"global::System.Span<{text.Number}>";

    /// <summary>What is visible in all files needs a name that no other network's kernel has.</summary>
    public static string KernelName(KernelText text) =>
        (text.IsPortable ? text.Spec.Type.FullName.Replace("_", "__").Replace('.', '_').Replace('+', '_') : text.Spec.Type.Name.TrimStart('@')) + "Kernel";

    public static string Kernel(KernelText text) => $"global::StaticNet.Generated.{KernelName(text)}";

    /// <summary>Writes a call of a kernel method with one sample: in one lane, or with its units in the widest lanes of the machine.</summary>
    public static void OneSample(SourceWriter writer, KernelText text, string before, string method, string arguments)
    {
        string lane = $"global::StaticNet.Lanes.OneLane<{text.Number}>";
        if (text.Plan.Rows is null)
            writer.Line($"{before}{Kernel(text)}.{method}<{lane}>({arguments});");
        else
            Widest(writer, text, (_, units) => $"{before}{Kernel(text)}.{method}<{lane}, {units}>({arguments});");
    }

    /// <summary>How kernels take the parameters, which have room behind them.</summary>
    public static string AllParameters(KernelText text) => text.Spec.IsFrozen ? "PaddedParameters" : IsArray(text) ? "Parameters" : "_parameters.Span";

    /// <summary>The method for the gradient of one sample, which with units in lanes is the one for batches.</summary>
    public static string BackwardOne(KernelText text) => text.Plan.Rows is null ? "BackwardOne" : "Backward";

    /// <summary>The start of an array or a span, for kernel methods that take references.</summary>
    public static string Start(string span) => $"ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({span})";

    /// <summary>The start of the parameters.</summary>
    public static string FirstParameter(KernelText text) =>
        text.Spec.IsFrozen ? Start("PaddedParameters")
        : IsArray(text) ? "ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_parameters)"
        : text.Plan.Rows is not null && !text.Spec.Type.IsValueType ? "ref _parameters.First"
        : Start("_parameters.Span");

    /// <summary>Whether the parameters are an array; else they are a type of their own, whose members say where they are.</summary>
    public static bool IsArray(KernelText text) => text.Plan.Rows is null && !text.Spec.Type.IsValueType;

    /// <summary>
    /// The modifier of members that change nothing: a network whose parameters are constants has no instances; and calls on a value that cannot
    /// change would copy it, parameters and all, if the member did not promise to leave it alone.
    /// </summary>
    public static string Reading(KernelText text) => text.Spec.IsFrozen ? "static " : text.Spec.Type.IsValueType ? "readonly " : "";

    /// <summary>Writes a call of a kernel method in the widest lanes of the machine.</summary>
    public static void Batch(SourceWriter writer, KernelText text, string before, string method, string arguments, string moreType = "")
    {
        string more = moreType.Length == 0 ? "" : ", " + moreType, only = moreType.Length == 0 ? "" : $"<{moreType}>";
        if (text.Plan.Rows is not null)
        {
            Widest(writer, text, (samples, units) => $"{before}{Kernel(text)}.{method}<{samples}, {units}{more}>({arguments});");
            return;
        }

        if (text.IsPortable)
        {
            writer.Line($"{before}{Kernel(text)}.{method}<{PortableLanes(text)}{more}>({arguments});");
            return;
        }

        writer.Line("if (global::StaticNet.Lanes.VectorWidth.Is512)");
        writer.Line($"    {before}{Kernel(text)}.{method}<{Lanes("1x512" + text.Suffix)}{more}>({arguments});");
        writer.Line("else");
        writer.Line($"    {before}{Kernel(text)}.{method}Narrower{only}({arguments});");
    }

    /// <summary>Writes a statement for each width, given the types of a vector of samples and of a vector of units.</summary>
    public static void Widest(SourceWriter writer, KernelText text, Func<string, string, string> statement)
    {
        if (text.IsPortable)
        {
            writer.Line(statement(PortableLanes(text), PortableLanes(text)));
            return;
        }

        string Of(string form) => Lanes($"{form}<{text.Number}>");
        writer.Line("if (global::StaticNet.Lanes.VectorWidth.Is512)");
        writer.Line("    " + statement(Lanes("1x512" + text.Suffix), Lanes("1x512" + text.Suffix)));
        writer.Line("else if (global::StaticNet.Lanes.VectorWidth.Is256)");
        writer.Line("    " + statement(Of("2x256"), Of("1x256")));
        writer.Line("else");
        writer.Line("    " + statement(Of("4x128"), Of("1x128")));
    }

    private static string PortableLanes(KernelText text) => $"global::StaticNet.Lanes.PortableLanes<{text.Number}>";

    private static string Lanes(string form) => $"global::StaticNet.Lanes.Lanes{form}";

    /// <summary>Opens a public method with documentation.</summary>
    public static SourceWriter.Scope Method(SourceWriter writer, string signature, string summary, params string[] remaining)
    {
        Document(writer, summary, remaining);
        // A batch's method is what a training loop calls: optimised from the first call on, and not compiled a second time as part of the
        // loop; nor is the constructor before it. A single sample's is small enough to be inlined.
        const string Compiler = "global::System.Runtime.CompilerServices.MethodImpl";
        if (signature.Contains("Batch"))
            writer.Line($"[{Compiler}({Compiler}Options.NoInlining | {Compiler}Options.AggressiveOptimization)]");
        else if (signature.Contains("ulong seed"))
            writer.Line($"[{Compiler}({Compiler}Options.NoInlining)]");
        return writer.Block($"public {signature}");
    }

    /// <summary>A text of the user's within a comment, which ends where the line does.</summary>
    public static string Comment(string text) => new(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character).ToArray());

    /// <summary>The same within a documentation comment.</summary>
    public static string Documentation(string text) => Comment(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

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
