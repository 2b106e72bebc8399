namespace StaticNet.Tests.Networks;

/// <summary>Every activation in a hidden layer, in front of a softmax; both number types.</summary>
public static partial class Hidden
{
    [Network(Input = 3, Hidden = 5, Output = 2, HiddenActivation = Activation.Identity, Precision = Precision.Double)]
    public partial class IdentityDouble;

    [Network(Input = 2, Hidden = 3, Output = 2, HiddenActivation = Activation.Tanh, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class TanhDouble;

    [Network(Input = 4, Hidden = 7, Output = 3, HiddenActivation = Activation.Sigmoid, Precision = Precision.Double)]
    public partial class SigmoidDouble;

    [Network(Input = 3, Hidden = 9, Output = 4, HiddenActivation = Activation.Relu, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class ReluDouble;

    [Network(Input = 5, Hidden = 6, Output = 2, HiddenActivation = Activation.LeakyRelu, Precision = Precision.Double)]
    public partial class LeakyReluDouble;

    [Network(Input = 1, Hidden = 8, Output = 3, HiddenActivation = Activation.Elu, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class EluDouble;

    [Network(Input = 6, Hidden = 4, Output = 5, HiddenActivation = Activation.Gelu, Precision = Precision.Double)]
    public partial class GeluDouble;

    [Network(Input = 2, Hidden = 11, Output = 2, HiddenActivation = Activation.Silu, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class SiluDouble;

    [Network(Input = 7, Hidden = 3, Output = 3, HiddenActivation = Activation.Softplus, Precision = Precision.Double)]
    public partial class SoftplusDouble;

    [Network(Input = 5, Hidden = 6, Output = 2, HiddenActivation = Activation.Identity, Reduction = Reduction.Sum)]
    public partial class IdentitySingle;

    [Network(Input = 1, Hidden = 8, Output = 3, HiddenActivation = Activation.Tanh)]
    public partial class TanhSingle;

    [Network(Input = 6, Hidden = 4, Output = 5, HiddenActivation = Activation.Sigmoid, Reduction = Reduction.Sum)]
    public partial class SigmoidSingle;

    [Network(Input = 2, Hidden = 11, Output = 2, HiddenActivation = Activation.Relu)]
    public partial class ReluSingle;

    [Network(Input = 7, Hidden = 3, Output = 3, HiddenActivation = Activation.LeakyRelu, Reduction = Reduction.Sum)]
    public partial class LeakyReluSingle;

    [Network(Input = 3, Hidden = 5, Output = 2, HiddenActivation = Activation.Elu)]
    public partial class EluSingle;

    [Network(Input = 2, Hidden = 3, Output = 2, HiddenActivation = Activation.Gelu, Reduction = Reduction.Sum)]
    public partial class GeluSingle;

    [Network(Input = 4, Hidden = 7, Output = 3, HiddenActivation = Activation.Silu)]
    public partial class SiluSingle;

    [Network(Input = 3, Hidden = 9, Output = 4, HiddenActivation = Activation.Softplus, Reduction = Reduction.Sum)]
    public partial class SoftplusSingle;
}
