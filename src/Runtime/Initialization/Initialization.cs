using System.Numerics;

namespace StaticNet;

/// <summary>Initial weights, called by generated constructors. Uniform draws need nothing but exact arithmetic, so they have the same bits everywhere.</summary>
public static class Initialization
{
    /// <summary>
    /// Uniform within ±√(6/(inputs + units)), which keeps the variance of activations and gradients alike through layers that
    /// are linear around 0 (tanh, sigmoid, softmax): Glorot and Bengio, 2010.
    /// </summary>
    /// <param name="weights">[inputs × units], overwritten.</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="units">Units of the layer.</param>
    /// <param name="random">Where the numbers come from; advanced.</param>
    public static void GlorotUniform<T>(Span<T> weights, int inputs, int units, ref SplitMix64 random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Uniform(weights, Math.Sqrt(6.0 / ((double)inputs + units)), ref random);

    /// <summary>
    /// Uniform within ±√(6/inputs), which makes up for the half of the variance that rectifiers cut off: He et al., 2015.
    /// </summary>
    /// <param name="weights">[inputs × units], overwritten.</param>
    /// <param name="inputs">Inputs of the layer.</param>
    /// <param name="random">Where the numbers come from; advanced.</param>
    public static void HeUniform<T>(Span<T> weights, int inputs, ref SplitMix64 random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Uniform(weights, Math.Sqrt(6.0 / inputs), ref random);

    private static void Uniform<T>(Span<T> weights, double limit, ref SplitMix64 random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (ref T weight in weights)
            weight = T.CreateTruncating(limit * (2 * random.NextDouble() - 1));
    }
}
