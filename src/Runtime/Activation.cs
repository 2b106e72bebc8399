namespace StaticNet;

/// <summary>The function a layer applies to its pre-activation <c>z</c>. Definitions are PyTorch's.</summary>
public enum Activation
{
    /// <summary><c>z</c></summary>
    Identity,

    /// <summary>Hyperbolic tangent, <c>tanh z</c>.</summary>
    Tanh,

    /// <summary>Logistic function, <c>1 / (1 + e⁻ᶻ)</c>.</summary>
    Sigmoid,

    /// <summary><c>max(z, 0)</c>; its derivative at 0 is 0.</summary>
    Relu,

    /// <summary><c>z</c> where positive, else <c>0.01·z</c>.</summary>
    LeakyRelu,

    /// <summary><c>z</c> where positive, else <c>eᶻ − 1</c> (α = 1).</summary>
    Elu,

    /// <summary><c>z·Φ(z)</c> with the exact normal distribution function, not the tanh approximation.</summary>
    Gelu,

    /// <summary><c>z·σ(z)</c>, also called swish.</summary>
    Silu,

    /// <summary><c>ln(1 + eᶻ)</c></summary>
    Softplus,

    /// <summary><c>e^(zⱼ) / Σ e^(zₖ)</c> over the outputs. For the output layer only.</summary>
    Softmax,
}
