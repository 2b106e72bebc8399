using StaticNet.Data;

namespace StaticNet.Tests.Quantization;

/// <summary>Networks of any topology with seeded weights, and samples for them.</summary>
internal static class RandomModel
{
    /// <summary>Weights of a size that keeps pre-activations within ±<paramref name="spread"/> or so.</summary>
    public static NetworkModel<double> Create(int[] sizes, Activation[] activations, int seed, double spread = 3)
    {
        var model = new NetworkModel<double>(new Topology(sizes, activations, Topology.LossOf(activations[^1])));
        var random = new Random(seed);
        int at = 0;
        for (int layer = 0; layer < activations.Length; layer++)
        {
            double range = spread / Math.Sqrt(sizes[layer]);
            for (int i = (sizes[layer] + 1) * sizes[layer + 1]; i > 0; i--)
                model.Parameters[at++] = range * (2 * random.NextDouble() - 1);
        }

        return model;
    }

    /// <summary>[count × inputSize], from −1 to 1.</summary>
    public static double[] Inputs(int count, int inputSize, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count * inputSize).Select(_ => 2 * random.NextDouble() - 1)];
    }

    /// <summary>Every activation that a layer can have in that place.</summary>
    public static Activation[] Activations(bool isOutput) => [.. Enum.GetValues<Activation>().Where(activation => isOutput || activation != Activation.Softmax)];

    /// <summary>The digits, split and scaled.</summary>
    public static (Dataset<float> Training, Dataset<float> Test) Digits(ulong seed)
    {
        var (training, test) = CsvFile.Load<float>(Path.Combine(AppContext.BaseDirectory, "Data", "digits.csv"), new CsvOptions { Label = "digit" }).Split(0.8, seed);
        var scaler = Scaler<float>.MinMax(training);
        return (scaler.Transform(training), scaler.Transform(test));
    }
}
