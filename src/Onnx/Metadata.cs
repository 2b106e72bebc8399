using System.Globalization;
using Google.Protobuf.Collections;
using StaticNet.Onnx.Proto;

namespace StaticNet.Onnx;

/// <summary>
/// What a graph does not say about a network, loss and reduction, as texts in the model; and what it does say, so that a graph which others have changed is noticed.
/// </summary>
internal static class Metadata
{
    private const string Version = "1";

    private const string
        VersionKey = "staticnet.version",
        LayersKey = "staticnet.layers",
        ActivationsKey = "staticnet.activations",
        LossKey = "staticnet.loss",
        ReductionKey = "staticnet.reduction";

    public static void Write(Topology topology, RepeatedField<StringStringEntryProto> metadata)
    {
        Add(VersionKey, Version);
        Add(LayersKey, Text(topology.LayerSizes));
        Add(ActivationsKey, string.Join('-', topology.Activations));
        Add(LossKey, topology.Loss.ToString());
        Add(ReductionKey, topology.Reduction.ToString());

        void Add(string key, string value) => metadata.Add(new StringStringEntryProto { Key = key, Value = value });
    }

    /// <summary>The topology of a graph.</summary>
    /// <param name="metadata">The model's; ours or not.</param>
    /// <param name="sizes">The graph's layers.</param>
    /// <param name="activations">The graph's activations.</param>
    /// <exception cref="OnnxException">There is no such network, or the metadata is ours but is damaged or says something else than the graph.</exception>
    public static Topology Read(RepeatedField<StringStringEntryProto> metadata, int[] sizes, Activation[] activations)
    {
        bool isOurs = Find(VersionKey) is not null;
        if (isOurs)
        {
            Expect(VersionKey, Version);
            Expect(LayersKey, Text(sizes));
            Expect(ActivationsKey, string.Join('-', activations));
        }

        try
        {
            return isOurs
                ? new(sizes, activations, Choice<LossFunction>(LossKey), Choice<Reduction>(ReductionKey))
                : new(sizes, activations, Topology.LossOf(activations[^1]));
        }
        catch (ArgumentException exception)
        {
            throw new OnnxException($"There is no such network: {Guard.Reason(exception)}", exception);
        }

        string? Find(string key) => metadata.FirstOrDefault(entry => entry.Key == key)?.Value;

        void Expect(string key, string expected)
        {
            if (Find(key) != expected)
                throw new OnnxException($"Expected {key} to be {expected}, as the graph is; the model's metadata says {Find(key) ?? "nothing"}.");
        }

        TEnum Choice<TEnum>(string key)
            where TEnum : struct, Enum =>
            Find(key) is { } text && Enum.GetNames<TEnum>().Contains(text)
                ? Enum.Parse<TEnum>(text)
                : throw new OnnxException(
                    $"Expected {key} to be one of {string.Join(", ", Enum.GetNames<TEnum>())}; the model's metadata says {Find(key) ?? "nothing"}.");
    }

    private static string Text(IEnumerable<int> sizes) => string.Join('-', sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
