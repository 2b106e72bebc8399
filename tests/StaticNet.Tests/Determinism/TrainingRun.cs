using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Determinism;

/// <summary>A training run that goes through every method, and a fingerprint of every bit that it left behind.</summary>
internal static class TrainingRun
{
    private static readonly int[] s_batches = [1, 3, 16, 17, 33, 40, 150];

    /// <summary>Trains a freshly made network and returns the first half of the SHA-256 of losses, outputs, gradients and parameters.</summary>
    public static string Fingerprint(NetworkCase info) => info.IsDouble ? Fingerprint<double>(info) : Fingerprint<float>(info);

    private static string Fingerprint<T>(NetworkCase info)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = info.Create<T>(2024);
        var samples = new Samples<T>(info, s_batches[^1], 101);
        var sgd = new Sgd<T> { LearningRate = T.CreateTruncating(info.Reduction == Reduction.Sum ? 0.002 : 0.05), LearningRateDecay = T.CreateTruncating(0.01), L2 = T.CreateTruncating(0.01) };
        var results = new List<T>();
        for (int pass = 0; pass < 3; pass++)
        {
            foreach (int count in s_batches)
            {
                T[] inputs = samples.Inputs[..(count * info.InputSize)], targets = samples.Targets[..(count * info.OutputSize)];
                results.Add(network.TrainBatch(inputs, targets, sgd));
                results.Add(network.TrainStep(samples.Input(count - 1), samples.Target(count - 1), T.CreateTruncating(0.01)));
                if (network is IClassifier<T> classifier)
                    results.Add(classifier.TrainBatch(inputs, samples.Labels[..count], sgd));
            }
        }

        T[] outputs = new T[samples.Targets.Length], gradient = new T[network.ParameterCount], inputGradient = new T[info.InputSize];
        network.ForwardBatch(samples.Inputs, outputs);
        results.AddRange(outputs);
        results.Add(network.LossBatch(samples.Inputs, samples.Targets));
        network.BackwardFrom(samples.Input(0), samples.Target(0), gradient, inputGradient);
        results.AddRange([.. gradient, .. inputGradient, .. network.Parameters]);
        Assert.All(results, value => Assert.True(T.IsFinite(value)));
        return Hash<T>(CollectionsMarshal.AsSpan(results));
    }

    /// <summary>The first half of the SHA-256 of numbers as they lie in memory, lowest byte first.</summary>
    public static string Hash<T>(ReadOnlySpan<T> values)
        where T : unmanaged =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(values))).ToLowerInvariant()[..32];
}
