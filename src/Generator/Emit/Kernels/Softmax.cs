using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>
/// The common part of everything with a softmax in it: exponentials of the logits, shifted so that none overflows, and their
/// sum. A few outputs are spelled out in variables <c>e0, e1, …</c>; many go through memory.
/// </summary>
internal static class Softmax
{
    private static bool InVariables(KernelText text) => text.Spec.Outputs <= Budgets.UnrolledOutputs;

    /// <summary>Writes, before the loop over vectors, what is the same for all: the limits of a logit and the coefficients of the exponential.</summary>
    public static void WriteConstants(SourceWriter writer, KernelText text) =>
        writer.Line($"Softmax{text.Suffix}<V> softmax = Softmax{text.Suffix}<V>.Create();");

    /// <summary>Leaves e in variables or in place of z, and their sum in <c>sum</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="text">The network.</param>
    /// <param name="z">The array of logits.</param>
    /// <param name="shifted">Writes what else is done with a shifted logit of more than two, given the output's number and the expression; or null.</param>
    public static void WriteExponentials(SourceWriter writer, KernelText text, string z, Action<string, string>? shifted = null)
    {
        int units = text.Spec.Outputs;
        if (units == 2)
        {
            WritePair(writer, text, z);
            return;
        }

        if (InVariables(text))
        {
            for (int j = 0; j < units; j++)
                writer.Line($"V logit{j} = softmax.Limit(V.Load(ref {z}, {At(units, j)}));");
            writer.Line();
            writer.Line("// Shifted by the largest, no exponential overflows and one of them is 1.");
            writer.Line($"V largest = {Nested("V.Max", "logit", units)};");
            for (int j = 0; j < units; j++)
            {
                string value = $"logit{j} - largest";
                if (shifted is not null)
                {
                    writer.Line($"V s{j} = {value};");
                    value = $"s{j}";
                    shifted(Int(j), value);
                }

                writer.Line($"V e{j} = softmax.Exp({value});");
            }

            writer.Line($"V sum = {string.Join(" + ", Enumerable.Range(0, units).Select(j => $"e{j}"))};");
            return;
        }

        writer.Line($"V largest = V.Load(ref {z}, {At(units, "0")});");
        using (writer.Block($"for (int j = 1; j < {Int(units)}; j++)"))
            writer.Line($"largest = V.Max(largest, V.Load(ref {z}, {At(units, "j")}));");
        writer.Line("largest = softmax.Limit(largest);");
        writer.Line();
        writer.Line("// Shifted by the largest, no exponential overflows and one of them is 1.");
        writer.Line("V sum = V.Zero;");
        using (writer.Block($"for (int j = 0; j < {Int(units)}; j++)"))
        {
            writer.Line($"V shifted = softmax.Limit(V.Load(ref {z}, {At(units, "j")})) - largest;");
            shifted?.Invoke("j", "shifted");
            writer.Line("V e = softmax.Exp(shifted);");
            writer.Line("sum += e;");
            writer.Line($"V.Store(e, ref {z}, {At(units, "j")});");
        }
    }

    /// <summary>Of two logits the larger one is shifted to 0 and its exponential is 1, so one exponential does for both.</summary>
    private static void WritePair(SourceWriter writer, KernelText text, string z)
    {
        for (int j = 0; j < 2; j++)
            writer.Line($"V logit{j} = softmax.Limit(V.Load(ref {z}, {At(2, j)}));");
        writer.Line();
        writer.Line("// Shifted by the larger, one exponential is 1, and the other cannot overflow.");
        writer.Line("V difference = logit1 - logit0;");
        writer.Line($"V smaller = softmax.Exp(V.CopySign(difference, V.Broadcast({text.Literal("-1")})));");
        writer.Line("V rising = V.LessThan(V.Zero, difference);");
        writer.Line("V e0 = V.Select(rising, smaller, V.One), e1 = V.Select(rising, V.One, smaller);");
        writer.Line("V sum = V.One + smaller;");
    }

    /// <summary>Writes what is done with each output's exponential, given by its number and as an expression.</summary>
    public static void EachOutput(SourceWriter writer, KernelText text, string z, Action<string, string> body)
    {
        int units = text.Spec.Outputs;
        if (InVariables(text))
        {
            for (int j = 0; j < units; j++)
                body(Int(j), $"e{j}");
            return;
        }

        using (writer.Block($"for (int j = 0; j < {Int(units)}; j++)"))
            body("j", $"V.Load(ref {z}, {At(units, "j")})");
    }

    private static string Nested(string function, string variable, int count) =>
        Enumerable.Range(1, count - 1).Aggregate($"{variable}0", (inner, j) => $"{function}({inner}, {variable}{j})");
}
