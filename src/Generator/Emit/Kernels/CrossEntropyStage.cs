using StaticNet.Generator.Model;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>
/// Writes the cross-entropy of a softmax, −Σ t·ln y = ln(Σ eᶻ)·Σ t − Σ t·z, which takes no logarithm of a vanishing probability, and its
/// δ. Targets may be numbers; of labels, whose targets add up to 1, the logarithms of a block are one logarithm of a product.
/// </summary>
internal static class CrossEntropyStage
{
    /// <summary>Writes the stage for labels; that for numbers is <see cref="LossStage"/>, as for every loss.</summary>
    public static void WriteLabels(SourceWriter writer, KernelText text)
    {
        if (text.Spec.Loss != LossFunction.CrossEntropy)
            return;
        string z = OutputOf(text.Plan.Output), n = Int(text.Plan.Output.Number);
        writer.Line();
        writer.Line($"/// <summary>The loss of a block of samples with labels, −ln y of the label, and δ{n} = ∂loss/∂{z} = y − t, which takes the place of {z}.</summary>");
        writer.Line("/// <returns>The sum over the samples.</returns>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"private static {text.Number} LabelLossAndDelta<V>({text.Array(z)}, {text.Array("labels")}, int vectors{LossStage.ScaleParameter(text)})");
        using (writer.Block($"    where V : struct, ILanes<V, {text.Number}>"))
        {
            Lanes(writer);
            writer.Line("V loss = V.Zero;");
            if (SumsByProduct(text))
                writer.Line("V product = V.One;");
            if (LossStage.FactorText(text) is { } factor)
                writer.Line($"V factor = V.Broadcast({factor});");
            Softmax.WriteConstants(writer, text);
            using (EachVector(writer))
            {
                writer.Line("// Lanes behind the last sample have the label −1, and so no target, no loss and no gradient.");
                writer.Line("V label = V.Load(ref labels, v * lanes);");
                WriteVector(writer, text, z, labelled: true);
            }

            writer.Line();
            writer.Line(SumsByProduct(text) ? $"return V.Sum(loss + Log.{text.Suffix}Normal(product));" : "return V.Sum(loss);");
        }
    }

    /// <summary>What is done with one vector of samples.</summary>
    public static void WriteVector(SourceWriter writer, KernelText text, string z, bool labelled)
    {
        int units = text.Spec.Outputs;
        bool pair = units == 2;
        string Target(string j) => pair ? "t" + j : labelled
            ? $"V.Select(V.Equal(label, V.Broadcast({(units > 4 ? $"({text.Number})" : "")}{j})), V.One, V.Zero)"
            : $"V.Load(ref t, {At(units, j)})";
        if (pair)
        {
            writer.Line(labelled
                ? "V t1 = V.Max(V.Zero, label), targets = V.Min(V.One, label + V.One), t0 = targets - t1;"
                : $"V t0 = V.Load(ref t, {At(2, 0)}), t1 = V.Load(ref t, {At(2, 1)}), targets = t0 + t1;");
            Softmax.WriteExponentials(writer, text, z);
        }
        else
        {
            writer.Line("V targets = V.Zero, picked = V.Zero;");
            Softmax.WriteExponentials(writer, text, z, (j, shifted) =>
            {
                writer.Line($"V t{j} = {Target(j)};");
                writer.Line($"targets += t{j};");
                writer.Line($"picked = V.Fma(t{j}, {shifted}, picked);");
            });
        }

        writer.Line();
        Loss(writer, text, labelled, pair);
        writer.Line("V share = targets / sum;");
        Softmax.EachOutput(writer, text, z, (j, e) =>
            writer.Line($"V.Store({LossStage.Scaled(text, $"V.Fms({e}, share, {Target(j)})")}, ref {z}, {At(units, j)});"));
    }

    private static void Loss(SourceWriter writer, KernelText text, bool labelled, bool pair)
    {
        if (labelled && SumsByProduct(text))
        {
            writer.Line(pair ? "product *= V.Fma(targets, smaller, V.One);" : "product *= V.Select(V.LessThan(V.Zero, targets), sum, V.One);");
            writer.Line(pair ? "loss -= V.Min(V.Zero, (t1 - t0) * difference);" : "loss -= picked;");
            return;
        }

        if (pair)
            writer.Line("V picked = V.Fma(t1, V.Min(V.Zero, difference), t0 * V.Min(V.Zero, -difference));");
        writer.Line($"loss += V.Fms(Log.{text.Suffix}Normal(sum), targets, picked);");
    }

    /// <summary>Whether the product of a block's sums of exponentials, each at most the number of classes, stays finite.</summary>
    private static bool SumsByProduct(KernelText text) => text.Spec.Outputs <= 128;
}
