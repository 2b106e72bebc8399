using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Rows;

/// <summary>Writes a hidden layer's activation over all its numbers, and the product with its derivative on the way back.</summary>
internal static class ActivationStage
{
    public static bool IsNeeded(LayerPlan layer) =>
        !layer.IsOutput && (layer.Traits.Function is not null || layer.Traits.IsUnbounded);

    public static void Write(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        if (!IsNeeded(layer))
            return;
        WriteForward(writer, text, layer);
        if (layer.Traits.Function is null)
            return;
        string n = Int(layer.Number);
        string derivative = layer.Traits.Derivative.Replace("z", "z" + n).Replace("a", "a" + n).Replace(">", "&gt;");
        string source = layer.KeepsPreActivation ? "z" : "a";
        using (Stage(writer, text, $"Layer {n}: δ{n} = ∂loss/∂a{n} ⊙ a{n}′ with a{n}′ = {derivative}, in place of ∂loss/∂a{n}.", $"Derive{n}<V>(ref {text.Number} d, ref {text.Number} {source}, int length)"))
        using (writer.Block("for (int i = 0; i < length; i += V.Count)"))
            writer.Line($"V.Store({text.TimesDerivative(layer, "V.Load(ref d, i)", $"V.Load(ref {source}, i)")}, ref d, i);");
    }

    /// <summary>The activation alone.</summary>
    public static void WriteForward(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        string n = Int(layer.Number);
        string formula = layer.Traits.Formula.Replace("z", "z" + n).Replace(">", "&gt;");
        using (Stage(writer, text, $"Layer {n}: a{n} = {formula}, over whole rows.", $"Activate{n}<V>(ref {text.Number} z, ref {text.Number} a, int length)"))
        using (writer.Block("for (int i = 0; i < length; i += V.Count)"))
            writer.Line($"V.Store({text.Activate(layer, "V.Load(ref z, i)")}, ref a, i);");
    }

    private static SourceWriter.Scope Stage(SourceWriter writer, KernelText text, string summary, string signature)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"private static void {signature}");
        return writer.Block($"    where V : struct, ILanes<V, {text.Number}>");
    }
}
