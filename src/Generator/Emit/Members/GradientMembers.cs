using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes Backward, BackwardBatch and BackwardFrom.</summary>
internal static class GradientMembers
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        string inputs = KernelText.Int(text.Spec.Inputs);
        string gradient = Parameter("gradient", $"[{KernelText.Int(text.Spec.ParameterCount)}], overwritten with ∂loss/∂parameters; must not overlap the other spans or the parameters.");
        foreach (var form in TargetForm.Of(text))
        {
            using (Method(
                writer,
                $"{Reading(text)}{text.Number} Backward({Input(text)} input, {form.One(text)}, {Output(text)} gradient)",
                "Backpropagation for one sample.",
                Parameter("input", $"[{inputs}]"),
                form.OneDocument(text),
                gradient,
                Returns("The loss."),
                Throws($"A length is wrong,{form.Refused("the label")} or spans overlap.")))
            {
                writer.Line($"{Guard}.Length(input.Length, InputSize, \"input\");");
                form.CheckOne(writer, text);
                CheckGradient(writer, text, "input", form.IsLabel ? null : "target");
                if (text.Plan.OneSampleUnrolled)
                    writer.Line($"return {Kernel(text)}.BackwardOne({FirstParameter(text)}, {Start("input")}, {form.ScalarArguments(text)}, {Start("gradient")});");
                else
                    OneSample(writer, text, "return ", BackwardOne(text), $"{AllParameters(text)}, input, {form.OneArguments(text)}, gradient");
            }

            using (Method(
                writer,
                $"{Reading(text)}{text.Number} BackwardBatch({Input(text)} inputs, {form.Many(text)}, {Output(text)} gradient)",
                $"Backpropagation for a batch: the {LossMembers.Reduced(text)} of its samples' losses, and the gradient of that.",
                Parameter("inputs", $"[count × {inputs}], row-major, at least one sample."),
                form.ManyDocument(text),
                gradient,
                Returns("The loss."),
                Throws($"A length is wrong, the batch is empty,{form.Refused("a label")} or spans overlap.")))
            {
                writer.Line($"int count = {Guard}.CountOfSome(inputs.Length, InputSize, \"inputs\");");
                form.CheckMany(writer, text);
                CheckGradient(writer, text, "inputs", form.IsLabel ? null : "targets");
                Batch(writer, text, "return ", "Backward", $"{AllParameters(text)}, inputs, {form.ManyArguments(text)}, gradient");
            }

            if (text.Spec.HasDropout)
                DropoutMembers.WriteBackward(writer, text, form, gradient);
        }

        using (Method(
            writer,
            $"{Reading(text)}void BackwardFrom({Input(text)} input, {Input(text)} outputGradient, {Output(text)} gradient, {Output(text)} inputGradient)",
            "Backpropagates a gradient of the outputs, for a loss of one's own: the product of that vector with the outputs' Jacobians.",
            Parameter("input", $"[{inputs}]"),
            Parameter("outputGradient", $"[{KernelText.Int(text.Spec.Outputs)}]: ∂loss/∂output."),
            Parameter("gradient", $"[{KernelText.Int(text.Spec.ParameterCount)}], overwritten with ∂loss/∂parameters; or empty."),
            Parameter("inputGradient", $"[{inputs}], overwritten with ∂loss/∂input; or empty."),
            Throws("A length is wrong, or a written span overlaps another span or the parameters.")))
        {
            writer.Line($"{Guard}.Length(input.Length, InputSize, \"input\");");
            writer.Line($"{Guard}.Length(outputGradient.Length, OutputSize, \"outputGradient\");");
            writer.Line("if (!gradient.IsEmpty)");
            writer.Line($"    {Guard}.Length(gradient.Length, ParameterCount, \"gradient\");");
            writer.Line("if (!inputGradient.IsEmpty)");
            writer.Line($"    {Guard}.Length(inputGradient.Length, InputSize, \"inputGradient\");");
            foreach (string read in new[] { "input", "outputGradient", "inputGradient" })
                Disjoint(writer, text, "gradient", read);
            foreach (string read in new[] { "input", "outputGradient" })
                Disjoint(writer, text, "inputGradient", read);
            foreach (string written in new[] { "gradient", "inputGradient" })
                writer.Line($"{Guard}.Disjoint<{text.Number}>({written}, {AllParameters(text)}, \"{written}\", \"Parameters\");");
            OneSample(writer, text, "", "BackwardFrom", $"{AllParameters(text)}, input, outputGradient, gradient, inputGradient");
        }
    }

    public static void CheckGradient(SourceWriter writer, KernelText text, params string?[] read)
    {
        writer.Line($"{Guard}.Length(gradient.Length, ParameterCount, \"gradient\");");
        foreach (string? other in read)
        {
            if (other is not null)
                Disjoint(writer, text, "gradient", other);
        }

        writer.Line($"{Guard}.Disjoint<{text.Number}>(gradient, {AllParameters(text)}, \"gradient\", \"Parameters\");");
    }

    private static void Disjoint(SourceWriter writer, KernelText text, string written, string read) =>
        writer.Line($"{Guard}.Disjoint<{text.Number}>({written}, {read}, \"{written}\", \"{read}\");");
}
