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
            if (ActivationStage.IsNeeded(layer) && !text.Plan.OneSampleInRows)
                ActivationStage.WriteForward(writer, text, layer);
        }
    }

    private static void Driver(SourceWriter writer, KernelText text, string summary, string name, string result, string store)
    {
        string n = text.Number;
        var scratch = text.Plan.Each!;
        string signature = $"internal static void {name}<V>(ref {n} p, nint stride, ReadOnlySpan<{n}> inputs, {result})";
        using (Drivers.Method(writer, text, summary, "p are the parameters of the first network; those of the next are stride bytes behind them.", signature))
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
                    writer.Line($"Layer{layer.Number}Each<V>(ref p, stride, ref {InputOf(layer)}, ref {OutputOf(layer)}, samples);");
                    if (ActivationStage.IsNeeded(layer))
                        writer.Line($"Activate{layer.Number}<V>(ref {OutputOf(layer)}, ref {OutputOf(layer)}, samples * {Int(Stride(text, layer))});");
                }

                writer.Line($"Rows.ToColumns<V, {n}>(ref {OutputOf(text.Plan.Output)}, {Int(Stride(text, text.Plan.Output))}, samples, {Int(text.Spec.Outputs)}, ref y);");
                if (OutputStage.IsNeeded(text))
                    writer.Line("Output<V>(ref y, vectors);");
                writer.Line(store);
                writer.Line("p = ref Unsafe.AddByteOffset(ref p, stride * samples);");
            }

            ScratchText.Give(writer, text, scratch);
        }

        Narrower.Write(writer, text, signature, null);
    }

    private static void Layer(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        string n = text.Number, input = InputOf(layer), output = OutputOf(layer), number = Int(layer.Number);
        writer.Line();
        writer.Line($"/// <summary>Layer {number} of many networks, of one sample each: z{number} = {input}·W{number} + b{number}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"private static void Layer{number}Each<V>(ref {n} p, nint stride, ref {n} {input}, ref {n} {output}, int samples)");
        using (writer.Block($"    where V : struct, ILanes<V, {n}>"))
        using (writer.Block("for (int s = 0; s < samples; s++)"))
        {
            string vector = IsNarrow(text, layer) ? "Units" : "V";
            if (layer.Spec.Inputs * Vectors(text, layer) <= Budgets.EachOperations)
                Sums(writer, text, layer, vector);
            else
                writer.Line($"Rows.DenseOne<{vector}, {n}>(ref {input}, {RowText.At("p", "W" + number)}, {RowText.At("p", "B" + number)}, {Int(layer.Spec.Inputs)}, {Int(layer.Spec.Units)}, ref {output});");
            writer.Line("p = ref Unsafe.AddByteOffset(ref p, stride);");
            writer.Line($"{input} = ref Unsafe.Add(ref {input}, {Int(InputStride(text, layer))});");
            writer.Line($"{output} = ref Unsafe.Add(ref {output}, {Int(Stride(text, layer))});");
        }
    }

    private static void Sums(SourceWriter writer, KernelText text, LayerPlan layer, string vector)
    {
        string z = $"z{layer.Number}", input = InputOf(layer);
        int width = Width(text, layer), group = Narrow(text);
        var firsts = Enumerable.Range(0, Vectors(text, layer)).Select(i => i * width).ToArray();
        // A row of scratch memory can be read in whole vectors, the user's inputs cannot.
        bool spreads = IsNarrow(text, layer) && layer.Number > 1;
        foreach (int first in firsts)
            writer.Line($"{vector} {z}_{Int(first)} = {vector}.Load(ref p, B{layer.Number} + {Int(first)});");
        for (int k = 0; k < layer.Spec.Inputs; k++)
        {
            if (spreads && k % group == 0)
                writer.Line($"Units {input}_{Int(k)} = Units.Load(ref {input}, {Int(k)});");
            else if (!spreads)
                writer.Line($"{vector} {input}_{Int(k)} = {vector}.Broadcast(ref {input}, {Int(k)});");
            string factor = spreads ? $"{input}_{Int(k - k % group)}.Spread({Int(k % group)})" : $"{input}_{Int(k)}";
            foreach (int first in firsts)
                writer.Line($"{z}_{Int(first)} = {vector}.Fma({factor}, {vector}.Load(ref p, W{layer.Number} + {Int((k * layer.Spec.Units) + first)}), {z}_{Int(first)});");
        }

        foreach (int first in firsts)
            writer.Line($"{vector}.Store({z}_{Int(first)}, ref {OutputOf(layer)}, {Int(first)});");
        writer.Line();
    }

    private static int Lanes(KernelText text) => text.Plan.Training.Lanes;

    private static int Narrow(KernelText text) => Lanes(text) / 4;

    private static bool IsNarrow(KernelText text, LayerPlan layer) => layer.Spec.Units <= Narrow(text);

    private static int Width(KernelText text, LayerPlan layer) => IsNarrow(text, layer) ? Narrow(text) : Lanes(text);

    private static int Vectors(KernelText text, LayerPlan layer) => Stride(text, layer) / Width(text, layer);

    /// <summary>Elements from one row of scratch memory to the next.</summary>
    private static int Stride(KernelText text, LayerPlan layer) => RowPlan.Stride(layer.Spec.Units, Lanes(text), Narrow(text));

    private static int InputStride(KernelText text, LayerPlan layer) =>
        layer.Number == 1 ? layer.Spec.Inputs : RowPlan.Stride(layer.Spec.Inputs, Lanes(text), Narrow(text));
}
