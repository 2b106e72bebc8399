using System.Numerics;

namespace StaticNet.Sample;

/// <summary>How many samples a network puts into their class.</summary>
/// <param name="Correct">Samples in the right class.</param>
/// <param name="Count">All samples.</param>
internal readonly record struct Accuracy(int Correct, int Count)
{
    /// <summary>Counts on the training data.</summary>
    public static Accuracy Of<T>(IClassifier<T> network, MoonData data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] predicted = Predict(network, data);
        int correct = 0;
        for (int i = 0; i < predicted.Length; i++)
            correct += predicted[i] == data.Labels[i] ? 1 : 0;
        return new Accuracy(correct, data.Count);
    }

    /// <summary>The classes that a network puts the training data into.</summary>
    public static int[] Predict<T>(IClassifier<T> network, MoonData data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] predicted = new int[data.Count];
        network.PredictBatch(Array.ConvertAll(data.Inputs, T.CreateChecked), predicted);
        return predicted;
    }

    /// <summary>Such as <c>97.5 %</c>.</summary>
    public override string ToString() => $"{100.0 * Correct / Count:0.0} %";
}
