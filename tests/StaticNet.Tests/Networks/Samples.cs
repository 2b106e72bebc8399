using System.Numerics;

namespace StaticNet.Tests.Networks;

/// <summary>A seeded random batch for a network: inputs, targets that suit its outputs, labels.</summary>
public sealed class Samples<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NetworkCase _network;

    public Samples(NetworkCase network, int count, int seed)
    {
        _network = network;
        Count = count;
        var random = new Random(seed);
        Inputs = Draw(count * network.InputSize, () => 3 * random.NextDouble() - 1.5);
        // Probabilities that need not sum to 1 for classifiers, any numbers otherwise.
        Targets = Draw(count * network.OutputSize, () => network.IsClassifier ? random.NextDouble() : 4 * random.NextDouble() - 2);
        Labels = Enumerable.Range(0, count).Select(_ => random.Next(network.Classes)).ToArray();
        LabelTargets = new T[count * network.OutputSize];
        for (int i = 0; i < count; i++)
        {
            if (network.OutputSize == 1)
                LabelTargets[i] = T.CreateChecked(Labels[i]);
            else
                LabelTargets[i * network.OutputSize + Labels[i]] = T.One;
        }
    }

    public int Count { get; }

    /// <summary>[Count × InputSize]</summary>
    public T[] Inputs { get; }

    /// <summary>[Count × OutputSize]</summary>
    public T[] Targets { get; }

    /// <summary>[Count]</summary>
    public int[] Labels { get; }

    /// <summary>The labels as targets, [Count × OutputSize].</summary>
    public T[] LabelTargets { get; }

    public ReadOnlySpan<T> Input(int sample) => Inputs.AsSpan(sample * _network.InputSize, _network.InputSize);

    public ReadOnlySpan<T> Target(int sample) => Targets.AsSpan(sample * _network.OutputSize, _network.OutputSize);

    public ReadOnlySpan<T> LabelTarget(int sample) => LabelTargets.AsSpan(sample * _network.OutputSize, _network.OutputSize);

    private static T[] Draw(int count, Func<double> draw) => Enumerable.Range(0, count).Select(_ => T.CreateTruncating(draw())).ToArray();
}

/// <summary>Conversions between number types.</summary>
public static class Samples
{
    /// <summary>Exact: every float is a double.</summary>
    public static double[] ToDouble<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
            result[i] = double.CreateChecked(values[i]);
        return result;
    }
}
