using System.ComponentModel;
using System.Numerics;
using StaticNet.Data;

namespace StaticNet.Serialization;

/// <summary>
/// Networks in safetensors files. Tensors are called and laid out as PyTorch's <c>nn.Sequential</c> of linear layers and activations does it, so that its
/// <c>load_state_dict</c> takes them as they are: <c>0.weight</c> is [units, inputs] of the first layer, <c>2.weight</c> of the second. The metadata tell topology, precision,
/// scaling, and a few inputs with their outputs, by which every load tests itself; of networks with dropout, <see cref="IDropoutNetwork{T}.DropoutState"/> too.
/// </summary>
/// <example><code>
/// NetworkFile.Save("irises.safetensors", network, scaler);
/// var scaling = NetworkFile.Load("irises.safetensors", other);     // a network of the same layers and activations
/// scaling.Inputs!.Transform(input);
/// </code></example>
public static class NetworkFile
{
    /// <summary>Saves a network. The file that was there stays readable until the new one is complete.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="network">What.</param>
    /// <param name="inputs">How inputs were scaled; null: they weren't.</param>
    /// <param name="targets">How targets were scaled; null: they weren't.</param>
    /// <exception cref="ArgumentException">A scaler is for another number of columns than the network has, or a parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(string path, INetwork<T> network, Scaler<T>? inputs = null, Scaler<T>? targets = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        AtomicFile.Write(path, Writer(network, inputs, targets).WriteTo);

    /// <summary>Writes a network to a stream.</summary>
    /// <param name="stream">Written to at its position; stays open.</param>
    /// <param name="network">What.</param>
    /// <param name="inputs">How inputs were scaled; null: they weren't.</param>
    /// <param name="targets">How targets were scaled; null: they weren't.</param>
    /// <exception cref="ArgumentException">A scaler is for another number of columns than the network has, or a parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(Stream stream, INetwork<T> network, Scaler<T>? inputs = null, Scaler<T>? targets = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Writer(network, inputs, targets).WriteTo(stream);

    /// <summary>Saves a model, with the scaling that its file had.</summary>
    /// <param name="path">Where to. The file that was there stays readable until the new one is complete.</param>
    /// <param name="model">What.</param>
    /// <param name="scaling">How inputs and targets were scaled; null: they weren't.</param>
    /// <exception cref="ArgumentException">A scaler is for another number of columns than the network has, or a parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(string path, NetworkModel<T> model, Scaling<T>? scaling = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        AtomicFile.Write(path, Writer(model, scaling).WriteTo);
    }

    /// <summary>Writes a model to a stream, with the scaling that its file had.</summary>
    /// <param name="stream">Written to at its position; stays open.</param>
    /// <param name="model">What.</param>
    /// <param name="scaling">How inputs and targets were scaled; null: they weren't.</param>
    /// <exception cref="ArgumentException">A scaler is for another number of columns than the network has, or a parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(Stream stream, NetworkModel<T> model, Scaling<T>? scaling = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        Writer(model, scaling).WriteTo(stream);
    }

    /// <summary>Loads parameters into a network of the same layers and activations, and tests that it computes what the saved one did.</summary>
    /// <param name="path">A file of <see cref="Save{T}(string, INetwork{T}, Scaler{T}?, Scaler{T}?)"/>, or one of PyTorch's with the same tensors; F16 and BF16 are widened.</param>
    /// <param name="network">Its parameters are overwritten.</param>
    /// <returns>How inputs and targets were scaled.</returns>
    /// <exception cref="SafeTensorsException">It is damaged, or belongs to a network of other layers, activations or number type, or a number is NaN or infinite, or the self-test fails. Nothing has been changed.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Scaling<T> Load<T>(string path, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        return SafeTensorsFile.Open(path, stream => Load(stream, network));
    }

    /// <inheritdoc cref="Load{T}(string, INetwork{T})"/>
    /// <param name="stream">Read from its position to its end; stays open.</param>
    /// <param name="network">Its parameters are overwritten.</param>
    public static Scaling<T> Load<T>(Stream stream, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Load(stream, network, mayBeScaled: true);

    private static Scaling<T> Load<T>(Stream stream, INetwork<T> network, bool mayBeScaled)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var file = SafeTensorsFile.Read(stream);
        var topology = network.Topology;
        if (NetworkMetadata.Topology(file) is { } stored && !stored.ComputesLike(topology))
            throw new SafeTensorsException($"The file holds a network of {stored}; this one is {topology}.");

        // All is read before anything is changed; and put back if the network does not compute what it should.
        T[] parameters = NetworkTensors.Read<T>(file, topology);
        var scaling = NetworkMetadata.Scaling<T>(file, topology);
        if (!mayBeScaled && !scaling.IsNone)
            throw new SafeTensorsException("The network takes scaled inputs or gives scaled outputs, and the file has the constants: load it with `out scaling`, and scale with them.");
        var golden = NetworkMetadata.Golden<T>(file, topology);
        ulong? dropoutState = NetworkMetadata.DropoutState(file);
        T[] before = network.Parameters.ToArray();
        parameters.CopyTo(network.Parameters);
        try
        {
            SelfTest(file, golden, topology, network.Forward);
        }
        catch
        {
            before.CopyTo(network.Parameters);
            throw;
        }

        if (dropoutState is { } state && network is IDropoutNetwork<T> random)
            random.DropoutState = state;
        return scaling;
    }

    /// <summary>Loads parameters of a network whose inputs and targets were not scaled. For generated code.</summary>
    /// <inheritdoc cref="Load{T}(string, INetwork{T})"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void LoadUnscaled<T>(string path, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        SafeTensorsFile.Open(path, stream => Load(stream, network, mayBeScaled: false));
    }

    /// <inheritdoc cref="LoadUnscaled{T}(string, INetwork{T})"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void LoadUnscaled<T>(Stream stream, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Load(stream, network, mayBeScaled: false);

    /// <summary>Reads a network for which there need be no class.</summary>
    /// <param name="path">A file of <see cref="Save{T}(string, INetwork{T}, Scaler{T}?, Scaler{T}?)"/>.</param>
    /// <param name="topology">Needed for files of other programs, which do not tell it; null: the file does.</param>
    /// <exception cref="SafeTensorsException">It is damaged, does not tell its topology or tells another, has another number type, a number is NaN or infinite, or the self-test fails.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StoredNetwork<T> Read<T>(string path, Topology? topology = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SafeTensorsFile.Open(path, stream => Read<T>(stream, topology));

    /// <inheritdoc cref="Read{T}(string, Topology?)"/>
    /// <param name="stream">Read from its position to its end; stays open.</param>
    /// <param name="topology">Needed for files of other programs, which do not tell it; null: the file does.</param>
    public static StoredNetwork<T> Read<T>(Stream stream, Topology? topology = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var file = SafeTensorsFile.Read(stream);
        var stored = NetworkMetadata.Topology(file);
        if (topology is not null && stored?.ComputesLike(topology) == false)
            throw new SafeTensorsException($"The file holds a network of {stored}; expected {topology}.");
        topology ??= stored ?? throw new SafeTensorsException("The file does not tell its topology, activations above all; it must be given.");
        T[] parameters = NetworkTensors.Read<T>(file, topology);
        var model = new NetworkModel<T>(topology);
        parameters.CopyTo(model.Parameters);
        var golden = NetworkMetadata.Golden<T>(file, topology);
        SelfTest(file, golden, topology, model.Forward);
        return new(model, NetworkMetadata.Scaling<T>(file, topology), golden);
    }

    private static SafeTensorsWriter Writer<T>(INetwork<T> network, Scaler<T>? inputs, Scaler<T>? targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        CheckColumns(inputs, network.InputSize, nameof(inputs));
        CheckColumns(targets, network.OutputSize, nameof(targets));
        return Writer(network.Topology, network.Parameters, network.Forward, new Scaling<T>(inputs, targets), (network as IDropoutNetwork<T>)?.DropoutState, nameof(network));
    }

    private static SafeTensorsWriter Writer<T>(NetworkModel<T> model, Scaling<T>? scaling)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Writer(model.Topology, model.Parameters, model.Forward, scaling ?? new(null, null), dropoutState: null, nameof(model));

    private static SafeTensorsWriter Writer<T>(Topology topology, ReadOnlySpan<T> parameters, ForwardPass<T> forward, Scaling<T> scaling, ulong? dropoutState, string argument)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CheckColumns(scaling.Inputs, topology.InputSize, nameof(scaling));
        CheckColumns(scaling.Targets, topology.OutputSize, nameof(scaling));
        CheckFinite(parameters, argument);
        var writer = new SafeTensorsWriter();
        NetworkMetadata.Write(writer, topology, scaling, dropoutState, GoldenVector<T>.Of(topology, forward));
        NetworkTensors.Write(writer, topology, parameters);
        return writer;
    }

    /// <summary>A file with such a parameter could not be loaded.</summary>
    internal static void CheckFinite<T>(ReadOnlySpan<T> parameters, string argument)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T parameter in parameters)
        {
            if (!T.IsFinite(parameter))
                throw new ArgumentException("Expected finite parameters; one of the network's is NaN or infinite, and such a file could not be loaded.", argument);
        }
    }

    private static void SelfTest<T>(SafeTensorsFile file, GoldenVector<T>? golden, Topology topology, ForwardPass<T> forward)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Files that another program rewrote in half precision keep their texts, and their outputs but for what that costs.
        double tolerance = file[NetworkTensors.Weight(0)].Type switch
        {
            TensorType.F64 => 1e-12,
            TensorType.F16 => 0.01,
            TensorType.BF16 => 0.1,
            _ => 1e-5,
        };
        try
        {
            golden?.SelfTest(topology, forward, tolerance);
        }
        catch (InvalidDataException exception)
        {
            throw new SafeTensorsException(exception.Message, exception);
        }
    }

    private static void CheckColumns<T>(Scaler<T>? scaler, int columns, string argument)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (scaler is not null)
            Guard.Length(scaler.Offset.Length, columns, argument);
    }
}
