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
        // With dropout, training works on batches.
        if (!text.Spec.HasDropout)
            WriteTrain(writer, text);
    }

    public static void WriteForward(SourceWriter writer, KernelText text)
    {
        string n = text.Number;
        using (Method(writer, "The outputs of one sample.", $"internal static void ForwardOne(ref {n} p, ref {n} x, ref {n} y)"))
        {
            OneSampleForward.Layers(writer, text);
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

    private static void Output(SourceWriter writer, KernelText text)
    {
        var output = text.Plan.Output;
        int units = output.Spec.Units;
        writer.Line();
        writer.Line($"// Output: y = {output.Traits.Formula.Replace("z", "z" + Int(output.Number))}.");
        if (output.Spec.Activation != Activation.Softmax)
        {
            OneSampleForward.StoreActivated(writer, text);
        }
        else if (units == 2)
        {
            // The class in each lane against the other one.
            writer.Line($"Units.StorePair(SoftmaxPair.{text.Suffix}({OneSampleForward.Vector(output, "z", 0)}), ref y);");
        }
        else
        {
            OneSampleForward.Scalars(writer, text, output, "z");
            Exponentials(writer, text);
            writer.Line($"{text.Number} share = 1 / sum;");
            for (int j = 0; j < units; j++)
                writer.Line($"{At("y", Int(j))} = e{j} * share;");
        }
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

        writer.Line($"{text.Number} sum = {Sum(text, "e")};");
    }

    /// <summary>Leaves every δ in a variable, and the loss.</summary>
    private static void Backpropagation(SourceWriter writer, KernelText text)
    {
        var layers = text.Plan.Layers;
        OneSampleForward.LayersInVariables(writer, text);

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
        writer.Line($"{n} total = {Sum(text, "t")};");
        writer.Line($"{n} loss = Finite.{text.Suffix}(Fma(Log.{text.Suffix}Normal(sum), total, 0 - picked));");
        writer.Line($"{n} share = total / sum;");
        for (int j = 0; j < units; j++)
            writer.Line($"{n} d{last}_{j} = Fma(e{j}, share, -t{j});");
    }

    /// <summary>The sum of a number an output. Some older runtimes compute floats in double: there each sum but the last is cast.</summary>
    private static string Sum(KernelText text, string name)
    {
        bool casts = text.IsPortable && text.Spec.Precision == Precision.Single;
        return Enumerable.Range(1, text.Spec.Outputs - 1).Aggregate($"{name}0", (inner, j) => casts && j > 1 ? $"(float)({inner}) + {name}{j}" : $"{inner} + {name}{j}");
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

    internal static string Weight(LayerPlan layer, int i, int j) => At("p", $"W{Int(layer.Number)} + {Int((i * layer.Spec.Units) + j)}");

    internal static string At(string array, string offset) => $"Unsafe.Add(ref {array}, {offset})";

    private static string MathClass(KernelText text) => text.IsPortable ? "Scalar" : text.Spec.Precision == Precision.Double ? "Math" : "MathF";

    private static string Absolute(KernelText text) => MathClass(text) + ".Abs";
}
