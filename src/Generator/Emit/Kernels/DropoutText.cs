using System.Globalization;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>
/// Writes what training with dropout adds to a driver: the mask m of a layer and its masked activations h = a ⊙ m, which the next layer reads. The
/// stages are those of the full network.
/// </summary>
internal static class DropoutText
{
    /// <summary>Behind the parameters of a method for samples.</summary>
    public const string Parameters = ", ulong dropoutState, int firstSample";

    /// <summary>Behind its arguments.</summary>
    public const string Arguments = ", dropoutState, firstSample";

    /// <summary>The same where the batch begins with the first sample.</summary>
    public const string ArgumentsOfAll = ", dropoutState, 0";

    /// <summary>The array that a layer reads: <c>h1</c> instead of <c>a1</c> where the layer before drops activations.</summary>
    public static string InputOf(KernelText text, LayerPlan layer, bool masked) =>
        masked && layer.Number > 1 && text.Plan.Layers[layer.Number - 2].Drops ? $"h{layer.Number - 1}" : KernelText.InputOf(layer);

    public static ScratchPlan Scratch(KernelText text, bool masked) => masked ? text.Plan.Dropout!.Training : text.Plan.Training;

    public static RowPlan Rows(KernelText text, bool masked) => masked ? text.Plan.Dropout!.Rows! : text.Plan.Rows!;

    /// <summary>Behind a layer: the mask, and the masked activations.</summary>
    public static void Mask(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        var rows = text.Plan.Rows;
        string n = Int(layer.Number), type = rows is null ? $"V, {text.Number}" : text.Number;
        string block = $"{Rate(layer)}, dropoutState, {n}, firstSample + start, samples, {Int(layer.Spec.Units)}, ref m{n}";
        writer.Line($"Dropout.Fill{(rows is null ? "Columns" : "Rows")}<{type}>({block}{(rows is null ? "" : $", {Int(rows.Stride(layer.Spec.Units))}")});");
        Apply(writer, text, layer, $"a{n}", $"h{n}");
    }

    /// <summary>An array of a layer, times its mask.</summary>
    public static void Apply(SourceWriter writer, KernelText text, LayerPlan layer, string from, string to)
    {
        string units = Int(layer.Spec.Units);
        string type = text.Plan.Rows is null ? "V" : Emit.Rows.RowText.Units(text, layer);
        string length = text.Plan.Rows is { } rows ? $"samples * {Int(rows.Stride(layer.Spec.Units))}" : $"vectors * {units} * lanes";
        writer.Line($"Dropout.Apply<{type}, {text.Number}>(ref {from}, ref m{layer.Number}, ref {to}, {length});");
    }

    /// <summary>The rate as C# writes it, to the last bit.</summary>
    public static string Rate(LayerPlan layer)
    {
        double rate = layer.Spec.Dropout;
        string shortest = rate.ToString("R", CultureInfo.InvariantCulture);
        // The older runtimes that a compiler may run on have a short form that is not always exact.
        return double.Parse(shortest, CultureInfo.InvariantCulture) == rate ? shortest : rate.ToString("G17", CultureInfo.InvariantCulture);
    }
}
