using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Dropouts;

/// <summary>Loss and gradient with the masks of a state: against the reference network, and against differences of the loss.</summary>
public class MaskedGradientTests
{
    private const ulong State = 0xFFFF_FFFF_FFFF_FFFE;

    private static readonly int[] s_counts = [1, 2, 7, 8, 9, 15, 16, 17, 24, 31, 33, 40];

    /// <summary>
    /// Masked activations times weights are activations times masked weights: a sample's loss and gradient are those of a reference network
    /// whose weights have the sample's masks in them.
    /// </summary>
    [Theory]
    [MemberData(nameof(Dropping.Names), MemberType = typeof(Dropping))]
    public void A_sample_sees_a_thinned_network(string name)
    {
        var info = Dropping.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            const int Count = 2100;
            var network = info.CreateDropping<T>(301);
            var samples = new Samples<T>(info, Count, 302);
            var gradient = new T[network.ParameterCount];
            double loss = 0, scale = 0;
            var expected = new double[gradient.Length];
            int next = 0;
            foreach (int count in s_counts.Append(Count))
            {
                for (; next < count; next++)
                    scale += Add(info, network, samples, next, ref loss, expected);
                T[] inputs = samples.Inputs[..(count * info.InputSize)], targets = samples.Targets[..(count * info.OutputSize)];
                double divisor = info.Reduction == Reduction.Mean ? count : 1;
                Array.Fill(gradient, T.NaN);
                T found = network.BackwardBatch(inputs, targets, gradient, State);
                Near.Assert(loss / divisor, found, scale / divisor, $"loss of {count}");
                Near.Assert<T>([.. expected.Select(value => value / divisor)], gradient, scale / divisor, $"gradient of {count}");
                Bits.AssertEqual(found, network.LossBatch(inputs, targets, State), "loss alone");
            }
        }
    }

    private static double Add<T>(NetworkCase info, INetwork<T> network, Samples<T> samples, int sample, ref double loss, double[] sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var factors = new double[network.ParameterCount];
        Array.Fill(factors, 1);
        int at = 0;
        for (int layer = 0; layer < info.Activations.Count; layer++)
        {
            int inputs = info.Sizes[layer], units = info.Sizes[layer + 1];
            if (layer > 0 && info.Dropouts[layer - 1] > 0)
            {
                var mask = new double[inputs];
                Dropout.FillRows(info.Dropouts[layer - 1], State, layer, sample, 1, inputs, ref mask[0], inputs);
                for (int i = 0; i < inputs * units; i++)
                    factors[at + i] = mask[i / units];
            }

            at += (inputs + 1) * units;
        }

        var reference = info.CreateReference(network);
        reference.SetParameters([.. reference.GetParameters().Zip(factors, (weight, factor) => weight * factor)]);
        double[] input = Samples.ToDouble(samples.Input(sample)), target = Samples.ToDouble(samples.Target(sample));
        double[] gradient = reference.Gradient(input, target);
        for (int i = 0; i < sums.Length; i++)
            sums[i] += gradient[i] * factors[i];
        double own = reference.Loss(input, target);
        loss += own;
        return 2 * (gradient.Max(Math.Abs) + Math.Abs(own) + 1);
    }

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Dropping.DoubleNames), MemberType = typeof(Dropping))]
    public void Gradient_is_that_of_the_loss(string name)
    {
        var info = Dropping.Find(name);
        var network = info.CreateDropping<double>(303);
        var samples = new Samples<double>(info, s_counts[^1], 304);
        var gradient = new double[network.ParameterCount];
        for (int count = 1; count <= s_counts[^1]; count++)
        {
            double[] inputs = samples.Inputs[..(count * info.InputSize)], targets = samples.Targets[..(count * info.OutputSize)];
            ulong state = (ulong)count;
            double loss = network.BackwardBatch(inputs, targets, gradient, state);
            Check(network.Parameters, () => network.LossBatch(inputs, targets, state), loss, gradient);
            if (network is not IDropoutClassifier<double> classifier)
                continue;
            int[] labels = samples.Labels[..count];
            loss = classifier.BackwardBatch(inputs, labels, gradient, state);
            Check(network.Parameters, () => classifier.LossBatch(inputs, labels, state), loss, gradient);
        }
    }

    private static void Check(Span<double> at, Func<double> value, double loss, double[] gradient)
    {
        const double Step = 6e-6;
        Bits.AssertEqual(loss, value(), "loss");
        // Of many parameters every so many, by a prime that meets all units.
        int stride = at.Length < 100 ? 1 : 31;
        double scale = 1 + gradient.Max(Math.Abs);
        for (int i = 0; i < at.Length; i += stride)
        {
            double middle = at[i];
            at[i] = middle + Step;
            double above = value();
            at[i] = middle - Step;
            double below = value();
            at[i] = middle;
            Assert.InRange(((above - below) / (2 * Step)) - gradient[i], -1e-8 * scale, 1e-8 * scale);
        }
    }

    /// <summary>Labels stand for the targets they mean.</summary>
    [Theory]
    [MemberData(nameof(Dropping.Names), MemberType = typeof(Dropping))]
    public void Labels_are_targets(string name)
    {
        var info = Dropping.Find(name);
        if (info.IsDouble)
            Check<double>(info);
        else
            Check<float>(info);

        static void Check<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            if (info.CreateDropping<T>(305) is not IDropoutClassifier<T> network)
                return;
            var samples = new Samples<T>(info, 40, 306);
            T[] gradient = new T[network.ParameterCount], expected = new T[network.ParameterCount];
            double loss = double.CreateChecked(network.BackwardBatch(samples.Inputs, samples.LabelTargets, expected, State));
            Near.Assert(loss, network.BackwardBatch(samples.Inputs, samples.Labels, gradient, State), 1 + loss, "loss");
            Near.Assert<T>(Samples.ToDouble<T>(expected), gradient, 1 + expected.Max(value => Math.Abs(double.CreateChecked(value))), "gradient");
        }
    }
}
