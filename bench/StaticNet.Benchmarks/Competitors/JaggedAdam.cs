using System.Numerics;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>Adam for a <see cref="JaggedNetwork{T}"/>, with the published decay rates.</summary>
internal sealed class JaggedAdam<T>(JaggedLayer<T>[] layers)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Every row of weights and every bias vector, with its gradient and its two moments.
    private readonly (T[] Parameters, T[] Gradient, T[] Mean, T[] Square)[] _rows =
    [
        .. layers.SelectMany(layer => layer.Weights.Zip(layer.WeightGradients).Append((layer.Biases, layer.BiasGradients)))
            .Select(row => (row.Item1, row.Item2, new T[row.Item1.Length], new T[row.Item1.Length])),
    ];

    private int _steps;

    /// <param name="rate">The learning rate.</param>
    /// <param name="count">What the summed gradient is divided by.</param>
    public void Step(T rate, T count)
    {
        T beta1 = T.CreateChecked(0.9), beta2 = T.CreateChecked(0.999), epsilon = T.CreateChecked(1e-8), time = T.CreateChecked(++_steps);
        T correction1 = T.One - T.Pow(beta1, time), correction2 = T.One - T.Pow(beta2, time);
        foreach (var (parameters, gradient, mean, square) in _rows)
        {
            for (int j = 0; j < parameters.Length; j++)
            {
                T g = gradient[j] / count;
                mean[j] = (beta1 * mean[j]) + ((T.One - beta1) * g);
                square[j] = (beta2 * square[j]) + ((T.One - beta2) * g * g);
                parameters[j] -= rate * (mean[j] / correction1) / (T.Sqrt(square[j] / correction2) + epsilon);
            }
        }
    }
}
