using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes Forward, ForwardBatch, Predict and PredictBatch.</summary>
internal static class InferenceMembers
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        string inputs = $"[count × {KernelText.Int(text.Spec.Inputs)}], row-major; may be empty.";
        string input = $"[{KernelText.Int(text.Spec.Inputs)}]";
        string outputs = KernelText.Int(text.Spec.Outputs), method = Reading(text);

        using (Method(
            writer,
            $"{method}void Forward({Input(text)} input, {Output(text)} output)",
            "Computes the output of one sample. The spans may overlap.",
            Parameter("input", input),
            Parameter("output", $"[{outputs}], overwritten."),
            Throws("A length is wrong.")))
        {
            writer.Line($"{Guard}.Length(input.Length, InputSize, \"input\");");
            writer.Line($"{Guard}.Length(output.Length, OutputSize, \"output\");");
            if (text.Plan.OneSampleUnrolled)
                writer.Line($"{Kernel(text)}.ForwardOne({FirstParameter(text)}, {Start("input")}, {Start("output")});");
            else if (text.Plan.OneSampleInRows)
                Widest(writer, text, (_, units) => $"{Kernel(text)}.ForwardOne<{units}>({FirstParameter(text)}, {Start("input")}, output);");
            else
                OneSample(writer, text, "", "Forward", $"{AllParameters(text)}, input, output");
        }

        WriteForwardBatch(writer, text, shared: false);
        if (!text.Spec.IsFrozen)
            WriteForwardBatch(writer, text, shared: true);

        if (!text.Spec.Predicts)
            return;
        string rule = text.Spec.Outputs == 1 ? "1 where the output is at least ½, else 0" : "The index of the largest output, the first of equals";
        using (Method(
            writer,
            $"{method}int Predict({Input(text)} input)",
            $"{rule}.",
            Parameter("input", input),
            Throws("The length is wrong.")))
        {
            writer.Line($"{Guard}.Length(input.Length, InputSize, \"input\");");
            writer.Line(text.IsPortable ? "global::System.Span<int> label = stackalloc int[1];" : "int label = 0;");
            string label = text.IsPortable ? "label" : "new global::System.Span<int>(ref label)";
            if (text.Plan.OneSampleInRows)
                Widest(writer, text, (_, units) => $"{Kernel(text)}.PredictOne<{units}>({FirstParameter(text)}, {Start("input")}, {label});");
            else
                OneSample(writer, text, "", "Predict", $"{AllParameters(text)}, input, {label}");
            writer.Line(text.IsPortable ? "return label[0];" : "return label;");
        }

        using (Method(
            writer,
            $"{method}void PredictBatch({Input(text)} inputs, global::System.Span<int> labels)",
            $"For every sample of a batch: {char.ToLowerInvariant(rule[0])}{rule.Substring(1)}.",
            Parameter("inputs", inputs),
            Parameter("labels", "[count], overwritten."),
            Throws("A length is wrong.")))
        {
            writer.Line($"int count = {Guard}.Count(inputs.Length, InputSize, \"inputs\");");
            writer.Line($"{Guard}.Samples(labels.Length, 1, count, \"labels\");");
            Batch(writer, text, "", "Predict", $"{AllParameters(text)}, inputs, labels");
        }
    }

    private static void WriteForwardBatch(SourceWriter writer, KernelText text, bool shared)
    {
        var remaining = new List<string>
        {
            Parameter("inputs", $"[count × {KernelText.Int(text.Spec.Inputs)}], row-major; may be empty."),
            Parameter("outputs", $"[count × {KernelText.Int(text.Spec.Outputs)}], overwritten; must not overlap the inputs{(text.Spec.IsFrozen ? "" : " or the parameters")}."),
        };
        if (shared)
            remaining.Add(Parameter("degreeOfParallelism", DegreeText + " Small batches stay on one."));
        remaining.Add(Throws("A length is wrong, or the spans overlap."));
        string summary = "Computes the outputs of a batch" + (shared ? ", which several threads share." : ".");
        using (Method(writer, $"{Reading(text)}void ForwardBatch({Input(text)} inputs, {Output(text)} outputs{(shared ? ", int degreeOfParallelism" : "")})", summary, remaining.ToArray()))
        {
            writer.Line($"int count = {Guard}.Count(inputs.Length, InputSize, \"inputs\");");
            writer.Line($"{Guard}.Samples(outputs.Length, OutputSize, count, \"outputs\");");
            if (shared)
                writer.Line(CheckDegree);
            writer.Line($"{Guard}.Disjoint<{text.Number}>(outputs, inputs, \"outputs\", \"inputs\");");
            if (!text.Spec.IsFrozen)
                writer.Line($"{Guard}.Disjoint<{text.Number}>(outputs, {AllParameters(text)}, \"outputs\", \"Parameters\");");
            if (shared)
                Batch(writer, text, "", "ForwardShared", $"{AllParameters(text)}, inputs, outputs, degreeOfParallelism");
            else
                Batch(writer, text, "", "Forward", $"{AllParameters(text)}, inputs, outputs");
        }
    }
}
