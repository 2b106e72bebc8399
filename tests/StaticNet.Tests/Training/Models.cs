namespace StaticNet.Tests.Training;

[Network(Input = 64, Hidden = 32, Output = 10, HiddenActivation = Activation.Relu)]
internal sealed partial class DigitNet;

[Network(Input = 4, Hidden = 8, Output = 3)]
internal sealed partial class IrisNet;

[Network(Input = 2, HiddenLayers = new[] { 16, 16 }, Output = 2)]
internal sealed partial class SpiralNet;

[Network(Input = 1, Hidden = 16, Output = 1, OutputActivation = Activation.Identity)]
internal sealed partial class SineNet;

[Network(Input = 2, Hidden = 3, Output = 2, Precision = Precision.Double)]
internal sealed partial class MoonNet;

[Network(Input = 2, Hidden = 3, Output = 2, Precision = Precision.Double, Reduction = Reduction.Sum)]
internal sealed partial class SumNet;

[Network(Input = 2, Hidden = 8, Output = 2, Dropout = 0.25, Precision = Precision.Double)]
internal sealed partial class DroppingNet;

[Network(Input = 2, Hidden = 3, Output = 1, OutputActivation = Activation.Identity, Precision = Precision.Double)]
internal sealed partial class PlaneNet;
