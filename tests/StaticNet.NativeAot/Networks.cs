namespace StaticNet.NativeAot;

/// <summary>Whose weights lie in the program: what a first prediction needs the least for.</summary>
[Network(Input = 2, Hidden = 3, Output = 2, Weights = "baked.weights.json", Frozen = true)]
internal static partial class Baked;

/// <summary>Trained on two moons.</summary>
[Network(Input = 2, Hidden = 3, Output = 2)]
internal partial class Moons;

/// <inheritdoc cref="Moons"/>
[Network(Input = 2, Hidden = 3, Output = 2, Reduction = Reduction.Sum, Precision = Precision.Double)]
internal partial class MoonsDouble;

/// <summary>Large enough for units in lanes, with functions that the others do not need.</summary>
[Network(Input = 2, HiddenLayers = [64, 32], Output = 1, HiddenActivations = [Activation.Gelu, Activation.Softplus], Dropout = 0.1)]
internal partial class Wide;
