using System.Numerics;
using Google.Protobuf;
using StaticNet.Onnx.Export;
using StaticNet.Onnx.Import;
using StaticNet.Serialization;

namespace StaticNet.Onnx;

/// <summary>Networks as ONNX models, the format that most runtimes and frameworks read, and ONNX models of fully connected layers as networks.</summary>
/// <remarks>
/// What is written is opset 9, without operators of other domains: an input [batch, InputSize], for each layer a <c>Gemm</c> with <c>W1</c> and <c>b1</c>
/// and its activation, an output [batch, OutputSize]. What can be read is said in docs/onnx.md.
/// </remarks>
/// <example><code>
/// OnnxFile.Save("moons.onnx", network);
/// var model = OnnxFile.Read&lt;float&gt;("from-pytorch.onnx");     // any topology
/// OnnxFile.Load("from-pytorch.onnx", other);                  // into a network of the same layers and activations
/// </code></example>
public static class OnnxFile
{
    /// <summary>Saves a network. The same network gives the same bytes. The file that was there stays readable until the new one is complete.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="network">What.</param>
    /// <param name="options">Names and sizes; by default <c>input</c>, <c>output</c>, and any number of samples.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; also the model's number type.</typeparam>
    /// <exception cref="ArgumentException">A parameter is NaN or infinite, or the options are impossible.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(string path, INetwork<T> network, OnnxOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AtomicFile.Write(path, Model(network, options).WriteTo);

    /// <inheritdoc cref="Save{T}(string, INetwork{T}, OnnxOptions?)"/>
    public static void Save<T>(string path, NetworkModel<T> network, OnnxOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AtomicFile.Write(path, Model(network, options).WriteTo);

    /// <summary>Writes a network to a stream. The same network gives the same bytes.</summary>
    /// <inheritdoc cref="Save{T}(string, INetwork{T}, OnnxOptions?)"/>
    /// <param name="stream">Written to at its position; stays open.</param>
    /// <param name="network">What.</param>
    /// <param name="options">Names and sizes; by default <c>input</c>, <c>output</c>, and any number of samples.</param>
    public static void Save<T>(Stream stream, INetwork<T> network, OnnxOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        Model(network, options).WriteTo(stream);
    }

    /// <inheritdoc cref="Save{T}(Stream, INetwork{T}, OnnxOptions?)"/>
    public static void Save<T>(Stream stream, NetworkModel<T> network, OnnxOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        Model(network, options).WriteTo(stream);
    }

    /// <summary>Reads a model of fully connected layers, whoever wrote it.</summary>
    /// <param name="path">The file.</param>
    /// <typeparam name="T">The model's number type, <see cref="float"/> or <see cref="double"/>. Numbers of 16 bits are read as <see cref="float"/>.</typeparam>
    /// <returns>
    /// The network. Its loss and reduction are those of the network that was saved; in files of others, the loss that belongs to the output's activation,
    /// and the mean.
    /// </returns>
    /// <exception cref="OnnxException">It is damaged, or holds another kind of model, or another number type, or a weight is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NetworkModel<T> Read<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var stream = File.OpenRead(path);
        return Named(path, () => Read<T>(stream));
    }

    /// <summary>Reads a model of fully connected layers from a stream, from its position to its end.</summary>
    /// <inheritdoc cref="Read{T}(string)"/>
    /// <param name="stream">Stays open.</param>
    public static NetworkModel<T> Read<T>(Stream stream)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelReader.Read<T>(stream);
    }

    /// <summary>
    /// Loads a model's parameters into a network of the same layers and activations. Loss and reduction, which matter to training alone, may differ.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="network">Its parameters are overwritten.</param>
    /// <typeparam name="T">The model's number type.</typeparam>
    /// <exception cref="OnnxException">
    /// It cannot be read, as <see cref="Read{T}(string)"/> says, or belongs to a network of other layers or activations. Nothing has been changed.
    /// </exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static void Load<T>(string path, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        using var stream = File.OpenRead(path);
        Named(path, () => Fitting(stream, network)).CopyTo(network);
    }

    /// <summary>Loads a model's parameters from a stream, from its position to its end.</summary>
    /// <inheritdoc cref="Load{T}(string, INetwork{T})"/>
    /// <param name="stream">Stays open.</param>
    /// <param name="network">Its parameters are overwritten.</param>
    public static void Load<T>(Stream stream, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        Fitting(stream, network).CopyTo(network);
    }

    private static Proto.ModelProto Model<T>(INetwork<T> network, OnnxOptions? options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        return ModelWriter.Write<T>(network.Topology, network.Parameters, options ?? new());
    }

    private static Proto.ModelProto Model<T>(NetworkModel<T> network, OnnxOptions? options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        return ModelWriter.Write<T>(network.Topology, network.Parameters, options ?? new());
    }

    private static NetworkModel<T> Fitting<T>(Stream stream, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var model = Read<T>(stream);
        return model.Topology.ComputesLike(network.Topology)
            ? model
            : throw new OnnxException($"The model is a network of {model.Topology}; this one is {network.Topology}.");
    }

    private static NetworkModel<T> Named<T>(string path, Func<NetworkModel<T>> read)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        try
        {
            return read();
        }
        catch (OnnxException exception)
        {
            throw new OnnxException($"{path}: {exception.Message}", exception);
        }
    }
}
