using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes what one call does for many networks of a value type: ForwardEach and PredictEach.</summary>
internal static class CrowdMembers
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        string inputs = Parameter("inputs", $"[networks × {KernelText.Int(text.Spec.Inputs)}], row-major.");
        Each(
            writer,
            text,
            "Forward",
            $"{Output(text)} outputs",
            "Computes the output of one sample by each of many networks. The bits are those of a call for each.",
            inputs,
            Parameter("outputs", $"[networks × {KernelText.Int(text.Spec.Outputs)}], overwritten; must not overlap the inputs or the networks."));
        if (text.Spec.Predicts)
            Each(
                writer,
                text,
                "Predict",
                "global::System.Span<int> labels",
                "Predicts the class of one sample by each of many networks.",
                inputs,
                Parameter("labels", "[networks], overwritten; must not overlap the networks."));
    }

    private static void Each(SourceWriter writer, KernelText text, string method, string result, params string[] documentation)
    {
        string output = result.Substring(result.LastIndexOf(' ') + 1);
        bool isForward = method == "Forward";
        var remaining = documentation.Skip(1).Prepend(Parameter("networks", "May be none.")).Append(Throws("A length is wrong, or spans overlap.")).ToArray();
        using (Method(writer, $"static void {method}Each(global::System.ReadOnlySpan<{text.Spec.Type.Name}> networks, {Input(text)} inputs, {result})", documentation[0], remaining))
        {
            writer.Line($"{Guard}.Samples(inputs.Length, InputSize, networks.Length, \"inputs\");");
            writer.Line($"{Guard}.Samples({output}.Length, {(isForward ? "OutputSize" : "1")}, networks.Length, \"{output}\");");
            if (isForward)
                writer.Line($"{Guard}.Disjoint<{text.Number}>(outputs, inputs, \"outputs\", \"inputs\");");
            writer.Line($"{Guard}.Apart({output}, networks, \"{output}\", \"networks\");");
            if (text.Plan.Each is null)
            {
                // Large networks keep the processor busy one by one.
                using (writer.Block("for (int i = 0; i < networks.Length; i++)"))
                {
                    string input = "inputs.Slice(i * InputSize, InputSize)";
                    writer.Line(isForward ? $"networks[i].Forward({input}, outputs.Slice(i * OutputSize, OutputSize));" : $"labels[i] = networks[i].Predict({input});");
                }

                return;
            }

            writer.Line("if (networks.IsEmpty)");
            writer.Line("    return;");
            writer.Line($"ref {text.Number} first = {Start("networks[0]._parameters.Span")};");
            Batch(writer, text, "", $"{method}Each", $"ref first, inputs, {output}", text.Spec.Type.Name);
        }
    }
}
