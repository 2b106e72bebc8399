using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Robustness;

/// <summary>For finite parameters, inputs and targets of any size no loss is −0, NaN or infinite, and probabilities are probabilities.</summary>
public class ExtremeTests
{
    private const int Runs = 60;

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Losses_are_finite(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);
    }

    private static void Check<T>(NetworkCase info)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var random = new Random(121);
        var network = info.Create<T>();
        T[] extremes = Extremes<T>(), gradient = new T[network.ParameterCount];
        int runs = network.ParameterCount < 1000 ? Runs : Runs / 10;
        for (int run = 0; run < runs; run++)
        {
            // A few values only in some runs, so that sums of many equal huge numbers occur too.
            T[] values = run % 2 == 0 ? extremes : [extremes[random.Next(extremes.Length)], extremes[random.Next(extremes.Length)]];
            // One sample, a tail, a whole vector and a tail.
            int count = new[] { 1, 3, 17 }[run % 3];
            Fill(network.Parameters, values);
            T[] inputs = new T[count * info.InputSize], targets = new T[count * info.OutputSize], outputs = new T[targets.Length];
            Fill(inputs, values);
            // Cross-entropies take probabilities; the errors anything.
            Fill(targets, info.Loss is LossFunction.CrossEntropy or LossFunction.BinaryCrossEntropy ? [T.Zero, T.One, T.One / T.CreateChecked(3)] : values);
            int[] labels = Enumerable.Range(0, count).Select(_ => random.Next(info.Classes)).ToArray();

            network.ForwardBatch(inputs, outputs);
            CheckOutputs(info, outputs);
            network.Forward(inputs.AsSpan(0, info.InputSize), outputs.AsSpan(0, info.OutputSize));
            CheckOutputs(info, outputs);
            CheckLoss("LossBatch", network.LossBatch(inputs, targets));
            CheckLoss("BackwardBatch", network.BackwardBatch(inputs, targets, gradient));
            CheckLoss("Loss", network.Loss(inputs.AsSpan(0, info.InputSize), targets.AsSpan(0, info.OutputSize)));
            CheckLoss("Backward", network.Backward(inputs.AsSpan(0, info.InputSize), targets.AsSpan(0, info.OutputSize), gradient));
            if (network is IClassifier<T> classifier)
            {
                CheckLoss("LossBatch for labels", classifier.LossBatch(inputs, labels));
                CheckLoss("BackwardBatch for labels", classifier.BackwardBatch(inputs, labels, gradient));
                CheckLoss("Loss for a label", classifier.Loss(inputs.AsSpan(0, info.InputSize), labels[0]));
                CheckLoss("Backward for a label", classifier.Backward(inputs.AsSpan(0, info.InputSize), labels[0], gradient));
                CheckLoss("TrainBatch for labels", classifier.TrainBatch(inputs, labels, new Sgd<T>()));
                Fill(network.Parameters, values);
            }

            CheckLoss("TrainStep", network.TrainStep(inputs.AsSpan(0, info.InputSize), targets.AsSpan(0, info.OutputSize), T.One));
            Fill(network.Parameters, values);
            CheckLoss("TrainBatch", network.TrainBatch(inputs, targets, new Sgd<T>()));
        }

        void Fill(Span<T> span, T[] values)
        {
            foreach (ref T item in span)
                item = values[random.Next(values.Length)];
        }
    }

    private static void CheckLoss<T>(string method, T loss)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Assert.True(T.IsFinite(loss) && loss >= T.Zero && !(T.IsZero(loss) && T.IsNegative(loss)), $"{method} returned {loss:R}.");

    private static void CheckOutputs<T>(NetworkCase info, T[] outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T output in outputs)
        {
            // Where the true output is too large for a number, infinity is the right one.
            Assert.False(T.IsNaN(output), "An output is NaN.");
            if (info.IsClassifier)
                Assert.InRange(output, T.Zero, T.One);
        }

        for (int start = 0; info.OutputActivation == Activation.Softmax && start < outputs.Length; start += info.OutputSize)
        {
            double sum = outputs.Skip(start).Take(info.OutputSize).Sum(double.CreateChecked);
            Assert.InRange(sum, 1 - 1e-5, 1 + 1e-5);
        }
    }

    private static T[] Extremes<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T[] positive =
        [
            T.Zero, T.Epsilon, T.Epsilon * T.CreateChecked(1000), T.One, T.CreateTruncating(0.3), T.CreateChecked(88), T.CreateChecked(700),
            T.CreateTruncating(1e19), T.CreateTruncating(1e30), T.MaxValue / T.CreateChecked(3), T.MaxValue,
        ];
        return [.. positive, .. positive.Select(value => -value)];
    }
}
