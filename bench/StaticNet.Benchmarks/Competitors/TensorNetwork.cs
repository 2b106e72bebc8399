using System.Numerics;
using System.Numerics.Tensors;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>
/// The network as one would write it on System.Numerics.Tensors: every loop over numbers is a vectorised primitive. The same
/// choices as <see cref="JaggedNetwork{T}"/> otherwise; batches come in rows and are turned into columns.
/// </summary>
internal sealed class TensorNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _isClassifier;
    private readonly int[] _sizes;
    private readonly TensorLayer<T>[] _layers;
    private readonly T[][] _a, _delta;
    private readonly T[] _scratch;
    private int _steps;

    /// <param name="parameters">Initial parameters, flat: W1, b1, W2, b2, …</param>
    /// <param name="isClassifier">Softmax and cross-entropy; else identity and squared error.</param>
    /// <param name="capacity">The largest batch.</param>
    /// <param name="sizes">Units of each layer, input first.</param>
    public TensorNetwork(ReadOnlySpan<T> parameters, bool isClassifier, int capacity, params int[] sizes)
    {
        (_isClassifier, _sizes) = (isClassifier, sizes);
        _a = Array.ConvertAll(sizes, size => new T[size * capacity]);
        _delta = Array.ConvertAll(sizes, size => new T[size * capacity]);
        _scratch = new T[Math.Max(capacity, sizes.Max())];
        _layers = new TensorLayer<T>[sizes.Length - 1];
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i] = new TensorLayer<T>(parameters, sizes[i], sizes[i + 1]);
            parameters = parameters[((sizes[i] + 1) * sizes[i + 1])..];
        }
    }

    public ReadOnlySpan<T> Forward(ReadOnlySpan<T> input)
    {
        input.CopyTo(A(0, 1));
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i].Forward(A(i, 1), A(i + 1, 1));
            if (i < _layers.Length - 1)
                TensorPrimitives.Tanh(A(i + 1, 1), A(i + 1, 1));
        }

        if (_isClassifier)
            TensorPrimitives.SoftMax(A(_layers.Length, 1), A(_layers.Length, 1));
        return A(_layers.Length, 1);
    }

    public T TrainStep(ReadOnlySpan<T> input, int label, T rate)
    {
        T probability = Forward(input)[label];
        var delta = Delta(_layers.Length, 1);
        A(_layers.Length, 1).CopyTo(delta);
        delta[label] -= T.One;
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            if (i > 0)
                _layers[i].Backward(Delta(i + 1, 1), Delta(i, 1));
            _layers[i].Descend(A(i, 1), Delta(i + 1, 1), rate);
            if (i > 0)
                TimesDerivative(A(i, 1), Delta(i, 1));
        }

        return -T.Log(probability);
    }

    public void ForwardBatch(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        int samples = inputs.Length / _sizes[0];
        ForwardColumns(inputs, samples);
        var columns = A(_layers.Length, samples);
        for (int k = 0; k < _sizes[^1]; k++)
            for (int s = 0; s < samples; s++)
                outputs[(s * _sizes[^1]) + k] = columns[(k * samples) + s];
    }

    /// <summary>Gradient descent on a batch, with the gradient summed or averaged over it.</summary>
    public T TrainBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels, T rate, T l2, bool mean)
    {
        int samples = labels.Length;
        ForwardColumns(inputs, samples);
        var delta = Delta(_layers.Length, samples);
        A(_layers.Length, samples).CopyTo(delta);
        var own = _scratch.AsSpan(0, samples);
        for (int s = 0; s < samples; s++)
        {
            int at = (labels[s] * samples) + s;
            own[s] = delta[at];
            delta[at] -= T.One;
        }

        TensorPrimitives.Log(own, own);
        T loss = -TensorPrimitives.Sum<T>(own), count = mean ? T.CreateChecked(samples) : T.One;
        Gradients(samples);
        foreach (var layer in _layers)
            layer.Descend(rate / count, l2);
        return loss / count;
    }

    /// <summary>A step of Adam on the mean gradient of a batch.</summary>
    public T TrainBatchAdam(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, T rate)
    {
        int outputs = _sizes[^1], samples = targets.Length / outputs;
        ForwardColumns(inputs, samples);
        var delta = Delta(_layers.Length, samples);
        ToColumns(targets, delta, outputs, samples);
        TensorPrimitives.Subtract(A(_layers.Length, samples), delta, delta);
        T count = T.CreateChecked(samples), loss = TensorPrimitives.SumOfSquares<T>(delta) / T.CreateChecked(outputs) / count;
        TensorPrimitives.Multiply(delta, T.CreateChecked(2) / T.CreateChecked(outputs), delta);
        Gradients(samples);
        T time = T.CreateChecked(++_steps);
        T step = rate / (T.One - T.Pow(T.CreateChecked(0.9), time));
        T correction = T.One / T.Sqrt(T.One - T.Pow(T.CreateChecked(0.999), time));
        foreach (var layer in _layers)
            foreach (var group in layer.Groups)
                group.Adam(step, correction, count);
        return loss;
    }

    private void ForwardColumns(ReadOnlySpan<T> inputs, int samples)
    {
        ToColumns(inputs, A(0, samples), _sizes[0], samples);
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i].ForwardBatch(A(i, samples), A(i + 1, samples), samples);
            if (i < _layers.Length - 1)
                TensorPrimitives.Tanh(A(i + 1, samples), A(i + 1, samples));
        }

        if (_isClassifier)
            Softmax(A(_layers.Length, samples), samples);
    }

    private void Gradients(int samples)
    {
        for (int i = _layers.Length - 1; i >= 0; i--)
        {
            _layers[i].GradientOfBatch(A(i, samples), Delta(i + 1, samples), samples);
            if (i == 0)
                break;
            _layers[i].BackwardBatch(Delta(i + 1, samples), Delta(i, samples), samples);
            TimesDerivative(A(i, samples), Delta(i, samples));
        }
    }

    private static void ToColumns(ReadOnlySpan<T> rows, Span<T> columns, int width, int samples)
    {
        for (int s = 0; s < samples; s++)
            for (int i = 0; i < width; i++)
                columns[(i * samples) + s] = rows[(s * width) + i];
    }

    /// <summary>Softmax over columns. The scratch memory first holds the largest logit of each sample, then the sum.</summary>
    private void Softmax(Span<T> logits, int samples)
    {
        var scratch = _scratch.AsSpan(0, samples);
        logits[..samples].CopyTo(scratch);
        for (int k = 1; k < _sizes[^1]; k++)
            TensorPrimitives.Max(scratch, logits.Slice(k * samples, samples), scratch);
        for (int k = 0; k < _sizes[^1]; k++)
        {
            var column = logits.Slice(k * samples, samples);
            TensorPrimitives.Subtract(column, scratch, column);
        }

        TensorPrimitives.Exp(logits, logits);
        scratch.Clear();
        for (int k = 0; k < _sizes[^1]; k++)
            TensorPrimitives.Add(scratch, logits.Slice(k * samples, samples), scratch);
        for (int k = 0; k < _sizes[^1]; k++)
        {
            var column = logits.Slice(k * samples, samples);
            TensorPrimitives.Divide(column, scratch, column);
        }
    }

    /// <summary>δ·(1 − a²); a is not needed afterwards.</summary>
    private static void TimesDerivative(Span<T> a, Span<T> delta)
    {
        TensorPrimitives.Multiply(a, a, a);
        TensorPrimitives.Subtract(T.One, a, a);
        TensorPrimitives.Multiply(delta, a, delta);
    }

    private Span<T> A(int layer, int samples) => _a[layer].AsSpan(0, _sizes[layer] * samples);

    private Span<T> Delta(int layer, int samples) => _delta[layer].AsSpan(0, _sizes[layer] * samples);
}
