using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace StaticNet.Benchmarks.Competitors;

/// <summary>
/// The network in matrices of Math.NET Numerics, as its documentation writes such things: a batch is a matrix, the biases are one more
/// row of the weights, and expressions allocate their results. tanh in hidden layers, softmax with cross-entropy at the end.
/// </summary>
internal sealed class MathNetNetwork<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Like everybody else here.
    static MathNetNetwork() => MathNet.Numerics.Control.UseSingleThread();

    private readonly int _inputs;
    private readonly Matrix<T>[] _weights;

    /// <param name="parameters">Initial parameters, flat: W1, b1, W2, b2, …</param>
    /// <param name="sizes">Units of each layer, input first.</param>
    public MathNetNetwork(ReadOnlySpan<T> parameters, params int[] sizes)
    {
        _inputs = sizes[0];
        _weights = new Matrix<T>[sizes.Length - 1];
        for (int i = 0; i < _weights.Length; i++)
        {
            int length = (sizes[i] + 1) * sizes[i + 1];
            _weights[i] = Matrix<T>.Build.DenseOfRowMajor(sizes[i] + 1, sizes[i + 1], parameters[..length].ToArray());
            parameters = parameters[length..];
        }
    }

    /// <param name="inputs">[samples × inputs]</param>
    /// <returns>[samples × outputs]</returns>
    public T[] ForwardBatch(T[] inputs) => Forward(inputs)[^1].ToRowMajorArray();

    /// <summary>Gradient descent on a batch, with the gradient summed or averaged over it.</summary>
    public T TrainBatch(T[] inputs, int[] labels, T rate, T l2, bool mean)
    {
        var a = Forward(inputs);
        var delta = a[^1];
        T loss = T.Zero, count = mean ? T.CreateChecked(labels.Length) : T.One;
        for (int s = 0; s < labels.Length; s++)
        {
            loss -= T.Log(delta[s, labels[s]]);
            delta[s, labels[s]] -= T.One;
        }

        for (int i = _weights.Length - 1; i >= 0; i--)
        {
            var gradient = a[i].TransposeThisAndMultiply(delta);
            var weights = _weights[i].SubMatrix(0, _weights[i].RowCount - 1, 0, _weights[i].ColumnCount);
            if (i > 0)
            {
                var activation = a[i].SubMatrix(0, a[i].RowCount, 0, a[i].ColumnCount - 1);
                delta = delta.TransposeAndMultiply(weights).PointwiseMultiply(activation.PointwiseMultiply(activation).Negate().Add(T.One));
            }

            if (l2 != T.Zero)
                gradient.SetSubMatrix(0, 0, gradient.SubMatrix(0, weights.RowCount, 0, weights.ColumnCount) + (weights * l2));
            _weights[i] -= gradient * (rate / count);
        }

        return loss / count;
    }

    /// <returns>What each layer reads, a column of ones included; last, the outputs.</returns>
    private Matrix<T>[] Forward(T[] inputs)
    {
        var a = new Matrix<T>[_weights.Length + 1];
        a[0] = WithOnes(Matrix<T>.Build.DenseOfRowMajor(inputs.Length / _inputs, _inputs, inputs));
        for (int i = 0; i < _weights.Length; i++)
        {
            var z = a[i] * _weights[i];
            a[i + 1] = i < _weights.Length - 1 ? WithOnes(z.PointwiseTanh()) : Softmax(z);
        }

        return a;
    }

    private static Matrix<T> WithOnes(Matrix<T> matrix) =>
        matrix.InsertColumn(matrix.ColumnCount, MathNet.Numerics.LinearAlgebra.Vector<T>.Build.Dense(matrix.RowCount, T.One));

    private static Matrix<T> Softmax(Matrix<T> logits)
    {
        for (int s = 0; s < logits.RowCount; s++)
        {
            var row = logits.Row(s);
            logits.SetRow(s, row.Subtract(row.Maximum()).PointwiseExp());
        }

        return logits.NormalizeRows(1);
    }
}
