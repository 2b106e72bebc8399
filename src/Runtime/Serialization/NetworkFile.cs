using System.Globalization;
using System.Numerics;
using StaticNet.Data;

namespace StaticNet.Serialization;

/// <summary>
/// A network's parameters in a safetensors file, together with the constants that its inputs and targets were scaled by. Tensors are called and laid out as PyTorch's
/// <c>nn.Sequential</c> of linear layers and activations does it: <c>0.weight</c> is [units, inputs] of the first layer, <c>2.weight</c> of the second.
/// </summary>
/// <example><code>
/// NetworkFile.Save("irises.safetensors", network, scaler);
/// var scaling = NetworkFile.Load("irises.safetensors", other);     // a network of the same class
/// scaling.Inputs!.Transform(input);
/// </code></example>
public static class NetworkFile
{
    private const string Format = "staticnet-network", Version = "1", Inputs = "inputs", Targets = "targets";

    /// <summary>Saves a network. The file that was there stays readable until the new one is complete.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="network">What.</param>
    /// <param name="inputs">How inputs were scaled; null: they weren't.</param>
    /// <param name="targets">How targets were scaled; null: they weren't.</param>
    /// <exception cref="ArgumentException">A scaler is for another number of columns than the network has, or a parameter is NaN or infinite.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save<T>(string path, INetwork<T> network, Scaler<T>? inputs = null, Scaler<T>? targets = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        CheckColumns(inputs, network.InputSize, nameof(inputs));
        CheckColumns(targets, network.OutputSize, nameof(targets));
        foreach (T parameter in network.Parameters)
        {
            if (!T.IsFinite(parameter))
                throw new ArgumentException("A parameter of the network is NaN or infinite; such a file could not be loaded.", nameof(network));
        }

        var writer = new SafeTensorsWriter();
        writer.AddMetadata("format", Format);
        writer.AddMetadata("version", Version);
        writer.AddMetadata("layers", Text(network.Topology.LayerSizes.AsSpan()));
        var sizes = network.Topology.LayerSizes.AsSpan();
        var rest = (ReadOnlySpan<T>)network.Parameters;
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            int rows = sizes[layer - 1], units = sizes[layer];
            writer.Add<T>(Weight(layer), Transposed(rest[..(rows * units)], rows, units), units, rows);
            writer.Add(Bias(layer), rest.Slice(rows * units, units), units);
            rest = rest[(rows * units + units)..];
        }

        Add(writer, Inputs, inputs);
        Add(writer, Targets, targets);
        AtomicFile.Write(path, writer.WriteTo);
    }

    /// <summary>Loads parameters into a network of the same layers.</summary>
    /// <param name="path">A file of <see cref="Save"/>, or one of PyTorch's with the same tensors.</param>
    /// <param name="network">Its parameters are overwritten.</param>
    /// <returns>How inputs and targets were scaled.</returns>
    /// <exception cref="SafeTensorsException">It is damaged, or belongs to a network of other layers or another number type, or a number is NaN or infinite. Nothing has been changed.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Scaling<T> Load<T>(string path, INetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        var file = SafeTensorsFile.Read(path);
        var sizes = network.Topology.LayerSizes.AsSpan();
        if (file.Metadata.TryGetValue("format", out string? format) && (format != Format || file.Metadata.GetValueOrDefault("version") != Version))
            throw new SafeTensorsException($"{path}: expected {Format}, version {Version}; the file is {format}, version {file.Metadata.GetValueOrDefault("version") ?? "unknown"}.");
        if (file.Metadata.TryGetValue("layers", out string? layers) && layers != Text(sizes))
            throw new SafeTensorsException($"{path}: the file holds a network of {layers}; this one is {Text(sizes)}.");

        // All is read before anything is changed.
        var parameters = new T[network.ParameterCount];
        var rest = parameters.AsSpan();
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            int rows = sizes[layer - 1], units = sizes[layer];
            Transposed<T>(Numbers<T>(file, path, Weight(layer), units, rows), units, rows).CopyTo(rest);
            Numbers<T>(file, path, Bias(layer), units).CopyTo(rest[(rows * units)..]);
            rest = rest[(rows * units + units)..];
        }

        var scaling = new Scaling<T>(Scaler<T>(file, path, Inputs, network.InputSize), Scaler<T>(file, path, Targets, network.OutputSize));
        parameters.CopyTo(network.Parameters);
        return scaling;
    }

    /// <summary>Layers and activations take turns in PyTorch's sequence.</summary>
    private static string Weight(int layer) => string.Create(CultureInfo.InvariantCulture, $"{2 * (layer - 1)}.weight");

    private static string Bias(int layer) => string.Create(CultureInfo.InvariantCulture, $"{2 * (layer - 1)}.bias");

    private static string Text(ReadOnlySpan<int> sizes) => string.Join('-', Array.ConvertAll(sizes.ToArray(), size => size.ToString(CultureInfo.InvariantCulture)));

    private static T[] Transposed<T>(ReadOnlySpan<T> matrix, int rows, int columns)
    {
        var result = new T[matrix.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                result[j * rows + i] = matrix[i * columns + j];
        }

        return result;
    }

    private static void Add<T>(SafeTensorsWriter writer, string name, Scaler<T>? scaler)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (scaler is null)
            return;
        writer.Add(name + ".offset", scaler.Offset, scaler.Offset.Length);
        writer.Add(name + ".factor", scaler.Factor, scaler.Factor.Length);
    }

    private static Scaler<T>? Scaler<T>(SafeTensorsFile file, string path, string name, int columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!file.Names.Contains(name + ".offset"))
            return null;
        T[] offset = Numbers<T>(file, path, name + ".offset", columns), factor = Numbers<T>(file, path, name + ".factor", columns);
        return Array.IndexOf(factor, T.Zero) < 0 ? new(offset, factor) : throw new SafeTensorsException($"{path}: a number in '{name}.factor' is 0.");
    }

    private static T[] Numbers<T>(SafeTensorsFile file, string path, string name, params int[] shape)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] numbers;
        try
        {
            numbers = file.Get<T>(name);
        }
        catch (SafeTensorsException exception)
        {
            throw new SafeTensorsException($"{path}: {exception.Message}", exception);
        }

        if (!file[name].Shape.SequenceEqual(shape))
            throw new SafeTensorsException($"{path}: expected '{name}' to be [{string.Join(", ", shape)}]; it is {file[name]}.");
        return Array.TrueForAll(numbers, T.IsFinite) ? numbers : throw new SafeTensorsException($"{path}: a number in '{name}' is NaN or infinite.");
    }

    private static void CheckColumns<T>(Scaler<T>? scaler, int columns, string argument)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (scaler is not null)
            Guard.Length(scaler.Offset.Length, columns, argument);
    }
}

/// <summary>How the numbers around a network were scaled when it was trained.</summary>
/// <param name="Inputs">Of its inputs; null: they weren't.</param>
/// <param name="Targets">Of its targets, to be undone on outputs; null: they weren't.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Scaling<T>(Scaler<T>? Inputs, Scaler<T>? Targets)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
