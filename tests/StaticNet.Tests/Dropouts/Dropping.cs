using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Dropouts;

/// <summary>Networks with dropout, of every kind of kernel. Apart from the others, whose training is that of the full network.</summary>
public static partial class Dropping
{
    private static readonly Dictionary<string, NetworkCase> s_all = typeof(Dropping).GetNestedTypes().Select(NetworkCase.Of).ToDictionary(network => network.Name);

    [Network(Input = 2, Hidden = 3, Output = 2, Dropout = 0.5, Precision = Precision.Double)]
    public partial class Tiny;

    [Network(Input = 4, Hidden = 16, Output = 3, HiddenActivation = Activation.Relu, Dropout = 0.2)]
    public partial class Flowers;

    [Network(Input = 3, HiddenLayers = new[] { 7, 5 }, Output = 3, HiddenActivations = new[] { Activation.Gelu, Activation.Tanh }, Dropouts = new[] { 0.2, 0.4 }, Precision = Precision.Double)]
    public partial class TwoRates;

    /// <summary>A layer that drops nothing between two that do.</summary>
    [Network(Input = 4, HiddenLayers = new[] { 6, 5, 4 }, Output = 2, HiddenActivation = Activation.Elu, OutputActivation = Activation.Identity, Dropouts = new[] { 0.3, 0, 0.1 }, Reduction = Reduction.Sum, Precision = Precision.Double)]
    public partial class Gap;

    [Network(Input = 9, Hidden = 33, Output = 1, HiddenActivation = Activation.Silu, Dropout = 0.25, Precision = Precision.Double)]
    public partial class Looped;

    [Network(Input = 20, HiddenLayers = new[] { 40, 19 }, Output = 5, HiddenActivations = new[] { Activation.Gelu, Activation.Tanh }, Dropouts = new[] { 0.25, 0.5 }, Precision = Precision.Double)]
    public partial class Wide;

    /// <summary>The second layer alone, which is narrower than a vector.</summary>
    [Network(Input = 30, HiddenLayers = new[] { 37, 2 }, Output = 3, HiddenActivation = Activation.Softplus, OutputActivation = Activation.Identity, Dropouts = new[] { 0, 0.4 }, Precision = Precision.Double)]
    public partial class WideRegression;

    [Network(Input = 64, Hidden = 80, Output = 10, HiddenActivation = Activation.Relu, Dropout = 0.5)]
    public partial class WideSingle;

    public static TheoryData<string> Names => [.. s_all.Keys];

    public static TheoryData<string> DoubleNames => [.. s_all.Values.Where(network => network.IsDouble).Select(network => network.Name)];

    public static NetworkCase Find(string name) => s_all[name];

    public static IDropoutNetwork<T> CreateDropping<T>(this NetworkCase network, int seed)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        (IDropoutNetwork<T>)network.CreateRandom<T>(seed);
}

/// <summary>Some of them without dropout.</summary>
public static partial class Full
{
    [Network(Input = 2, Hidden = 3, Output = 2, Precision = Precision.Double)]
    public partial class Tiny;

    [Network(Input = 4, Hidden = 16, Output = 3, HiddenActivation = Activation.Relu)]
    public partial class Flowers;

    [Network(Input = 20, HiddenLayers = new[] { 40, 19 }, Output = 5, HiddenActivations = new[] { Activation.Gelu, Activation.Tanh }, Precision = Precision.Double)]
    public partial class Wide;
}
