using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>
/// Writes the layers of a tiny network for one sample. A vector of 128 bits holds as many units as it can, from the weighted sum to the
/// activation; a unit left over is a number by itself.
/// </summary>
internal static class OneSampleForward
{
    /// <summary>Writes the layers for a forward pass alone.</summary>
    public static void Layers(SourceWriter writer, KernelText text)
    {
        Inputs(writer, text);
        foreach (var layer in text.Plan.Layers)
        {
            Heading(writer, layer);
            foreach (int first in Groups(text, layer))
            {
                if (IsVector(text, layer, first))
                    Vector(writer, text, layer, first);
                else
                    Single(writer, text, layer, first);
            }
        }
    }

    /// <summary>
    /// Writes the layers with every number in a variable, for backpropagation: <c>x_0</c>, <c>z1_0</c>, <c>a1_0</c>, …. Vectors hold the units only
    /// for the activation, which costs more than the sums before it; taking apart what they would hold all along costs more than it saves.
    /// </summary>
    public static void LayersInVariables(SourceWriter writer, KernelText text)
    {
        Inputs(writer, text);
        foreach (var layer in text.Plan.Layers)
        {
            Heading(writer, layer);
            for (int unit = 0; unit < layer.Spec.Units; unit++)
                WeightedSum(writer, text, layer, unit, input => $"{InputOf(layer)}_{Int(input)}");
            if (layer.IsOutput)
                continue;
            string n = Int(layer.Number);
            foreach (int first in Groups(text, layer))
            {
                int count = Count(text, layer, first);
                if (count == 1 || layer.Traits.Operations == 0)
                {
                    for (int j = first; j < first + count; j++)
                        writer.Line($"{text.Number} a{n}_{j} = {text.Activate(layer, $"z{n}_{j}")};");
                    continue;
                }

                string packed = string.Join(", ", Enumerable.Range(first, 4).Select(j => j < first + count ? $"z{n}_{j}" : "0"));
                writer.Line($"Units {Vector(layer, "a", first)} = {text.Activate(layer, $"Units.Pack({packed})")};");
                Scalars(writer, text, layer, "a", first);
            }
        }
    }

    private static void Inputs(SourceWriter writer, KernelText text)
    {
        for (int i = 0; i < text.Spec.Inputs; i++)
            writer.Line($"{text.Number} x_{i} = {OneSample.At("x", Int(i))};");
    }

    private static void Heading(SourceWriter writer, LayerPlan layer)
    {
        string n = Int(layer.Number);
        string activation = layer.IsOutput ? "" : $", a{n} = {layer.Traits.Formula.Replace("z", "z" + n)}";
        writer.Line();
        writer.Line($"// Layer {n}: z{n} = {InputOf(layer)}·W{n} + b{n}{activation}.");
    }

    /// <summary>Takes the units of a layer out of their vectors.</summary>
    public static void Scalars(SourceWriter writer, KernelText text, LayerPlan layer, string array)
    {
        foreach (int first in Groups(text, layer).Where(first => IsVector(text, layer, first)))
            Scalars(writer, text, layer, array, first);
    }

    private static void Scalars(SourceWriter writer, KernelText text, LayerPlan layer, string array, int first)
    {
        string vector = Vector(layer, array, first);
        writer.Line($"{text.Number} {string.Join(", ", Enumerable.Range(0, Count(text, layer, first)).Select(j => $"{array}{Int(layer.Number)}_{first + j} = {vector}.Lane({j})"))};");
    }

    /// <summary>Writes the outputs of a network whose output activation treats each by itself.</summary>
    public static void StoreActivated(SourceWriter writer, KernelText text)
    {
        var output = text.Plan.Output;
        foreach (int first in Groups(text, output))
        {
            int count = Count(text, output, first);
            if (!IsVector(text, output, first))
            {
                writer.Line($"{OneSample.At("y", Int(first))} = {text.Activate(output, $"z{Int(output.Number)}_{first}")};");
                continue;
            }

            string y = Vector(output, "y", first);
            writer.Line($"Units {y} = {text.Activate(output, Vector(output, "z", first))};");
            if (count == Lanes(text))
            {
                writer.Line($"Units.Store({y}, ref y, {Int(first)});");
                continue;
            }

            for (int j = 0; j < count; j++)
                writer.Line($"{OneSample.At("y", Int(first + j))} = {y}.Lane({j});");
        }
    }

    /// <summary>The variable that holds a group of units: <c>a1</c>, or <c>a1_from4</c> where the layer has several.</summary>
    public static string Vector(LayerPlan layer, string array, int first) =>
        $"{array}{Int(layer.Number)}{(first == 0 ? "" : $"_from{Int(first)}")}";

    private static void Vector(SourceWriter writer, KernelText text, LayerPlan layer, int first)
    {
        string n = Int(layer.Number), z = Vector(layer, "z", first);
        writer.Line($"Units {z} = Units.Load(ref p, B{n} + {Int(first)});");
        for (int i = 0; i < layer.Spec.Inputs; i++)
            writer.Line($"{z} = Units.Fma({InAllLanes(text, layer, i)}, Units.Load(ref p, W{n} + {Int((i * layer.Spec.Units) + first)}), {z});");
        if (!layer.IsOutput)
            writer.Line($"Units {Vector(layer, "a", first)} = {text.Activate(layer, z)};");
    }

    private static void Single(SourceWriter writer, KernelText text, LayerPlan layer, int unit)
    {
        WeightedSum(writer, text, layer, unit, input => InOne(text, layer, input));
        string n = Int(layer.Number);
        if (!layer.IsOutput)
            writer.Line($"{text.Number} a{n}_{unit} = {text.Activate(layer, $"z{n}_{unit}")};");
    }

    private static void WeightedSum(SourceWriter writer, KernelText text, LayerPlan layer, int unit, Func<int, string> input)
    {
        string z = OneSample.At("p", $"B{Int(layer.Number)} + {unit}");
        for (int i = 0; i < layer.Spec.Inputs; i++)
            z = $"Fma({input(i)}, {OneSample.Weight(layer, i, unit)}, {z})";
        writer.Line($"{text.Number} z{Int(layer.Number)}_{unit} = {z};");
    }

    /// <summary>What a layer reads, in every lane.</summary>
    private static string InAllLanes(KernelText text, LayerPlan layer, int input) =>
        InVector(text, layer, input, out string vector, out int lane) ? $"{vector}.Spread({lane})" : $"Units.Broadcast({InputOf(layer)}_{input})";

    /// <summary>What a layer reads, as a number.</summary>
    private static string InOne(KernelText text, LayerPlan layer, int input) =>
        InVector(text, layer, input, out string vector, out int lane) ? $"{vector}.Lane({lane})" : $"{InputOf(layer)}_{input}";

    private static bool InVector(KernelText text, LayerPlan layer, int input, out string vector, out int lane)
    {
        vector = "";
        lane = input % Lanes(text);
        if (layer.Number == 1)
            return false;
        var before = text.Plan.Layers[layer.Number - 2];
        vector = Vector(before, "a", input - lane);
        return IsVector(text, before, input - lane);
    }

    private static int Lanes(KernelText text) => text.Spec.Precision == Precision.Double ? 2 : 4;

    private static int Count(KernelText text, LayerPlan layer, int first) => Math.Min(Lanes(text), layer.Spec.Units - first);

    private static bool IsVector(KernelText text, LayerPlan layer, int first) => Count(text, layer, first) > 1;

    /// <summary>The first unit of each group.</summary>
    private static IEnumerable<int> Groups(KernelText text, LayerPlan layer)
    {
        for (int first = 0; first < layer.Spec.Units; first += Lanes(text))
            yield return first;
    }
}
