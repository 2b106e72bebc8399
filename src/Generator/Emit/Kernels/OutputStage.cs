using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes the output activation, in place: <c>y = f(z)</c>.</summary>
internal static class OutputStage
{
    /// <summary>Whether there is anything to do; identity outputs are their pre-activations.</summary>
    public static bool IsNeeded(KernelText text) => text.Spec.OutputActivation != Activation.Identity;

    public static void Write(SourceWriter writer, KernelText text)
    {
        if (!IsNeeded(text))
            return;
        var output = text.Plan.Output;
        string z = OutputOf(output);
        string formula = output.Traits.Formula.Replace("z", z).Replace(">", "&gt;");
        using (text.Stage(writer, $"Output: y = {formula}, in place.", "void", "Output", text.Array(z), "int vectors"))
        {
            if (text.Spec.OutputActivation == Activation.Softmax)
                Softmax.WriteConstants(writer, text);
            using (EachVector(writer))
            {
                if (text.Spec.OutputActivation == Activation.Softmax)
                {
                    Softmax.WriteExponentials(writer, text, z);
                    writer.Line("V share = V.One / sum;");
                    Softmax.EachOutput(writer, text, z, (j, e) => writer.Line($"V.Store({e} * share, ref {z}, {At(text.Spec.Outputs, j)});"));
                }
                else
                {
                    Elements.Each(writer, output.Spec.Units, at => writer.Line($"V.Store({text.Activate(output, $"V.Load(ref {z}, {at})")}, ref {z}, {at});"));
                }
            }
        }
    }
}
