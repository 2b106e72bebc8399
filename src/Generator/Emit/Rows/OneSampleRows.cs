using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Rows;

/// <summary>
/// Writes inference of one sample for networks that are too large to be spelled out: units in lanes. Where batches have samples in lanes, each
/// unit is a chain over the inputs as in a batch, and so has the same bits; in larger networks narrow layers split their sums.
/// </summary>
internal static class OneSampleRows
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        string n = text.Number;
        WriteOutputs(writer, text);
        if (text.Plan.Rows is null)
        {
            foreach (var layer in text.Plan.Layers.Where(ActivationStage.IsNeeded))
                ActivationStage.WriteForward(writer, text, layer);
        }

        WriteEntry(writer, text, "The outputs of one sample.", $"ForwardOne<U>(ref {n} p, ref {n} x, Span<{n}> outputs)", "MemoryMarshal.CreateReadOnlySpan(ref z, outputs.Length).CopyTo(outputs);");
        if (text.Spec.Predicts)
            WriteEntry(writer, text, "The class of the largest output of one sample.", $"PredictOne<U>(ref {n} p, ref {n} x, Span<int> label)", $"Columns.Classify<OneLane<{n}>, {n}>(ref z, label, {Int(text.Spec.Outputs)});");
    }

    private static void WriteEntry(SourceWriter writer, KernelText text, string summary, string signature, string end)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        if (text.Spec.Target.AllowsUnsafe)
            writer.Line("[SkipLocalsInit]");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"internal static void {signature}");
        using (writer.Block($"    where U : struct, ILanes<U, {text.Number}>"))
        {
            writer.Line($"Span<{text.Number}> scratch = stackalloc {text.Number}[{Int(text.Plan.Layers.Sum(layer => Stride(text, layer)) + Lanes(text))}];");
            writer.Line($"ref {text.Number} z = ref OutputsOne<U>(ref p, ref x, ref Scratch.Align(scratch));");
            writer.Line(end);
        }
    }

    private static void WriteOutputs(SourceWriter writer, KernelText text)
    {
        string number = text.Number;
        writer.Line();
        writer.Line("/// <summary>The outputs of one sample, in memory for the numbers of all layers. Rows are padded to whole vectors; what stands in the padding is of no account.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"private static ref {number} OutputsOne<U>(ref {number} p, ref {number} x, ref {number} memory)");
        using (writer.Block($"    where U : struct, ILanes<U, {number}>"))
        {
            int offset = 0;
            foreach (var layer in text.Plan.Layers)
            {
                string n = Int(layer.Number), input = InputOf(layer), output = OutputOf(layer), units = Units(text, layer);
                string activation = layer.IsOutput ? "" : $", a{n} = {layer.Traits.Formula.Replace("z", "z" + n)}";
                writer.Line();
                writer.Line($"// Layer {n}: z{n} = {input}·W{n} + b{n}{activation}.");
                writer.Line($"ref {number} {output} = ref Unsafe.Add(ref memory, {Int(offset)});");
                string parameters = $"{RowText.At("p", "W" + n)}, {RowText.At("p", "B" + n)}, {Int(layer.Spec.Inputs)}, {Int(layer.Spec.Units)}, ref {output}";
                writer.Line(text.Plan.Rows is null
                    ? $"Rows.DenseOne<{units}, {number}>(ref {input}, {parameters});"
                    : $"Rows.Dense<OneLane<{number}>, {units}, {number}>(ref {input}, {Int(layer.Spec.Inputs)}, 1, {parameters}, {Int(Stride(text, layer))});");
                if (ActivationStage.IsNeeded(layer))
                    writer.Line($"Activate{n}<{units}>(ref {output}, ref {output}, {Int(Stride(text, layer))});");
                offset += Stride(text, layer);
            }

            WriteOutput(writer, text);
            writer.Line($"return ref {OutputOf(text.Plan.Output)};");
        }
    }

    private static void WriteOutput(SourceWriter writer, KernelText text)
    {
        var output = text.Plan.Output;
        string z = OutputOf(output), units = Units(text, output);
        writer.Line();
        if (output.Spec.Activation == Activation.Identity)
            return;
        writer.Line($"// Output: y = {output.Traits.Formula.Replace("z", z)}, in place.");
        if (output.Spec.Activation == Activation.Softmax)
        {
            writer.Line($"SoftmaxRow.{text.Suffix}<{units}>(ref {z}, {Int(output.Spec.Units)});");
            return;
        }

        using (writer.Block($"for (int j = 0; j < {Int(output.Spec.Units)}; j += {units}.Count)"))
            writer.Line($"{units}.Store({text.Activate(output, $"{units}.Load(ref {z}, j)")}, ref {z}, j);");
    }

    /// <summary>The vector type for a layer: a narrow one needs no more than the narrowest vector.</summary>
    private static string Units(KernelText text, LayerPlan layer) =>
        layer.Spec.Units <= Narrow(text) ? $"Lanes1x128<{text.Number}>" : "U";

    private static int Stride(KernelText text, LayerPlan layer) => RowPlan.Stride(layer.Spec.Units, Lanes(text), Narrow(text));

    private static int Lanes(KernelText text) => text.Plan.Training.Lanes;

    private static int Narrow(KernelText text) => Lanes(text) / 4;
}
