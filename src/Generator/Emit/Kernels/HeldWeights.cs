using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>The parameters of a layer as a spelled-out stage refers to them: as variables that hold them in all lanes, if they are few, or in memory.</summary>
internal static class HeldWeights
{
    /// <summary>Writes the variables.</summary>
    public static void Write(SourceWriter writer, LayerPlan layer, bool biases)
    {
        if (!layer.HoldsWeights)
            return;
        int units = layer.Spec.Units;
        for (int i = 0; i < layer.Spec.Inputs; i++)
            Row($"w{i}_", j => InMemory(layer, i, j));
        if (biases)
            Row("b", j => InMemory(layer, j));

        void Row(string name, Func<int, string> value) =>
            writer.Line($"V {string.Join(", ", Enumerable.Range(0, units).Select(j => $"{name}{Int(j)} = {value(j)}"))};");
    }

    /// <summary>The weight from an input to a unit.</summary>
    public static string Weight(LayerPlan layer, int input, int unit) => layer.HoldsWeights ? $"w{Int(input)}_{Int(unit)}" : InMemory(layer, input, unit);

    /// <summary>The bias of a unit.</summary>
    public static string Bias(LayerPlan layer, int unit) => layer.HoldsWeights ? $"b{Int(unit)}" : InMemory(layer, unit);

    private static string InMemory(LayerPlan layer, int input, int unit) =>
        $"V.Broadcast(ref p, W{Int(layer.Number)} + {Int((input * layer.Spec.Units) + unit)})";

    private static string InMemory(LayerPlan layer, int unit) => $"V.Broadcast(ref p, B{Int(layer.Number)} + {Int(unit)})";
}
