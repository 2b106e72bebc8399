using StaticNet.Generator.Model;

namespace StaticNet.Generator.Emit.Kernels;

/// <summary>What a loss function contributes to the text.</summary>
/// <param name="Formula">For comments.</param>
/// <param name="Delta">∂loss/∂z, for comments.</param>
/// <param name="IsMeanOverOutputs">Whether a sample's loss is the mean over its outputs; else the sum.</param>
internal sealed record LossText(string Formula, string Delta, bool IsMeanOverOutputs)
{
    public static LossText Of(KernelText text)
    {
        string jacobian = text.Spec.OutputActivation switch
        {
            Activation.Identity => "",
            Activation.Softmax => ", through the softmax",
            _ => "·y′",
        };
        return text.Spec.Loss switch
        {
            LossFunction.CrossEntropy => new("−Σ t·ln y", "y·Σt − t", false),
            LossFunction.BinaryCrossEntropy => new("−(t·ln y + (1 − t)·ln(1 − y))", "y − t", true),
            LossFunction.MeanSquaredError => new("(y − t)²", "2·(y − t)" + jacobian, true),
            LossFunction.MeanAbsoluteError => new("|y − t|", "sign(y − t)" + jacobian, true),
            LossFunction.Huber => new("½·(y − t)² up to |y − t| = 1, |y − t| − ½ beyond", "(y − t limited to ±1)" + jacobian, true),
            _ => throw new ArgumentOutOfRangeException(nameof(text)),
        };
    }

    /// <summary>The constant that scales δ beside the reduction: the mean over outputs, and the 2 of a square. Null: 1.</summary>
    public string? Factor(KernelText text)
    {
        string two = text.Spec.Loss == LossFunction.MeanSquaredError ? "2" : "1";
        if (!IsMeanOverOutputs || (text.Spec.Outputs == 1 && two == "1"))
            return null;
        return text.Spec.Outputs == 1
            ? text.Literal(two)
            : $"({text.Literal(two)} / {text.Literal(KernelText.Int(text.Spec.Outputs))})";
    }

    /// <summary>Writes <c>g</c>, an error function's derivative without the constant, from r = y − t.</summary>
    public static void WriteDerivative(SourceWriter writer, KernelText text) => writer.Line(text.Spec.Loss switch
    {
        LossFunction.MeanSquaredError => "V g = r;",
        // The sign of r; 0 stays 0, NaN stays NaN.
        LossFunction.MeanAbsoluteError => "V g = V.Select(V.LessThan(V.Zero, V.Abs(r)), V.CopySign(V.One, r), r);",
        _ => "V g = V.Min(V.One, V.Max(-V.One, r));",
    });

    /// <summary>Writes an error function's value, added to <c>loss</c>, from r = y − t.</summary>
    public static void WriteValue(SourceWriter writer, KernelText text)
    {
        string value = text.Spec.Loss switch
        {
            LossFunction.MeanSquaredError => "r * r",
            LossFunction.MeanAbsoluteError => "V.Abs(r)",
            _ => "near * (size - half * near)",
        };
        if (text.Spec.Loss == LossFunction.Huber)
        {
            writer.Line($"V half = V.Broadcast({(text.Spec.Precision == Precision.Double ? "0.5" : "0.5f")});");
            writer.Line("V size = V.Abs(r), near = V.Min(V.One, size);");
        }

        writer.Line($"loss += V.Select(inside, {value}, V.Zero);");
    }
}
