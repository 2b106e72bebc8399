using System.Numerics;
using System.Numerics.Tensors;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>
/// One layer of a <see cref="TensorNetwork{T}"/>. One sample is worked on along the inputs, a row of weights at a time; a batch along
/// the samples, which are columns: whichever is longer is what the vector instructions run over.
/// </summary>
internal sealed class TensorLayer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _inputs, _units;
    private readonly T[] _weights, _biases, _weightGradients, _biasGradients;

    public TensorLayer(ReadOnlySpan<T> parameters, int inputs, int units)
    {
        (_inputs, _units) = (inputs, units);
        _weights = new T[units * inputs];
        for (int i = 0; i < inputs; i++)
            for (int j = 0; j < units; j++)
                _weights[(j * inputs) + i] = parameters[(i * units) + j];
        _biases = parameters.Slice(inputs * units, units).ToArray();
        _weightGradients = new T[_weights.Length];
        _biasGradients = new T[units];
        Groups = [new(_weights, _weightGradients), new(_biases, _biasGradients)];
    }

    /// <summary>Weights and biases with their gradients, for the optimizer.</summary>
    public TensorParameters<T>[] Groups { get; }

    public void Forward(ReadOnlySpan<T> input, Span<T> z)
    {
        for (int j = 0; j < _units; j++)
            z[j] = TensorPrimitives.Dot(Row(j), input) + _biases[j];
    }

    /// <summary>δ of the layer before, without the derivative of its activation.</summary>
    public void Backward(ReadOnlySpan<T> delta, Span<T> before)
    {
        before.Clear();
        for (int j = 0; j < _units; j++)
            TensorPrimitives.MultiplyAdd(Row(j), delta[j], before, before);
    }

    public void Descend(ReadOnlySpan<T> input, ReadOnlySpan<T> delta, T rate)
    {
        for (int j = 0; j < _units; j++)
            TensorPrimitives.MultiplyAdd(input, -rate * delta[j], Row(j), Row(j));
        TensorPrimitives.MultiplyAdd(delta, -rate, _biases, _biases);
    }

    /// <param name="input">[inputs × samples]</param>
    /// <param name="z">[units × samples]</param>
    /// <param name="samples">The length of a column.</param>
    public void ForwardBatch(ReadOnlySpan<T> input, Span<T> z, int samples)
    {
        for (int j = 0; j < _units; j++)
        {
            var column = z.Slice(j * samples, samples);
            column.Fill(_biases[j]);
            for (int i = 0; i < _inputs; i++)
                TensorPrimitives.MultiplyAdd(input.Slice(i * samples, samples), _weights[(j * _inputs) + i], column, column);
        }
    }

    /// <summary><see cref="Backward"/> for a batch of columns.</summary>
    public void BackwardBatch(ReadOnlySpan<T> delta, Span<T> before, int samples)
    {
        before.Clear();
        for (int j = 0; j < _units; j++)
        {
            var column = delta.Slice(j * samples, samples);
            for (int i = 0; i < _inputs; i++)
            {
                var target = before.Slice(i * samples, samples);
                TensorPrimitives.MultiplyAdd(column, _weights[(j * _inputs) + i], target, target);
            }
        }
    }

    public void GradientOfBatch(ReadOnlySpan<T> input, ReadOnlySpan<T> delta, int samples)
    {
        for (int j = 0; j < _units; j++)
        {
            var column = delta.Slice(j * samples, samples);
            for (int i = 0; i < _inputs; i++)
                _weightGradients[(j * _inputs) + i] = TensorPrimitives.Dot(column, input.Slice(i * samples, samples));
            _biasGradients[j] = TensorPrimitives.Sum(column);
        }
    }

    public void Descend(T rate, T l2)
    {
        if (l2 != T.Zero)
            TensorPrimitives.Multiply(_weights, T.One - (rate * l2), _weights);
        TensorPrimitives.MultiplyAdd(_weightGradients, -rate, _weights, _weights);
        TensorPrimitives.MultiplyAdd(_biasGradients, -rate, _biases, _biases);
    }

    private Span<T> Row(int unit) => _weights.AsSpan(unit * _inputs, _inputs);
}
