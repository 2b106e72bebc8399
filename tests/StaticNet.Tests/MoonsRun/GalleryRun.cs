using StaticNet.Data;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.MoonsRun;

/// <summary>A network of the gallery with the tutorial's initial weights: NumPy's <c>randn</c> after <c>seed(0)</c>, divided by the root of the number of inputs.</summary>
internal sealed class GalleryRun
{
    private readonly Sgd<double> _sgd = new() { LearningRate = 0.01, L2 = 0.01 };
    private readonly int _hidden;

    public GalleryRun(int hidden)
    {
        _hidden = hidden;
        Network = (IClassifier<double>)NetworkCase.Find($"Gallery.Hidden{hidden}").Create<double>();
        var random = new NumpyRandom(0);
        foreach (ref double weight in Weights1)
            weight = random.NextNormal() / Math.Sqrt(2);
        foreach (ref double weight in Weights2)
            weight = random.NextNormal() / Math.Sqrt(hidden);
    }

    public IClassifier<double> Network { get; }

    private Span<double> Weights1 => Network.Parameters[..(2 * _hidden)];

    private Span<double> Weights2 => Network.Parameters.Slice(3 * _hidden, 2 * _hidden);

    public void Train(double[] inputs, int[] labels, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
            Network.TrainBatch(inputs, labels, _sgd);
    }

    /// <summary>Mean cross-entropy plus <c>L2/(2n)·Σ w²</c>, as the tutorial reports it.</summary>
    public double TotalLoss(double[] inputs, int[] labels)
    {
        double squares = 0;
        foreach (double weight in Weights1)
            squares += weight * weight;
        foreach (double weight in Weights2)
            squares += weight * weight;
        return (Network.LossBatch(inputs, labels) + 0.01 / 2 * squares) / labels.Length;
    }
}
