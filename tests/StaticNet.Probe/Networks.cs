using StaticNet;

namespace StaticNet.Probe
{
    /// <summary>Topologies of every kind of kernel; every activation, output and loss, in both number types.</summary>
    public static partial class Single
    {
        [Network(Input = 1, Output = 1)]
        public partial class OneByOne { }

        [Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum)]
        public partial class Moons { }

        [Network(Input = 5, Hidden = 6, Output = 2, HiddenActivation = Activation.Identity)]
        public partial class Identity { }

        [Network(Input = 1, Hidden = 8, Output = 3, HiddenActivation = Activation.Tanh)]
        public partial class Tanh { }

        [Network(Input = 6, Hidden = 4, Output = 5, HiddenActivation = Activation.Sigmoid, Reduction = Reduction.Sum)]
        public partial class Sigmoid { }

        [Network(Input = 2, Hidden = 11, Output = 2, HiddenActivation = Activation.Relu)]
        public partial class Relu { }

        [Network(Input = 7, Hidden = 3, Output = 3, HiddenActivation = Activation.LeakyRelu)]
        public partial class LeakyRelu { }

        [Network(Input = 3, Hidden = 5, Output = 2, HiddenActivation = Activation.Elu)]
        public partial class Elu { }

        [Network(Input = 2, Hidden = 3, Output = 2, HiddenActivation = Activation.Gelu)]
        public partial class Gelu { }

        [Network(Input = 4, Hidden = 7, Output = 3, HiddenActivation = Activation.Silu)]
        public partial class Silu { }

        [Network(Input = 3, Hidden = 9, Output = 4, HiddenActivation = Activation.Softplus)]
        public partial class Softplus { }

        [Network(Input = 13, Hidden = 33, Output = 1, OutputActivation = Activation.Identity, Loss = LossFunction.Huber)]
        public partial class Regression { }

        [Network(Input = 6, Hidden = 10, Output = 4, OutputActivation = Activation.Sigmoid)]
        public partial class MultiLabel { }

        [Network(Input = 2, Hidden = 5, Output = 2, OutputActivation = Activation.Tanh, Loss = LossFunction.MeanAbsoluteError)]
        public partial class Control { }

        [Network(Input = 9, Hidden = 6, Output = 7, OutputActivation = Activation.Softmax, Loss = LossFunction.MeanSquaredError)]
        public partial class Brier { }

        [Network(Input = 3, Hidden = 4, Output = 31, HiddenActivation = Activation.Relu)]
        public partial class ManyClasses { }

        [Network(Input = 5, HiddenLayers = new[] { 8, 1, 8, 2 }, Output = 3, HiddenActivations = new[] { Activation.Silu, Activation.Softplus, Activation.Elu, Activation.LeakyRelu })]
        public partial class Bottleneck { }

        [Network(Input = 64, Hidden = 80, Output = 10, HiddenActivation = Activation.Relu)]
        public partial class Wide { }

        [Network(Input = 16, HiddenLayers = new[] { 64, 64 }, Output = 4)]
        public partial class Deep { }

        [Network(Input = 3, HiddenLayers = new[] { 7, 5 }, Output = 2, Dropout = 0.25)]
        public partial class Dropping { }

        [Network(Input = 20, HiddenLayers = new[] { 40, 30 }, Output = 3, HiddenActivation = Activation.Gelu, Dropout = 0.5)]
        public partial class WideDropping { }
    }

    /// <summary>The same in double.</summary>
    public static partial class Double
    {
        [Network(Input = 7, Output = 5, Precision = Precision.Double)]
        public partial class SoftmaxRegression { }

        [Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
        public partial class Moons { }

        [Network(Input = 4, Hidden = 7, Output = 3, HiddenActivation = Activation.Sigmoid, Precision = Precision.Double)]
        public partial class Sigmoid { }

        [Network(Input = 3, Hidden = 9, Output = 4, HiddenActivation = Activation.Relu, Precision = Precision.Double)]
        public partial class Relu { }

        [Network(Input = 1, Hidden = 8, Output = 3, HiddenActivation = Activation.Elu, Precision = Precision.Double)]
        public partial class Elu { }

        [Network(Input = 6, Hidden = 4, Output = 5, HiddenActivation = Activation.Gelu, Precision = Precision.Double)]
        public partial class Gelu { }

        [Network(Input = 2, Hidden = 11, Output = 2, HiddenActivation = Activation.Silu, Precision = Precision.Double)]
        public partial class Silu { }

        [Network(Input = 7, Hidden = 3, Output = 3, HiddenActivation = Activation.Softplus, Precision = Precision.Double)]
        public partial class Softplus { }

        [Network(Input = 3, HiddenLayers = new[] { 4, 5, 6 }, Output = 1, HiddenActivations = new[] { Activation.LeakyRelu, Activation.Identity, Activation.Tanh }, Precision = Precision.Double)]
        public partial class Mixed { }

        [Network(Input = 5, Hidden = 6, Output = 3, OutputActivation = Activation.Softplus, Loss = LossFunction.Huber, Precision = Precision.Double)]
        public partial class Positive { }

        [Network(Input = 37, HiddenLayers = new[] { 61, 53 }, Output = 3, HiddenActivation = Activation.Gelu, Precision = Precision.Double)]
        public partial class WideDeep { }

        [Network(Input = 4, Hidden = 6, Output = 2, Dropout = 0.1, Precision = Precision.Double)]
        public partial class Dropping { }
    }
}
