using StaticNet.Data;

namespace StaticNet.Sample;

/// <summary>Stochastic gradient descent in single precision: mini-batches in a new seeded order each epoch, and a falling learning rate.</summary>
internal static class MiniBatches
{
    /// <summary>Passes over the samples.</summary>
    public const int Epochs = 2_000;

    /// <summary>Samples in a mini-batch.</summary>
    public const int BatchSize = 20;

    /// <summary>The rate of the first step.</summary>
    public const float LearningRate = 0.5f;

    /// <summary>Halves the rate after 1/d steps: here after 500 epochs of ten.</summary>
    public const float LearningRateDecay = 1f / 5000;

    /// <summary>Trains; the losses are measured on all samples after each epoch.</summary>
    /// <param name="network">Made with <see cref="Reduction.Mean"/>, so that a learning rate fits every batch size.</param>
    /// <param name="data">Rounded to single precision.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="rates">[Epochs + 1], overwritten with the learning rate after each epoch.</param>
    public static TrainingResult Train<TNetwork>(TNetwork network, MoonData data, ProgressCounter progress, Span<float> rates)
        where TNetwork : IClassifier<float>
    {
        var sgd = new Sgd<float> { LearningRate = LearningRate, LearningRateDecay = LearningRateDecay, L2 = 1e-4f };
        float[] inputs = Array.ConvertAll(data.Inputs, x => (float)x);
        int size = network.InputSize;
        var shuffle = new SplitMix64(data.Seed);
        int[] order = new int[data.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        float[] batchInputs = new float[BatchSize * size];
        int[] batchLabels = new int[BatchSize];
        double[] losses = new double[Epochs + 1];

        var meter = Meter.Start();
        losses[0] = network.LossBatch(inputs, data.Labels);
        rates[0] = sgd.CurrentLearningRate;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            Shuffle.InPlace<int>(order, ref shuffle);
            for (int start = 0; start < order.Length; start += BatchSize)
            {
                ReadOnlySpan<int> samples = order.AsSpan(start, Math.Min(BatchSize, order.Length - start));
                Gather(samples, inputs, data.Labels, batchInputs, batchLabels);
                network.TrainBatch(batchInputs.AsSpan(0, samples.Length * size), batchLabels.AsSpan(0, samples.Length), sgd);
            }
            losses[epoch + 1] = network.LossBatch(inputs, data.Labels);
            rates[epoch + 1] = sgd.CurrentLearningRate;
            progress.Done = epoch + 1;
        }
        (TimeSpan elapsed, long bytes) = meter.Stop();
        return new TrainingResult(losses, (int)sgd.StepCount, elapsed, bytes);
    }

    private static void Gather(ReadOnlySpan<int> samples, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> batchInputs, Span<int> batchLabels)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            int sample = samples[i];
            batchInputs[2 * i] = inputs[2 * sample];
            batchInputs[(2 * i) + 1] = inputs[(2 * sample) + 1];
            batchLabels[i] = labels[sample];
        }
    }
}
