namespace StaticNet.Tests.Networks;

/// <summary>Networks that are values, of every kind of kernel.</summary>
public static partial class Values
{
    [Network(Input = 2, Hidden = 3, Output = 2)]
    public partial struct Tiny;

    [Network(Input = 8, Hidden = 16, Output = 4)]
    public partial struct Brain;

    /// <summary>Layers of several vectors of units, of less than one, and one that is a loop.</summary>
    [Network(Input = 5, HiddenLayers = [7, 19, 2], Output = 3, HiddenActivation = Activation.Gelu, OutputActivation = Activation.Identity, Precision = Precision.Double)]
    public partial struct Regression;

    [Network(Input = 37, Hidden = 6, Output = 1, HiddenActivation = Activation.Relu)]
    public partial struct OneOutput;

    [Network(Input = 3, Output = 9)]
    public partial struct NoHiddenLayer;

    /// <summary>Units in lanes, and a gradient that is too large for the stack.</summary>
    [Network(Input = 33, HiddenLayers = [100, 20], Output = 1)]
    public partial struct Large;
}
