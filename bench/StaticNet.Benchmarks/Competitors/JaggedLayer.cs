using System.Numerics;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>One layer of a <see cref="JaggedNetwork{T}"/>.</summary>
internal sealed class JaggedLayer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public JaggedLayer(ReadOnlySpan<T> parameters, int inputs, int units)
    {
        Weights = new T[inputs][];
        WeightGradients = new T[inputs][];
        for (int i = 0; i < inputs; i++)
        {
            Weights[i] = parameters.Slice(i * units, units).ToArray();
            WeightGradients[i] = new T[units];
        }

        Biases = parameters.Slice(inputs * units, units).ToArray();
        BiasGradients = new T[units];
    }

    /// <summary>[input][unit]</summary>
    public T[][] Weights { get; }

    public T[] Biases { get; }

    public T[][] WeightGradients { get; }

    public T[] BiasGradients { get; }

    public void Forward(T[] input, T[] z)
    {
        for (int j = 0; j < z.Length; j++)
            z[j] = Biases[j];
        for (int i = 0; i < input.Length; i++)
        {
            T[] row = Weights[i];
            T x = input[i];
            for (int j = 0; j < z.Length; j++)
                z[j] += x * row[j];
        }
    }

    public void AddGradient(T[] input, T[] delta)
    {
        for (int i = 0; i < input.Length; i++)
        {
            T[] row = WeightGradients[i];
            T x = input[i];
            for (int j = 0; j < delta.Length; j++)
                row[j] += x * delta[j];
        }

        for (int j = 0; j < delta.Length; j++)
            BiasGradients[j] += delta[j];
    }

    /// <summary>Takes δ through the weights and the tanh of the layer before.</summary>
    public void Backward(T[] input, T[] delta, T[] deltaBefore)
    {
        for (int i = 0; i < input.Length; i++)
        {
            T[] row = Weights[i];
            T sum = T.Zero;
            for (int j = 0; j < delta.Length; j++)
                sum += row[j] * delta[j];
            deltaBefore[i] = sum * (T.One - (input[i] * input[i]));
        }
    }

    public void ClearGradient()
    {
        foreach (T[] row in WeightGradients)
            Array.Clear(row);
        Array.Clear(BiasGradients);
    }

    public void Descend(T rate, T l2)
    {
        for (int i = 0; i < Weights.Length; i++)
        {
            T[] row = Weights[i], gradient = WeightGradients[i];
            for (int j = 0; j < row.Length; j++)
                row[j] -= rate * (gradient[j] + (l2 * row[j]));
        }

        for (int j = 0; j < Biases.Length; j++)
            Biases[j] -= rate * BiasGradients[j];
    }
}
