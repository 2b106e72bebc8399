using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes Loss and LossBatch.</summary>
internal static class LossMembers
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        foreach (var form in TargetForm.Of(text))
        {
            using (Method(
                writer,
                $"{Reading(text)}{text.Number} Loss({Input(text)} input, {form.One(text)})",
                "The loss of one sample, without weight decay.",
                Parameter("input", $"[{KernelText.Int(text.Spec.Inputs)}]"),
                form.OneDocument(text),
                Throws(form.IsLabel ? "The length is wrong, or the label is no class." : "A length is wrong.")))
            {
                writer.Line($"{Guard}.Length(input.Length, InputSize, \"input\");");
                form.CheckOne(writer, text);
                OneSample(writer, text, "return ", "Loss", $"{AllParameters(text)}, input, {form.OneArguments(text)}");
            }

            using (Method(
                writer,
                $"{Reading(text)}{text.Number} LossBatch({Input(text)} inputs, {form.Many(text)})",
                $"The {Reduced(text)} of the losses of a batch, without weight decay.",
                Parameter("inputs", $"[count × {KernelText.Int(text.Spec.Inputs)}], row-major, at least one sample."),
                form.ManyDocument(text),
                Throws(form.IsLabel ? "A length is wrong, the batch is empty, or a label is no class." : "A length is wrong, or the batch is empty.")))
            {
                writer.Line($"int count = {Guard}.CountOfSome(inputs.Length, InputSize, \"inputs\");");
                form.CheckMany(writer, text);
                Batch(writer, text, "return ", "Loss", $"{AllParameters(text)}, inputs, {form.ManyArguments(text)}");
            }

            if (text.Spec.HasDropout)
                DropoutMembers.WriteLoss(writer, text, form);
        }
    }

    public static string Reduced(KernelText text) => text.Spec.Reduction.ToString().ToLowerInvariant();
}
