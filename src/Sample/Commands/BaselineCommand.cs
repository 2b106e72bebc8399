namespace StaticNet.Sample;

/// <summary>What no hidden layer can do: the boundary of a softmax regression is a straight line.</summary>
internal sealed class BaselineCommand : SampleCommand
{
    // scikit-learn's LogisticRegressionCV, which the tutorial takes for its baseline, chooses C = 10^(4/9) by cross-validation on these points.
    // Its one weight vector is the difference of our two, which share the decay: L2 = 2/C gives the same line.
    private const double L2 = 2 / 2.782559402207126;

    private static readonly int[] Layers = [2, 2];

    /// <inheritdoc/>
    public override void Run(SampleContext context)
    {
        (var console, var data, var pictures) = context;
        Report.Heading(console, "The baseline: softmax regression, no hidden layer");
        Report.Line(console, $"{FullBatch.Passes:#,0} full-batch passes, learning rate {FullBatch.LearningRate}, L2 {L2:0.000}, double precision.");

        // The objective is convex: any start ends in the same minimum, so the seeded weights of the constructor will do.
        var network = new SoftmaxRegression(data.Seed);
        var result = TrainingDisplay.Run(console, "2-2", FullBatch.Passes, progress => FullBatch.Train(network, Layers, data, L2, progress));
        var accuracy = Accuracy.Of(network, data);
        Report.Training(console, "2-2", result, accuracy);
        Report.Picture(console, pictures.Save(
            BoundaryPlot.Draw(network, data, "Softmax regression, no hidden layer", $"{accuracy} correct: a line is not enough"), "baseline-boundary"));
    }
}
