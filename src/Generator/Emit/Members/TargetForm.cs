using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>
/// The two forms in which a method takes its target: numbers, which every network understands, and labels, which classifiers
/// understand too. Both end in the same kernel.
/// </summary>
internal sealed record TargetForm(bool IsLabel)
{
    public static IEnumerable<TargetForm> Of(KernelText text)
    {
        if (text.Spec.IsClassifier)
            yield return new TargetForm(true);
        yield return new TargetForm(false);
    }

    public string One(KernelText text) => IsLabel ? "int label" : $"{Input(text)} target";

    public string Many(KernelText text) => IsLabel ? "global::System.ReadOnlySpan<int> labels" : $"{Input(text)} targets";

    /// <summary>What is refused about a label, in a list of what is.</summary>
    public string Refused(string label) => IsLabel ? $" {label} is no class," : "";

    public string OneDocument(KernelText text) => IsLabel
        ? Parameter("label", $"The class index, 0 to {Highest(text)}.")
        : Parameter("target", $"[{KernelText.Int(text.Spec.Outputs)}]");

    public string ManyDocument(KernelText text) => IsLabel
        ? Parameter("labels", $"[count], each 0 to {Highest(text)}.")
        : Parameter("targets", $"[count × {KernelText.Int(text.Spec.Outputs)}], row-major.");

    public void CheckOne(SourceWriter writer, KernelText text) => writer.Line(IsLabel
        ? $"{Guard}.Label(label, {KernelText.Int(Classes(text))}, \"label\");"
        : $"{Guard}.Length(target.Length, OutputSize, \"target\");");

    public void CheckMany(SourceWriter writer, KernelText text)
    {
        writer.Line(IsLabel
            ? $"{Guard}.Samples(labels.Length, 1, count, \"labels\");"
            : $"{Guard}.Samples(targets.Length, OutputSize, count, \"targets\");");
        if (IsLabel)
            writer.Line($"{Guard}.Labels(labels, {KernelText.Int(Classes(text))}, \"labels\");");
    }

    /// <summary>The kernel's arguments between inputs and gradient. (A read-only span of one value would need C# 12.)</summary>
    public string OneArguments(KernelText text) =>
        IsLabel ? $"{(text.IsPortable ? "stackalloc int[] { label }" : "new global::System.Span<int>(ref label)")}, default" : text.Spec.IsClassifier ? "default, target" : "target";

    /// <summary>The same for a kernel method in variables; a target has the label −1.</summary>
    public string ScalarArguments(KernelText text) =>
        IsLabel ? "label, default" : text.Spec.IsClassifier ? "-1, target" : "target";

    /// <inheritdoc cref="OneArguments"/>
    public string ManyArguments(KernelText text) =>
        IsLabel ? "labels, default" : text.Spec.IsClassifier ? "default, targets" : "targets";

    /// <summary>A single output tells two classes apart.</summary>
    private static int Classes(KernelText text) => Math.Max(2, text.Spec.Outputs);

    private static string Highest(KernelText text) => KernelText.Int(Classes(text) - 1);
}
