using System;

namespace StaticNet.Probe
{
    /// <summary>In double.</summary>
    public sealed class DoubleRun : Run<double>
    {
        protected override double Train(INetwork<double> network, double[] inputs, double[] targets, int optimizer) => optimizer switch
        {
            0 => network.TrainBatch(inputs, targets, new Sgd<double> { LearningRate = 0.02, L2 = 0.01 }),
            1 => network.TrainBatch(inputs, targets, new Momentum<double>(network.ParameterCount) { Nesterov = true }),
            2 => network.TrainBatch(inputs, targets, new RmsProp<double>(network.ParameterCount)),
            3 => network.TrainBatch(inputs, targets, new Adam<double>(network.ParameterCount) { ClipNorm = 0.5 }),
            4 => network.TrainBatch(inputs, targets, new AdamW<double>(network.ParameterCount) { ClipValue = 0.1 }),
            _ => network.TrainBatch(inputs, targets, new Sgd<double> { LearningRateDecay = 0.1 }, 2),
        };

        protected override double Train(IClassifier<double> network, double[] inputs, int[] labels, int optimizer) => optimizer switch
        {
            0 => network.TrainBatch(inputs, labels, new Sgd<double> { LearningRate = 0.02, L2 = 0.01 }),
            1 => network.TrainBatch(inputs, labels, new Momentum<double>(network.ParameterCount)),
            2 => network.TrainBatch(inputs, labels, new RmsProp<double>(network.ParameterCount)),
            3 => network.TrainBatch(inputs, labels, new Adam<double>(network.ParameterCount) { L2 = 0.01 }),
            4 => network.TrainBatch(inputs, labels, new AdamW<double>(network.ParameterCount)),
            _ => network.TrainBatch(inputs, labels, new Sgd<double> { LearningRate = 0.05 }, 2),
        };

        protected override double From(double number) => number;

        protected override void Add(Fingerprint fingerprint, ReadOnlySpan<double> numbers) => fingerprint.Add(numbers);
    }
}
