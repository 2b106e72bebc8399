using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes one layer's parameter gradient: <c>∂W += aᵀ·δ</c>, <c>∂b += Σ δ</c>, summed over the samples of a block.</summary>
internal static class GradientStage
{
    public static void Write(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        string input = InputOf(layer), n = Int(layer.Number);
        string summary = $"Layer {n}: ∂loss/∂W{n} = {input}ᵀ·δ{n} and ∂loss/∂b{n} = Σ δ{n}, in lanes until the end of the block, then added to the gradient.";
        using (text.Stage(writer, summary, "void", "Gradient" + n, text.Array(input), text.Array("d" + n), text.Array("gradient"), "int vectors"))
        {
            if (layer.Gradient == StageShape.Unrolled)
                Unrolled(writer, layer, input);
            else
                Looped(writer, layer, input);
        }
    }

    private static void Unrolled(SourceWriter writer, LayerPlan layer, string input)
    {
        int inputs = layer.Spec.Inputs, units = layer.Spec.Units;
        string n = Int(layer.Number);
        for (int i = 0; i < inputs; i++)
            writer.Line($"V {string.Join(", ", Enumerable.Range(0, units).Select(j => $"w{i}_{j} = V.Zero"))};");
        writer.Line($"V {string.Join(", ", Enumerable.Range(0, units).Select(j => $"b{j} = V.Zero"))};");
        using (EachVector(writer))
        {
            for (int j = 0; j < units; j++)
                writer.Line($"V d{n}_{j} = V.Load(ref d{n}, {At(units, j)});");
            for (int j = 0; j < units; j++)
                writer.Line($"b{j} += d{n}_{j};");
            for (int i = 0; i < inputs; i++)
            {
                writer.Line();
                writer.Line($"V {input}_{i} = V.Load(ref {input}, {At(inputs, i)});");
                for (int j = 0; j < units; j++)
                    writer.Line($"w{i}_{j} = V.Fma({input}_{i}, d{n}_{j}, w{i}_{j});");
            }
        }

        writer.Line();
        for (int i = 0; i < inputs; i++)
        {
            for (int j = 0; j < units; j++)
                writer.Line($"Unsafe.Add(ref gradient, W{n} + {(i * units) + j}) += V.Sum(w{i}_{j});");
        }

        for (int j = 0; j < units; j++)
            writer.Line($"Unsafe.Add(ref gradient, B{n} + {j}) += V.Sum(b{j});");
    }

    private static void Looped(SourceWriter writer, LayerPlan layer, string input)
    {
        int inputs = layer.Spec.Inputs, units = layer.Spec.Units;
        string n = Int(layer.Number);
        using (writer.Block($"for (int i = 0; i < {Int(inputs)}; i++)"))
        {
            Tiles.Write(writer, units, "j", (first, count) =>
            {
                Sums(writer, layer, first, count, () => writer.Line($"V a = V.Load(ref {input}, {At(inputs, "i")});"), (d, sum) => $"V.Fma(a, {d}, {sum})");
                for (int k = 0; k < count; k++)
                    writer.Line($"Unsafe.Add(ref gradient, W{n} + i * {Int(units)} + {Tiles.Plus(first, k)}) += V.Sum(s{k});");
            });
        }

        writer.Line();
        Tiles.Write(writer, units, "j", (first, count) =>
        {
            Sums(writer, layer, first, count, () => { }, (d, sum) => $"{sum} + {d}");
            for (int k = 0; k < count; k++)
                writer.Line($"Unsafe.Add(ref gradient, B{n} + {Tiles.Plus(first, k)}) += V.Sum(s{k});");
        });
    }

    /// <summary>Sums over the vectors of the block for a tile of units.</summary>
    private static void Sums(SourceWriter writer, LayerPlan layer, string first, int count, Action load, Func<string, string, string> add)
    {
        writer.Line($"V {string.Join(", ", Enumerable.Range(0, count).Select(k => $"s{k} = V.Zero"))};");
        using (EachVector(writer))
        {
            load();
            for (int k = 0; k < count; k++)
                writer.Line($"s{k} = {add($"V.Load(ref d{layer.Number}, {At(layer.Spec.Units, Tiles.Plus(first, k))})", "s" + k)};");
        }
    }
}
