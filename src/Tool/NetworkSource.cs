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
    public static NetworkSource Open(string path, string? activations) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".safetensors" => new SafeTensorsSource(path, activations),
        ".onnx" => new OnnxSource(path),
        var other => throw new ArgumentException($"Expected a file that ends in .safetensors or .onnx, got '{path}'{(other == ".json" ? "; JSON files of weights are for the compiler, and written only" : "")}."),
    };

    private sealed class SafeTensorsSource : NetworkSource
    {
        private readonly string _path;
        private readonly Topology? _topology;

        public SafeTensorsSource(string path, string? activations)
        {
            _path = path;
            var file = SafeTensorsFile.Read(path);
            IsDouble = file.Names.Contains("0.weight") && file["0.weight"].Type == TensorType.F64;
            if (activations is not null)
                _topology = Inferred(file, activations);
            else if (!file.Metadata.ContainsKey("layers"))
                throw new IOException($"{path} does not tell its activations: give them, as in --activations Tanh,Softmax. Its tensors are: {string.Join("; ", file.Names.Select(name => $"{name} {file[name]}"))}.");
        }

        public override bool IsDouble { get; }

        public override StoredNetwork<T> Read<T>() => NetworkFile.Read<T>(_path, _topology);

        /// <summary>The layers follow from the shapes of the weights.</summary>
        private static Topology Inferred(SafeTensorsFile file, string activations)
        {
            Activation[] each = Array.ConvertAll(activations.Split(','), name => Enum.TryParse<Activation>(name.Trim(), ignoreCase: true, out var activation) && Enum.IsDefined(activation)
                ? activation
                : throw new ArgumentException($"Expected activations of {string.Join(", ", Enum.GetNames<Activation>())}; got '{name}'."));
            var sizes = new List<int>();
            for (int layer = 0; layer < each.Length; layer++)
            {
                var weight = file[FormattableString.Invariant($"{2 * layer}.weight")];
                if (weight.Shape.Length != 2)
                    throw new SafeTensorsException($"Expected '{weight.Name}' to be a matrix; it is {weight}.");
                if (layer == 0)
                    sizes.Add(weight.Shape[1]);
                sizes.Add(weight.Shape[0]);
            }

            return new Topology([.. sizes], each, Topology.LossOf(each[^1]));
        }
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
