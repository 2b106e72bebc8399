using StaticNet.Generator.Emit.Kernels;
using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes what only networks with dropout have: the state, and the methods that are given one.</summary>
internal static class DropoutMembers
{
    private static readonly string s_state = Parameter("dropoutState", "Any number; DropoutState is neither used nor changed.");

    public static void WriteState(SourceWriter writer)
    {
        Document(
            writer,
            "The seed of the next training step's masks, which TrainStep and TrainBatch move on by one.",
            "<remarks>Setting it repeats a run; kept beside the parameters, it resumes one. Methods that do not train are the full network's, unless they are given a state.</remarks>");
        writer.Line("public ulong DropoutState { get; set; }");
    }

    /// <summary>What is different about the forward pass of training.</summary>
    public static string With(KernelText text) => text.Spec.HasDropout ? " with dropout" : "";

    /// <summary>Takes the state for a step and moves it on; behind all checks.</summary>
    public static void TakeState(SourceWriter writer)
    {
        writer.Line("ulong dropoutState = DropoutState;");
        writer.Line("DropoutState = unchecked(dropoutState + 1);");
    }

    public static void WriteLoss(SourceWriter writer, KernelText text, TargetForm form)
    {
        using (Method(
            writer,
            $"{Reading(text)}{text.Number} LossBatch({Input(text)} inputs, {form.Many(text)}, ulong dropoutState)",
            $"The {LossMembers.Reduced(text)} of the losses of a batch with the dropout masks of a state, without weight decay.",
            Parameter("inputs", $"[count × {KernelText.Int(text.Spec.Inputs)}], row-major, at least one sample."),
            form.ManyDocument(text),
            s_state,
            Throws(form.IsLabel ? "A length is wrong, the batch is empty, or a label is no class." : "A length is wrong, or the batch is empty.")))
        {
            writer.Line($"int count = {Guard}.CountOfSome(inputs.Length, InputSize, \"inputs\");");
            form.CheckMany(writer, text);
            Batch(writer, text, "return ", "Loss", $"{AllParameters(text)}, inputs, {form.ManyArguments(text)}{DropoutText.ArgumentsOfAll}");
        }
    }

    public static void WriteBackward(SourceWriter writer, KernelText text, TargetForm form, string gradient)
    {
        using (Method(
            writer,
            $"{Reading(text)}{text.Number} BackwardBatch({Input(text)} inputs, {form.Many(text)}, {Output(text)} gradient, ulong dropoutState)",
            $"Backpropagation for a batch with the dropout masks of a state: the {LossMembers.Reduced(text)} of its samples' losses, and the gradient of that.",
            Parameter("inputs", $"[count × {KernelText.Int(text.Spec.Inputs)}], row-major, at least one sample."),
            form.ManyDocument(text),
            gradient,
            s_state,
            Returns("The loss."),
            Throws($"A length is wrong, the batch is empty,{form.Refused("a label")} or spans overlap.")))
        {
            writer.Line($"int count = {Guard}.CountOfSome(inputs.Length, InputSize, \"inputs\");");
            form.CheckMany(writer, text);
            GradientMembers.CheckGradient(writer, text, "inputs", form.IsLabel ? null : "targets");
            Batch(writer, text, "return ", "Backward", $"{AllParameters(text)}, inputs, {form.ManyArguments(text)}, gradient{DropoutText.ArgumentsOfAll}");
        }
    }
}
