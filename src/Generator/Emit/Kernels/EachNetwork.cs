using StaticNet.Generator.Emit.Rows;
using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>
/// Writes inference of many networks of a topology, one sample each. Units are in lanes, since each network has weights of its own; every layer runs
/// over all networks of a block before the next one starts, so that the processor works on several chains at once. The sums are chains over the
/// inputs, as everywhere in networks of this size, so the bits are those of a call for each.
/// </summary>
internal static class EachNetwork
{
    private const string Constraint = "    where TNetwork : struct";

    public static void Write(SourceWriter writer, KernelText text)
    {
        string n = text.Number, outputs = Int(text.Spec.Outputs);
        Driver(writer, text, "The outputs of many networks, of one sample each.", "ForwardEach", $"Span<{n}> outputs", $"Columns.Store<V, {n}>(ref y, outputs.Slice(start * {outputs}, samples * {outputs}), {outputs});");
        if (text.Spec.Predicts)
            Driver(writer, text, "The classes of the largest outputs of many networks, of one sample each.", "PredictEach", "Span<int> labels", $"Columns.Classify<V, {n}>(ref y, labels.Slice(start, samples), {outputs});");
        foreach (var layer in text.Plan.Layers)
        {
            Layer(writer, text, layer);
            // With one sample in rows they are there already.
            if (ActivatesApart(text, layer) && !text.Plan.OneSampleInRows)
                ActivationStage.WriteForward(writer, text, layer);
        }
    }

    private static void Driver(SourceWriter writer, KernelText text, string summary, string name, string result, string store)
    {
        string n = text.Number;
        var scratch = text.Plan.Each!;
        string signature = $"internal static void {name}<V, TNetwork>(ref {n} p, ReadOnlySpan<{n}> inputs, {result})";
        using (Drivers.Method(writer, text, summary, "p are the parameters of the first network; those of the next are as many bytes behind them as a TNetwork has.", signature, Constraint))
        {
            string inputs = Int(text.Spec.Inputs);
            writer.Line($"int count = inputs.Length / {inputs};");
            ScratchText.Take(writer, text, scratch);
            using (writer.Block("for (int start = 0; start < count; start += capacity)"))
            {
                Drivers.EachBlock(writer);
                writer.Line($"ref {n} x = ref Unsafe.Add(ref MemoryMarshal.GetReference(inputs), start * {inputs});");
                int offset = 0;
                foreach (var layer in text.Plan.Layers)
                    ScratchText.Place(writer, text, OutputOf(layer), Stride(text, layer), ref offset);
                ScratchText.Place(writer, text, "y", text.Spec.Outputs, ref offset);
                writer.Line();
                foreach (var layer in text.Plan.Layers)
                {
                    writer.Line($"Layer{layer.Number}Each<V, TNetwork>(ref p, ref {InputOf(layer)}, ref {OutputOf(layer)}, samples);");
                    if (ActivatesApart(text, layer))
                        writer.Line($"Activate{layer.Number}<V>(ref {OutputOf(layer)}, ref {OutputOf(layer)}, samples * {Int(Stride(text, layer))});");
                }

                writer.Line($"Rows.ToColumns<V, {n}>(ref {OutputOf(text.Plan.Output)}, {Int(Stride(text, text.Plan.Output))}, samples, {Int(text.Spec.Outputs)}, ref y);");
                if (OutputStage.IsNeeded(text))
                    writer.Line("Output<V>(ref y, vectors);");
                writer.Line(store);
                writer.Line($"p = ref Inside.Later<{n}, TNetwork>(ref p, samples);");
            }

            ScratchText.Give(writer, text, scratch);
        }

        Narrower.Write(writer, text, signature, Constraint);
    }

    private static void Layer(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        string n = text.Number, input = InputOf(layer), output = OutputOf(layer), number = Int(layer.Number);
        string activation = Fuses(text, layer) ? $", a{number} = {layer.Traits.Formula.Replace("z", "z" + number).Replace(">", "&gt;")}" : "";
        writer.Line();
        writer.Line($"/// <summary>Layer {number} of many networks, of one sample each: z{number} = {input}·W{number} + b{number}{activation}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"private static void Layer{number}Each<V, TNetwork>(ref {n} p, ref {n} {input}, ref {n} {output}, int samples)");
        using (writer.Block($"    where V : struct, ILanes<V, {n}>\n{Constraint}"))
        {
            if (IsNarrow(text, layer))
            {
                writer.Line($"Crowd.Narrow<{n}, TNetwork>(ref p, W{number}, B{number}, {Int(layer.Spec.Inputs)}, {Int(layer.Spec.Units)}, ref {input}, {Int(InputStride(text, layer))}, ref {output}, samples);");
                return;
            }

            bool holdsConstants = Fuses(text, layer) && text.HasConstants(layer);
            if (holdsConstants)
                writer.Line($"{text.Constants(layer)}<V> f{number} = {text.Constants(layer)}<V>.Create();");
            using (writer.Block("for (int s = 0; s < samples; s++)"))
            {
                if (IsSpelledOut(text, layer))
                    Sums(writer, text, layer, z => !Fuses(text, layer) ? z : holdsConstants ? $"f{number}.Value({z})" : text.Activate(layer, z));
                else
                    writer.Line($"Rows.DenseOne<V, {n}>(ref {input}, {RowText.At("p", "W" + number)}, {RowText.At("p", "B" + number)}, {Int(layer.Spec.Inputs)}, {Int(layer.Spec.Units)}, ref {output});");
                writer.Line($"p = ref Inside.Later<{n}, TNetwork>(ref p, 1);");
                writer.Line($"{input} = ref Unsafe.Add(ref {input}, {Int(InputStride(text, layer))});");
                writer.Line($"{output} = ref Unsafe.Add(ref {output}, {Int(Stride(text, layer))});");
            }
        }
    }

    private static void Sums(SourceWriter writer, KernelText text, LayerPlan layer, Func<string, string> activate)
    {
        string z = $"z{layer.Number}", input = InputOf(layer);
        var firsts = Enumerable.Range(0, Vectors(text, layer)).Select(i => i * Lanes(text)).ToArray();
        foreach (int first in firsts)
            writer.Line($"V {z}_{Int(first)} = V.Load(ref p, B{layer.Number} + {Int(first)});");
        for (int k = 0; k < layer.Spec.Inputs; k++)
        {
            writer.Line($"V {input}_{Int(k)} = V.Broadcast(ref {input}, {Int(k)});");
            foreach (int first in firsts)
                writer.Line($"{z}_{Int(first)} = V.Fma({input}_{Int(k)}, V.Load(ref p, W{layer.Number} + {Int((k * layer.Spec.Units) + first)}), {z}_{Int(first)});");
        }

        foreach (int first in firsts)
            writer.Line($"V.Store({activate($"{z}_{Int(first)}")}, ref {OutputOf(layer)}, {Int(first)});");
        writer.Line();
    }

    private static bool IsSpelledOut(KernelText text, LayerPlan layer) => !IsNarrow(text, layer) && layer.Spec.Inputs * Vectors(text, layer) <= Budgets.EachOperations;

    /// <summary>
    /// Whether the activation is computed where the sums are: it keeps the processor busy while the next network's weights come. A narrow layer's would
    /// leave most of a vector empty; over all rows it does not.
    /// </summary>
    private static bool Fuses(KernelText text, LayerPlan layer) =>
        ActivationStage.IsNeeded(layer) && IsSpelledOut(text, layer) && Vectors(text, layer) * ((3 * layer.Spec.Inputs) + layer.Traits.Operations) <= Budgets.UnrolledOperations;

    private static bool ActivatesApart(KernelText text, LayerPlan layer) => ActivationStage.IsNeeded(layer) && !Fuses(text, layer);

    private static int Lanes(KernelText text) => text.Plan.Training.Lanes;

    private static int Narrow(KernelText text) => Lanes(text) / 4;

    private static bool IsNarrow(KernelText text, LayerPlan layer) => layer.Spec.Units <= Narrow(text);

    private static int Vectors(KernelText text, LayerPlan layer) => Stride(text, layer) / Lanes(text);

    /// <summary>Elements from one row of scratch memory to the next.</summary>
    private static int Stride(KernelText text, LayerPlan layer) => RowPlan.Stride(layer.Spec.Units, Lanes(text), Narrow(text));

    private static int InputStride(KernelText text, LayerPlan layer) =>
        layer.Number == 1 ? layer.Spec.Inputs : RowPlan.Stride(layer.Spec.Inputs, Lanes(text), Narrow(text));
}
