using StaticNet.Data;

namespace StaticNet.Sample;

/// <summary>
/// The tutorial's initial weights, drawn with NumPy's generator: <c>numpy.random.seed(0)</c>, <c>W1 = randn(2, h) / sqrt(2)</c>, <c>b1 = 0</c>,
/// <c>W2 = randn(h, 2) / sqrt(h)</c>, <c>b2 = 0</c>.
/// </summary>
/// <remarks>
/// They belong to this program, not to the library: its own initial weights (Glorot's and He's) come from the network's constructor.
/// The published losses depend on these.
/// </remarks>
internal static class TutorialWeights
{
    /// <summary>Overwrites the parameters of a network with one hidden layer.</summary>
    /// <param name="parameters">[inputs·hidden + hidden + hidden·outputs + outputs]: W1, b1, W2, b2.</param>
    /// <param name="layers">Inputs, hidden units, outputs.</param>
    /// <param name="seed">The tutorial's is 0.</param>
    public static void Write(Span<double> parameters, ReadOnlySpan<int> layers, uint seed)
    {
        var random = new NumpyRandom(seed);
        int position = 0;
        for (int layer = 1; layer < layers.Length; layer++)
        {
            int inputs = layers[layer - 1], units = layers[layer];
            double scale = Math.Sqrt(inputs);
            foreach (ref double weight in parameters.Slice(position, inputs * units))
                weight = random.NextNormal() / scale;
            position += inputs * units;
            parameters.Slice(position, units).Clear();
            position += units;
        }
    }
}
