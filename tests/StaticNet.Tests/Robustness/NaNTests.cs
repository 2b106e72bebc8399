using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Robustness;

/// <summary>NaN in an input, a parameter or a target comes out again as NaN; nothing hides it.</summary>
public class NaNTests
{
    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void NaN_in_gives_NaN_out(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);
    }

    private static void Check<T>(NetworkCase info)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = info.CreateRandom<T>(131);
        var samples = new Samples<T>(info, 20, 132);
        T[] gradient = new T[network.ParameterCount], outputs = new T[samples.Targets.Length];

        foreach (int sample in new[] { 0, 15, 19 })
        {
            for (int i = 0; i < info.InputSize; i++)
            {
                ref T input = ref samples.Inputs[sample * info.InputSize + i];
                T kept = input;
                input = T.NaN;
                network.ForwardBatch(samples.Inputs, outputs);
                for (int j = 0; j < outputs.Length; j++)
                    Assert.Equal(j / info.OutputSize == sample, T.IsNaN(outputs[j]));
                network.Forward(samples.Input(sample), outputs.AsSpan(0, info.OutputSize));
                Assert.All(outputs[..info.OutputSize], output => Assert.True(T.IsNaN(output)));
                CheckLosses(sample);
                if (network is IClassifier<T> classifier)
                {
                    // A class is a class; which one, nobody can say.
                    Assert.InRange(classifier.Predict(samples.Input(sample)), 0, info.Classes - 1);
                    Assert.True(T.IsNaN(classifier.Loss(samples.Input(sample), samples.Labels[sample])));
                    Assert.True(T.IsNaN(classifier.LossBatch(samples.Inputs, samples.Labels)));
                    Assert.True(T.IsNaN(classifier.BackwardBatch(samples.Inputs, samples.Labels, gradient)));
                }

                input = kept;
            }

            for (int j = 0; j < info.OutputSize; j++)
            {
                ref T target = ref samples.Targets[sample * info.OutputSize + j];
                T kept = target;
                target = T.NaN;
                CheckLosses(sample);
                target = kept;
            }
        }

        int stride = network.ParameterCount < 500 ? 1 : 97;
        for (int p = 0; p < network.ParameterCount; p += stride)
        {
            T kept = network.Parameters[p];
            network.Parameters[p] = T.NaN;
            network.Forward(samples.Input(0), outputs.AsSpan(0, info.OutputSize));
            Assert.Contains(outputs[..info.OutputSize], output => T.IsNaN(output));
            CheckLosses(0);
            network.Parameters[p] = kept;
        }

        Assert.True(T.IsFinite(network.LossBatch(samples.Inputs, samples.Targets)));

        void CheckLosses(int sample)
        {
            Assert.True(T.IsNaN(network.Loss(samples.Input(sample), samples.Target(sample))), "Loss");
            Assert.True(T.IsNaN(network.LossBatch(samples.Inputs, samples.Targets)), "LossBatch");
            Assert.True(T.IsNaN(network.Backward(samples.Input(sample), samples.Target(sample), gradient)), "Backward");
            Assert.True(T.IsNaN(network.BackwardBatch(samples.Inputs, samples.Targets, gradient)), "BackwardBatch");
        }
    }
}
