namespace StaticNet.Benchmarks;

/// <summary>W1 to W3: two moons. The step uses the summed gradient.</summary>
[Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum)]
public partial class MoonNet;

/// <inheritdoc cref="MoonNet"/>
[Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
public partial class MoonNetDouble;

/// <summary>W4: two hidden layers of a size that fits into the first-level cache.</summary>
[Network(Input = 16, HiddenLayers = [64, 64], Output = 4)]
public partial class DeepNet;

/// <inheritdoc cref="DeepNet"/>
[Network(Input = 16, HiddenLayers = [64, 64], Output = 4, Precision = Precision.Double)]
public partial class DeepNetDouble;

/// <summary>W5: the shape of a small image classifier; nearly all of it is the first layer.</summary>
[Network(Input = 784, Hidden = 32, Output = 10)]
public partial class ImageNet;

/// <inheritdoc cref="ImageNet"/>
[Network(Input = 784, Hidden = 32, Output = 10, Precision = Precision.Double)]
public partial class ImageNetDouble;

/// <summary>W6: learns the exponential of 2×2 matrices, the workload that SimpleChains.jl published.</summary>
[Network(Input = 4, HiddenLayers = [32, 16], Output = 4, OutputActivation = Activation.Identity)]
public partial class MatrixNet;

/// <inheritdoc cref="MatrixNet"/>
[Network(Input = 4, HiddenLayers = [32, 16], Output = 4, OutputActivation = Activation.Identity, Precision = Precision.Double)]
public partial class MatrixNetDouble;

/// <summary>The network of each of a game's creatures: a value, of which many are run together.</summary>
[Network(Input = 8, Hidden = 16, Output = 4)]
public partial struct Brain;
