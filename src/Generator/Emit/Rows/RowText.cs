using StaticNet.Generator.Emit.Kernels;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Rows;

/// <summary>Lines that the drivers of networks with units in lanes share.</summary>
internal static class RowText
{
    /// <summary>Takes memory: constants first, then arrays with a row for each sample of a block.</summary>
    public static void Take(SourceWriter writer, KernelText text, int constant, int valuesPerSample, RowPlan rows)
    {
        string number = text.Number;
        writer.Line();
        writer.Line($"// Room for a block of samples: at most {Int(rows.BlockSamples)} go through the layers together.");
        writer.Line($"int capacity = Math.Min({Int(rows.BlockSamples)}, (count + V.Count - 1) / V.Count * V.Count);");
        writer.Line($"int length = {Int(constant + rows.Lanes)} + {Int(valuesPerSample)} * capacity;");
        writer.Line($"{number}[]? rented = null;");
        writer.Line($"Span<{number}> scratch = length <= {Int(rows.StackLength)} ? stackalloc {number}[length] : (rented = Workspace<{number}>.Rent(length));");
        writer.Line($"ref {number} memory = ref Scratch.Align(scratch);");
    }

    public static void Give(SourceWriter writer, KernelText text) => writer.Line($"Workspace<{text.Number}>.Return(rented);");

    /// <summary>The gradient as a span: the first of the constants.</summary>
    public static string Gradient(KernelText text) =>
        text.IsPortable ? $"scratch.Slice(0, {Int(text.Spec.ParameterCount)})" : $"MemoryMarshal.CreateSpan(ref g, {Int(text.Spec.ParameterCount)})";

    /// <summary>An array within the memory, <paramref name="offset"/> values a sample behind the constants.</summary>
    public static void Place(SourceWriter writer, KernelText text, string name, int constant, int width, ref int offset)
    {
        string at = constant == 0 ? $"{Int(offset)} * capacity" : $"{Int(constant)} + ({Int(offset)} * capacity)";
        writer.Line($"ref {text.Number} {name} = ref Unsafe.Add(ref memory, {at});");
        offset += width;
    }

    /// <summary>A reference to a layer's weights or biases, in the parameters or in the gradient.</summary>
    public static string At(string array, string group) => $"ref Unsafe.Add(ref {array}, {group})";

    /// <summary>The vector type for a layer: a narrow one needs no more than the narrowest vector.</summary>
    public static string Units(KernelText text, LayerPlan layer) =>
        layer.Spec.Units <= text.Plan.Rows!.NarrowLanes ? $"Lanes1x128<{text.Number}>" : "U";

    /// <summary>Calls the layers in order.</summary>
    public static void ForwardPass(SourceWriter writer, KernelText text, bool keep, bool masked = false)
    {
        var rows = text.Plan.Rows!;
        foreach (var layer in text.Plan.Layers)
        {
            string n = Int(layer.Number), input = DropoutText.InputOf(text, layer, masked), output = OutputOf(layer);
            int stride = rows.Stride(layer.Spec.Units);
            int inputStride = layer.Number == 1 ? layer.Spec.Inputs : rows.Stride(layer.Spec.Inputs);
            string sums = keep && layer.KeepsPreActivation ? $"z{n}" : output;
            string activation = layer.IsOutput ? "" : $", a{n} = {layer.Traits.Formula.Replace("z", "z" + n)}";
            writer.Line();
            writer.Line($"// Layer {n}: z{n} = {input}·W{n} + b{n}{activation}.");
            writer.Line($"Rows.Dense<V, {Units(text, layer)}, {text.Number}>(ref {input}, {Int(inputStride)}, samples, {At("p", "W" + n)}, {At("p", "B" + n)}, {Int(layer.Spec.Inputs)}, {Int(layer.Spec.Units)}, ref {sums}, {Int(stride)});");
            if (ActivationStage.IsNeeded(layer))
                writer.Line($"Activate{n}<{Units(text, layer)}>(ref {sums}, ref {output}, samples * {Int(stride)});");
            if (masked && layer.Drops)
                DropoutText.Mask(writer, text, layer);
        }
    }

    /// <summary>Calls gradients and deltas, last layer first.</summary>
    public static void BackwardPass(SourceWriter writer, KernelText text, string? condition = null, bool masked = false)
    {
        var rows = text.Plan.Rows!;
        for (int i = text.Plan.Layers.Count - 1; i >= 0; i--)
        {
            var layer = text.Plan.Layers[i];
            string n = Int(layer.Number), input = DropoutText.InputOf(text, layer, masked);
            int stride = rows.Stride(layer.Spec.Units);
            int inputStride = i == 0 ? layer.Spec.Inputs : rows.Stride(layer.Spec.Inputs);
            writer.Line();
            writer.Line($"// Layer {n}: ∂loss/∂W{n} = {input}ᵀ·δ{n} and ∂loss/∂b{n} = Σ δ{n}.");
            if (condition is not null)
                writer.Line($"if ({condition})");
            writer.Line($"{(condition is null ? "" : "    ")}Rows.Gradient<{Units(text, layer)}, {text.Number}>(ref {input}, {Int(inputStride)}, ref d{n}, {Int(stride)}, samples, {Int(layer.Spec.Inputs)}, {Int(layer.Spec.Units)}, {At("g", "W" + n)}, {At("g", "B" + n)});");
            if (i == 0)
                return;
            var before = text.Plan.Layers[i - 1];
            string m = Int(before.Number);
            writer.Line();
            writer.Line($"// Layer {m}: δ{m} = (δ{n}·W{n}ᵀ) ⊙ a{m}′, where a{m}′ = {before.Traits.Derivative.Replace("z", "z" + m).Replace("a", "a" + m)}.");
            writer.Line($"Rows.Back<{Units(text, before)}, {text.Number}>(ref d{n}, {Int(stride)}, samples, ref w{n}t, {Int(layer.Spec.Units)}, ref d{m}, {Int(inputStride)});");
            if (before.Traits.Function is not null)
                writer.Line($"Derive{m}<{Units(text, before)}>(ref d{m}, ref {(before.KeepsPreActivation ? "z" : "a")}{m}, samples * {Int(inputStride)});");
            if (masked && before.Drops)
                DropoutText.Apply(writer, text, before, $"d{m}", $"d{m}");
        }
    }

    /// <summary>Copies of the weights of all layers but the first, transposed.</summary>
    public static void Transpose(SourceWriter writer, KernelText text, int offset)
    {
        writer.Line();
        if (text.Plan.Layers.Count > 1)
            writer.Line("// Transposed weights: δ goes back through them.");
        foreach (var layer in text.Plan.Layers.Skip(1))
        {
            string n = Int(layer.Number);
            int stride = text.Plan.Rows!.Stride(layer.Spec.Inputs);
            writer.Line($"ref {text.Number} w{n}t = ref Unsafe.Add(ref memory, {Int(offset)});");
            writer.Line($"Rows.Transpose({At("p", "W" + n)}, {Int(layer.Spec.Inputs)}, {Int(layer.Spec.Units)}, ref w{n}t, {Int(stride)});");
            offset += layer.Spec.Units * stride;
        }
    }
}
