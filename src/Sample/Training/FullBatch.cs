namespace StaticNet.Sample;

/// <summary>Gradient descent on all samples at once, the tutorial's way.</summary>
internal static class FullBatch
{
    /// <summary>The tutorial's number of passes.</summary>
    public const int Passes = 20_000;

    /// <summary>The tutorial's learning rate, for the summed gradient.</summary>
    public const double LearningRate = 0.01;

    /// <summary>The tutorial's weight decay.</summary>
    public const double L2 = 0.01;

    /// <summary>Trains with the tutorial's learning rate.</summary>
    /// <param name="network">Made with <see cref="Reduction.Sum"/>.</param>
    /// <param name="layers">Units of its layers, inputs first.</param>
    /// <param name="data">All of it is one batch.</param>
    /// <param name="l2">Weight decay.</param>
    /// <param name="progress">Told after each pass.</param>
    public static TrainingResult Train<TNetwork>(TNetwork network, int[] layers, MoonData data, double l2, ProgressCounter progress)
        where TNetwork : IClassifier<double>
    {
        var sgd = new Sgd<double> { LearningRate = LearningRate, L2 = l2 };
        var objective = new Objective(l2, layers);
        double[] losses = new double[Passes + 1];

        var meter = Meter.Start();
        for (int pass = 0; pass < Passes; pass++)
        {
            // TrainBatch returns the loss before its update, so the weights for the other half of the objective are taken before, too.
            double decay = objective.Of(0, data.Count, network.Parameters);
            losses[pass] = decay + (network.TrainBatch(data.Inputs, data.Labels, sgd) / data.Count);
            progress.Done = pass + 1;
        }
        losses[Passes] = objective.Of(network.LossBatch(data.Inputs, data.Labels), data.Count, network.Parameters);
        (TimeSpan elapsed, long bytes) = meter.Stop();
        return new TrainingResult(losses, Passes, elapsed, bytes);
    }
}
