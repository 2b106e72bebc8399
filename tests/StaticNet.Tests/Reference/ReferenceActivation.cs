namespace StaticNet.Tests.Reference;

/// <summary>Value and derivative of every element-wise activation, as functions of the pre-activation z.</summary>
public static class ReferenceActivation
{
    /// <summary>The activation.</summary>
    public static double Value(Activation activation, double z) => activation switch
    {
        Activation.Identity => z,
        Activation.Tanh => Math.Tanh(z),
        Activation.Sigmoid => ReferenceMath.Sigmoid(z),
        Activation.Relu => double.IsNaN(z) ? z : Math.Max(z, 0),
        Activation.LeakyRelu => z > 0 ? z : 0.01 * z,
        Activation.Elu => z > 0 ? z : ReferenceMath.ExpMinusOne(z),
        Activation.Gelu => z * ReferenceMath.NormalDistribution(z),
        Activation.Silu => z * ReferenceMath.Sigmoid(z),
        Activation.Softplus => ReferenceMath.Softplus(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not element-wise."),
    };

    /// <summary>d activation / dz.</summary>
    public static double Derivative(Activation activation, double z) => activation switch
    {
        Activation.Identity => 1,
        Activation.Tanh => 1 / (Math.Cosh(z) * Math.Cosh(z)),
        Activation.Sigmoid => ReferenceMath.Sigmoid(z) * ReferenceMath.Sigmoid(-z),
        Activation.Relu => z > 0 ? 1 : 0,
        Activation.LeakyRelu => z > 0 ? 1 : 0.01,
        Activation.Elu => z > 0 ? 1 : Math.Exp(z),
        Activation.Gelu => ReferenceMath.NormalDistribution(z) + z * ReferenceMath.NormalDensity(z),
        Activation.Silu => ReferenceMath.Sigmoid(z) * (1 + z * ReferenceMath.Sigmoid(-z)),
        Activation.Softplus => ReferenceMath.Sigmoid(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not element-wise."),
    };

    /// <summary><c>e^(zⱼ) / Σ e^(zₖ)</c></summary>
    public static double[] Softmax(double[] z)
    {
        double largest = z.Max();
        double[] exponentials = z.Select(value => Math.Exp(value - largest)).ToArray();
        double sum = exponentials.Sum();
        return exponentials.Select(e => e / sum).ToArray();
    }
}
