using StaticNet;

namespace Standard
{
    [Network(Input = 2, Hidden = 3, Output = 2)]
    public partial class MoonNet { }

    [Network(Input = 2, Hidden = 16, Output = 2, HiddenActivation = Activation.Gelu, Dropout = 0.25, Precision = Precision.Double)]
    public partial class Dropping { }

    [Network(Input = 2, HiddenLayers = new[] { 64, 40 }, Output = 2, HiddenActivation = Activation.Relu)]
    public partial class Wide { }

    [Network(Input = 2, Hidden = 3, Output = 2, Weights = "moon.weights.json", Frozen = true)]
    public static partial class Baked { }

    // .NET Standard 2.0 has no spans of what lies inside a value.
#if !NETSTANDARD2_0
    [Network(Input = 2, Hidden = 3, Output = 2)]
    public partial struct MoonValue { }
#endif
}
