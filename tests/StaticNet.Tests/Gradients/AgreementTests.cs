using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Gradients;

/// <summary>
/// Every generated network against the reference network: outputs, losses and every method that yields a gradient, in batches of
/// every size from 1 to 40 and a few that span several blocks.
/// </summary>
public class AgreementTests
{
    private const int Most = 40;
    private static readonly int[] s_severalBlocks = [127, 128, 129, 255, 256, 257, 300, 521];

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Outputs(string name)
    {
        Run(name, new OutputsCheck());
    }

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Losses_and_gradients_for_targets(string name)
    {
        Run(name, new TargetsCheck());
    }

    [Theory]
    [MemberData(nameof(NetworkCase.ClassifierNames), MemberType = typeof(NetworkCase))]
    public void Losses_and_gradients_for_labels(string name)
    {
        Run(name, new LabelsCheck());
    }

    [Theory]
    [MemberData(nameof(NetworkCase.Names), MemberType = typeof(NetworkCase))]
    public void Vector_Jacobian_products(string name)
    {
        Run(name, new VectorJacobianCheck());
    }

    private static void Run(string name, ICheck check)
    {
        var network = NetworkCase.Find(name);
        if (network.IsDouble)
            check.Run<double>(network);
        else
            check.Run<float>(network);
    }

    private static int[] Sizes<T>(INetwork<T> network)
        where T : unmanaged =>
        [.. Enumerable.Range(1, Most), .. network.ParameterCount < 300 ? s_severalBlocks : []];

    private interface ICheck
    {
        void Run<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>;
    }

    private sealed class OutputsCheck : ICheck
    {
        public void Run<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(5);
            int[] sizes = Sizes(network);
            var samples = new Samples<T>(info, sizes[^1], 6);
            var expected = new Expected<T>(info, info.CreateReference(network), samples, labels: false);
            Assert.Equal((info.InputSize, info.OutputSize), (network.InputSize, network.OutputSize));

            for (int i = 0; i < samples.Count; i++)
            {
                var output = new Guarded<T>(info.OutputSize);
                network.Forward(new Guarded<T>(samples.Input(i)).Span, output.Span);
                output.AssertIntact();
                Near.Assert<T>(expected.Outputs[i], output.Span, 1 + expected.Outputs[i].Max(Math.Abs), "output");
            }

            T[]? first = null;
            foreach (int count in sizes.Append(0))
            {
                var outputs = new Guarded<T>(count * info.OutputSize);
                network.ForwardBatch(new Guarded<T>(samples.Inputs.AsSpan(0, count * info.InputSize)).Span, outputs.Span);
                outputs.AssertIntact();
                for (int i = 0; i < count; i++)
                    Near.Assert<T>(expected.Outputs[i], outputs.Span.Slice(i * info.OutputSize, info.OutputSize), 1 + expected.Outputs[i].Max(Math.Abs), $"outputs of {count}");

                // A sample's output is a matter of that sample: its place and company don't count.
                first ??= outputs.Span.ToArray();
                if (count > 0)
                    Assert.Equal(first, outputs.Span[..info.OutputSize]);
                CheckLabels(network, samples, outputs.Span, count);
            }
        }

        private static void CheckLabels<T>(INetwork<T> network, Samples<T> samples, ReadOnlySpan<T> outputs, int count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            if (network is not IClassifier<T> classifier)
                return;
            var labels = new int[count];
            classifier.PredictBatch(samples.Inputs.AsSpan(0, count * network.InputSize), labels);
            for (int i = 0; i < count; i++)
            {
                int label = outputs[i * network.OutputSize] >= T.CreateChecked(0.5) ? 1 : 0;
                if (network.OutputSize > 1)
                {
                    label = 0;
                    for (int j = 1; j < network.OutputSize; j++)
                        if (outputs[i * network.OutputSize + j] > outputs[i * network.OutputSize + label])
                            label = j;
                }

                Assert.Equal(label, labels[i]);
                Assert.Equal(label, classifier.Predict(samples.Input(i)));
            }
        }
    }

    private sealed class TargetsCheck : ICheck
    {
        public void Run<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(7);
            int[] sizes = Sizes(network);
            var samples = new Samples<T>(info, sizes[^1], 8);
            var expected = new Expected<T>(info, info.CreateReference(network), samples, labels: false);
            for (int i = 0; i < samples.Count; i++)
            {
                Guarded<T> input = new(samples.Input(i)), target = new(samples.Target(i)), gradient = new(network.ParameterCount);
                GradientChecks.One(
                    network,
                    expected.Sample(i),
                    gradient,
                    () => network.Loss(input.Span, target.Span),
                    () => network.Backward(input.Span, target.Span, gradient.Span),
                    rate => network.TrainStep(input.Span, target.Span, rate));
            }

            foreach (int count in sizes)
            {
                Guarded<T> inputs = new(samples.Inputs.AsSpan(0, count * info.InputSize)), gradient = new(network.ParameterCount);
                Guarded<T> targets = new(samples.Targets.AsSpan(0, count * info.OutputSize));
                GradientChecks.One(
                    network,
                    expected.Batch(count),
                    gradient,
                    () => network.LossBatch(inputs.Span, targets.Span),
                    () => network.BackwardBatch(inputs.Span, targets.Span, gradient.Span),
                    rate => network.TrainBatch(inputs.Span, targets.Span, new PlainDescent<T>(rate)));
            }
        }
    }

    private sealed class LabelsCheck : ICheck
    {
        public void Run<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = Assert.IsType<IClassifier<T>>(info.CreateRandom<T>(9), exactMatch: false);
            int[] sizes = Sizes(network);
            var samples = new Samples<T>(info, sizes[^1], 10);
            var expected = new Expected<T>(info, info.CreateReference(network), samples, labels: true);
            for (int i = 0; i < samples.Count; i++)
            {
                int label = samples.Labels[i];
                Guarded<T> input = new(samples.Input(i)), gradient = new(network.ParameterCount);
                GradientChecks.One(
                    network,
                    expected.Sample(i),
                    gradient,
                    () => network.Loss(input.Span, label),
                    () => network.Backward(input.Span, label, gradient.Span),
                    rate => network.TrainStep(input.Span, label, rate));
                Assert.Equal(network.Loss(input.Span, samples.LabelTarget(i)), network.Loss(input.Span, label));
            }

            foreach (int count in sizes)
            {
                Guarded<T> inputs = new(samples.Inputs.AsSpan(0, count * info.InputSize)), gradient = new(network.ParameterCount);
                GradientChecks.One(
                    network,
                    expected.Batch(count),
                    gradient,
                    () => network.LossBatch(inputs.Span, samples.Labels.AsSpan(0, count)),
                    () => network.BackwardBatch(inputs.Span, samples.Labels.AsSpan(0, count), gradient.Span),
                    rate => network.TrainBatch(inputs.Span, samples.Labels.AsSpan(0, count), new PlainDescent<T>(rate)));
            }
        }
    }

    private sealed class VectorJacobianCheck : ICheck
    {
        public void Run<T>(NetworkCase info)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var network = info.CreateRandom<T>(11);
            var reference = info.CreateReference(network);
            var samples = new Samples<T>(info, 10, 12);
            for (int i = 0; i < samples.Count; i++)
            {
                Guarded<T> input = new(samples.Input(i)), outputGradient = new(samples.Target(i));
                var (byParameters, byInput) = reference.VectorJacobian(Samples.ToDouble(samples.Input(i)), Samples.ToDouble(samples.Target(i)));
                double scale = 1 + byParameters.Concat(byInput).Max(Math.Abs);

                Guarded<T> gradient = new(network.ParameterCount), inputGradient = new(info.InputSize);
                network.BackwardFrom(input.Span, outputGradient.Span, gradient.Span, inputGradient.Span);
                Near.Assert<T>(byParameters, gradient.Span, scale, "gradient");
                Near.Assert<T>(byInput, inputGradient.Span, scale, "input gradient");

                Guarded<T> alone = new(network.ParameterCount), inputAlone = new(info.InputSize);
                network.BackwardFrom(input.Span, outputGradient.Span, alone.Span, default);
                network.BackwardFrom(input.Span, outputGradient.Span, default, inputAlone.Span);
                network.BackwardFrom(input.Span, outputGradient.Span, default, default);
                Assert.Equal(gradient.Span, alone.Span);
                Assert.Equal(inputGradient.Span, inputAlone.Span);
                foreach (var written in new[] { gradient, inputGradient, alone, inputAlone })
                    written.AssertIntact();
            }
        }
    }
}
