using StaticNet.Data;

namespace StaticNet.Sample;

/// <summary>Backpropagation as first described: an update after every sample, with a fixed learning rate.</summary>
internal static class OneByOne
{
    /// <summary>Passes over the samples.</summary>
    public const int Epochs = 2_000;

    /// <summary>Large, as the derivative of a sigmoid is at most ¼, and two of them lie on the way to the first layer.</summary>
    public const double LearningRate = 0.5;

    /// <summary>Trains; the losses are measured on all samples after each epoch.</summary>
    public static TrainingResult Train<TNetwork>(TNetwork network, MoonData data, ProgressCounter progress)
        where TNetwork : IClassifier<double>
    {
        double[] losses = new double[Epochs + 1];
        int size = network.InputSize;
        var shuffle = new SplitMix64(data.Seed);
        int[] order = new int[data.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;

        var meter = Meter.Start();
        losses[0] = network.LossBatch(data.Inputs, data.Labels);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Shuffle.InPlace<int>(order, ref shuffle);
            foreach (int sample in order)
                network.TrainStep(data.Inputs.AsSpan(sample * size, size), data.Labels[sample], LearningRate);
            losses[epoch + 1] = network.LossBatch(data.Inputs, data.Labels);
            progress.Done = epoch + 1;
        }
        (TimeSpan elapsed, long bytes) = meter.Stop();
        return new TrainingResult(losses, Epochs * data.Count, elapsed, bytes);
    }
}
