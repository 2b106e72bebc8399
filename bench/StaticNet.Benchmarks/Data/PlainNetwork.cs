using System.Numerics;

namespace StaticNet.Benchmarks.Data;

/// <summary>
/// A forward pass in plain double-precision loops with the library's tanh and exp: what every timed implementation has to agree with,
/// so that nobody is fast by computing less. tanh in the hidden layers.
/// </summary>
/// <param name="sizes">Units of each layer, input first.</param>
internal sealed class PlainNetwork(params int[] sizes)
{
    /// <summary>The mean cross-entropy of softmax outputs.</summary>
    public double CrossEntropy<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<int> labels)
        where T : unmanaged, INumber<T>
    {
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double[] logits = Logits(parameters, inputs.Slice(i * sizes[0], sizes[0]));
            sum += LogSumExp(logits) - logits[labels[i]];
        }

        return sum / labels.Length;
    }

    /// <summary>The mean squared error of identity outputs.</summary>
    public double SquaredError<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets)
        where T : unmanaged, INumber<T>
    {
        double sum = 0;
        int outputs = sizes[^1], count = targets.Length / outputs;
        for (int i = 0; i < count; i++)
        {
            double[] output = Logits(parameters, inputs.Slice(i * sizes[0], sizes[0]));
            for (int k = 0; k < outputs; k++)
                sum += Square(output[k] - double.CreateChecked(targets[(i * outputs) + k]));
        }

        return sum / targets.Length;
    }

    /// <summary>The largest difference of any softmax output from what this class computes.</summary>
    public double LargestError<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputs)
        where T : unmanaged, INumber<T>
    {
        double largest = 0;
        int units = sizes[^1];
        for (int i = 0; i < outputs.Length / units; i++)
        {
            double[] logits = Logits(parameters, inputs.Slice(i * sizes[0], sizes[0]));
            double total = LogSumExp(logits);
            for (int k = 0; k < units; k++)
                largest = Math.Max(largest, Math.Abs(Math.Exp(logits[k] - total) - double.CreateChecked(outputs[(i * units) + k])));
        }

        return largest;
    }

    private double[] Logits<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> input)
        where T : unmanaged, INumber<T>
    {
        var a = new double[input.Length];
        for (int i = 0; i < a.Length; i++)
            a[i] = double.CreateChecked(input[i]);
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            int inputs = sizes[layer - 1], units = sizes[layer];
            var z = new double[units];
            for (int j = 0; j < units; j++)
            {
                z[j] = double.CreateChecked(parameters[(inputs * units) + j]);
                for (int i = 0; i < inputs; i++)
                    z[j] += a[i] * double.CreateChecked(parameters[(i * units) + j]);
            }

            a = layer == sizes.Length - 1 ? z : Array.ConvertAll(z, Math.Tanh);
            parameters = parameters[((inputs + 1) * units)..];
        }

        return a;
    }

    private static double LogSumExp(double[] logits)
    {
        double max = logits.Max();
        return max + Math.Log(logits.Sum(z => Math.Exp(z - max)));
    }

    private static double Square(double x) => x * x;
}
