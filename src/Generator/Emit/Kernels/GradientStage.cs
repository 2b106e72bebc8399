using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes one layer's parameter gradient: <c>∂W += aᵀ·δ</c>, <c>∂b += Σ δ</c>, summed over the samples of a block. The sums stay in lanes, one number a sample of the vector, until the end of the batch.</summary>
internal static class GradientStage
{
    public static void Write(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        string input = InputOf(layer), n = Int(layer.Number);
        string summary = $"Layer {n}: ∂loss/∂W{n} = {input}ᵀ·δ{n} and ∂loss/∂b{n} = Σ δ{n}, added to g lane by lane.";
        using (text.Stage(writer, summary, "void", "Gradient" + n, text.Array(input), text.Array("d" + n), text.Array("g"), "int vectors"))
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
        var sums = new List<(string Name, string At)>();
        for (int i = 0; i < inputs; i++)
            for (int j = 0; j < units; j++)
                sums.Add(($"w{i}_{j}", $"(W{n} + {Int((i * units) + j)}) * lanes"));
        for (int j = 0; j < units; j++)
            sums.Add(($"b{j}", $"(B{n} + {Int(j)}) * lanes"));

        foreach (var (name, at) in sums)
            writer.Line($"V {name} = V.Load(ref g, {at});");
        writer.Line();
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
        foreach (var (name, at) in sums)
            writer.Line($"V.Store({name}, ref g, {at});");
    }

    private static void Looped(SourceWriter writer, LayerPlan layer, string input)
    {
        int inputs = layer.Spec.Inputs, units = layer.Spec.Units;
        string n = Int(layer.Number);
        Tiles.Write(writer, inputs, "i", Budgets.TileInputs, (firstInput, rows) =>
            Tiles.Write(writer, units, "j", Budgets.Tile, (firstUnit, columns) => Tile(writer, layer, input, firstInput, rows, firstUnit, columns)));

        writer.Line();
        Tiles.Write(writer, units, "j", Budgets.Tile, (first, count) =>
        {
            string At(int k) => $"(B{n} + {Tiles.Plus(first, k)}) * lanes";
            for (int k = 0; k < count; k++)
                writer.Line($"V b{k} = V.Load(ref g, {At(k)});");
            using (EachVector(writer))
            {
                for (int k = 0; k < count; k++)
                    writer.Line($"b{k} += V.Load(ref d{n}, {KernelText.At(units, Tiles.Plus(first, k))});");
            }

            for (int k = 0; k < count; k++)
                writer.Line($"V.Store(b{k}, ref g, {At(k)});");
        });
    }

    /// <summary>A tile of inputs × units: each number that is read serves several products.</summary>
    private static void Tile(SourceWriter writer, LayerPlan layer, string input, string firstInput, int rows, string firstUnit, int columns)
    {
        int inputs = layer.Spec.Inputs, units = layer.Spec.Units;
        string n = Int(layer.Number);
        string At(int r, int c) => $"(W{n} + ({Tiles.Plus(firstInput, r)}) * {Int(units)} + {Tiles.Plus(firstUnit, c)}) * lanes";
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                writer.Line($"V w{r}_{c} = V.Load(ref g, {At(r, c)});");
        using (EachVector(writer))
        {
            for (int c = 0; c < columns; c++)
                writer.Line($"V d{n}_{c} = V.Load(ref d{n}, {KernelText.At(units, Tiles.Plus(firstUnit, c))});");
            for (int r = 0; r < rows; r++)
            {
                writer.Line($"V {input}_{r} = V.Load(ref {input}, {KernelText.At(inputs, Tiles.Plus(firstInput, r))});");
                for (int c = 0; c < columns; c++)
                    writer.Line($"w{r}_{c} = V.Fma({input}_{r}, d{n}_{c}, w{r}_{c});");
            }
        }

        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                writer.Line($"V.Store(w{r}_{c}, ref g, {At(r, c)});");
    }
}
