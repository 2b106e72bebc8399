namespace StaticNet.Sample;

/// <summary>How networks are mostly trained: single precision, shuffled mini-batches, a learning rate that falls.</summary>
internal sealed class MiniBatchCommand : SampleCommand
{
    /// <inheritdoc/>
    public override void Run(SampleContext context)
    {
        (var console, var data, var pictures) = context;
        Report.Heading(console, "Mini-batches: 2-5-2 in single precision");
        Report.Line(console, $"{MiniBatches.Epochs:#,0} epochs, batches of {MiniBatches.BatchSize} in a seeded order, learning rate {MiniBatches.LearningRate} / (1 + step/{1 / MiniBatches.LearningRateDecay:#,0}).");

        var network = new MiniBatchNet(data.Seed);
        float[] rates = new float[MiniBatches.Epochs + 1];
        var result = TrainingDisplay.Run(console, "2-5-2", MiniBatches.Epochs, progress => MiniBatches.Train(network, data, progress, rates));
        var accuracy = Accuracy.Of(network, data);

        Report.RateTable(console, result, rates);
        Report.Training(console, "2-5-2", result, accuracy);
        Report.Picture(console, pictures.Save(
            BoundaryPlot.Draw(network, data, "2-5-2 network, mini-batches in single precision", $"{accuracy} correct after {MiniBatches.Epochs:#,0} epochs"), "minibatch-boundary"));
    }
}
