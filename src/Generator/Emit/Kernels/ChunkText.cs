using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>Writes what a kernel needs for batches that are taken in chunks: itself as a type, and the ways there.</summary>
internal static class ChunkText
{
    /// <summary>Writes the kernel as a type, and the method that shares out a forward pass.</summary>
    public static void Write(SourceWriter writer, KernelText text)
    {
        string n = text.Number, types = Types(text);
        string labels = text.Spec.IsClassifier ? "labels, " : "", state = State(text);
        string given = $"ReadOnlySpan<{n}> parameters, ReadOnlySpan<{n}> inputs";
        string signature = $"internal static void ForwardShared<{types}>({given}, Span<{n}> outputs, int degree)";
        using (Method(writer, text, "The outputs of a batch, computed by several threads.", signature))
            writer.Line($"ParallelChunks.Forward<{n}, Chunk<{types}>>(Shape, parameters, inputs, outputs, degree);");
        if (text.Plan.Rows is null)
            Narrower.Write(writer, text, signature, null);

        string train = $"private static {n} TrainLarge<{types}, TRule>(TRule rule, ParameterLayout<{n}> layout, {Drivers.TrainingParameters(text)}, Span<{n}> state, GradientTerms<{n}> terms, int degree{(state.Length == 0 ? "" : ", ulong dropoutState")})";
        using (Method(writer, text, "Train, for a batch that is taken in chunks.", train, $"\n    where TRule : struct, IUpdateRule<{n}>", "[MethodImpl(MethodImplOptions.NoInlining)]"))
            writer.Line($"return Chunks.Train<V, TRule, {n}, Chunk<{types}>>(rule, layout, Shape, parameters, inputs, {(text.Spec.IsClassifier ? "labels" : "default")}, targets, state, terms, degree{state});");

        writer.Line();
        writer.Line("/// <summary>The methods for batches as a type: a large batch is taken in chunks, by one thread or several, with the same bits.</summary>");
        using (writer.Block($"private readonly struct Chunk<{types}> : IBatchKernel<{n}>\n{Constraints(text)}"))
        {
            writer.Line($"public static void Forward({given}, Span<{n}> outputs) => Forward<{types}>(parameters, inputs, outputs);");
            writer.Line();
            writer.Line($"public static {n} Loss({given}, ReadOnlySpan<int> labels, ReadOnlySpan<{n}> targets) => Loss<{types}>(parameters, inputs, {labels}targets);");
            writer.Line();
            writer.Line($"public static {n} Backward({given}, ReadOnlySpan<int> labels, ReadOnlySpan<{n}> targets, Span<{n}> gradient) => Backward<{types}>(parameters, inputs, {labels}targets, gradient);");
            // Where interfaces have no defaults, a network without dropout has to say that it has none.
            if (!text.Spec.HasDropout && !text.IsPortable)
                return;
            string samples = $"{given}, ReadOnlySpan<int> labels, ReadOnlySpan<{n}> targets";
            writer.Line();
            writer.Line($"public static {n} Loss({samples}{DropoutText.Parameters}) => {OfDropout($"Loss<{types}>(parameters, inputs, {labels}targets{DropoutText.Arguments})")};");
            writer.Line();
            writer.Line($"public static {n} Backward({samples}, Span<{n}> gradient{DropoutText.Parameters}) => {OfDropout($"Backward<{types}>(parameters, inputs, {labels}targets, gradient{DropoutText.Arguments})")};");
        }

        string OfDropout(string call) => text.Spec.HasDropout ? call : "throw new NotSupportedException()";
    }

    /// <summary>The sizes, beside the constants of the kernel.</summary>
    public static void WriteShape(SourceWriter writer, KernelText text)
    {
        var spec = text.Spec;
        writer.Line();
        writer.Line("/// <summary>How a batch is laid out and reduced.</summary>");
        writer.Line($"private static BatchShape Shape => new BatchShape({Int(spec.Inputs)}, {Int(spec.Outputs)}, {Int(spec.ParameterCount)}, {(spec.Reduction == Model.Reduction.Mean ? "true" : "false")});");
    }

    /// <summary>The turn that a large batch takes at the start of a method.</summary>
    public static void TurnLoss(SourceWriter writer, KernelText text, bool masked) => Turn(writer, text, "Loss", "", "", masked ? State(text) : "");

    /// <inheritdoc cref="TurnLoss"/>
    public static void TurnBackward(SourceWriter writer, KernelText text) => Turn(writer, text, "Backward", "V, ", "", ", gradient, 1");

    /// <inheritdoc cref="TurnLoss"/>
    public static void TurnMaskedBackward(SourceWriter writer, KernelText text) => Turn(writer, text, "Backward", "V, ", "", $", gradient, 1{State(text)}");

    /// <summary>The same for the method that a training loop calls: the way itself is in another method, so that its types need not be loaded for the first call.</summary>
    public static void TurnTrain(SourceWriter writer, KernelText text)
    {
        writer.Line("if (count > Chunks.Samples)");
        writer.Line($"    return TrainLarge<{Types(text)}, TRule>(rule, layout, {Drivers.SampleArguments(text)}, state, terms, degree{State(text)});");
    }

    /// <summary>Where there is dropout, the state goes with the batch.</summary>
    private static string State(KernelText text) => text.Spec.HasDropout ? ", dropoutState" : "";

    private static void Turn(SourceWriter writer, KernelText text, string method, string types, string before, string after)
    {
        writer.Line("if (count > Chunks.Samples)");
        writer.Line($"    return Chunks.{method}<{types}{text.Number}, Chunk<{Types(text)}>>({before}Shape, parameters, inputs, {(text.Spec.IsClassifier ? "labels" : "default")}, targets{after});");
    }

    private static string Types(KernelText text) => text.Plan.Rows is null ? "V" : "V, U";

    private static SourceWriter.Scope Method(SourceWriter writer, KernelText text, string summary, string signature, string constraint = "", string attribute = "")
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        if (attribute.Length > 0)
            writer.Line(attribute);
        writer.Line(signature);
        return writer.Block(Constraints(text) + constraint);
    }

    private static string Constraints(KernelText text)
    {
        string own = $"    where V : struct, ILanes<V, {text.Number}>";
        return text.Plan.Rows is null ? own : $"{own}\n    where U : struct, ILanes<U, {text.Number}>";
    }
}
