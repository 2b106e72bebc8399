using System.Numerics;
using System.Text;

namespace StaticNet.Serialization;

/// <summary>
/// Networks as JSON, for people and for the compiler: <c>[Network(…, Weights = "moon.weights.json")]</c> bakes such a file into the assembly. An object of arrays with the names and
/// shapes of PyTorch's tensors, <c>{"0.weight": [[…], …], "0.bias": […], "2.weight": …}</c>, a row a line; numbers have the fewest digits that give their bits back. A file of
/// this library tells layers, activations and precision beside them, under <c>network</c>.
/// </summary>
public static class NetworkJson
{
    /// <summary>Saves a network. The file that was there stays readable until the new one is complete.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="network">What. Scaling has no place in the file: fold it into the first layer before (<see cref="Data.Scaler{T}.FoldInto"/>).</param>
    /// <exception cref="ArgumentException">A parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(string path, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string text = Text(network);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Saves a model.</summary>
    /// <param name="path">Where to. The file that was there stays readable until the new one is complete.</param>
    /// <param name="model">What.</param>
    /// <exception cref="ArgumentException">A parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(string path, NetworkModel<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string text = Text(model);
        AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Writes a network to a stream.</summary>
    /// <param name="stream">Written to at its position; stays open.</param>
    /// <param name="network">What.</param>
    /// <exception cref="ArgumentException">A parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(Stream stream, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(Text(network)));
    }

    /// <summary>Writes a model to a stream.</summary>
    /// <param name="stream">Written to at its position; stays open.</param>
    /// <param name="model">What.</param>
    /// <exception cref="ArgumentException">A parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(Stream stream, NetworkModel<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(Text(model)));
    }

    private static string Text<T>(NetworkModel<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return Text<T>(model.Topology, model.Parameters, nameof(model));
    }

    private static string Text<T>(INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        return Text<T>(network.Topology, network.Parameters, nameof(network));
    }

    private static string Text<T>(Topology topology, ReadOnlySpan<T> parameters, string argument)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        NetworkFile.CheckFinite(parameters, argument);
        string precision = (typeof(T) == typeof(double) ? Precision.Double : Precision.Single).ToString();
        var text = new StringBuilder("{\n");
        text.Append($"  \"network\": {{ \"layers\": [{string.Join(", ", topology.LayerSizes)}], \"activations\": [{string.Join(", ", topology.Activations.Select(activation => $"\"{activation}\""))}], \"precision\": \"{precision}\" }}");
        var rest = parameters;
        for (int layer = 0; layer < topology.LayerCount; layer++)
        {
            int inputs = topology.LayerSizes[layer], units = topology.LayerSizes[layer + 1];
            T[] weights = NetworkTensors.Transposed(rest[..(inputs * units)], inputs, units);
            text.Append($",\n  \"{NetworkTensors.Weight(layer)}\": [");
            for (int unit = 0; unit < units; unit++)
                text.Append(unit == 0 ? "\n    " : ",\n    ").Append(NumberText.Of<T>(weights.AsSpan(unit * inputs, inputs)));
            text.Append($"\n  ],\n  \"{NetworkTensors.Bias(layer)}\": {NumberText.Of(rest.Slice(inputs * units, units))}");
            rest = rest[((inputs + 1) * units)..];
        }

        return text.Append("\n}\n").ToString();
    }
}
