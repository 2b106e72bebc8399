using StaticNet.Generator.Emit.Kernels;
using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Members;

/// <summary>Writes the remarks on the type and on its kernel: topology, parameter map, notation.</summary>
internal static class TypeHeader
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        var spec = text.Spec;
        int bytes = spec.ParameterCount * (spec.Precision == Precision.Double ? 8 : 4);
        writer.Line("/// <remarks>");
        writer.Line($"/// A dense network, {Topology(text)}; {LossName(text)}, {(spec.Reduction == Reduction.Mean ? "mean" : "sum")} over the samples of a batch.");
        writer.Line($"/// {Int(spec.ParameterCount)} parameters of type {text.Number} ({Int(bytes)} bytes), {Int(spec.Layers.Sum(layer => layer.WeightCount))} multiply-adds a forward pass.");
        writer.Line($"/// {PlanText.Kernels(text)}");
        writer.Line($"/// {PlanText.Scratch(text)}");
        writer.Line("/// <code>");
        foreach (var layer in text.Plan.Layers)
        {
            writer.Line($"/// W{layer.Number} [{Int(layer.Spec.Inputs)} × {Int(layer.Spec.Units)}]  Parameters[{Int(layer.WeightOffset)} .. {Int(layer.BiasOffset)}]");
            writer.Line($"/// b{layer.Number} [{Int(layer.Spec.Units)}]  Parameters[{Int(layer.BiasOffset)} .. {Int(layer.BiasOffset + layer.Spec.Units)}]");
        }

        writer.Line("/// </code>");
        if (spec.Type.IsValueType && !spec.IsFrozen)
            writer.Line($"/// A value of {Int(text.Plan.ParameterRoom * (bytes / spec.ParameterCount))} bytes: an assignment copies the network, and a method that is to train it takes it by ref.");
        writer.Line("/// </remarks>");
        // Beside fields of the user's, in another part of the type, C# would warn that the order is not defined.
        if (spec.Type.HasFieldsWithoutLayout && !spec.IsFrozen)
            writer.Line("[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]");
        writer.Line($"[global::System.CodeDom.Compiler.GeneratedCode(\"StaticNet\", \"{typeof(TypeHeader).Assembly.GetName().Version.ToString(3)}\")]");
    }

    public static void WriteKernel(SourceWriter writer, KernelText text)
    {
        writer.Line($"/// <summary>The mathematics of {text.Spec.Type.Name}, {Topology(text)}.</summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// x is the input; zₙ = aₙ₋₁·Wₙ + bₙ the pre-activation of layer n and aₙ its activation; y the output, t the target;");
        if (text.Plan.Rows is null)
        {
            writer.Line("/// δₙ = ∂loss/∂zₙ. A V holds one number of several samples: all samples of a vector are computed on together. Arrays are");
            writer.Line("/// ordered [vector of samples][unit][lane]. Every stage runs over all vectors of a block before the next one starts.");
        }
        else
        {
            writer.Line("/// δₙ = ∂loss/∂zₙ. A U holds several units of one sample: layers work on rows, one a sample, padded to whole vectors. A V holds one");
            writer.Line("/// number of several samples: output and loss work on columns, [vector of samples][output][lane].");
        }

        if (text.Spec.HasDropout)
        {
            writer.Line("/// In training with dropout mₙ is the mask of layer n, whose numbers are 0 with probability p, else 1 / (1 − p); hₙ = aₙ ⊙ mₙ is what");
            writer.Line("/// the next layer reads; and δₙ, which the stages compute as if there were no mask, is multiplied by it.");
        }

        writer.Line("/// </remarks>");
    }

    /// <summary>Where each layer's weights and biases start in the flat parameters, and in the gradient.</summary>
    public static void WriteOffsets(SourceWriter writer, KernelText text)
    {
        foreach (var layer in text.Plan.Layers)
            writer.Line($"private const int W{layer.Number} = {Int(layer.WeightOffset)}, B{layer.Number} = {Int(layer.BiasOffset)};");
    }

    /// <summary>What the network tells of itself.</summary>
    public static void WriteTopology(SourceWriter writer, KernelText text)
    {
        var layers = text.Spec.Layers;
        writer.Line();
        writer.Line("internal static readonly Topology Topology = new Topology(");
        writer.Line($"    new[] {{ {string.Join(", ", layers.Select(layer => Int(layer.Inputs)))}, {Int(text.Spec.Outputs)} }}, new[] {{ {string.Join(", ", layers.Select(layer => $"Activation.{layer.Activation}"))} }}, LossFunction.{text.Spec.Loss}, Reduction.{text.Spec.Reduction});");
    }

    /// <summary>What weight decay needs to know. Arrays, since a span of a literal would be allocated anew by each call in a debug build.</summary>
    public static void WriteLayout(SourceWriter writer, KernelText text)
    {
        bool spelledOut = text.Plan.SpellsOutWeights;
        string lengths = string.Join(", ", text.Spec.Layers.Select(layer => $"{Int(layer.WeightCount)}, {Int(layer.Units)}"));
        writer.Line();
        writer.Line("// Weights and biases, layer by layer: weight decay is for the weights only.");
        writer.Line($"private static readonly int[] Groups = {{ {lengths} }};");
        if (spelledOut)
            writer.Line($"private static readonly {text.Number}[] IsWeight = {{ {string.Join(", ", text.Spec.Layers.SelectMany(IsWeight).Concat(Enumerable.Repeat("0", text.Plan.ParameterRoom - text.Spec.ParameterCount)))} }};");
        writer.Line();
        writer.Line("/// <summary>Which parameters are weights.</summary>");
        using (writer.Block($"internal static ParameterLayout<{text.Number}> Layout"))
        {
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            writer.Line($"get => new ParameterLayout<{text.Number}>(Groups, {(spelledOut ? "IsWeight" : "default")});");
        }
    }

    private static IEnumerable<string> IsWeight(LayerSpec layer) =>
        Enumerable.Repeat("1", layer.WeightCount).Concat(Enumerable.Repeat("0", layer.Units));

    private static string Topology(KernelText text) =>
        $"{Int(text.Spec.Inputs)} → {string.Join(" → ", text.Plan.Layers.Select(Name))}";

    private static string Name(LayerPlan layer) =>
        $"{Int(layer.Spec.Units)} {layer.Spec.Activation.ToString().ToLowerInvariant()}{(layer.Drops ? $", dropout {DropoutText.Rate(layer)}" : "")}";

    private static string LossName(KernelText text) => text.Spec.Loss switch
    {
        LossFunction.CrossEntropy => "cross-entropy",
        LossFunction.BinaryCrossEntropy => "binary cross-entropy",
        LossFunction.MeanSquaredError => "mean squared error",
        LossFunction.MeanAbsoluteError => "mean absolute error",
        _ => "Huber loss",
    };
}
