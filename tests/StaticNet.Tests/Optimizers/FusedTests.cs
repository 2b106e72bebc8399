using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Optimizers;

/// <summary>The fused training methods have the bits of the methods they fuse.</summary>
public class FusedTests
{
    private static readonly int[] s_batches = [1, 7, 16, 17, 40, 130];

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void TrainStep_is_Backward_and_Update(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            INetwork<T> fused = info.Create<T>(3), parts = info.Create<T>(3);
            var samples = new Samples<T>(info, 20, 41);
            var gradient = new T[fused.ParameterCount];
            T rate = T.CreateTruncating(0.1);
            for (int i = 0; i < samples.Count; i++)
            {
                T loss = parts.Backward(samples.Input(i), samples.Target(i), gradient);
                parts.Update(gradient, rate);
                Bits.AssertEqual(loss, fused.TrainStep(samples.Input(i), samples.Target(i), rate), "loss");
                Bits.AssertEqual<T>(parts.Parameters, fused.Parameters, "parameter");
                if (parts is not IClassifier<T> partsOfClassifier || fused is not IClassifier<T> fusedClassifier)
                    continue;
                loss = partsOfClassifier.Backward(samples.Input(i), samples.Labels[i], gradient);
                parts.Update(gradient, rate);
                Bits.AssertEqual(loss, fusedClassifier.TrainStep(samples.Input(i), samples.Labels[i], rate), "loss");
                Bits.AssertEqual<T>(parts.Parameters, fused.Parameters, "parameter");
            }
        }
    }

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void TrainBatch_is_BackwardBatch_and_Update(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            INetwork<T> fused = info.Create<T>(3), parts = info.Create<T>(3);
            Sgd<T> sgd = Sgd<T>(), sgdOfParts = Sgd<T>();
            Normalising<T> other = new(fused.ParameterCount, T.CreateTruncating(0.01)), otherOfParts = new(fused.ParameterCount, T.CreateTruncating(0.01));
            var samples = new Samples<T>(info, s_batches[^1], 42);
            var gradient = new T[fused.ParameterCount];
            foreach (int count in s_batches)
            {
                T[] inputs = samples.Inputs[..(count * info.InputSize)], targets = samples.Targets[..(count * info.OutputSize)];
                T loss = parts.BackwardBatch(inputs, targets, gradient);
                parts.Update(gradient, sgdOfParts);
                Bits.AssertEqual(loss, fused.TrainBatch(inputs, targets, sgd), "loss");
                Bits.AssertEqual<T>(parts.Parameters, fused.Parameters, "parameter");

                loss = parts.BackwardBatch(inputs, targets, gradient);
                parts.Update(gradient, otherOfParts);
                Bits.AssertEqual(loss, fused.TrainBatch(inputs, targets, other), "loss");
                Bits.AssertEqual<T>(parts.Parameters, fused.Parameters, "parameter");
                Bits.AssertEqual<T>(otherOfParts.State, other.State, "state");
                if (parts is not IClassifier<T> partsOfClassifier || fused is not IClassifier<T> fusedClassifier)
                    continue;

                int[] labels = samples.Labels[..count];
                loss = partsOfClassifier.BackwardBatch(inputs, labels, gradient);
                parts.Update(gradient, sgdOfParts);
                Bits.AssertEqual(loss, fusedClassifier.TrainBatch(inputs, labels, sgd), "loss");
                Bits.AssertEqual<T>(parts.Parameters, fused.Parameters, "parameter");
            }

            Assert.Equal(sgdOfParts.StepCount, sgd.StepCount);
            Assert.True(sgd.CurrentLearningRate < sgd.LearningRate);
        }

        static Sgd<T> Sgd<T>()
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            new() { LearningRate = T.CreateTruncating(0.05), LearningRateDecay = T.CreateTruncating(0.1), L2 = T.CreateTruncating(0.02) };
    }

    /// <summary>What training is for: in every network, a few hundred steps on a batch make its loss smaller.</summary>
    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Training_reduces_the_loss(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(44);
            var samples = new Samples<T>(info, 30, 45);
            var sgd = new Sgd<T> { LearningRate = T.CreateTruncating(info.Reduction == Reduction.Sum ? 0.001 : 0.01) };
            T first = network.LossBatch(samples.Inputs, samples.Targets);
            Bits.AssertEqual(first, network.TrainBatch(samples.Inputs, samples.Targets, sgd), "loss before the first step");
            for (int step = 0; step < 300; step++)
                network.TrainBatch(samples.Inputs, samples.Targets, sgd);
            T last = network.LossBatch(samples.Inputs, samples.Targets);
            Assert.True(last < first, $"{first} → {last}");
        }
    }
}
