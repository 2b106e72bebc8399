using static StaticNet.Generator.Emit.KernelText;
using static StaticNet.Generator.Emit.Members.MemberText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes sizes and parameters of a network whose parameters are constants.</summary>
internal static class FrozenMembers
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        StateMembers.Sizes(writer, text);
        writer.Line();
        StateMembers.Topology(writer, text);
        Document(writer, "Every parameter, flat: weights and biases, layer by layer. Data of the assembly.");
        writer.Line($"public static {Input(text)} Parameters => PaddedParameters.Slice(0, ParameterCount);");
        foreach (var layer in text.Plan.Layers)
        {
            string n = Int(layer.Number), inputs = Int(layer.Spec.Inputs), units = Int(layer.Spec.Units);
            Document(writer, $"Weights of layer {n}, row-major [{inputs} inputs × {units} units].");
            writer.Line($"public static {Input(text)} W{n} => PaddedParameters.Slice({Int(layer.WeightOffset)}, {Int(layer.Spec.WeightCount)});");
            Document(writer, $"Biases of layer {n}, [{units}].");
            writer.Line($"public static {Input(text)} B{n} => PaddedParameters.Slice({Int(layer.BiasOffset)}, {units});");
        }
    }
}
