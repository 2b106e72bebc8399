namespace StaticNet.Tests.Networks;

/// <summary>Every output activation with every loss that fits it.</summary>
public static partial class Outputs
{
    [Network(Input = 2, Hidden = 3, Output = 3, OutputActivation = Activation.Identity, Loss = LossFunction.MeanSquaredError, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class IdentitySquared;

    [Network(Input = 3, Hidden = 4, Output = 1, OutputActivation = Activation.Identity, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class IdentityAbsolute;

    [Network(Input = 4, Hidden = 5, Output = 4, OutputActivation = Activation.Identity, Loss = LossFunction.Huber, Precision = Precision.Double)]
    public partial class IdentityHuber;

    [Network(Input = 2, Hidden = 6, Output = 2, OutputActivation = Activation.Tanh, Loss = LossFunction.MeanSquaredError, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class TanhSquared;

    [Network(Input = 3, Hidden = 3, Output = 3, OutputActivation = Activation.Tanh, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class TanhAbsolute;

    [Network(Input = 4, Hidden = 4, Output = 1, OutputActivation = Activation.Tanh, Loss = LossFunction.Huber, Precision = Precision.Double)]
    public partial class TanhHuber;

    [Network(Input = 2, Hidden = 5, Output = 4, OutputActivation = Activation.Sigmoid, Loss = LossFunction.BinaryCrossEntropy, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class SigmoidBinaryCrossEntropy;

    [Network(Input = 3, Hidden = 6, Output = 2, OutputActivation = Activation.Sigmoid, Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
    public partial class SigmoidSquared;

    [Network(Input = 4, Hidden = 3, Output = 3, OutputActivation = Activation.Sigmoid, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class SigmoidAbsolute;

    [Network(Input = 2, Hidden = 4, Output = 1, OutputActivation = Activation.Sigmoid, Loss = LossFunction.Huber, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class SigmoidHuber;

    [Network(Input = 3, Hidden = 5, Output = 4, OutputActivation = Activation.Relu, Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
    public partial class ReluSquared;

    [Network(Input = 4, Hidden = 6, Output = 2, OutputActivation = Activation.Relu, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class ReluAbsolute;

    [Network(Input = 2, Hidden = 3, Output = 3, OutputActivation = Activation.Relu, Loss = LossFunction.Huber, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class ReluHuber;

    [Network(Input = 3, Hidden = 4, Output = 1, OutputActivation = Activation.LeakyRelu, Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
    public partial class LeakyReluSquared;

    [Network(Input = 4, Hidden = 5, Output = 4, OutputActivation = Activation.LeakyRelu, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class LeakyReluAbsolute;

    [Network(Input = 2, Hidden = 6, Output = 2, OutputActivation = Activation.LeakyRelu, Loss = LossFunction.Huber, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class LeakyReluHuber;

    [Network(Input = 3, Hidden = 3, Output = 3, OutputActivation = Activation.Elu, Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
    public partial class EluSquared;

    [Network(Input = 4, Hidden = 4, Output = 1, OutputActivation = Activation.Elu, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class EluAbsolute;

    [Network(Input = 2, Hidden = 5, Output = 4, OutputActivation = Activation.Elu, Loss = LossFunction.Huber, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class EluHuber;

    [Network(Input = 3, Hidden = 6, Output = 2, OutputActivation = Activation.Gelu, Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
    public partial class GeluSquared;

    [Network(Input = 4, Hidden = 3, Output = 3, OutputActivation = Activation.Gelu, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class GeluAbsolute;

    [Network(Input = 2, Hidden = 4, Output = 1, OutputActivation = Activation.Gelu, Loss = LossFunction.Huber, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class GeluHuber;

    [Network(Input = 3, Hidden = 5, Output = 4, OutputActivation = Activation.Silu, Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
    public partial class SiluSquared;

    [Network(Input = 4, Hidden = 6, Output = 2, OutputActivation = Activation.Silu, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class SiluAbsolute;

    [Network(Input = 2, Hidden = 3, Output = 3, OutputActivation = Activation.Silu, Loss = LossFunction.Huber, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class SiluHuber;

    [Network(Input = 3, Hidden = 4, Output = 1, OutputActivation = Activation.Softplus, Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
    public partial class SoftplusSquared;

    [Network(Input = 4, Hidden = 5, Output = 4, OutputActivation = Activation.Softplus, Loss = LossFunction.MeanAbsoluteError, Precision = Precision.Double)]
    public partial class SoftplusAbsolute;

    [Network(Input = 2, Hidden = 6, Output = 2, OutputActivation = Activation.Softplus, Loss = LossFunction.Huber, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class SoftplusHuber;

    [Network(Input = 3, Hidden = 3, Output = 3, OutputActivation = Activation.Softmax, Loss = LossFunction.CrossEntropy, Precision = Precision.Double)]
    public partial class SoftmaxCrossEntropy;

    [Network(Input = 4, Hidden = 4, Output = 2, OutputActivation = Activation.Softmax, Loss = LossFunction.MeanSquaredError, Precision = Precision.Double)]
    public partial class SoftmaxSquared;

    [Network(Input = 2, Hidden = 5, Output = 4, OutputActivation = Activation.Softmax, Loss = LossFunction.MeanAbsoluteError, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class SoftmaxAbsolute;

    [Network(Input = 3, Hidden = 6, Output = 2, OutputActivation = Activation.Softmax, Loss = LossFunction.Huber, Precision = Precision.Double)]
    public partial class SoftmaxHuber;
}
