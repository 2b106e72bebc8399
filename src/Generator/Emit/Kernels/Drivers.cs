using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes the methods that take samples through the stages, block by block.</summary>
internal static class Drivers
{
    public static void WriteForward(SourceWriter writer, KernelText text) =>
        Inference(
            writer,
            text,
            "The outputs of a batch, or of one sample.",
            $"internal static void Forward<V>(ReadOnlySpan<{text.Number}> parameters, ReadOnlySpan<{text.Number}> inputs, Span<{text.Number}> outputs)",
            (z, outputs) => $"Columns.Store<V, {text.Number}>(ref {z}, outputs.Slice(start * {outputs}, samples * {outputs}), {outputs});");

    public static void WritePredict(SourceWriter writer, KernelText text) =>
        Inference(
            writer,
            text,
            "The classes of the largest outputs of a batch, or of one sample.",
            $"internal static void Predict<V>(ReadOnlySpan<{text.Number}> parameters, ReadOnlySpan<{text.Number}> inputs, Span<int> labels)",
            (z, outputs) => $"Columns.Classify<V, {text.Number}>(ref {z}, labels.Slice(start, samples), {outputs});");

    private static void Inference(SourceWriter writer, KernelText text, string summary, string signature, Func<string, string, string> store)
    {
        var scratch = text.Plan.Inference;
        using (Method(writer, text, summary, null, signature))
        {
            string inputs = Int(text.Spec.Inputs), z = OutputOf(text.Plan.Output);
            writer.Line($"int count = inputs.Length / {inputs};");
            ScratchText.Take(writer, text, scratch);
            writer.Line($"ref {text.Number} p = ref MemoryMarshal.GetReference(parameters);");
            using (writer.Block("for (int start = 0; start < count; start += capacity)"))
            {
                EachBlock(writer);
                LoadInputs(writer, text);
                int offset = text.Spec.Inputs;
                foreach (var layer in text.Plan.Layers)
                    ScratchText.Place(writer, text, OutputOf(layer), layer.Spec.Units, ref offset);
                writer.Line();
                Passes.ForwardPass(writer, text, keep: false);
                if (OutputStage.IsNeeded(text))
                    writer.Line($"Output<V>(ref {z}, vectors);");
                writer.Line(store(z, Int(text.Spec.Outputs)));
            }

            ScratchText.Give(writer, text, scratch);
        }

        Narrower.Write(writer, text, signature, null);
    }

    public static void WriteLoss(SourceWriter writer, KernelText text, bool masked)
    {
        var scratch = DropoutText.Scratch(text, masked);
        string signature = $"internal static {text.Number} Loss<V>({SampleParameters(text)}{(masked ? DropoutText.Parameters : "")})";
        using (Method(writer, text, masked ? "The loss of a batch with dropout." : "The loss of a batch, or of one sample.", TargetRemarks(text), signature))
        {
            writer.Line($"int count = inputs.Length / {Int(text.Spec.Inputs)};");
            ChunkText.TurnLoss(writer, text, masked);
            ScratchText.Take(writer, text, scratch);
            writer.Line($"ref {text.Number} p = ref MemoryMarshal.GetReference(parameters);");
            Blocks(writer, text, backward: false, masked);
            ScratchText.Give(writer, text, scratch);
            writer.Line($"return Finite.{text.Suffix}(loss{LossStage.Divisor(text)});");
        }

        Narrower.Write(writer, text, signature, null);
    }

    /// <summary>Backpropagation of a batch, of one sample, and of a batch with the update behind it: the same passes with other endings.</summary>
    public static void WriteBackward(SourceWriter writer, KernelText text)
    {
        string number = text.Number;
        bool drops = text.Spec.HasDropout;
        Backpropagation(
            writer,
            text,
            "The loss of a batch and its gradient, which is overwritten.",
            $"internal static {number} Backward<V>({SampleParameters(text)}, Span<{number}> gradient)",
            "",
            ChunkText.TurnBackward,
            () => writer.Line($"LaneSums.Store<V, {number}>(ref g, gradient);"));
        if (drops)
        {
            Backpropagation(
                writer,
                text,
                "The loss of a batch with dropout and its gradient, which is overwritten.",
                $"internal static {number} Backward<V>({SampleParameters(text)}, Span<{number}> gradient{DropoutText.Parameters})",
                DropoutText.Arguments,
                ChunkText.TurnMaskedBackward,
                () => writer.Line($"LaneSums.Store<V, {number}>(ref g, gradient);"));
        }

        Backpropagation(
            writer,
            text,
            "The loss of a batch, and one step of an optimizer along its gradient.",
            $"internal static {number} Train<V, TRule>(TRule rule, ParameterLayout<{number}> layout, {TrainingParameters(text)}, "
                + $"Span<{number}> state, GradientTerms<{number}> terms, int degree{(drops ? ", ulong dropoutState" : "")})",
            drops ? DropoutText.ArgumentsOfAll : "",
            ChunkText.TurnTrain,
            () => writer.Line($"ParameterUpdate.ApplyLanes<V, {number}, TRule>(rule, layout, parameters, ref g, state, terms);"),
            $"    where TRule : struct, IUpdateRule<{number}>");

        if (!text.Plan.OneSampleUnrolled)
            WriteBackwardOne(writer, text);

        WriteAccumulate(writer, text, masked: false);
        if (drops)
            WriteAccumulate(writer, text, masked: true);
    }

    private static void WriteAccumulate(SourceWriter writer, KernelText text, bool masked)
    {
        string number = text.Number, dropout = masked ? DropoutText.Parameters : "";
        string signature = $"private static {number} Accumulate<V>({SampleParameters(text)}{dropout}, ref {number} g, ref {number} memory, int capacity)";
        string summary = $"Backpropagation: the loss of a batch{(masked ? " with dropout" : "")} and, in g, its gradient, one number for each parameter and lane.";
        using (Method(writer, text, summary, TargetRemarks(text), signature))
        {
            writer.Line($"int count = inputs.Length / {Int(text.Spec.Inputs)};");
            writer.Line($"ref {number} p = ref MemoryMarshal.GetReference(parameters);");
            Lanes(writer);
            writer.Line($"Scratch.Clear<V, {number}>(ref g, {Int(text.Spec.ParameterCount)});");
            Blocks(writer, text, backward: true, masked);
            writer.Line();
            writer.Line($"return Finite.{text.Suffix}(loss{LossStage.Divisor(text)});");
        }
    }

    private static void WriteBackwardOne(SourceWriter writer, KernelText text)
    {
        string number = text.Number;
        using (Method(writer, text, "The loss of one sample and its gradient, which is overwritten.", TargetRemarks(text), $"internal static {number} BackwardOne<V>({SampleParameters(text)}, Span<{number}> gradient)"))
        {
            writer.Line("const int count = 1;");
            ScratchText.Take(writer, text, text.Plan.Training);
            writer.Line($"{number} loss = Accumulate<V>({SampleArguments(text)}, ref MemoryMarshal.GetReference(gradient), ref memory, capacity);");
            ScratchText.Give(writer, text, text.Plan.Training);
            writer.Line("return loss;");
        }
    }

    private static void Backpropagation(SourceWriter writer, KernelText text, string summary, string signature, string dropout, Action<SourceWriter, KernelText> turn, Action end, string? constraint = null)
    {
        var scratch = DropoutText.Scratch(text, dropout.Length > 0);
        using (Method(writer, text, summary, TargetRemarks(text), signature, constraint))
        {
            writer.Line($"int count = inputs.Length / {Int(text.Spec.Inputs)};");
            turn(writer, text);
            ScratchText.Take(writer, text, scratch, text.Spec.ParameterCount);
            writer.Line($"{text.Number} loss = Accumulate<V>({SampleArguments(text)}{dropout}, ref g, ref memory, capacity);");
            end();
            ScratchText.Give(writer, text, scratch);
            writer.Line("return loss;");
        }

        Narrower.Write(writer, text, signature, constraint);
    }

    /// <summary>Takes the batch through the stages, block by block.</summary>
    private static void Blocks(SourceWriter writer, KernelText text, bool backward, bool masked)
    {
        writer.Line($"{text.Number} loss = 0;");
        using (writer.Block("for (int start = 0; start < count; start += capacity)"))
        {
            EachBlock(writer);
            LoadInputs(writer, text);
            int offset = text.Spec.Inputs;
            Passes.TrainingArrays(writer, text, ref offset, masked);
            ScratchText.Place(writer, text, "room", text.Spec.Outputs, ref offset);
            writer.Line();
            Passes.ForwardPass(writer, text, keep: true, masked);
            LossOfBlock(writer, text, OutputOf(text.Plan.Output));
            if (backward)
                Passes.BackwardPass(writer, text, masked: masked);
        }
    }

    public static string SampleParameters(KernelText text)
    {
        string numbers = $"ReadOnlySpan<{text.Number}>";
        string labels = text.Spec.IsClassifier ? "ReadOnlySpan<int> labels, " : "";
        return $"{numbers} parameters, {numbers} inputs, {labels}{numbers} targets";
    }

    /// <summary>The same with parameters that are updated.</summary>
    public static string TrainingParameters(KernelText text) => SampleParameters(text).Substring("ReadOnly".Length);

    public static string SampleArguments(KernelText text) =>
        text.Spec.IsClassifier ? "parameters, inputs, labels, targets" : "parameters, inputs, targets";

    public static string? TargetRemarks(KernelText text) =>
        text.Spec.IsClassifier ? "Targets are rows; or labels, and then the rows are empty." : null;

    /// <summary>Backpropagation of a gradient of the outputs; for one sample.</summary>
    public static void WriteBackwardFrom(SourceWriter writer, KernelText text)
    {
        string number = text.Number;
        string summary = "Backpropagation of ∂loss/∂y for one sample: to the parameters, to the input, or to both. An empty span is left out.";
        string signature = $"internal static void BackwardFrom<V>(ReadOnlySpan<{number}> parameters, ReadOnlySpan<{number}> input, "
            + $"ReadOnlySpan<{number}> outputGradient, Span<{number}> gradient, Span<{number}> inputGradient)";
        using (Method(writer, text, summary, null, signature))
        {
            string z = OutputOf(text.Plan.Output);
            writer.Line("const int count = 1, vectors = 1;");
            ScratchText.Take(writer, text, text.Plan.Training);
            writer.Line($"ref {number} p = ref MemoryMarshal.GetReference(parameters);");
            writer.Line($"ref {number} x = ref MemoryMarshal.GetReference(input);");
            writer.Line($"ref {number} dy = ref MemoryMarshal.GetReference(outputGradient);");
            int offset = text.Spec.Inputs;
            Passes.TrainingArrays(writer, text, ref offset);
            writer.Line();
            Passes.ForwardPass(writer, text, keep: true);
            writer.Line($"OutputGradient<V>(ref {z}, ref dy, vectors);");
            writer.Line("bool wanted = !gradient.IsEmpty;");
            writer.Line("gradient.Clear();");
            writer.Line($"ref {number} g = ref MemoryMarshal.GetReference(gradient);");
            Passes.BackwardPass(writer, text, "wanted");
            writer.Line("if (!inputGradient.IsEmpty)");
            writer.Line("    InputGradient<V>(ref p, ref d1, ref MemoryMarshal.GetReference(inputGradient), vectors);");
            ScratchText.Give(writer, text, text.Plan.Training);
        }
    }

    public static SourceWriter.Scope Method(SourceWriter writer, KernelText text, string summary, string? remarks, string signature, string? constraint = null)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        if (remarks is not null)
            writer.Line($"/// <remarks>{remarks}</remarks>");
        if (text.Spec.Target.AllowsUnsafe)
            writer.Line("[SkipLocalsInit]");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Line(signature);
        string constraints = $"    where V : struct, ILanes<V, {text.Number}>";
        return writer.Block(constraint is null ? constraints : $"{constraints}\n{constraint}");
    }

    public static void EachBlock(SourceWriter writer)
    {
        writer.Line("int samples = Math.Min(capacity, count - start);");
        writer.Line("int vectors = (samples + lanes - 1) / lanes;");
    }

    private static void LoadInputs(SourceWriter writer, KernelText text)
    {
        string size = Int(text.Spec.Inputs);
        writer.Line($"ref {text.Number} x = ref Columns.Load<V, {text.Number}>(inputs.Slice(start * {size}, samples * {size}), {size}, ref memory);");
    }

    /// <summary>Adds a block's loss and leaves δ in place of z. Targets become columns; so do labels, or are the targets they stand for.</summary>
    public static void LossOfBlock(SourceWriter writer, KernelText text, string z)
    {
        string size = Int(text.Spec.Outputs), number = text.Number;
        string rows = $"ref Columns.Load<V, {number}>(targets.Slice(start * {size}, samples * {size}), {size}, ref room)";
        if (text.Spec.Loss == LossFunction.CrossEntropy)
        {
            string scale = LossStage.ScaleArgument(text);
            writer.Line("loss += labels.IsEmpty");
            writer.Line($"    ? LossAndDelta<V>(ref {z}, {rows}, vectors{scale})");
            writer.Line($"    : LabelLossAndDelta<V>(ref {z}, ref Columns.LoadLabels<V, {number}>(labels.Slice(start, samples), ref room), vectors{scale});");
            return;
        }

        writer.Line(text.Spec.IsClassifier
            ? $"ref {number} t = ref Columns.LoadTargets<V, {number}>(targets, labels, start, samples, {size}, ref room);"
            : $"ref {number} t = {rows};");
        writer.Line($"loss += {LossStage.Call(text, z)};");
    }
}
