using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>Safetensors files of other programs, which tell no topology.</summary>
internal static class Untold
{
    /// <summary>The layers follow from the shapes of the weights; the activations cannot.</summary>
    /// <param name="path">The file's.</param>
    /// <param name="file">Its content.</param>
    /// <param name="activations">As they were given; null: they were not.</param>
    /// <exception cref="ArgumentException">The activations given make no network.</exception>
    /// <exception cref="IOException">None were given; but whatever else is wrong with the file is told first.</exception>
    public static Topology Topology(string path, SafeTensorsFile file, Activation[]? activations)
    {
        if (activations is not null)
            return new(Sizes(path, file, activations.Length), activations, StaticNet.Topology.LossOf(activations[^1]));
        int[] sizes = Sizes(path, file, Math.Max(1, file.Names.Count(name => name.EndsWith(".weight", StringComparison.Ordinal))));
        Check(path, file, sizes);
        throw new IOException($"{path} does not tell its activations: give them, as in --activations Tanh,Softmax. Its tensors are: {string.Join("; ", file.Names.Select(name => $"{name} {file[name]}"))}.");
    }

    private static int[] Sizes(string path, SafeTensorsFile file, int layers)
    {
        int[] sizes = new int[layers + 1];
        for (int layer = 0; layer < layers; layer++)
        {
            string name = FormattableString.Invariant($"{2 * layer}.weight");
            if (!file.Names.Contains(name))
                throw new SafeTensorsException($"{path}: Expected layers called 0, 2, 4, …, as in PyTorch's nn.Sequential with activations between; there is no tensor '{name}'. There are: {string.Join(", ", file.Names)}.");
            var weight = file[name];
            if (weight.Shape.Length != 2)
                throw new SafeTensorsException($"{path}: Expected '{name}' to be a matrix; it is {weight}.");
            if (layer == 0)
                sizes[0] = weight.Shape[1];
            sizes[layer + 1] = weight.Shape[0];
        }

        return sizes;
    }

    /// <summary>Whether the file would be read with any activations.</summary>
    private static void Check(string path, SafeTensorsFile file, int[] sizes)
    {
        try
        {
            var any = new Topology(sizes, new Activation[sizes.Length - 1], LossFunction.MeanSquaredError);
            _ = file["0.weight"].Type == TensorType.F64 ? (object)NetworkFile.Read<double>(path, any) : NetworkFile.Read<float>(path, any);
        }
        catch (ArgumentException exception)
        {
            throw new SafeTensorsException($"{path}: {Guard.Reason(exception)}", exception);
        }
    }
}
