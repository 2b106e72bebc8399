using System.Numerics;

namespace StaticNet.Serialization;

/// <summary>
/// A few inputs with their outputs. A file of a network carries them, so that whoever loads it, with this library or another, can see that the
/// network computes what it did when it was saved.
/// </summary>
/// <param name="Inputs">[count × InputSize], row-major.</param>
/// <param name="Outputs">[count × OutputSize], row-major.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record GoldenVector<T>(ReadOnlyMemory<T> Inputs, ReadOnlyMemory<T> Outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>More are neither written nor read.</summary>
    internal const int MostSamples = 3;

    private const int MostNumbers = 2048;

    /// <summary>Computes the outputs of up to three inputs: 64ths from −1 to 1, short in a file and exact in every precision, and always the same.</summary>
    /// <returns>Null where an output is infinite, which numbers in a file cannot be.</returns>
    internal static GoldenVector<T>? Of(Topology topology, ForwardPass<T> forward)
    {
        int count = Math.Clamp(MostNumbers / topology.InputSize, 1, MostSamples);
        T[] inputs = new T[count * topology.InputSize], outputs = new T[count * topology.OutputSize];
        var random = new SplitMix64(0);
        foreach (ref T number in inputs.AsSpan())
            number = T.CreateChecked((random.Next(129) - 64) / 64.0);
        for (int i = 0; i < count; i++)
            forward(inputs.AsSpan(i * topology.InputSize, topology.InputSize), outputs.AsSpan(i * topology.OutputSize, topology.OutputSize));
        return Array.TrueForAll(outputs, T.IsFinite) ? new(inputs, outputs) : null;
    }

    /// <summary>Checks that a network computes these outputs from these inputs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="tolerance">How far an output may be off: |actual − expected| ≤ tolerance · max(1, |expected|).</param>
    /// <exception cref="InvalidDataException">An output is off; the message tells which, and what it should be.</exception>
    public void SelfTest(INetwork<T> network, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(network);
        SelfTest(network.Topology, network.Forward, tolerance);
    }

    internal void SelfTest(Topology topology, ForwardPass<T> forward, double tolerance)
    {
        var outputs = new T[topology.OutputSize];
        int count = Inputs.Length / topology.InputSize;
        for (int i = 0; i < count; i++)
        {
            forward(Inputs.Span.Slice(i * topology.InputSize, topology.InputSize), outputs);
            for (int j = 0; j < outputs.Length; j++)
            {
                T expected = Outputs.Span[(i * outputs.Length) + j];
                double off = Math.Abs(double.CreateChecked(outputs[j]) - double.CreateChecked(expected));
                if (!(off <= tolerance * Math.Max(1, Math.Abs(double.CreateChecked(expected)))))
                    throw new InvalidDataException(FormattableString.Invariant($"The self-test failed: output {j} of golden input {i} should be {expected}, it is {outputs[j]}."));
            }
        }
    }
}

/// <summary>Computes the output of one sample.</summary>
internal delegate void ForwardPass<T>(ReadOnlySpan<T> input, Span<T> output);
