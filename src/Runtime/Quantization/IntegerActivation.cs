using StaticNet.Functions;
using StaticNet.Lanes;

namespace StaticNet.Quantization;

/// <summary>From the 32-bit sums of a layer to its 8-bit activations. Each form has its arithmetic twice, in C# and as text in C, side by side.</summary>
internal abstract class IntegerActivation
{
    /// <summary>Bytes of its tables.</summary>
    public abstract int Bytes { get; }

    /// <summary>The form for an activation.</summary>
    /// <param name="activation">Which.</param>
    /// <param name="unit">What a sum of 1 stands for: the scales of inputs and weights, multiplied.</param>
    /// <param name="range">Of the pre-activations, as calibrated.</param>
    /// <param name="output">What its results stand for.</param>
    public static IntegerActivation Create(Activation activation, double unit, Extent range, AffineScale output) => activation switch
    {
        // A rectifier's range begins at 0, which is −128: saturation rectifies.
        Activation.Identity or Activation.Relu => new PiecewiseLinear(unit, unit, output),
        Activation.LeakyRelu => new PiecewiseLinear(unit, -LeakyRelu.Double(-1) * unit, output),
        Activation.Softmax => new IntegerSoftmax(unit),
        _ => new Tabulated(z => ActivationFunction.Double(activation, new OneLane<double>(z)).Value, unit, range, output),
    };

    /// <summary>Computes the activations.</summary>
    /// <param name="sums">[units]; may be overwritten.</param>
    /// <param name="output">[units], overwritten.</param>
    public abstract void Apply(Span<int> sums, Span<sbyte> output);

    /// <summary>What its C function calls; layers of the same form share it.</summary>
    /// <param name="name">The prefix of all names.</param>
    public abstract string CHelpers(string name);

    /// <summary>The same arithmetic in C: tables, and <c>int8_t name_aN(int32_t z)</c> of layer N; for all units at once, if it has to be.</summary>
    /// <param name="name">The prefix of all names.</param>
    /// <param name="layer">1 for the first.</param>
    /// <param name="units">Of the layer.</param>
    public abstract string CFunction(string name, int layer, int units);
}
