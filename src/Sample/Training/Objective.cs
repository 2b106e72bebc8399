namespace StaticNet.Sample;

/// <summary>
/// What the tutorial prints as the loss: the mean of the samples' losses plus <c>L2/(2n)·Σ w²</c> over all weights, biases left out. Its gradient
/// times n is the step that <see cref="Reduction.Sum"/> and the optimizer's L2 make together.
/// </summary>
/// <param name="l2">The coefficient of weight decay.</param>
/// <param name="layers">Units of all layers, inputs first: they say where in the parameters the weights lie.</param>
internal sealed class Objective(double l2, params int[] layers)
{
    /// <summary>Adds the weight decay to a loss of the data.</summary>
    /// <param name="summedLoss">The sum over the samples.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="parameters">The network's, at the time of that loss.</param>
    public double Of(double summedLoss, int count, ReadOnlySpan<double> parameters) =>
        (summedLoss + (l2 / 2 * SumOfSquaredWeights(parameters))) / count;

    private double SumOfSquaredWeights(ReadOnlySpan<double> parameters)
    {
        double sum = 0;
        int position = 0;
        for (int layer = 1; layer < layers.Length; layer++)
        {
            int weights = layers[layer - 1] * layers[layer];
            foreach (double weight in parameters.Slice(position, weights))
                sum += weight * weight;
            position += weights + layers[layer];
        }
        return sum;
    }
}
