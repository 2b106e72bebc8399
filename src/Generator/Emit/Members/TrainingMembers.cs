using StaticNet.Generator.Emit.Kernels;
using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes Update, TrainStep and TrainBatch.</summary>
internal static class TrainingMembers
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        WriteUpdates(writer, text);
        foreach (var form in TargetForm.Of(text))
        {
            using (Method(
                writer,
                $"{text.Number} TrainStep({Input(text)} input, {form.One(text)}, {text.Number} learningRate)",
                $"Forward pass{DropoutMembers.With(text)}, backpropagation and plain gradient descent on one sample.",
                Parameter("input", $"[{KernelText.Int(text.Spec.Inputs)}]"),
                form.OneDocument(text),
                Parameter("learningRate", "The size of the step."),
                Returns("The loss before the update."),
                Throws(form.IsLabel ? "The length is wrong, or the label is no class." : "A length is wrong.")))
            {
                writer.Line($"{Guard}.Length(input.Length, InputSize, \"input\");");
                form.CheckOne(writer, text);
                if (text.Spec.HasDropout)
                {
                    TakeGradient(writer, text);
                    writer.Line($"{text.Number} loss;");
                    DropoutMembers.TakeState(writer);
                    Batch(writer, text, "loss = ", "Backward", $"{AllParameters(text)}, input, {form.OneArguments(text)}, gradient{DropoutText.ArgumentsOfAll}");
                    Descend(writer, text);
                    ReturnGradient(writer, text);
                    writer.Line("return loss;");
                }
                else if (text.Plan.OneSampleUnrolled)
                {
                    writer.Line($"return {Kernel(text)}.TrainOne({FirstParameter(text)}, {Start("input")}, {form.ScalarArguments(text)}, learningRate);");
                }
                else
                {
                    TakeGradient(writer, text);
                    writer.Line($"{text.Number} loss;");
                    OneSample(writer, text, "loss = ", BackwardOne(text), $"{AllParameters(text)}, input, {form.OneArguments(text)}, gradient");
                    Descend(writer, text);
                    ReturnGradient(writer, text);
                    writer.Line("return loss;");
                }
            }

            WriteTrainBatch(writer, text, form, shared: false);
            WriteTrainBatch(writer, text, form, shared: true);
        }
    }

    private static void WriteTrainBatch(SourceWriter writer, KernelText text, TargetForm form, bool shared)
    {
        var remaining = new List<string>
        {
            Parameter("inputs", $"[count × {KernelText.Int(text.Spec.Inputs)}], row-major, at least one sample."),
            form.ManyDocument(text),
            Parameter("optimizer", "An optimizer made for this number of parameters."),
        };
        if (shared)
            remaining.Add(Parameter("degreeOfParallelism", DegreeText + " Batches of up to 1,024 samples stay on one."));
        remaining.Add(Returns($"The {LossMembers.Reduced(text)} of the samples' losses before the update."));
        remaining.Add(Throws($"A length is wrong, the batch is empty,{form.Refused("a label")} or the optimizer was made for another size or is null."));
        string summary = $"Forward pass{DropoutMembers.With(text)}, backpropagation and one step of an optimizer on a batch" + (shared ? ", which several threads share. The bits are the same for any number of them." : ".");
        string signature = $"{text.Number} TrainBatch<TRule>({Input(text)} inputs, {form.Many(text)}, global::StaticNet.Optimizer<{text.Number}, TRule> optimizer{(shared ? ", int degreeOfParallelism" : "")})"
            + $"\n    where TRule : struct, global::StaticNet.IUpdateRule<{text.Number}>";
        using (Method(writer, signature, summary, remaining.ToArray()))
        {
            writer.Line($"int count = {Guard}.CountOfSome(inputs.Length, InputSize, \"inputs\");");
            form.CheckMany(writer, text);
            if (shared)
                writer.Line(CheckDegree);
            writer.Line($"TRule rule = {Guard}.Optimizer(optimizer, \"optimizer\").BeginStep(ParameterCount);");
            string degree = shared ? "degreeOfParallelism" : "1", dropout = text.Spec.HasDropout ? ", dropoutState" : "";
            if (text.Spec.HasDropout)
                DropoutMembers.TakeState(writer);
            Batch(writer, text, "return ", "Train", $"rule, {Kernel(text)}.Layout, {AllParameters(text)}, inputs, {form.ManyArguments(text)}, optimizer.State, optimizer.Terms, {degree}{dropout}", "TRule");
        }
    }

    private static void WriteUpdates(SourceWriter writer, KernelText text)
    {
        string gradient = Parameter("gradient", $"[{KernelText.Int(text.Spec.ParameterCount)}]");
        using (Method(
            writer,
            $"void Update({Input(text)} gradient, {text.Number} learningRate)",
            "One step of plain gradient descent: parameters −= learningRate · gradient.",
            gradient,
            Parameter("learningRate", "The size of the step."),
            Throws("The length is wrong.")))
        {
            writer.Line($"{Guard}.Length(gradient.Length, ParameterCount, \"gradient\");");
            Descend(writer, text);
        }

        using (Method(
            writer,
            $"void Update<TRule>({Input(text)} gradient, global::StaticNet.Optimizer<{text.Number}, TRule> optimizer)\n    where TRule : struct, global::StaticNet.IUpdateRule<{text.Number}>",
            "One step of an optimizer along a gradient.",
            gradient,
            Parameter("optimizer", "An optimizer made for this number of parameters."),
            Throws("The length is wrong, or the optimizer was made for another size.")))
        {
            writer.Line($"{Guard}.Length(gradient.Length, ParameterCount, \"gradient\");");
            writer.Line($"TRule rule = {Guard}.Optimizer(optimizer, \"optimizer\").BeginStep(ParameterCount);");
            Apply(writer, text);
        }
    }

    private static void Descend(SourceWriter writer, KernelText text) => Widest(writer, text, (lanes, _) =>
        $"global::StaticNet.ParameterUpdate.Descend<{lanes}, {text.Number}>({AllParameters(text)}, gradient, learningRate);");

    private static void TakeGradient(SourceWriter writer, KernelText text)
    {
        string rented = $"global::StaticNet.Lanes.Workspace<{text.Number}>.Rent(ParameterCount)";
        if (IsRented(text))
            writer.Line($"{text.Number}[] rented = {rented};");
        string memory = text.Plan.GradientOnStack ? $"stackalloc {text.Number}[ParameterCount]"
            : IsRented(text) ? $"new {Output(text)}(rented, 0, ParameterCount)"
            : "_gradient";
        writer.Line($"{Output(text)} gradient = {memory};");
    }

    private static void ReturnGradient(SourceWriter writer, KernelText text)
    {
        if (IsRented(text))
            writer.Line($"global::StaticNet.Lanes.Workspace<{text.Number}>.Return(rented);");
    }

    /// <summary>A value type owns no array.</summary>
    private static bool IsRented(KernelText text) => !text.Plan.GradientOnStack && text.Spec.Type.IsValueType;

    private static void Apply(SourceWriter writer, KernelText text) => Widest(writer, text, (lanes, _) =>
        $"global::StaticNet.ParameterUpdate.Apply<{lanes}, {text.Number}, TRule>(rule, {Kernel(text)}.Layout, {AllParameters(text)}, gradient, optimizer.State, optimizer.Terms);");
}
