namespace StaticNet.Sample;

/// <summary>The backpropagation network of the textbooks: sigmoids everywhere and the squared error, with one output and with two.</summary>
internal sealed class ClassicCommand : SampleCommand
{
    /// <inheritdoc/>
    public override void Run(SampleContext context)
    {
        (var console, var data, var pictures) = context;
        Report.Heading(console, "The classic: sigmoids everywhere, squared error");
        Report.Line(console, $"{OneByOne.Epochs:#,0} epochs, an update after every sample, learning rate {OneByOne.LearningRate}.");

        var one = new ClassicNet(data.Seed);
        var two = new ClassicNetTwoOutputs(data.Seed);
        var results = TrainingDisplay.Run(console,
        [
            new("2-3-1", OneByOne.Epochs, progress => OneByOne.Train(one, data, progress)),
            new("2-3-2", OneByOne.Epochs, progress => OneByOne.Train(two, data, progress)),
        ]);
        var accuracies = new[] { Accuracy.Of(one, data), Accuracy.Of(two, data) };
        Report.Training(console, "2-3-1", results[0], accuracies[0]);
        Report.Training(console, "2-3-2", results[1], accuracies[1]);
        Report.Picture(console, pictures.Save(
            BoundaryPlot.Draw(one, data, "Classic 2-3-1 network, sigmoid and squared error", $"{accuracies[0]} correct after {OneByOne.Epochs:#,0} epochs"), "classic-boundary"));
    }
}
