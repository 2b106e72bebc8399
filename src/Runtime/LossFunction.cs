namespace StaticNet;

/// <summary>What training makes small: a function of one sample's outputs <c>y</c> and its target <c>t</c>.</summary>
public enum LossFunction
{
    /// <summary><c>−Σ tⱼ ln yⱼ</c>, summed over the outputs. Belongs to <see cref="Activation.Softmax"/>.</summary>
    CrossEntropy,

    /// <summary><c>−(tⱼ ln yⱼ + (1 − tⱼ) ln(1 − yⱼ))</c>, mean over the outputs. Belongs to <see cref="Activation.Sigmoid"/>.</summary>
    BinaryCrossEntropy,

    /// <summary><c>(yⱼ − tⱼ)²</c>, mean over the outputs.</summary>
    MeanSquaredError,

    /// <summary><c>|yⱼ − tⱼ|</c>, mean over the outputs. The gradient where they are equal is 0.</summary>
    MeanAbsoluteError,

    /// <summary><c>½(yⱼ − tⱼ)²</c> where <c>|yⱼ − tⱼ| ≤ 1</c>, else <c>|yⱼ − tⱼ| − ½</c> (δ = 1); mean over the outputs.</summary>
    Huber,
}
