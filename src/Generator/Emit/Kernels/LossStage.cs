using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes the loss of a block's samples and the output layer's <c>δ = ∂loss/∂z</c>, which takes the place of z.</summary>
internal static class LossStage
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        var output = text.Plan.Output;
        string z = OutputOf(output), d = "δ" + Int(output.Number);
        var pair = LossText.Of(text);
        writer.Line();
        writer.Line($"/// <summary>The loss of a block, {pair.Formula}, and {d} = ∂loss/∂{z} = {pair.Delta}, which takes the place of {z}.</summary>");
        writer.Line($"/// <returns>The sum over the samples{(pair.IsMeanOverOutputs ? " and outputs" : "")}.</returns>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        writer.Line($"private static {text.Number} LossAndDelta<V>({text.Array(z)}, {text.Array("t")}, int samples, int vectors, {text.Number} scale)");
        using (writer.Block($"    where V : struct, ILanes<V, {text.Number}>"))
        {
            writer.Line("V loss = V.Zero;");
            writer.Line($"V factor = V.Broadcast({(pair.Factor(text) is { } factor ? $"scale * {factor}" : "scale")});");
            using (EachVector(writer))
            {
                writer.Line("// Lanes behind the last sample count for nothing.");
                writer.Line("V inside = V.FirstLanes(samples - v * V.Count);");
                writer.Line();
                if (text.Spec.OutputActivation != Activation.Softmax)
                    Elementwise(writer, text, z);
                else if (text.Spec.Loss == LossFunction.CrossEntropy)
                    SoftmaxCrossEntropy(writer, text, z);
                else
                    SoftmaxWithError(writer, text, z);
            }

            writer.Line();
            writer.Line("return V.Sum(loss);");
        }
    }

    /// <summary>−Σ t·ln y = ln(Σ eᶻ)·Σ t − Σ t·z: no logarithm of a vanishing probability, one logarithm a sample.</summary>
    private static void SoftmaxCrossEntropy(SourceWriter writer, KernelText text, string z)
    {
        writer.Line("V targets = V.Zero, picked = V.Zero;");
        Softmax.WriteExponentials(writer, text, z, (at, shifted) =>
        {
            string t = $"V.Load(ref t, {at})";
            writer.Line($"targets += {t};");
            writer.Line($"picked = V.Fma({t}, {shifted}, picked);");
        });
        writer.Line();
        writer.Line($"V sampleLoss = V.Fma(Log.{text.Suffix}(sum), targets, -picked);");
        writer.Line("loss += V.Select(inside, sampleLoss, V.Zero);");
        writer.Line("V share = targets / sum;");
        Softmax.EachOutput(writer, text, z, (e, at) =>
            writer.Line($"V.Store(V.Select(inside, V.Fma({e}, share, -V.Load(ref t, {at})) * factor, V.Zero), ref {z}, {at});"));
    }

    /// <summary>The softmax couples the outputs: ∂loss/∂zⱼ = yⱼ·(gⱼ − Σ yₖ·gₖ) with g = ∂loss/∂y.</summary>
    private static void SoftmaxWithError(SourceWriter writer, KernelText text, string z)
    {
        int units = text.Spec.Outputs;
        Softmax.WriteExponentials(writer, text, z);
        writer.Line("V share = V.One / sum;");
        Softmax.EachOutput(writer, text, z, (e, at) => writer.Line($"V.Store({e} * share, ref {z}, {at});"));
        writer.Line();
        writer.Line("V common = V.Zero;");
        Elements.Each(writer, units, at =>
        {
            Derivative(at);
            LossText.WriteValue(writer, text);
            writer.Line("common = V.Fma(y, g, common);");
        });
        writer.Line();
        Elements.Each(writer, units, at =>
        {
            Derivative(at);
            writer.Line($"V.Store(V.Select(inside, y * (g - common) * factor, V.Zero), ref {z}, {at});");
        });

        void Derivative(string at)
        {
            writer.Line($"V y = V.Load(ref {z}, {at});");
            writer.Line($"V r = y - V.Load(ref t, {at});");
            LossText.WriteDerivative(writer, text);
        }
    }

    private static void Elementwise(SourceWriter writer, KernelText text, string z)
    {
        var output = text.Plan.Output;
        Elements.Each(writer, output.Spec.Units, at =>
        {
            writer.Line($"V t_j = V.Load(ref t, {at});");
            if (text.Spec.Loss == LossFunction.BinaryCrossEntropy)
            {
                writer.Line($"V z = Finite.{text.Suffix}(V.Load(ref {z}, {at}));");
                writer.Line("// −(t·ln y + (1 − t)·ln(1 − y)) = max(z, 0) − t·z + ln(1 + e⁻|ᶻ|), which no z is too large for.");
                writer.Line($"V sampleLoss = V.Fma(-t_j, z, V.Max(V.Zero, z)) + Softplus.{text.Suffix}(-V.Abs(z));");
                writer.Line("loss += V.Select(inside, sampleLoss, V.Zero);");
                writer.Line($"V.Store(V.Select(inside, (Sigmoid.{text.Suffix}(z) - t_j) * factor, V.Zero), ref {z}, {at});");
                return;
            }

            writer.Line($"V z = V.Load(ref {z}, {at});");
            string y = text.Activate(output, "z");
            writer.Line($"V y = {y};");
            writer.Line("V r = y - t_j;");
            LossText.WriteDerivative(writer, text);
            LossText.WriteValue(writer, text);
            string derived = text.TimesDerivative(output, "g", output.Traits.NeedsPreActivation ? "z" : "y");
            writer.Line($"V.Store(V.Select(inside, {derived} * factor, V.Zero), ref {z}, {at});");
        });
    }
}
