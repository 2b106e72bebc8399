using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes one step of backpropagation: from a layer's δ = ∂loss/∂z to the δ of the layer before, or to the input.</summary>
internal static class DeltaStage
{
    /// <summary>The step to a hidden layer.</summary>
    public static void Write(SourceWriter writer, KernelText text, LayerPlan layer, LayerPlan before)
    {
        string n = Int(before.Number), next = Int(layer.Number);
        var parameters = new List<string> { text.Array("p"), text.Array("d" + next) };
        if (before.KeepsPreActivation)
            parameters.Add(text.Array("z" + n));
        parameters.Add(text.Array("a" + n));
        parameters.Add("int vectors");

        string derivative = before.Traits.Derivative.Replace("z", "z" + n).Replace("a", "a" + n).Replace(">", "&gt;");
        string summary = $"Layer {n}: δ{n} = (δ{next}·W{next}ᵀ) ⊙ a{n}′, where a{n}′ = {derivative}. δ{n} takes the place of a{n}.";
        using (text.Stage(writer, summary, "void", "Delta" + n, parameters.ToArray()))
            Body(writer, text, layer, before, "a" + n);
    }

    /// <summary>The step to the input, for gradients that go on from there.</summary>
    public static void WriteInputGradient(SourceWriter writer, KernelText text, LayerPlan first)
    {
        string summary = "The gradient of the input: ∂loss/∂x = δ1·W1ᵀ.";
        using (text.Stage(writer, summary, "void", "InputGradient", text.Array("p"), text.Array("d1"), text.Array("dx"), "int vectors"))
            Body(writer, text, first, null, "dx");
    }

    private static void Body(SourceWriter writer, KernelText text, LayerPlan layer, LayerPlan? before, string target)
    {
        if (layer.Delta == StageShape.Unrolled)
            HeldWeights.Write(writer, layer, biases: false);
        using (EachVector(writer))
        {
            if (layer.Delta == StageShape.Unrolled)
                Unrolled(writer, text, layer, before, target);
            else
                Looped(writer, text, layer, before, target);
        }
    }

    private static void Unrolled(SourceWriter writer, KernelText text, LayerPlan layer, LayerPlan? before, string target)
    {
        int inputs = layer.Spec.Inputs, units = layer.Spec.Units;
        string n = Int(layer.Number);
        for (int j = 0; j < units; j++)
            writer.Line($"V d{n}_{j} = V.Load(ref d{n}, {At(units, j)});");
        for (int i = 0; i < inputs; i++)
        {
            writer.Line();
            writer.Line($"V s{i} = d{n}_0 * {HeldWeights.Weight(layer, i, 0)};");
            for (int j = 1; j < units; j++)
                writer.Line($"s{i} = V.Fma(d{n}_{j}, {HeldWeights.Weight(layer, i, j)}, s{i});");
            writer.Line($"V.Store({Derived(text, before, $"s{i}", At(inputs, i))}, ref {target}, {At(inputs, i)});");
        }
    }

    private static void Looped(SourceWriter writer, KernelText text, LayerPlan layer, LayerPlan? before, string target)
    {
        int inputs = layer.Spec.Inputs, units = layer.Spec.Units;
        string n = Int(layer.Number);
        // A derivative that costs as much as its activation gets a loop of its own behind the sums.
        bool apart = before is { KeepsPreActivation: true };
        Tiles.Write(writer, inputs, "i", Budgets.Tile, (first, count) =>
        {
            writer.Line($"V {string.Join(", ", Enumerable.Range(0, count).Select(k => $"s{k} = V.Zero"))};");
            using (writer.Block($"for (int j = 0; j < {Int(units)}; j++)"))
            {
                writer.Line($"V d = V.Load(ref d{n}, {At(units, "j")});");
                for (int k = 0; k < count; k++)
                    writer.Line($"s{k} = V.Fma(d, V.Broadcast(ref p, W{n} + ({Tiles.Plus(first, k)}) * {Int(units)} + j), s{k});");
            }

            for (int k = 0; k < count; k++)
            {
                string at = At(inputs, Tiles.Plus(first, k));
                writer.Line($"V.Store({(apart ? $"s{k}" : Derived(text, before, $"s{k}", at))}, ref {target}, {at});");
            }
        });

        if (!apart)
            return;
        writer.Line();
        using (writer.Block($"for (int i = 0; i < {Int(inputs)}; i++)"))
            writer.Line($"V.Store({Derived(text, before, $"V.Load(ref {target}, {At(inputs, "i")})", At(inputs, "i"))}, ref {target}, {At(inputs, "i")});");
    }

    private static string Derived(KernelText text, LayerPlan? before, string sum, string at)
    {
        if (before is null)
            return sum;
        string source = before.KeepsPreActivation ? $"z{before.Number}" : $"a{before.Number}";
        return text.TimesDerivative(before, sum, $"V.Load(ref {source}, {at})");
    }
}
