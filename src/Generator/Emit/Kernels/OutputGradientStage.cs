using StaticNet.Generator.Model;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes the way of a given ∂loss/∂y through the output activation: <c>δ = ∂loss/∂z</c>, in place of z.</summary>
internal static class OutputGradientStage
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        var output = text.Plan.Output;
        string z = OutputOf(output), d = "δ" + Int(output.Number);
        string formula = text.Spec.OutputActivation switch
        {
            Activation.Softmax => "y·(g − Σ y·g)",
            Activation.Identity => "g",
            _ => "g·y′",
        };
        string summary = $"{d} = ∂loss/∂{z} = {formula} for a given g = ∂loss/∂y. {d} takes the place of {z}.";
        using (text.Stage(writer, summary, "void", "OutputGradient", text.Array(z), text.Array("g"), "int vectors"))
        {
            if (text.Spec.OutputActivation == Activation.Softmax)
                Softmax.WriteConstants(writer, text);
            using (EachVector(writer))
            {
                if (text.Spec.OutputActivation == Activation.Softmax)
                    ThroughSoftmax(writer, text, z);
                else
                    Elements.Each(writer, output.Spec.Units, at => Element(writer, text, z, at));
            }
        }
    }

    private static void ThroughSoftmax(SourceWriter writer, KernelText text, string z)
    {
        int units = text.Spec.Outputs;
        Softmax.WriteExponentials(writer, text, z);
        writer.Line("V share = V.One / sum;");
        Softmax.EachOutput(writer, text, z, (j, e) => writer.Line($"V.Store({e} * share, ref {z}, {At(text.Spec.Outputs, j)});"));
        writer.Line("V common = V.Zero;");
        Elements.Each(writer, units, at => writer.Line($"common = V.Fma(V.Load(ref {z}, {at}), V.Load(ref g, {at}), common);"));
        Elements.Each(writer, units, at => writer.Line($"V.Store(V.Load(ref {z}, {at}) * (V.Load(ref g, {at}) - common), ref {z}, {at});"));
    }

    private static void Element(SourceWriter writer, KernelText text, string z, string at)
    {
        var output = text.Plan.Output;
        string g = $"V.Load(ref g, {at})";
        string source = $"V.Load(ref {z}, {at})";
        if (!output.Traits.NeedsPreActivation && output.Traits.Function is not null)
            source = text.Activate(output, source);
        writer.Line($"V.Store({text.TimesDerivative(output, g, source)}, ref {z}, {at});");
    }
}
