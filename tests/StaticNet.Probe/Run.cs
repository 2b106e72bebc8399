using System;

namespace StaticNet.Probe
{
    /// <summary>Training by every method of a network, with batches of several sizes; everything that comes out goes into a fingerprint.</summary>
    public abstract class Run<T>
        where T : unmanaged
    {
        private static readonly int[] s_counts = { 1, 5, 16, 37, 300, 1030 };

        private SplitMix64 _random = new SplitMix64(11);

        /// <summary>The fingerprint after the run.</summary>
        public string Of(INetwork<T> network)
        {
            var fingerprint = new Fingerprint();
            int inputSize = network.InputSize, outputSize = network.OutputSize, classes = Math.Max(2, outputSize);
            T[] gradient = new T[network.ParameterCount], inputGradient = new T[inputSize];
            var classifier = network as IClassifier<T>;
            for (int round = 0; round < s_counts.Length; round++)
            {
                int count = s_counts[round];
                T[] inputs = Draw(count * inputSize, 3, -1.5), targets = Draw(count * outputSize, 1, 0), outputs = new T[count * outputSize];
                int[] labels = new int[count];
                for (int i = 0; i < count; i++)
                    labels[i] = _random.Next(classes);

                ReadOnlySpan<T> input = inputs.AsSpan(0, inputSize), target = targets.AsSpan(0, outputSize);
                Add(fingerprint, network.TrainStep(input, target, From(0.01)));
                Add(fingerprint, network.Loss(input, target));
                Add(fingerprint, network.Backward(input, target, gradient));
                Add(fingerprint, gradient);
                network.BackwardFrom(input, target, gradient, inputGradient);
                Add(fingerprint, gradient);
                Add(fingerprint, inputGradient);
                network.Forward(input, outputs.AsSpan(0, outputSize));
                Add(fingerprint, outputs);

                Add(fingerprint, network.LossBatch(inputs, targets));
                Add(fingerprint, network.BackwardBatch(inputs, targets, gradient));
                network.Update(gradient, From(0.01));
                Add(fingerprint, Train(network, inputs, targets, round));
                if (classifier is object)
                {
                    Add(fingerprint, classifier.TrainStep(input, labels[0], From(0.01)));
                    Add(fingerprint, classifier.Backward(input, labels[0], gradient));
                    Add(fingerprint, classifier.LossBatch(inputs, labels));
                    Add(fingerprint, Train(classifier, inputs, labels, round));
                    fingerprint.Add(classifier.Predict(input));
                    classifier.PredictBatch(inputs, labels);
                    foreach (int label in labels)
                        fingerprint.Add(label);
                }

                network.ForwardBatch(inputs, outputs, 2);
                Add(fingerprint, outputs);
                Add(fingerprint, network.Parameters);
            }

            return fingerprint.ToString();
        }

        /// <summary>One training step with one of the optimizers.</summary>
        protected abstract T Train(INetwork<T> network, T[] inputs, T[] targets, int optimizer);

        /// <inheritdoc cref="Train(INetwork{T}, T[], T[], int)"/>
        protected abstract T Train(IClassifier<T> network, T[] inputs, int[] labels, int optimizer);

        protected abstract T From(double number);

        protected abstract void Add(Fingerprint fingerprint, ReadOnlySpan<T> numbers);

        private void Add(Fingerprint fingerprint, T number) => Add(fingerprint, new[] { number });

        private T[] Draw(int count, double range, double low)
        {
            var numbers = new T[count];
            for (int i = 0; i < count; i++)
                numbers[i] = From(low + (range * _random.NextDouble()));
            return numbers;
        }
    }
}
