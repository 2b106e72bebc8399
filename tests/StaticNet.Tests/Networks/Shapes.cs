namespace StaticNet.Tests.Networks;

/// <summary>Topologies from the smallest to those that need a workspace, with defaults where they are not what is varied.</summary>
public static partial class Shapes
{
    [Network(Input = 1, Output = 1, Precision = Precision.Double)]
    public partial class OneByOne;

    [Network(Input = 1, Output = 1, OutputActivation = Activation.Identity)]
    public partial class Line;

    [Network(Input = 1, Hidden = 1, Output = 1)]
    public partial class Needle;

    [Network(Input = 2, Output = 2)]
    public partial class SoftmaxRegression;

    [Network(Input = 7, Output = 5, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class SoftmaxRegressionOfFive;

    [Network(Input = 2, Hidden = 3, Output = 2)]
    public partial class Tiny;

    [Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Moons;

    [Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum)]
    public partial class MoonsSingle;

    [Network(Input = 3, HiddenLayers = new[] { 4, 5, 6 }, Output = 3, HiddenActivations = new[] { Activation.Relu, Activation.Gelu, Activation.Tanh }, Precision = Precision.Double)]
    public partial class Mixed;

    [Network(Input = 5, HiddenLayers = new[] { 8, 1, 8, 2 }, Output = 3, HiddenActivations = new[] { Activation.Silu, Activation.Softplus, Activation.Elu, Activation.LeakyRelu })]
    public partial class Bottleneck;

    [Network(Input = 2, HiddenLayers = new[] { 3, 3, 3, 3, 3, 3 }, Output = 1, Precision = Precision.Double)]
    public partial class Deep;

    [Network(Input = 13, Hidden = 33, Output = 1, OutputActivation = Activation.Identity, Loss = LossFunction.Huber)]
    public partial class Regression;

    [Network(Input = 6, Hidden = 10, Output = 4, OutputActivation = Activation.Sigmoid)]
    public partial class MultiLabel;

    [Network(Input = 2, Hidden = 5, Output = 2, OutputActivation = Activation.Tanh, Loss = LossFunction.MeanAbsoluteError)]
    public partial class Control;

    [Network(Input = 3, Hidden = 4, Output = 31, HiddenActivation = Activation.Relu)]
    public partial class ManyClasses;

    [Network(Input = 9, Hidden = 6, Output = 7, OutputActivation = Activation.Softmax, Loss = LossFunction.MeanSquaredError)]
    public partial class Brier;

    /// <summary>More scratch memory than the stack budget, in float.</summary>
    [Network(Input = 64, Hidden = 80, Output = 10, HiddenActivation = Activation.Relu)]
    public partial class Wide;

    /// <summary>Several wide layers with kept pre-activations, in double; the gradient does not fit on the stack either.</summary>
    [Network(Input = 37, HiddenLayers = new[] { 61, 53 }, Output = 3, HiddenActivation = Activation.Gelu, Precision = Precision.Double)]
    public partial class WideDeep;

    /// <summary>A large gradient with small scratch memory.</summary>
    [Network(Input = 45, Hidden = 47, Output = 46, OutputActivation = Activation.Identity, Precision = Precision.Double)]
    public partial class LargeGradient;
}
