namespace StaticNet.Sample;

/// <summary>The tutorial's run: the 2-3-2 network, its loss every 1,000 passes, the boundary it ends with.</summary>
internal sealed class MoonsCommand : SampleCommand
{
    private static readonly int[] Layers = [2, 3, 2];

    /// <inheritdoc/>
    public override void Run(SampleContext context)
    {
        (var console, var data, var pictures) = context;
        Report.Heading(console, "The tutorial's network: 2-3-2, tanh and softmax");
        Report.Line(console, $"{data.Count} points of two moons, noise {MoonData.Noise:0.00}, seed {data.Seed}.");
        Report.Line(console, $"{FullBatch.Passes:#,0} full-batch passes, learning rate {FullBatch.LearningRate}, L2 {FullBatch.L2}, double precision.");

        var network = new MoonNet();
        TutorialWeights.Write(network.Parameters, Layers, data.Seed);
        var result = TrainingDisplay.Run(console, "2-3-2", FullBatch.Passes, progress => FullBatch.Train(network, Layers, data, FullBatch.L2, progress));
        var accuracy = Accuracy.Of(network, data);

        Report.LossTable(console, result);
        Report.Alternation(console, result);
        Report.Training(console, "2-3-2", result, accuracy);

        Report.Picture(console, pictures.Save(DataPlot.Draw(data), "moons-data"));
        Report.Picture(console, pictures.Save(
            BoundaryPlot.Draw(network, data, "2-3-2 network, tanh and softmax", $"{accuracy} correct after {FullBatch.Passes:#,0} passes"), "moons-boundary"));
        Report.Picture(console, pictures.Save(LossPlot.Draw($"Loss of the 2-3-2 network: {result.FinalLoss:0.000000} after {FullBatch.Passes:#,0} passes", result.Losses), "moons-loss"));
    }
}
