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
        writer.Line($"private static {text.Number} LossAndDelta<V>({text.Array(z)}, {text.Array("t")}, {SamplesParameter(text)}int vectors{ScaleParameter(text)})");
        using (writer.Block($"    where V : struct, ILanes<V, {text.Number}>"))
        {
            Lanes(writer);
            writer.Line("V loss = V.Zero;");
            if (FactorText(text) is { } factor)
                writer.Line($"V factor = V.Broadcast({factor});");
            if (text.Spec.OutputActivation == Activation.Softmax)
                Softmax.WriteConstants(writer, text);
            using (EachVector(writer))
            {
                if (text.Spec.Loss != LossFunction.CrossEntropy)
                    Inside(writer, "// Lanes behind the last sample count for nothing.");
                if (text.Spec.OutputActivation != Activation.Softmax)
                    Elementwise(writer, text, z);
                else if (text.Spec.Loss == LossFunction.CrossEntropy)
                    CrossEntropyStage.WriteVector(writer, text, z, labelled: false);
                else
                    SoftmaxWithError(writer, text, z);
            }

            writer.Line();
            writer.Line("return V.Sum(loss);");
        }
    }

    private static void Inside(SourceWriter writer, string comment)
    {
        writer.Line(comment);
        writer.Line("V inside = V.FirstLanes(samples - v * lanes);");
        writer.Line();
    }

    /// <summary>A δ with everything that it is multiplied with.</summary>
    public static string Scaled(KernelText text, string delta) => FactorText(text) is null ? delta : $"{delta} * factor";

    /// <summary>What δ is multiplied with: the reduction over samples, the mean over outputs, the 2 of a square. Null: 1.</summary>
    public static string? FactorText(KernelText text)
    {
        string? own = LossText.Of(text).Factor(text);
        if (text.Spec.Reduction == Reduction.Sum)
            return own;
        return own is null ? "scale" : $"scale * {own}";
    }

    public static string ScaleParameter(KernelText text) => text.Spec.Reduction == Reduction.Mean ? $", {text.Number} scale" : "";

    /// <summary>A call, as an expression.</summary>
    public static string Call(KernelText text, string z) => $"LossAndDelta<V>(ref {z}, ref t, samples, vectors{ScaleArgument(text)})";

    /// <summary>Cross-entropy needs no count: where there are no targets, there is no loss.</summary>
    private static string SamplesParameter(KernelText text) => text.Spec.Loss == LossFunction.CrossEntropy ? "" : "int samples, ";

    public static string ScaleArgument(KernelText text) => text.Spec.Reduction == Reduction.Mean ? $", {text.Literal("1")} / count" : "";

    /// <summary>The softmax couples the outputs: ∂loss/∂zⱼ = yⱼ·(gⱼ − Σ yₖ·gₖ) with g = ∂loss/∂y.</summary>
    private static void SoftmaxWithError(SourceWriter writer, KernelText text, string z)
    {
        int units = text.Spec.Outputs;
        Softmax.WriteExponentials(writer, text, z);
        writer.Line("V share = V.One / sum;");
        Softmax.EachOutput(writer, text, z, (j, e) => writer.Line($"V.Store({e} * share, ref {z}, {At(text.Spec.Outputs, j)});"));
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
            writer.Line($"V.Store(V.Select(inside, {Scaled(text, "y * (g - common)")}, V.Zero), ref {z}, {at});");
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
                writer.Line($"V.Store(V.Select(inside, {Scaled(text, $"(Sigmoid.{text.Suffix}(z) - t_j)")}, V.Zero), ref {z}, {at});");
                return;
            }

            writer.Line($"V z = V.Load(ref {z}, {at});");
            string y = text.Activate(output, "z");
            writer.Line($"V y = {y};");
            writer.Line("V r = y - t_j;");
            LossText.WriteDerivative(writer, text);
            LossText.WriteValue(writer, text);
            string derived = text.TimesDerivative(output, "g", output.Traits.NeedsPreActivation ? "z" : "y");
            writer.Line($"V.Store(V.Select(inside, {Scaled(text, derived)}, V.Zero), ref {z}, {at});");
        });
    }

    /// <summary>What a sum of losses is divided by: outputs where the loss is their mean, samples where the reduction is.</summary>
    public static string Divisor(KernelText text)
    {
        string outputs = LossText.Of(text).IsMeanOverOutputs && text.Spec.Outputs > 1 ? $" / {text.Literal(Int(text.Spec.Outputs))}" : "";
        return text.Spec.Reduction == Reduction.Mean ? $"{outputs} / count" : outputs;
    }
}
