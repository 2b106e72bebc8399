using StaticNet.Generator.Emit.Kernels;
using StaticNet.Generator.Model;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Rows;

/// <summary>
/// Writes the methods of networks with units in lanes. V is the vector of samples that loss and output work on, U the vector of
/// units that the layers work on.
/// </summary>
internal static class RowDrivers
{
    /// <summary>Writes the methods that only compute outputs.</summary>
    public static void WriteInference(SourceWriter writer, KernelText text)
    {
        string n = text.Number, outputs = Int(text.Spec.Outputs);
        Inference(
            writer,
            text,
            "The outputs of a batch, or of one sample.",
            $"internal static void Forward<V, U>(ReadOnlySpan<{n}> parameters, ReadOnlySpan<{n}> inputs, Span<{n}> outputs)",
            $"Columns.Store<V, {n}>(ref z, outputs.Slice(start * {outputs}, samples * {outputs}), {outputs});");
        if (text.Spec.Predicts)
        {
            Inference(
                writer,
                text,
                "The classes of the largest outputs of a batch, or of one sample.",
                $"internal static void Predict<V, U>(ReadOnlySpan<{n}> parameters, ReadOnlySpan<{n}> inputs, Span<int> labels)",
                $"Columns.Classify<V, {n}>(ref z, labels.Slice(start, samples), {outputs});");
        }

        if (text.Plan.OneSampleInRows)
            OneSampleRows.Write(writer, text);
    }

    public static void Write(SourceWriter writer, KernelText text)
    {
        WriteInference(writer, text);
        WriteLoss(writer, text, masked: false);
        if (text.Spec.HasDropout)
            WriteLoss(writer, text, masked: true);
        WriteBackward(writer, text);
        WriteBackwardFrom(writer, text);
        ChunkText.Write(writer, text);
        foreach (var layer in text.Plan.Layers)
            ActivationStage.Write(writer, text, layer);
        OutputStage.Write(writer, text);
        LossStage.Write(writer, text);
        CrossEntropyStage.WriteLabels(writer, text);
        OutputGradientStage.Write(writer, text);
    }

    private static void Inference(SourceWriter writer, KernelText text, string summary, string signature, string store)
    {
        var rows = text.Plan.Rows!;
        string outputs = Int(text.Spec.Outputs);
        using (Method(writer, text, summary, null, signature))
        {
            Begin(writer, text);
            RowText.Take(writer, text, 0, rows.InferenceValues, rows);
            using (writer.Block("for (int start = 0; start < count; start += capacity)"))
            {
                EachBlock(writer, text);
                int offset = 0;
                foreach (var layer in text.Plan.Layers)
                    RowText.Place(writer, text, OutputOf(layer), 0, rows.Stride(layer.Spec.Units), ref offset);
                RowText.Place(writer, text, "columns", 0, text.Spec.Outputs, ref offset);
                RowText.ForwardPass(writer, text, keep: false);
                writer.Line();
                ToColumns(writer, text);
                if (text.Spec.OutputActivation == Activation.Softmax)
                {
                    writer.Line("if (V.Count == 1)");
                    writer.Line($"    SoftmaxRow.{text.Suffix}<{RowText.Units(text, text.Plan.Output)}>(ref z, {outputs});");
                    writer.Line("else");
                    writer.Line("    Output<V>(ref z, vectors);");
                }
                else if (OutputStage.IsNeeded(text))
                {
                    writer.Line("Output<V>(ref z, vectors);");
                }

                writer.Line(store);
            }

            writer.Line();
            RowText.Give(writer, text);
        }
    }

    private static void WriteLoss(SourceWriter writer, KernelText text, bool masked)
    {
        var rows = DropoutText.Rows(text, masked);
        string summary = masked ? "The loss of a batch with dropout." : "The loss of a batch, or of one sample.";
        string signature = $"internal static {text.Number} Loss<V, U>({Drivers.SampleParameters(text)}{(masked ? DropoutText.Parameters : "")})";
        using (Method(writer, text, summary, Drivers.TargetRemarks(text), signature))
        {
            Begin(writer, text);
            ChunkText.TurnLoss(writer, text, masked);
            RowText.Take(writer, text, 0, rows.TrainingValues, rows);
            writer.Line($"{text.Number} loss = 0;");
            using (writer.Block("for (int start = 0; start < count; start += capacity)"))
                LossOfBlock(writer, text, 0, masked);
            writer.Line();
            RowText.Give(writer, text);
            writer.Line($"return Finite.{text.Suffix}(loss{LossStage.Divisor(text)});");
        }
    }

    private static void WriteBackward(SourceWriter writer, KernelText text)
    {
        string n = text.Number;
        bool drops = text.Spec.HasDropout;
        Gradient(
            writer,
            text,
            "The loss of a batch, or of one sample, and its gradient, which is overwritten.",
            $"internal static {n} Backward<V, U>({Drivers.SampleParameters(text)}, Span<{n}> gradient)",
            null,
            "",
            ChunkText.TurnBackward,
            $"MemoryMarshal.CreateSpan(ref g, {Int(text.Spec.ParameterCount)}).CopyTo(gradient);");
        if (drops)
        {
            Gradient(
                writer,
                text,
                "The loss of a batch with dropout and its gradient, which is overwritten.",
                $"internal static {n} Backward<V, U>({Drivers.SampleParameters(text)}, Span<{n}> gradient{DropoutText.Parameters})",
                null,
                DropoutText.Arguments,
                ChunkText.TurnMaskedBackward,
                $"MemoryMarshal.CreateSpan(ref g, {Int(text.Spec.ParameterCount)}).CopyTo(gradient);");
        }

        Gradient(
            writer,
            text,
            "The loss of a batch, and one step of an optimizer along its gradient.",
            $"internal static {n} Train<V, U, TRule>(TRule rule, ParameterLayout<{n}> layout, {Drivers.TrainingParameters(text)}, Span<{n}> state, GradientTerms<{n}> terms, int degree{(drops ? ", ulong dropoutState" : "")})",
            $"    where TRule : struct, IUpdateRule<{n}>",
            drops ? DropoutText.ArgumentsOfAll : "",
            ChunkText.TurnTrain,
            $"ParameterUpdate.ApplyOwn<V, {n}, TRule>(rule, layout, parameters, {RowText.Gradient(text)}, state, terms);");

        WriteAccumulate(writer, text, masked: false);
        if (drops)
            WriteAccumulate(writer, text, masked: true);
    }

    private static void WriteAccumulate(SourceWriter writer, KernelText text, bool masked)
    {
        string n = text.Number, dropout = masked ? DropoutText.Parameters : "";
        string summary = $"Backpropagation: the loss of a batch{(masked ? " with dropout" : "")} and, in g, its gradient.";
        string signature = $"private static {n} Accumulate<V, U>({Drivers.SampleParameters(text)}{dropout}, ref {n} g, ref {n} memory, int capacity)";
        using (Method(writer, text, summary, Drivers.TargetRemarks(text), signature))
        {
            Begin(writer, text);
            writer.Line($"MemoryMarshal.CreateSpan(ref g, {Int(text.Spec.ParameterCount)}).Clear();");
            RowText.Transpose(writer, text, 0);
            writer.Line();
            writer.Line($"{n} loss = 0;");
            using (writer.Block("for (int start = 0; start < count; start += capacity)"))
            {
                int offset = LossOfBlock(writer, text, text.Plan.Rows!.TransposedLength, masked);
                string last = Int(text.Plan.Output.Number);
                writer.Line($"ref {n} d{last} = ref Rows.FromColumns<V, {n}>(ref z, samples, {Int(text.Spec.Outputs)}, ref z{last}, {Int(text.Plan.Rows!.Stride(text.Spec.Outputs))});");
                Deltas(writer, text, offset);
                RowText.BackwardPass(writer, text, masked: masked);
            }

            writer.Line();
            writer.Line($"return Finite.{text.Suffix}(loss{LossStage.Divisor(text)});");
        }
    }

    private static void Gradient(SourceWriter writer, KernelText text, string summary, string signature, string? constraint, string dropout, Action<SourceWriter, KernelText> turn, string end)
    {
        var rows = DropoutText.Rows(text, dropout.Length > 0);
        using (Method(writer, text, summary, Drivers.TargetRemarks(text), signature, constraint))
        {
            writer.Line($"int count = inputs.Length / {Int(text.Spec.Inputs)};");
            turn(writer, text);
            RowText.Take(writer, text, rows.TransposedLength + rows.GradientLength, rows.TrainingValues, rows);
            writer.Line($"ref {text.Number} g = ref memory;");
            writer.Line($"{text.Number} loss = Accumulate<V, U>({Drivers.SampleArguments(text)}{dropout}, ref g, ref Unsafe.Add(ref memory, {Int(rows.GradientLength)}), capacity);");
            writer.Line(end);
            RowText.Give(writer, text);
            writer.Line("return loss;");
        }
    }

    /// <summary>Forward pass and loss; leaves δ of the output layer in the columns <c>z</c>.</summary>
    /// <returns>The values a sample that are in use.</returns>
    private static int LossOfBlock(SourceWriter writer, KernelText text, int constant, bool masked)
    {
        var rows = text.Plan.Rows!;
        EachBlock(writer, text);
        int offset = 0;
        foreach (var layer in text.Plan.Layers)
        {
            if (layer.KeepsPreActivation)
                RowText.Place(writer, text, $"z{layer.Number}", constant, rows.Stride(layer.Spec.Units), ref offset);
            RowText.Place(writer, text, OutputOf(layer), constant, rows.Stride(layer.Spec.Units), ref offset);
            if (!masked || !layer.Drops)
                continue;
            RowText.Place(writer, text, $"m{layer.Number}", constant, rows.Stride(layer.Spec.Units), ref offset);
            RowText.Place(writer, text, $"h{layer.Number}", constant, rows.Stride(layer.Spec.Units), ref offset);
        }

        RowText.Place(writer, text, "columns", constant, text.Spec.Outputs, ref offset);
        RowText.Place(writer, text, "room", constant, text.Spec.Outputs, ref offset);
        RowText.ForwardPass(writer, text, keep: true, masked);
        writer.Line();
        writer.Line("// The loss and the output layer's δ, which takes the place of z.");
        ToColumns(writer, text);
        Drivers.LossOfBlock(writer, text, "z");
        return offset;
    }

    private static void WriteBackwardFrom(SourceWriter writer, KernelText text)
    {
        var rows = text.Plan.Rows!;
        string n = text.Number, last = Int(text.Plan.Output.Number);
        string summary = "Backpropagation of ∂loss/∂y for one sample: to the parameters, to the input, or to both. An empty span is left out.";
        string signature = $"internal static void BackwardFrom<V, U>(ReadOnlySpan<{n}> parameters, ReadOnlySpan<{n}> inputs, ReadOnlySpan<{n}> outputGradient, Span<{n}> gradient, Span<{n}> inputGradient)";
        using (Method(writer, text, summary, null, signature))
        {
            writer.Line("const int count = 1, samples = 1, vectors = 1;");
            int inputRoom = rows.Stride(text.Spec.Inputs) + rows.Lanes;
            int constant = rows.GradientLength + rows.TransposedLength + inputRoom;
            RowText.Take(writer, text, constant, rows.TrainingValues, rows);
            writer.Line($"ref {n} p = ref MemoryMarshal.GetReference(parameters);");
            writer.Line($"ref {n} x = ref MemoryMarshal.GetReference(inputs);");
            writer.Line($"ref {n} dy = ref MemoryMarshal.GetReference(outputGradient);");
            RowText.Transpose(writer, text, rows.GradientLength);
            int offset = 0;
            foreach (var layer in text.Plan.Layers)
            {
                if (layer.KeepsPreActivation)
                    RowText.Place(writer, text, $"z{layer.Number}", constant, rows.Stride(layer.Spec.Units), ref offset);
                RowText.Place(writer, text, OutputOf(layer), constant, rows.Stride(layer.Spec.Units), ref offset);
            }

            Deltas(writer, text, offset, constant);
            RowText.ForwardPass(writer, text, keep: true);
            writer.Line();
            writer.Line($"OutputGradient<V>(ref z{last}, ref dy, vectors);");
            writer.Line($"ref {n} d{last} = ref z{last};");
            writer.Line($"ref {n} g = ref memory;");
            writer.Line("bool wanted = !gradient.IsEmpty;");
            writer.Line("if (wanted)");
            writer.Line($"    MemoryMarshal.CreateSpan(ref g, {Int(text.Spec.ParameterCount)}).Clear();");
            RowText.BackwardPass(writer, text, "wanted");
            writer.Line();
            writer.Line("if (wanted)");
            writer.Line($"    MemoryMarshal.CreateSpan(ref g, {Int(text.Spec.ParameterCount)}).CopyTo(gradient);");
            using (writer.Block("if (!inputGradient.IsEmpty)"))
            {
                writer.Line($"ref {n} dx = ref Unsafe.Add(ref memory, {Int(rows.GradientLength + rows.TransposedLength)});");
                writer.Line($"Rows.InputGradient({RowText.At("p", "W1")}, {Int(text.Spec.Inputs)}, {Int(text.Plan.Layers[0].Spec.Units)}, ref d1, ref dx);");
                writer.Line($"MemoryMarshal.CreateSpan(ref dx, {Int(text.Spec.Inputs)}).CopyTo(inputGradient);");
            }

            writer.Line();
            RowText.Give(writer, text);
        }
    }

    private static void Deltas(SourceWriter writer, KernelText text, int offset, int? constant = null)
    {
        var rows = text.Plan.Rows!;
        foreach (var layer in text.Plan.Layers.Where(layer => !layer.IsOutput))
            RowText.Place(writer, text, $"d{layer.Number}", constant ?? rows.TransposedLength, rows.Stride(layer.Spec.Units), ref offset);
    }

    private static SourceWriter.Scope Method(SourceWriter writer, KernelText text, string summary, string? remarks, string signature, string? constraint = null) =>
        Drivers.Method(writer, text, summary, remarks, signature, $"    where U : struct, ILanes<U, {text.Number}>{(constraint is null ? "" : "\n" + constraint)}");

    private static void Begin(SourceWriter writer, KernelText text)
    {
        writer.Line($"int count = inputs.Length / {Int(text.Spec.Inputs)};");
        writer.Line($"ref {text.Number} p = ref MemoryMarshal.GetReference(parameters);");
    }

    private static void EachBlock(SourceWriter writer, KernelText text)
    {
        string size = Int(text.Spec.Inputs);
        writer.Line("int samples = Math.Min(capacity, count - start);");
        writer.Line("int vectors = (samples + V.Count - 1) / V.Count;");
        writer.Line($"ref {text.Number} x = ref MemoryMarshal.GetReference(inputs.Slice(start * {size}, samples * {size}));");
    }

    private static void ToColumns(SourceWriter writer, KernelText text) =>
        writer.Line($"ref {text.Number} z = ref Rows.ToColumns<V, {text.Number}>(ref z{text.Plan.Output.Number}, {Int(text.Plan.Rows!.Stride(text.Spec.Outputs))}, samples, {Int(text.Spec.Outputs)}, ref columns);");
}
