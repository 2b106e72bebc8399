using System.Numerics;
using StaticNet.Onnx;
using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>A network's file: which format and precision it has is told by its name and its content.</summary>
internal abstract class NetworkSource
{
    /// <summary>Whether its numbers are <see cref="double"/>; else they are read as <see cref="float"/>.</summary>
    public abstract bool IsDouble { get; }

    /// <summary>Reads it.</summary>
    public abstract StoredNetwork<T> Read<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Looks at a file.</summary>
    /// <param name="path">Its ending tells the format.</param>
    /// <param name="activations">For files that do not tell them; null: they do.</param>
    public static NetworkSource Open(string path, Activation[]? activations) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".safetensors" => new SafeTensorsSource(path, activations),
        ".onnx" => new OnnxSource(path),
        var other => throw new ArgumentException($"Expected a file that ends in .safetensors or .onnx, got '{path}'{(other == ".json" ? "; JSON files of weights are for the compiler, and written only" : "")}."),
    };

    private sealed class SafeTensorsSource : NetworkSource
    {
        private readonly string _path;
        private readonly Topology? _topology;

        public SafeTensorsSource(string path, Activation[]? activations)
        {
            _path = path;
            var file = SafeTensorsFile.Read(path);
            if (file.Metadata.GetValueOrDefault("format") is { } format && format.StartsWith("staticnet-", StringComparison.Ordinal) && format != "staticnet-network")
                throw new SafeTensorsException($"{path}: Expected a file of a network; it says that it is a {format}: {OfKind(format)}.");
            IsDouble = file.Names.Contains("0.weight") && file["0.weight"].Type == TensorType.F64;
            if (!file.Metadata.ContainsKey("layers"))
                _topology = Untold.Topology(path, file, activations);
        }

        public override bool IsDouble { get; }

        public override StoredNetwork<T> Read<T>() => NetworkFile.Read<T>(_path, _topology);

        private static string OfKind(string format) => format switch
        {
            "staticnet-optimizer" => "what an optimizer remembers",
            "staticnet-checkpoint" => "a training run that can go on",
            _ => "of a later version perhaps",
        };
    }

    private sealed class OnnxSource(string path) : NetworkSource
    {
        private readonly object _network = Opened(path);

        public override bool IsDouble => _network is StoredNetwork<double>;

        public override StoredNetwork<T> Read<T>() => (StoredNetwork<T>)_network;

        /// <summary>A model of the other precision is refused for that alone; which of the two reasons matters depends on the model.</summary>
        private static object Opened(string path)
        {
            try
            {
                return Stored<float>(path);
            }
            catch (OnnxException single)
            {
                try
                {
                    return Stored<double>(path);
                }
                catch (OnnxException other) when (other.Message != single.Message)
                {
                    throw new OnnxException($"{single.Message} Read as double: {other.Message[$"{path}: ".Length..]}", other);
                }
            }
        }

        private static StoredNetwork<T> Stored<T>(string path)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(OnnxFile.Read<T>(path), new(null, null), null);
    }
}
