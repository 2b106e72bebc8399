namespace StaticNet.Tests.Reference;

/// <summary>The loss of one sample and its derivatives, by the definitions of <see cref="LossFunction"/>.</summary>
public static class ReferenceLoss
{
    /// <summary>The loss of one sample.</summary>
    /// <param name="loss">Which.</param>
    /// <param name="z">Pre-activations of the outputs; the cross-entropies are computed from them, which is stable.</param>
    /// <param name="y">Outputs.</param>
    /// <param name="t">Target.</param>
    public static double Value(LossFunction loss, double[] z, double[] y, ReadOnlySpan<double> t)
    {
        double sum = 0;
        for (int j = 0; j < y.Length; j++)
        {
            double r = y[j] - t[j];
            sum += loss switch
            {
                // −t·ln y, where y = e^z / Σ e^z.
                LossFunction.CrossEntropy => t[j] * (LogSumExp(z) - z[j]),
                // −t·ln σ(z) − (1 − t)·ln(1 − σ(z)), where −ln σ(z) = ln(1 + e⁻ᶻ).
                LossFunction.BinaryCrossEntropy => t[j] * ReferenceMath.Softplus(-z[j]) + (1 - t[j]) * ReferenceMath.Softplus(z[j]),
                LossFunction.MeanSquaredError => r * r,
                LossFunction.MeanAbsoluteError => Math.Abs(r),
                LossFunction.Huber => Math.Abs(r) <= 1 ? 0.5 * r * r : Math.Abs(r) - 0.5,
                _ => throw new ArgumentOutOfRangeException(nameof(loss)),
            };
        }

        return loss == LossFunction.CrossEntropy ? sum : sum / y.Length;
    }

    /// <summary>∂loss/∂y of the error functions.</summary>
    public static double[] OutputGradient(LossFunction loss, double[] y, ReadOnlySpan<double> t)
    {
        var gradient = new double[y.Length];
        for (int j = 0; j < y.Length; j++)
        {
            double r = y[j] - t[j];
            gradient[j] = loss switch
            {
                LossFunction.MeanSquaredError => 2 * r,
                LossFunction.MeanAbsoluteError => Math.Sign(r),
                LossFunction.Huber => Math.Abs(r) <= 1 ? r : Math.Sign(r),
                _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "Cross-entropies are differentiated by z."),
            };
            gradient[j] /= y.Length;
        }

        return gradient;
    }

    /// <summary>∂loss/∂z of a cross-entropy together with the output activation that belongs to it; null for the error functions.</summary>
    public static double[]? PreActivationGradient(LossFunction loss, double[] y, ReadOnlySpan<double> t)
    {
        if (loss is not (LossFunction.CrossEntropy or LossFunction.BinaryCrossEntropy))
            return null;
        double sum = 0;
        foreach (double value in t)
            sum += value;
        var gradient = new double[y.Length];
        for (int j = 0; j < y.Length; j++)
            gradient[j] = loss == LossFunction.CrossEntropy ? y[j] * sum - t[j] : (y[j] - t[j]) / y.Length;
        return gradient;
    }

    private static double LogSumExp(double[] z)
    {
        double largest = z.Max();
        return largest + Math.Log(z.Sum(value => Math.Exp(value - largest)));
    }
}
