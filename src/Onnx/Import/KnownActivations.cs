namespace StaticNet.Onnx.Import;

/// <summary>The formulas that are activations of ours.</summary>
internal static class KnownActivations
{
    private static readonly Dictionary<string, Activation> s_formulas = new()
    {
        ["x"] = Activation.Identity,
        ["tanh(x)"] = Activation.Tanh,
        ["sigmoid(x)"] = Activation.Sigmoid,
        ["max(0, x)"] = Activation.Relu,
        ["leakyrelu(x)"] = Activation.LeakyRelu,
        ["max(0.01·x, x)"] = Activation.LeakyRelu,
        ["elu(x)"] = Activation.Elu,
        ["(exp(min(0, x)) + max(0, x)) - 1"] = Activation.Elu,
        ["gelu(x)"] = Activation.Gelu,
        ["0.5·(erf(0.707107·x) + 1)·x"] = Activation.Gelu,
        ["sigmoid(x)·x"] = Activation.Silu,
        ["softplus(x)"] = Activation.Softplus,
        ["log(exp(x) + 1)"] = Activation.Softplus,
        ["(log(exp(-abs(x)) + 1) + max(0, x))"] = Activation.Softplus,
        ["softmax(x)"] = Activation.Softmax,
    };

    /// <summary>The activation that a formula is; null: none of ours.</summary>
    public static Activation? Find(Formula formula) => s_formulas.TryGetValue(formula.ToString(), out var activation) ? activation : null;
}
