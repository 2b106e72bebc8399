using System.Numerics;
using StaticNet.Tests.Networks;
using StaticNet.Tests.Reference;

namespace StaticNet.Tests.Gradients;

/// <summary>What the reference network says about each sample, and the sums over the first samples of it.</summary>
internal sealed class Expected<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NetworkCase _network;
    private readonly double[][] _gradients;
    private readonly double[] _losses;

    public Expected(NetworkCase network, ReferenceNetwork reference, Samples<T> samples, bool labels)
    {
        _network = network;
        Outputs = new double[samples.Count][];
        _losses = new double[samples.Count];
        _gradients = new double[samples.Count][];
        for (int i = 0; i < samples.Count; i++)
        {
            double[] input = Samples.ToDouble(samples.Input(i)), target = Samples.ToDouble(labels ? samples.LabelTarget(i) : samples.Target(i));
            Outputs[i] = reference.Forward(input);
            _losses[i] = reference.Loss(input, target);
            _gradients[i] = reference.Gradient(input, target);
        }
    }

    /// <summary>[sample][output]</summary>
    public double[][] Outputs { get; }

    /// <summary>Loss and gradient of one sample.</summary>
    public (double Loss, double[] Gradient, double Scale) Sample(int i) => (_losses[i], _gradients[i], Largest(_gradients[i]) + Math.Abs(_losses[i]) + 1);

    /// <summary>Loss and gradient of the first samples, and the size of the numbers that made them.</summary>
    public (double Loss, double[] Gradient, double Scale) Batch(int count)
    {
        double loss = 0, scale = 0;
        var gradient = new double[_gradients[0].Length];
        for (int i = 0; i < count; i++)
        {
            var sample = Sample(i);
            loss += sample.Loss;
            scale += sample.Scale;
            for (int p = 0; p < gradient.Length; p++)
                gradient[p] += sample.Gradient[p];
        }

        double divisor = _network.Reduction == Reduction.Mean ? count : 1;
        return (loss / divisor, gradient.Select(g => g / divisor).ToArray(), scale / divisor);
    }

    private static double Largest(double[] values) => values.Max(Math.Abs);
}
