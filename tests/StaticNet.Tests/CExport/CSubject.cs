using System.Numerics;
using System.Runtime.InteropServices;

namespace StaticNet.Tests.CExport;

/// <summary>A network that a C program computes, with inputs and what <c>Forward</c> and <c>Predict</c> make of them.</summary>
internal abstract class CSubject(string name, Topology topology)
{
    public string Name { get; } = name;

    public Topology Topology { get; } = topology;

    public abstract bool IsDouble { get; }

    /// <summary>All inputs, as the program reads them.</summary>
    public abstract ReadOnlySpan<byte> Inputs { get; }

    public abstract int Count { get; }

    public abstract void Export(TextWriter writer, CExportOptions options);

    /// <summary>Compares what the program wrote, an output and a label for each input.</summary>
    /// <returns>What comes behind.</returns>
    public abstract ReadOnlySpan<byte> Check(ReadOnlySpan<byte> written);

    public static CSubject Of<T>(string name, INetwork<T> network, T[] inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new Subject<T>(name, network.Topology, inputs, network.Forward, network is IClassifier<T> classifier ? classifier.Predict : null, network.ExportC);

    public static CSubject Of<T>(string name, NetworkModel<T> model, T[] inputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new Subject<T>(name, model.Topology, inputs, model.Forward, null, model.ExportC);

    private delegate void Forward<T>(ReadOnlySpan<T> input, Span<T> output);

    private delegate int Predict<T>(ReadOnlySpan<T> input);

    private sealed class Subject<T>(string name, Topology topology, T[] inputs, Forward<T> forward, Predict<T>? predict, Action<TextWriter, CExportOptions> export) : CSubject(name, topology)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public override bool IsDouble => typeof(T) == typeof(double);

        public override ReadOnlySpan<byte> Inputs => MemoryMarshal.AsBytes(inputs.AsSpan());

        public override int Count => inputs.Length / Topology.InputSize;

        public override void Export(TextWriter writer, CExportOptions options) => export(writer, options);

        public override ReadOnlySpan<byte> Check(ReadOnlySpan<byte> written)
        {
            T[] expected = new T[Topology.OutputSize], actual = new T[Topology.OutputSize];
            for (int sample = 0; sample < Count; sample++)
            {
                var input = inputs.AsSpan(sample * Topology.InputSize, Topology.InputSize);
                forward(input, expected);
                written[..(actual.Length * Marshal.SizeOf<T>())].CopyTo(MemoryMarshal.AsBytes(actual.AsSpan()));
                written = written[(actual.Length * Marshal.SizeOf<T>())..];
                for (int i = 0; i < actual.Length; i++)
                {
                    // Which bits a NaN has is not promised.
                    bool same = T.IsNaN(expected[i]) ? T.IsNaN(actual[i]) : MemoryMarshal.AsBytes(expected.AsSpan(i, 1)).SequenceEqual(MemoryMarshal.AsBytes(actual.AsSpan(i, 1)));
                    Assert.True(same, $"{Name}, {Topology}: output {i} of [{string.Join(", ", input.ToArray())}] should be {expected[i]:R}, is {actual[i]:R}.");
                }

                int label = MemoryMarshal.Read<int>(written), expectedLabel = predict?.Invoke(input) ?? (Topology.IsClassifier ? Largest(expected) : 0);
                Assert.True(expectedLabel == label, $"{Name}, {Topology}: the label of [{string.Join(", ", input.ToArray())}] should be {expectedLabel}, is {label}.");
                written = written[sizeof(int)..];
            }

            return written;
        }

        /// <summary>The rule of Predict.</summary>
        private static int Largest(T[] output)
        {
            if (output.Length == 1)
                return output[0] >= T.CreateTruncating(0.5) ? 1 : 0;
            int best = 0;
            for (int i = 1; i < output.Length; i++)
                best = output[i] > output[best] ? i : best;
            return best;
        }
    }
}
