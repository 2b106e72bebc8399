using System.Numerics;

namespace StaticNet.Onnx.Tests;

/// <summary>Comparisons of our outputs with ONNX Runtime's.</summary>
internal static class Agreement
{
    /// <summary>
    /// What may differ, relative to the larger of 1 and our output: roundings of float or double. Sums of inputs and weights of about 1 cancel, so an output near 0
    /// has the errors of its summands.
    /// </summary>
    public static double Tolerance<T>() => typeof(T) == typeof(float) ? 1e-5 : 1e-13;

    /// <summary>Runs a model in batches of several sizes, and a network on the same inputs.</summary>
    /// <param name="model">The bytes of a model.</param>
    /// <param name="network">What it should compute.</param>
    /// <param name="inputShape">Dimensions of one input, if it has more than one.</param>
    public static void Check<T>(byte[] model, NetworkModel<T> network, params long[] inputShape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var runtime = new OnnxRuntime(model);
        var random = new Random(1);
        int[] counts = runtime.InputShape[0] > 0 ? [runtime.InputShape[0]] : [1, 2, 3, 8, 33];
        foreach (int count in counts)
        {
            T[] inputs = Inputs<T>(random, count * network.Topology.InputSize);
            T[] outputs = runtime.Run(inputs, [count, .. inputShape is [] ? [network.Topology.InputSize] : inputShape]);
            AssertNear(Outputs(network, inputs), outputs);
        }
    }

    /// <summary>Numbers from −2 to 2.</summary>
    public static T[] Inputs<T>(Random random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((4 * random.NextDouble()) - 2))];

    /// <summary>Outputs of a batch, sample by sample.</summary>
    public static T[] Outputs<T>(NetworkModel<T> network, T[] inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (inputSize, outputSize) = (network.Topology.InputSize, network.Topology.OutputSize);
        T[] outputs = new T[inputs.Length / inputSize * outputSize];
        for (int i = 0; i < inputs.Length / inputSize; i++)
            network.Forward(inputs.AsSpan(i * inputSize, inputSize), outputs.AsSpan(i * outputSize, outputSize));
        return outputs;
    }

    /// <summary>Each of the numbers within the tolerance.</summary>
    public static void AssertNear<T>(ReadOnlySpan<T> ours, ReadOnlySpan<T> theirs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(ours.Length, theirs.Length);
        for (int i = 0; i < ours.Length; i++)
        {
            double expected = double.CreateChecked(ours[i]), actual = double.CreateChecked(theirs[i]);
            double difference = Math.Abs(actual - expected) / Math.Max(1, Math.Abs(expected));
            if (!(difference <= Tolerance<T>()))
                Assert.Fail($"Output {i}: ours is {ours[i]:R}, theirs {theirs[i]:R}; off by {difference:E1}, allowed {Tolerance<T>():E1}.");
        }
    }
}
