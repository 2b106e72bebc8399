using System.Numerics;
using StaticNet.Tests.Networks;
using StaticNet.Tests.Optimizers;

namespace StaticNet.Tests.Dropouts;

/// <summary>Training methods use the masks of the state and move it on; all others are those of the full network.</summary>
public class DropoutTrainingTests
{
    [Theory]
    [MemberData(nameof(Dropping.Names), MemberType = typeof(Dropping))]
    public void Training_is_BackwardBatch_and_Update(string name)
    {
        var info = Dropping.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            IDropoutNetwork<T> fused = Create<T>(info, 3), parts = Create<T>(info, 3);
            T rate = T.CreateTruncating(0.05);
            Sgd<T> sgd = new() { LearningRate = rate, L2 = rate }, sgdOfParts = new() { LearningRate = rate, L2 = rate };
            Normalising<T> other = new(fused.ParameterCount, rate), otherOfParts = new(fused.ParameterCount, rate);
            var samples = new Samples<T>(info, 2100, 311);
            var gradient = new T[fused.ParameterCount];
            foreach (int count in new[] { 1, 7, 16, 17, 40, 130, 2100 })
            {
                T[] inputs = samples.Inputs[..(count * info.InputSize)], targets = samples.Targets[..(count * info.OutputSize)];
                int[] labels = samples.Labels[..count];
                Compare("TrainBatch", parts.BackwardBatch(inputs, targets, gradient, parts.DropoutState), fused.TrainBatch(inputs, targets, sgd), () => parts.Update(gradient, sgdOfParts));
                Compare("TrainBatch with state", parts.BackwardBatch(inputs, targets, gradient, parts.DropoutState), fused.TrainBatch(inputs, targets, other), () => parts.Update(gradient, otherOfParts));
                T loss = parts.BackwardBatch(samples.Input(count - 1), samples.Target(count - 1), gradient, parts.DropoutState);
                Compare("TrainStep", loss, fused.TrainStep(samples.Input(count - 1), samples.Target(count - 1), rate), () => parts.Update(gradient, rate));
                if (parts is not IDropoutClassifier<T> partsOfClassifier || fused is not IDropoutClassifier<T> fusedClassifier)
                    continue;
                Compare("TrainBatch of labels", partsOfClassifier.BackwardBatch(inputs, labels, gradient, parts.DropoutState), fusedClassifier.TrainBatch(inputs, labels, sgd), () => parts.Update(gradient, sgdOfParts));
                loss = partsOfClassifier.BackwardBatch(samples.Input(count - 1), labels.AsSpan(count - 1), gradient, parts.DropoutState);
                Compare("TrainStep of a label", loss, fusedClassifier.TrainStep(samples.Input(count - 1), labels[count - 1], rate), () => parts.Update(gradient, rate));
            }

            void Compare(string what, T expected, T actual, Action update)
            {
                update();
                parts.DropoutState++;
                Bits.AssertEqual(expected, actual, what);
                Bits.AssertEqual<T>(parts.Parameters, fused.Parameters, what);
                Assert.Equal(parts.DropoutState, fused.DropoutState);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Dropping.Names), MemberType = typeof(Dropping))]
    public void Threads_do_not_change_a_bit(string name)
    {
        var info = Dropping.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var samples = new Samples<T>(info, 3000, 313);
            var networks = new[] { 1, 2, 3 }.Select(degree => (Degree: degree, Network: info.CreateDropping<T>(314))).ToArray();
            foreach (var (degree, network) in networks)
            {
                var sgd = new Sgd<T> { LearningRate = T.CreateTruncating(0.01) };
                for (int step = 0; step < 2; step++)
                {
                    network.TrainBatch(samples.Inputs, samples.Targets, sgd, degree);
                    if (network is IDropoutClassifier<T> classifier)
                        classifier.TrainBatch(samples.Inputs, samples.Labels, sgd, degree);
                }

                Bits.AssertEqual<T>(networks[0].Network.Parameters, network.Parameters, $"parameter, {degree} threads");
            }
        }
    }

    [Fact]
    public void Inference_is_that_of_the_full_network()
    {
        Check<double>("Dropping.Tiny", new Full.Tiny(5));
        Check<float>("Dropping.Flowers", new Full.Flowers(5));
        Check<double>("Dropping.Wide", new Full.Wide(5));

        static void Check<T>(string name, IClassifier<T> full)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var info = Dropping.Find(name);
            var network = (IDropoutClassifier<T>)info.Create<T>(5);
            ulong state = network.DropoutState;
            var samples = new Samples<T>(info, 1100, 315);
            T[] outputs = new T[samples.Targets.Length], others = new T[outputs.Length], gradient = new T[full.ParameterCount], other = new T[gradient.Length];
            Bits.AssertEqual<T>(full.Parameters, network.Parameters, "initial weight");
            full.ForwardBatch(samples.Inputs, outputs);
            network.ForwardBatch(samples.Inputs, others);
            Bits.AssertEqual<T>(outputs, others, "ForwardBatch");
            full.Forward(samples.Input(0), outputs.AsSpan(0, info.OutputSize));
            network.Forward(samples.Input(0), others.AsSpan(0, info.OutputSize));
            Bits.AssertEqual<T>(outputs, others, "Forward");
            Bits.AssertEqual(full.LossBatch(samples.Inputs, samples.Labels), network.LossBatch(samples.Inputs, samples.Labels), "LossBatch");
            Bits.AssertEqual(full.Backward(samples.Input(0), 1, gradient), network.Backward(samples.Input(0), 1, other), "Backward");
            Bits.AssertEqual<T>(gradient, other, "Backward");
            Bits.AssertEqual(full.BackwardBatch(samples.Inputs, samples.Targets, gradient), network.BackwardBatch(samples.Inputs, samples.Targets, other), "BackwardBatch");
            Bits.AssertEqual<T>(gradient, other, "BackwardBatch");
            Assert.Equal(state, network.DropoutState);
        }
    }

    [Fact]
    public void A_run_is_resumed_from_parameters_and_state()
    {
        var samples = new Samples<float>(Dropping.Find("Dropping.Flowers"), 30, 316);
        var sgd = new Sgd<float> { LearningRate = 0.1f };
        var (straight, resumed) = (new Dropping.Flowers(1), new Dropping.Flowers(2));
        Train(straight, 5);
        straight.Parameters.CopyTo(resumed.Parameters);
        resumed.DropoutState = straight.DropoutState;
        Train(straight, 5);
        Train(resumed, 5);
        Bits.AssertEqual<float>(straight.Parameters, resumed.Parameters, "parameter");

        void Train(Dropping.Flowers network, int steps)
        {
            for (int step = 0; step < steps; step++)
                network.TrainBatch(samples.Inputs, samples.Labels, sgd);
        }
    }

    [Fact]
    public void The_first_state_comes_from_the_seed()
    {
        Assert.Equal(new Dropping.Flowers(1).DropoutState, new Dropping.Tiny(1).DropoutState);
        Assert.NotEqual(new Dropping.Flowers(1).DropoutState, new Dropping.Flowers(2).DropoutState);
    }

    /// <summary>Behind the last state comes the first one; a step that is refused leaves it alone.</summary>
    [Fact]
    public void The_state_wraps_and_waits()
    {
        var network = new Dropping.Flowers { DropoutState = ulong.MaxValue };
        var sgd = new Sgd<float>();
        Assert.Throws<ArgumentException>(() => network.TrainBatch(new float[5], new int[1], sgd));
        Assert.Throws<ArgumentException>(() => network.TrainBatch(new float[4], new int[1], new Adam<float>(7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.TrainStep(new float[4], 3, 0.1f));
        Assert.Equal(ulong.MaxValue, network.DropoutState);
        network.TrainStep(new float[4], 2, 0.1f);
        Assert.Equal(0ul, network.DropoutState);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        var network = new Dropping.Flowers();
        var gradient = new float[network.Parameters.Length];
        Assert.Throws<ArgumentException>(() => network.LossBatch(new float[5], new int[1], 1));
        Assert.Throws<ArgumentException>(() => network.LossBatch(default, default(ReadOnlySpan<float>), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.LossBatch(new float[4], new[] { 3 }, 1));
        Assert.Throws<ArgumentException>(() => network.BackwardBatch(new float[4], new float[2], gradient, 1));
        Assert.Throws<ArgumentException>(() => network.BackwardBatch(new float[4], new int[1], gradient.AsSpan(1), 1));
        Assert.Throws<ArgumentException>(() => network.BackwardBatch(new float[4], new int[1], network.Parameters, 1));
    }

    private static IDropoutNetwork<T> Create<T>(NetworkCase info, ulong seed)
        where T : unmanaged => (IDropoutNetwork<T>)info.Create<T>(seed);
}
