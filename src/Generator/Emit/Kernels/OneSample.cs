using StaticNet.Generator.Model;
using StaticNet.Generator.Planning;
using static StaticNet.Generator.Emit.KernelText;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>
/// Writes what a tiny network does with one sample: every number in a variable, every multiply-add spelled out, no loop and no
/// memory between input and result. The bits are those of the batch methods, but for the sign of a gradient that is 0.
/// </summary>
internal static class OneSample
{
    public static void Write(SourceWriter writer, KernelText text)
    {
        WriteForward(writer, text);
        WriteGradient(writer, text);
        WriteTrain(writer, text);
    }

    private static void WriteForward(SourceWriter writer, KernelText text)
    {
        string n = text.Number;
        using (Method(writer, "The outputs of one sample.", $"internal static void ForwardOne(ref {n} p, ref {n} x, ref {n} y)"))
        {
            Layers(writer, text);
            Output(writer, text);
        }
    }

    private static void WriteGradient(SourceWriter writer, KernelText text)
    {
        string n = text.Number;
        using (Method(writer, "The loss of one sample and its gradient, which is overwritten.", $"internal static {n} BackwardOne(ref {n} p, ref {n} x, {TargetParameters(text)}, ref {n} g)"))
        {
            Backpropagation(writer, text);
            foreach (var layer in text.Plan.Layers)
            {
                writer.Line();
                EachParameter(layer, (offset, gradient) => writer.Line($"{At("g", offset)} = {gradient};"));
            }

            writer.Line();
            writer.Line("return loss;");
        }
    }

    private static void WriteTrain(SourceWriter writer, KernelText text)
    {
        string n = text.Number;
        using (Method(writer, "The loss of one sample, and one step of plain gradient descent.", $"internal static {n} TrainOne(ref {n} p, ref {n} x, {TargetParameters(text)}, {n} learningRate)"))
        {
            Backpropagation(writer, text);
            foreach (var layer in text.Plan.Layers)
            {
                writer.Line();
                EachParameter(layer, (offset, gradient) => writer.Line($"{At("p", offset)} = Fma(-learningRate, {gradient}, {At("p", offset)});"));
            }

            writer.Line();
            writer.Line("return loss;");
        }
    }

    private static SourceWriter.Scope Method(SourceWriter writer, string summary, string signature)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        return writer.Block(signature);
    }

    private static string TargetParameters(KernelText text) =>
        text.Spec.IsClassifier ? $"int label, ReadOnlySpan<{text.Number}> targets" : $"ReadOnlySpan<{text.Number}> targets";

    private static void Layers(SourceWriter writer, KernelText text)
    {
        for (int i = 0; i < text.Spec.Inputs; i++)
            writer.Line($"{text.Number} x_{i} = {At("x", Int(i))};");
        foreach (var layer in text.Plan.Layers)
        {
            string n = Int(layer.Number), input = InputOf(layer);
            string activation = layer.IsOutput ? "" : $", a{n} = {layer.Traits.Formula.Replace("z", "z" + n)}";
            writer.Line();
            writer.Line($"// Layer {n}: z{n} = {input}·W{n} + b{n}{activation}.");
            for (int j = 0; j < layer.Spec.Units; j++)
            {
                string z = At("p", $"B{n} + {j}");
                for (int i = 0; i < layer.Spec.Inputs; i++)
                    z = $"Fma({input}_{i}, {Weight(layer, i, j)}, {z})";
                writer.Line($"{text.Number} z{n}_{j} = {z};");
            }

            if (!layer.IsOutput)
                Activations(writer, text, layer);
        }
    }

    /// <summary>Activations cost more than the sums before them, so a vector computes as many at once as it holds.</summary>
    private static void Activations(SourceWriter writer, KernelText text, LayerPlan layer)
    {
        string n = Int(layer.Number);
        int units = layer.Spec.Units, lanes = text.Spec.Precision == Precision.Double ? 2 : 4;
        for (int first = 0; first < units; first += lanes)
        {
            int count = Math.Min(lanes, units - first);
            if (count == 1 || layer.Traits.Operations == 0)
            {
                for (int j = first; j < first + count; j++)
                    writer.Line($"{text.Number} a{n}_{j} = {text.Activate(layer, $"z{n}_{j}")};");
                continue;
            }

            string packed = string.Join(", ", Enumerable.Range(first, 4).Select(j => j < first + count ? $"z{n}_{j}" : "0"));
            writer.Line($"Lanes1x128<{text.Number}> v{n}_{first} = {text.Activate(layer, $"Lanes1x128<{text.Number}>.Pack({packed})")};");
            writer.Line($"{text.Number} {string.Join(", ", Enumerable.Range(first, count).Select(j => $"a{n}_{j} = v{n}_{first}.Lane({j - first})"))};");
        }
    }

    private static void Output(SourceWriter writer, KernelText text)
    {
        var output = text.Plan.Output;
        string n = Int(output.Number), f = text.Suffix;
        int units = output.Spec.Units;
        writer.Line();
        writer.Line($"// Output: y = {output.Traits.Formula.Replace("z", "z" + n)}.");
        if (output.Spec.Activation != Activation.Softmax)
        {
            for (int j = 0; j < units; j++)
                writer.Line($"{At("y", Int(j))} = {text.Activate(output, $"z{n}_{j}")};");
            return;
        }

        Exponentials(writer, text);
        writer.Line($"{text.Number} share = 1 / sum;");
        for (int j = 0; j < units; j++)
            writer.Line($"{At("y", Int(j))} = e{j} * share;");
    }

    /// <summary>Leaves the exponentials of the shifted logits in <c>e0, e1, …</c> and their sum in <c>sum</c>.</summary>
    private static void Exponentials(SourceWriter writer, KernelText text)
    {
        string n = Int(text.Plan.Output.Number), f = text.Suffix;
        int units = text.Spec.Outputs;
        for (int j = 0; j < units; j++)
            writer.Line($"{text.Number} logit{j} = Finite.{f}Logit(z{n}_{j});");
        if (units == 2)
        {
            // The larger one, shifted by itself, has the exponential 1.
            writer.Line($"{text.Number} smaller = Exp.{f}NonPositive(-{Absolute(text)}(logit1 - logit0));");
            writer.Line($"{text.Number} e0 = SelectLess(logit0, logit1, smaller, 1), e1 = SelectLess(logit0, logit1, 1, smaller);");
        }
        else
        {
            writer.Line("// Shifted by the largest, no exponential overflows and one of them is 1.");
            string largest = Enumerable.Range(1, units - 1).Aggregate("logit0", (inner, j) => $"{MathClass(text)}.Max({inner}, logit{j})");
            writer.Line($"{text.Number} largest = {largest};");
            for (int j = 0; j < units; j++)
                writer.Line($"{text.Number} e{j} = Exp.{f}NonPositive(logit{j} - largest);");
        }

        writer.Line($"{text.Number} sum = {string.Join(" + ", Enumerable.Range(0, units).Select(j => $"e{j}"))};");
    }

    /// <summary>Leaves every δ in a variable, and the loss.</summary>
    private static void Backpropagation(SourceWriter writer, KernelText text)
    {
        var layers = text.Plan.Layers;
        Layers(writer, text);

        writer.Line();
        if (text.Spec.Loss == LossFunction.CrossEntropy)
            CrossEntropy(writer, text);
        else
            LossByStage(writer, text);

        for (int l = layers.Count - 1; l > 0; l--)
        {
            var layer = layers[l];
            var before = layers[l - 1];
            string n = Int(before.Number), next = Int(layer.Number);
            writer.Line();
            writer.Line($"// Layer {n}: δ{n} = (δ{next}·W{next}ᵀ) ⊙ a{n}′, where a{n}′ = {before.Traits.Derivative.Replace("z", "z" + n).Replace("a", "a" + n)}.");
            for (int i = 0; i < before.Spec.Units; i++)
            {
                string sum = $"d{next}_0 * {Weight(layer, i, 0)}";
                for (int j = 1; j < layer.Spec.Units; j++)
                    sum = $"Fma(d{next}_{j}, {Weight(layer, i, j)}, {sum})";
                string at = before.KeepsPreActivation ? $"z{n}_{i}" : $"a{n}_{i}";
                writer.Line($"{text.Number} d{n}_{i} = {text.TimesDerivative(before, sum, at)};");
            }
        }
    }

    /// <summary>As <see cref="LossStage"/> has it, in variables.</summary>
    private static void CrossEntropy(SourceWriter writer, KernelText text)
    {
        string last = Int(text.Plan.Output.Number), n = text.Number;
        int units = text.Spec.Outputs;
        writer.Line($"// Loss: −Σ t·ln y, and δ{last} = ∂loss/∂z{last} = y·Σt − t.");
        Exponentials(writer, text);
        Targets(writer, text);
        string picked = "";
        for (int j = 0; j < units; j++)
        {
            string shifted = units == 2
                ? $"{MathClass(text)}.Min(0, {(j == 0 ? "logit0 - logit1" : "logit1 - logit0")})"
                : $"logit{j} - largest";
            picked = j == 0 ? $"t0 * ({shifted})" : $"Fma(t{j}, {shifted}, {picked})";
        }

        writer.Line($"{n} picked = {picked};");
        writer.Line($"{n} total = {string.Join(" + ", Enumerable.Range(0, units).Select(j => $"t{j}"))};");
        writer.Line($"{n} loss = Finite.{text.Suffix}(Fma(Log.{text.Suffix}Normal(sum), total, -picked));");
        writer.Line($"{n} share = total / sum;");
        for (int j = 0; j < units; j++)
            writer.Line($"{n} d{last}_{j} = Fma(e{j}, share, -t{j});");
    }

    /// <summary>By the stage that batches use; z goes in, δ comes out.</summary>
    private static void LossByStage(SourceWriter writer, KernelText text)
    {
        string last = Int(text.Plan.Output.Number), n = text.Number;
        int units = text.Spec.Outputs;
        writer.Line($"// The loss and δ{last} = ∂loss/∂z{last}, by the method that batches use: z goes in, δ comes out.");
        writer.Line($"Four<{n}> outputs = default;");
        writer.Line($"ref {n} z = ref Unsafe.As<Four<{n}>, {n}>(ref outputs);");
        for (int j = 0; j < units; j++)
            writer.Line($"{At("z", Int(j))} = z{last}_{j};");
        Targets(writer, text);
        writer.Line($"Four<{n}> room = default;");
        writer.Line($"ref {n} t = ref Unsafe.As<Four<{n}>, {n}>(ref room);");
        for (int j = 0; j < units; j++)
            writer.Line($"{At("t", Int(j))} = t{j};");
        writer.Line(text.Spec.Reduction == Reduction.Mean ? "const int samples = 1, vectors = 1, count = 1;" : "const int samples = 1, vectors = 1;");
        string divided = LossText.Of(text).IsMeanOverOutputs && units > 1 ? $" / {text.Literal(Int(units))}" : "";
        writer.Line($"{n} loss = Finite.{text.Suffix}({LossStage.Call(text, "z").Replace("<V>", $"<OneLane<{n}>>")}{divided});");
        for (int j = 0; j < units; j++)
            writer.Line($"{n} d{last}_{j} = {At("z", Int(j))};");
    }

    /// <summary>The target, in variables: of a label, 1 for its class.</summary>
    private static void Targets(SourceWriter writer, KernelText text)
    {
        int units = text.Spec.Outputs;
        writer.Line($"ref {text.Number} target = ref MemoryMarshal.GetReference(targets);");
        for (int j = 0; j < units; j++)
        {
            string given = At("target", Int(j)), own = units == 1 ? "label" : $"OneIf(label, {j})";
            writer.Line($"{text.Number} t{j} = {(text.Spec.IsClassifier ? $"label < 0 ? {given} : {own}" : given)};");
        }
    }

    /// <summary>∂loss/∂W = aᵀ·δ and ∂loss/∂b = δ, as expressions.</summary>
    private static void EachParameter(LayerPlan layer, Action<string, string> write)
    {
        string n = Int(layer.Number), input = InputOf(layer);
        for (int i = 0; i < layer.Spec.Inputs; i++)
            for (int j = 0; j < layer.Spec.Units; j++)
                write($"W{n} + {(i * layer.Spec.Units) + j}", $"{input}_{i} * d{n}_{j}");
        for (int j = 0; j < layer.Spec.Units; j++)
            write($"B{n} + {j}", $"d{n}_{j}");
    }

    private static string Weight(LayerPlan layer, int i, int j) => At("p", $"W{Int(layer.Number)} + {Int((i * layer.Spec.Units) + j)}");

    private static string At(string array, string offset) => $"Unsafe.Add(ref {array}, {offset})";

    private static string MathClass(KernelText text) => text.Spec.Precision == Precision.Double ? "Math" : "MathF";

    private static string Absolute(KernelText text) => MathClass(text) + ".Abs";
}
