using System.Globalization;
using System.Numerics;

namespace StaticNet.Serialization;

/// <summary>
/// A network's parameters as tensors with the names and shapes of PyTorch's <c>nn.Sequential</c> of linear layers and activations, which take turns in it:
/// <c>0.weight</c> [units, inputs], <c>0.bias</c> [units], <c>2.weight</c>, ….
/// </summary>
internal static class NetworkTensors
{
    /// <summary>The weights of a layer, 0 for the first.</summary>
    public static string Weight(int layer) => (2 * layer).ToString(CultureInfo.InvariantCulture) + ".weight";

    /// <summary>The biases of a layer, 0 for the first.</summary>
    public static string Bias(int layer) => (2 * layer).ToString(CultureInfo.InvariantCulture) + ".bias";

    /// <summary>Adds the tensors of all layers.</summary>
    public static void Write<T>(SafeTensorsWriter writer, Topology topology, ReadOnlySpan<T> parameters)
        where T : unmanaged
    {
        for (int layer = 0; layer < topology.LayerCount; layer++)
        {
            int inputs = topology.LayerSizes[layer], units = topology.LayerSizes[layer + 1];
            writer.Add<T>(Weight(layer), Transposed(parameters[..(inputs * units)], inputs, units), units, inputs);
            writer.Add(Bias(layer), parameters.Slice(inputs * units, units), units);
            parameters = parameters[((inputs + 1) * units)..];
        }
    }

    /// <summary>Reads the tensors of all layers.</summary>
    /// <returns>[ParameterCount], flat. Allocated only once the file is known to have as many.</returns>
    /// <exception cref="SafeTensorsException">A tensor is missing, or has another shape or type, or a number that is NaN or infinite; or there are others, which the network that they
    /// belong to would compute with.</exception>
    public static T[] Read<T>(SafeTensorsFile file, Topology topology)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int layer = 0; layer < topology.LayerCount; layer++)
        {
            int inputs = topology.LayerSizes[layer], units = topology.LayerSizes[layer + 1];
            CheckShape(file, Weight(layer), units, inputs);
            CheckShape(file, Bias(layer), units);
        }

        if (file.Names.Count > 2 * topology.LayerCount)
        {
            var own = new HashSet<string>(Enumerable.Range(0, topology.LayerCount).SelectMany(layer => new[] { Weight(layer), Bias(layer) }));
            throw new SafeTensorsException($"Expected the weights and biases of layers {NetworkMetadata.LayersText(topology)}, and nothing else; there is '{file.Names.First(name => !own.Contains(name))}', too.");
        }

        var parameters = new T[topology.ParameterCount];
        var rest = parameters.AsSpan();
        for (int layer = 0; layer < topology.LayerCount; layer++)
        {
            int inputs = topology.LayerSizes[layer], units = topology.LayerSizes[layer + 1];
            Transposed<T>(Numbers<T>(file, Weight(layer)), units, inputs).CopyTo(rest);
            Numbers<T>(file, Bias(layer)).CopyTo(rest[(inputs * units)..]);
            rest = rest[((inputs + 1) * units)..];
        }

        return parameters;
    }

    /// <summary>A matrix with rows and columns exchanged.</summary>
    public static T[] Transposed<T>(ReadOnlySpan<T> matrix, int rows, int columns)
    {
        var result = new T[matrix.Length];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                result[j * rows + i] = matrix[i * columns + j];
        }

        return result;
    }

    private static void CheckShape(SafeTensorsFile file, string name, params ReadOnlySpan<int> shape)
    {
        if (!file[name].Shape.AsSpan().SequenceEqual(shape))
            throw new SafeTensorsException($"Expected '{name}' to be [{string.Join(", ", shape.ToArray())}]; it is {file[name]}.");
    }

    private static T[] Numbers<T>(SafeTensorsFile file, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] numbers = file.GetNumbers<T>(name);
        return Array.TrueForAll(numbers, T.IsFinite) ? numbers : throw new SafeTensorsException($"A number in '{name}' is NaN or infinite.");
    }
}
