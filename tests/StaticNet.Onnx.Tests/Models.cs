using System.Numerics;

namespace StaticNet.Onnx.Tests;

/// <summary>Networks with random parameters, and their files in memory.</summary>
internal static class Models
{
    /// <summary>A network whose parameters keep activations in their interesting range.</summary>
    public static NetworkModel<T> Random<T>(int seed, int[] sizes, Activation[] activations, LossFunction? loss = null, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var model = new NetworkModel<T>(new Topology(sizes, activations, loss ?? Topology.LossOf(activations[^1]), reduction));
        var random = new Random(seed);
        var rest = model.Parameters;
        for (int layer = 0; layer < activations.Length; layer++)
        {
            double range = 1.5 / Math.Sqrt(Math.Max(1, sizes[layer] / 3.0));
            int count = (sizes[layer] + 1) * sizes[layer + 1];
            foreach (ref T parameter in rest[..count])
                parameter = T.CreateTruncating(range * ((2 * random.NextDouble()) - 1));
            rest = rest[count..];
        }

        return model;
    }

    /// <summary>A network of random size, activations, loss and reduction.</summary>
    public static NetworkModel<T> RandomTopology<T>(int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        int[] sizes = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => random.Next(1, 41))];
        Activation[] hidden = [.. Enum.GetValues<Activation>().Where(activation => activation != Activation.Softmax && RunsInOnnxRuntime<T>(activation))];
        Activation[] activations = [.. sizes[1..].Select(_ => hidden[random.Next(hidden.Length)])];
        if (sizes[^1] > 1 && random.Next(3) == 0)
            activations[^1] = Activation.Softmax;
        LossFunction[] losses = [Topology.LossOf(activations[^1]), LossFunction.MeanSquaredError, LossFunction.MeanAbsoluteError, LossFunction.Huber];
        return Random<T>(seed, sizes, activations, losses[random.Next(losses.Length)], (Reduction)random.Next(2));
    }

    /// <summary>ONNX Runtime has no Erf for double.</summary>
    public static bool RunsInOnnxRuntime<T>(Activation activation) => activation != Activation.Gelu || typeof(T) == typeof(float);

    public static byte[] Save<T>(NetworkModel<T> network, OnnxOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var stream = new MemoryStream();
        OnnxFile.Save(stream, network, options);
        return stream.ToArray();
    }

    public static NetworkModel<T> Read<T>(byte[] model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        OnnxFile.Read<T>(new MemoryStream(model));
}
