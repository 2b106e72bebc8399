using System;

namespace StaticNet.Probe
{
    /// <summary>In float.</summary>
    public sealed class SingleRun : Run<float>
    {
        protected override float Train(INetwork<float> network, float[] inputs, float[] targets, int optimizer) => optimizer switch
        {
            0 => network.TrainBatch(inputs, targets, new Sgd<float> { LearningRate = (float)0.02, L2 = (float)0.01 }),
            1 => network.TrainBatch(inputs, targets, new Momentum<float>(network.ParameterCount) { Nesterov = true }),
            2 => network.TrainBatch(inputs, targets, new RmsProp<float>(network.ParameterCount)),
            3 => network.TrainBatch(inputs, targets, new Adam<float>(network.ParameterCount) { ClipNorm = (float)0.5 }),
            4 => network.TrainBatch(inputs, targets, new AdamW<float>(network.ParameterCount) { ClipValue = (float)0.1 }),
            _ => network.TrainBatch(inputs, targets, new Sgd<float> { LearningRateDecay = (float)0.1 }, 2),
        };

        protected override float Train(IClassifier<float> network, float[] inputs, int[] labels, int optimizer) => optimizer switch
        {
            0 => network.TrainBatch(inputs, labels, new Sgd<float> { LearningRate = (float)0.02, L2 = (float)0.01 }),
            1 => network.TrainBatch(inputs, labels, new Momentum<float>(network.ParameterCount)),
            2 => network.TrainBatch(inputs, labels, new RmsProp<float>(network.ParameterCount)),
            3 => network.TrainBatch(inputs, labels, new Adam<float>(network.ParameterCount) { L2 = (float)0.01 }),
            4 => network.TrainBatch(inputs, labels, new AdamW<float>(network.ParameterCount)),
            _ => network.TrainBatch(inputs, labels, new Sgd<float> { LearningRate = (float)0.05 }, 2),
        };

        protected override float From(double number) => (float)number;

        protected override void Add(Fingerprint fingerprint, ReadOnlySpan<float> numbers) => fingerprint.Add(numbers);
    }
}
