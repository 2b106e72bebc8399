using System.Numerics;
using StaticNet.Tests.Gradients;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Determinism;

/// <summary>Batches that are taken in chunks: the same bits for any number of threads, and what an independent network computes.</summary>
public class LargeBatchTests
{
    private static readonly int[] s_counts = [1024, 1025, 3001];

    public static TheoryData<string> Names =>
    [
        "Shapes.OneByOne", "Shapes.Tiny", "Shapes.Moons", "Shapes.MoonsSingle", "Shapes.Regression", "Shapes.MultiLabel", "Shapes.Brier", "Shapes.ManyClasses", "Shapes.Wide", "Shapes.WideDeep",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_do_not_change_a_bit(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            foreach (int count in s_counts)
            {
                var samples = new Samples<T>(info, count, 211);
                (T[] alone, T aloneLoss) = Train(info, samples, null);
                for (int degree = 1; degree <= 4; degree++)
                {
                    (T[] shared, T loss) = Train(info, samples, degree);
                    Bits.AssertEqual<T>(alone, shared, $"parameter, {degree} threads, {count} samples");
                    Bits.AssertEqual(aloneLoss, loss, "loss");
                }

                var network = info.CreateRandom<T>(212);
                T[] outputs = new T[samples.Targets.Length], others = new T[outputs.Length];
                network.ForwardBatch(samples.Inputs, outputs);
                network.ForwardBatch(samples.Inputs, others, 3);
                Bits.AssertEqual<T>(outputs, others, "output");
            }
        }
    }

    /// <summary>The fused method is backpropagation and update; both say the same loss, as does the method that computes nothing else.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Methods_agree(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var samples = new Samples<T>(info, 3001, 213);
            var (one, other) = (info.CreateRandom<T>(214), info.CreateRandom<T>(214));
            var (sgd, same) = (Descent<T>(), Descent<T>());
            var gradient = new T[one.ParameterCount];
            T loss = one.LossBatch(samples.Inputs, samples.Targets);
            Bits.AssertEqual(loss, one.BackwardBatch(samples.Inputs, samples.Targets, gradient), "loss of BackwardBatch");
            one.Update(gradient, sgd);
            Bits.AssertEqual(loss, other.TrainBatch(samples.Inputs, samples.Targets, same), "loss of TrainBatch");
            Bits.AssertEqual<T>(one.Parameters, other.Parameters, "parameter");
        }
    }

    /// <summary>Against the reference network.</summary>
    [Theory]
    [InlineData("Shapes.Moons")]
    [InlineData("Shapes.Tiny")]
    [InlineData("Shapes.Regression")]
    public void Gradients_are_right(string name)
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            const int Count = 2100;
            var samples = new Samples<T>(info, Count, 215);
            var network = info.CreateRandom<T>(216);
            var expected = new Expected<T>(info, info.CreateReference(network), samples, labels: false).Batch(Count);
            var gradient = new T[network.ParameterCount];
            T loss = network.BackwardBatch(samples.Inputs, samples.Targets, gradient);
            Near.Assert<T>([expected.Loss], [loss], expected.Scale, "loss");
            Near.Assert<T>(expected.Gradient, gradient, expected.Scale, "gradient");
        }
    }

    /// <summary>Threads are limited by the work, not the other way round.</summary>
    [Fact]
    public void Any_degree_is_taken()
    {
        var info = NetworkCase.Find("Shapes.Tiny");
        var samples = new Samples<float>(info, 2500, 218);
        (float[] alone, _) = Train(info, samples, 1);
        (float[] shared, _) = Train(info, samples, int.MaxValue);
        Bits.AssertEqual<float>(alone, shared, "parameter");
        var network = info.CreateRandom<float>(219);
        network.ForwardBatch(samples.Inputs, new float[samples.Targets.Length], int.MaxValue);
    }

    private static Sgd<T> Descent<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new() { LearningRate = T.CreateTruncating(0.05), L2 = T.CreateTruncating(0.01) };

    /// <summary>Steps of two optimizers, on labels and targets where the network takes both. A degree of null: the method without one.</summary>
    private static (T[] Parameters, T Loss) Train<T>(NetworkCase info, Samples<T> samples, int? degree)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var network = info.CreateRandom<T>(217);
        var sgd = Descent<T>();
        var adam = new Adam<T>(network.ParameterCount);
        T loss = T.Zero;
        for (int step = 0; step < 2; step++)
        {
            loss += degree is { } d ? network.TrainBatch(samples.Inputs, samples.Targets, sgd, d) : network.TrainBatch(samples.Inputs, samples.Targets, sgd);
            if (network is IClassifier<T> classifier)
                loss += degree is { } e ? classifier.TrainBatch(samples.Inputs, samples.Labels, adam, e) : classifier.TrainBatch(samples.Inputs, samples.Labels, adam);
        }

        return (network.Parameters.ToArray(), loss);
    }
}
