using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Tells what the planner has chosen, for the remarks on the type.</summary>
internal static class PlanText
{
    /// <summary>The kernels that the methods for one sample and for batches run.</summary>
    public static string Kernels(KernelText text)
    {
        var plan = text.Plan;
        string one = plan.OneSampleUnrolled ? "in variables" : plan.OneSampleInRows ? "with units in lanes" : "in one lane";
        if (plan.Rows is { } rows)
            return $"One sample with units in lanes; batches by {Int(rows.BlockSamples)} samples, as matrix products of rows.";
        var spelledOut = plan.Layers.Where(layer => layer.Forward == StageShape.Unrolled).Select(layer => Int(layer.Number)).ToArray();
        string layers = spelledOut.Length == plan.Layers.Count ? "every layer spelled out"
            : spelledOut.Length == 0 ? "every layer a loop over tiles of units"
            : $"layer{(spelledOut.Length == 1 ? "" : "s")} {string.Join(", ", spelledOut)} spelled out, the rest loops over tiles of units";
        return $"One sample {one}; batches with {Int(plan.Training.Lanes)} samples in lanes, {layers}.";
    }

    /// <summary>The most memory that a call takes beside the parameters, and where it comes from.</summary>
    public static string Scratch(KernelText text)
    {
        var plan = text.Plan;
        int size = text.Spec.Precision == Model.Precision.Double ? 8 : 4;
        int inference = plan.Rows is { } rows ? (rows.InferenceValues * rows.BlockSamples) + rows.Lanes : plan.Inference.LongestLength;
        int training = text.Spec.IsFrozen ? 0 : plan.Rows?.LongestLength ?? plan.Training.LongestLength;
        int stack = plan.Rows?.StackLength ?? plan.Inference.StackLength;
        string place = Math.Max(inference, training) <= stack ? "on the stack" : $"on the stack, and past {Int(stack * size)} bytes in a pool that all networks share";
        return $"Scratch memory of a call: up to {Int(inference * size)} bytes{(text.Spec.IsFrozen ? "" : $" to infer, {Int(training * size)} to train")}; {place}.";
    }
}
