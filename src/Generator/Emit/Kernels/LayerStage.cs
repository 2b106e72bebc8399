using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes one layer of the forward pass: <c>z = a·W + b</c> and, for hidden layers, its activation.</summary>
internal static class LayerStage
{
    public static void Write(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        string input = InputOf(layer), output = OutputOf(layer), n = Int(layer.Number);
        var parameters = new List<string> { text.Array("p"), text.Array(input) };
        if (layer.KeepsPreActivation)
            parameters.Add(text.Array("z" + n));
        parameters.Add(text.Array(output));
        parameters.Add("int vectors");

        string activation = layer.IsOutput ? "" : $", a{n} = {layer.Traits.Formula.Replace("z", "z" + n).Replace(">", "&gt;")}";
        using (text.Stage(writer, $"Layer {n}: z{n} = {input}·W{n} + b{n}{activation}.", "void", "Layer" + n, parameters.ToArray()))
        {
            if (layer.Forward == StageShape.Unrolled)
                HeldWeights.Write(writer, layer, biases: true);
            using (EachVector(writer))
                WriteVector(writer, text, layer, input, output);
        }
    }

    private static void WriteVector(SourceWriter writer, KernelText text, LayerPlan layer, string input, string output)
    {
        if (layer.Forward == StageShape.Unrolled)
            Unrolled(writer, text, layer, input, output);
        else
            Looped(writer, text, layer, input, output);
    }

    private static void Unrolled(SourceWriter writer, KernelText text, LayerPlan layer, string input, string output)
    {
        int inputs = layer.Spec.Inputs, units = layer.Spec.Units;
        string n = Int(layer.Number);
        for (int i = 0; i < inputs; i++)
            writer.Line($"V {input}_{i} = V.Load(ref {input}, {At(inputs, i)});");
        for (int j = 0; j < units; j++)
        {
            string z = $"z{n}_{j}";
            writer.Line();
            for (int i = 0; i < inputs; i++)
                writer.Line($"{(i == 0 ? "V " : "")}{z} = V.Fma({input}_{i}, {HeldWeights.Weight(layer, i, j)}, {(i == 0 ? HeldWeights.Bias(layer, j) : z)});");
            if (layer.KeepsPreActivation)
                writer.Line($"V.Store({z}, ref z{n}, {At(units, j)});");
            writer.Line($"V.Store({(layer.IsOutput ? z : text.Activate(layer, z))}, ref {output}, {At(units, j)});");
        }
    }

    private static void Looped(SourceWriter writer, KernelText text, LayerPlan layer, string input, string output)
    {
        int units = layer.Spec.Units;
        // Where z is kept, the sums go there and the activation reads them from there.
        string sums = layer.KeepsPreActivation ? $"z{layer.Number}" : output;
        writer.Line($"ref {text.Number} row = ref Unsafe.Add(ref {input}, v * {Int(layer.Spec.Inputs)} * lanes);");
        writer.Line($"ref {text.Number} sums = ref Unsafe.Add(ref {sums}, v * {Int(units)} * lanes);");
        Tiles.Write(writer, units, "j", Budgets.Tile, (first, count) => Tile(writer, layer, first, count));

        if (layer.IsOutput || (layer.Traits.Function is null && !layer.Traits.IsUnbounded))
            return;
        writer.Line();
        string target = "sums";
        if (layer.KeepsPreActivation)
        {
            target = "activations";
            writer.Line($"ref {text.Number} activations = ref Unsafe.Add(ref {output}, v * {Int(units)} * lanes);");
        }

        using (writer.Block($"for (int j = 0; j < {Int(units)}; j++)"))
            writer.Line($"V.Store({text.Activate(layer, "V.Load(ref sums, j * lanes)")}, ref {target}, j * lanes);");
    }

    private static void Tile(SourceWriter writer, LayerPlan layer, string first, int count)
    {
        int inputs = layer.Spec.Inputs, units = layer.Spec.Units;
        string n = Int(layer.Number);
        for (int k = 0; k < count; k++)
            writer.Line($"V s{k} = V.Broadcast(ref p, B{n} + {Tiles.Plus(first, k)});");
        using (writer.Block($"for (int i = 0; i < {Int(inputs)}; i++)"))
        {
            writer.Line("V a = V.Load(ref row, i * lanes);");
            for (int k = 0; k < count; k++)
                writer.Line($"s{k} = V.Fma(a, V.Broadcast(ref p, W{n} + i * {Int(units)} + {Tiles.Plus(first, k)}), s{k});");
        }

        for (int k = 0; k < count; k++)
            writer.Line($"V.Store(s{k}, ref sums, ({Tiles.Plus(first, k)}) * lanes);");
    }
}
