using System.Numerics;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>
/// The network as C# programmers write it by hand: jagged arrays, plain loops, the library's tanh and exp. Nothing is allocated after
/// construction. tanh in hidden layers; softmax with cross-entropy, or identity with squared error. Generic only so that both
/// precisions share it; the JIT compiles one of each, as if it were written twice.
/// </summary>
internal sealed class JaggedNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _isClassifier;
    private readonly T[][] _a, _delta;
    private readonly JaggedLayer<T>[] _layers;
    private readonly JaggedAdam<T> _adam;

    /// <param name="parameters">Initial parameters, flat: W1, b1, W2, b2, …</param>
    /// <param name="isClassifier">Softmax and cross-entropy; else identity and squared error.</param>
    /// <param name="sizes">Units of each layer, input first.</param>
    public JaggedNetwork(ReadOnlySpan<T> parameters, bool isClassifier, params int[] sizes)
    {
        _isClassifier = isClassifier;
        _a = Array.ConvertAll(sizes, size => new T[size]);
        _delta = Array.ConvertAll(sizes, size => new T[size]);
        _layers = new JaggedLayer<T>[sizes.Length - 1];
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i] = new JaggedLayer<T>(parameters, sizes[i], sizes[i + 1]);
            parameters = parameters[((sizes[i] + 1) * sizes[i + 1])..];
        }

        _adam = new JaggedAdam<T>(_layers);
    }

    public T[] Forward(ReadOnlySpan<T> input)
    {
        input.CopyTo(_a[0]);
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i].Forward(_a[i], _a[i + 1]);
            if (i < _layers.Length - 1)
                Tanh(_a[i + 1]);
            else if (_isClassifier)
                Softmax(_a[i + 1]);
        }

        return _a[^1];
    }

    public void ForwardBatch(T[] inputs, T[] outputs)
    {
        int inputSize = _a[0].Length, outputSize = _a[^1].Length;
        for (int i = 0; i < inputs.Length / inputSize; i++)
            Forward(inputs.AsSpan(i * inputSize, inputSize)).CopyTo(outputs.AsSpan(i * outputSize));
    }

    public T TrainStep(ReadOnlySpan<T> input, int label, T rate)
    {
        ClearGradients();
        T loss = Backward(input, label);
        Descend(rate, T.Zero);
        return loss;
    }

    /// <summary>Gradient descent on a batch, with the gradient summed or averaged over it.</summary>
    public T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T rate, T l2, bool mean)
    {
        ClearGradients();
        T loss = T.Zero;
        for (int i = 0; i < labels.Length; i++)
            loss += Backward(inputs.Slice(i * _a[0].Length, _a[0].Length), labels[i]);
        T count = mean ? T.CreateChecked(labels.Length) : T.One;
        Descend(rate / count, l2);
        return loss / count;
    }

    /// <summary>A step of Adam on the mean gradient of a batch.</summary>
    public T TrainBatchAdam(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T rate)
    {
        ClearGradients();
        T loss = T.Zero;
        int inputSize = _a[0].Length, outputSize = _a[^1].Length, count = targets.Length / outputSize;
        for (int i = 0; i < count; i++)
            loss += BackwardSquaredError(inputs.Slice(i * inputSize, inputSize), targets.Slice(i * outputSize, outputSize));
        _adam.Step(rate, T.CreateChecked(count));
        return loss / T.CreateChecked(count);
    }

    private T Backward(ReadOnlySpan<T> input, int label)
    {
        T[] output = Forward(input);
        for (int k = 0; k < output.Length; k++)
            _delta[^1][k] = output[k] - (k == label ? T.One : T.Zero);
        Backward();
        return -T.Log(output[label]);
    }

    private T BackwardSquaredError(ReadOnlySpan<T> input, ReadOnlySpan<T> target)
    {
        T[] output = Forward(input);
        T loss = T.Zero, outputs = T.CreateChecked(output.Length);
        for (int k = 0; k < output.Length; k++)
        {
            T error = output[k] - target[k];
            loss += error * error;
            _delta[^1][k] = (error + error) / outputs;
        }

        Backward();
        return loss / outputs;
    }

    private void Backward()
    {
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            _layers[i].AddGradient(_a[i], _delta[i + 1]);
            if (i > 0)
                _layers[i].Backward(_a[i], _delta[i + 1], _delta[i]);
        }
    }

    private void ClearGradients()
    {
        foreach (var layer in _layers)
            layer.ClearGradient();
    }

    private void Descend(T rate, T l2)
    {
        foreach (var layer in _layers)
            layer.Descend(rate, l2);
    }

    private static void Tanh(T[] values)
    {
        for (int j = 0; j < values.Length; j++)
            values[j] = T.Tanh(values[j]);
    }

    private static void Softmax(T[] values)
    {
        T max = values[0], sum = T.Zero;
        for (int k = 1; k < values.Length; k++)
            if (values[k] > max)
                max = values[k];
        for (int k = 0; k < values.Length; k++)
            sum += values[k] = T.Exp(values[k] - max);
        for (int k = 0; k < values.Length; k++)
            values[k] /= sum;
    }
}
