using StaticNet.Generator.Model;

namespace StaticNet.Generator.Planning;

/// <summary>What the planner and the writers need to know of an activation. Its mathematics is in the runtime's Functions folder.</summary>
/// <param name="Function">The class in StaticNet.Functions; null where there is nothing to call.</param>
/// <param name="Formula">For comments, with z the pre-activation.</param>
/// <param name="Derivative">For comments, with a the activation.</param>
/// <param name="NeedsPreActivation">Whether the derivative is computed from z; else from a.</param>
/// <param name="IsUnbounded">Whether it can overflow to infinity for finite z, or passes infinity on.</param>
/// <param name="Operations">Operations on lanes, roughly: what decides whether it is unrolled.</param>
/// <param name="HeInitialization">Whether initial weights follow He, as for rectifiers; else Glorot.</param>
internal sealed record ActivationTraits(
    string? Function, string Formula, string Derivative, bool NeedsPreActivation, bool IsUnbounded, int Operations, bool HeInitialization)
{
    public static ActivationTraits Of(Activation activation) => activation switch
    {
        Activation.Identity => new(null, "z", "1", false, true, 0, false),
        Activation.Tanh => new("Tanh", "tanh(z)", "1 − a²", false, false, 14, false),
        Activation.Sigmoid => new("Sigmoid", "1 / (1 + e⁻ᶻ)", "a·(1 − a)", false, false, 18, false),
        Activation.Relu => new("Relu", "max(z, 0)", "a > 0 ? 1 : 0", false, true, 2, true),
        Activation.LeakyRelu => new("LeakyRelu", "z > 0 ? z : 0.01·z", "a > 0 ? 1 : 0.01", false, true, 3, true),
        Activation.Elu => new("Elu", "z > 0 ? z : eᶻ − 1", "a > 0 ? 1 : a + 1", false, true, 20, true),
        Activation.Gelu => new("Gelu", "z·Φ(z)", "Φ(z) + z·φ(z)", true, true, 45, true),
        Activation.Silu => new("Silu", "z·σ(z)", "σ(z)·(1 + z·(1 − σ(z)))", true, true, 20, true),
        Activation.Softplus => new("Softplus", "ln(1 + eᶻ)", "σ(z)", true, true, 30, true),
        Activation.Softmax => new(null, "eᶻ / Σ eᶻ", "", false, false, 20, false),
        _ => throw new ArgumentOutOfRangeException(nameof(activation)),
    };
}
