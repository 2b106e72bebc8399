using System.Numerics;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Tests.Reference;

namespace StaticNet.Generator.Tests.Properties;

/// <summary>Compares a generated network with the reference network, at random parameters and on random data.</summary>
/// <typeparam name="T">The network's number type.</typeparam>
internal sealed class NetworkComparison<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly NetworkCase _case;
    private readonly INetwork<T> _network;
    private readonly ReferenceNetwork _reference;
    private readonly Random _random;

    public NetworkComparison(NetworkCase network, object instance, int seed)
    {
        _case = network;
        _network = Assert.IsAssignableFrom<INetwork<T>>(instance);
        _reference = network.ToReference();
        _random = new Random(seed);
        // Initial weights keep values and gradients of many layers in range; biases are zero there, and must not be here.
        foreach (ref T parameter in _network.Parameters)
        {
            if (parameter == T.Zero)
                parameter = Draw(0.5);
        }

        _reference.SetParameters(Wide(_network.Parameters));
    }

    public void CompareAll()
    {
        Assert.Equal((_case.Input, _case.Output, _reference.ParameterCount), (_network.InputSize, _network.OutputSize, _network.ParameterCount));
        CompareBatch(1 + _random.Next(40));
        CompareBatch(1 + _random.Next(400));
        CompareSample();
        if (_network is IClassifier<T> classifier)
            CompareLabels(classifier, 1 + _random.Next(40));
        if (_network is IDropoutNetwork<T> dropping)
            CompareDropout(dropping, 1 + _random.Next(40));
    }

    /// <summary>With dropout a sample sees a network whose weights have its masks in them.</summary>
    private void CompareDropout(IDropoutNetwork<T> dropping, int count)
    {
        var inputs = Draw(count * _case.Input, 2);
        var targets = DrawTargets(count);
        ulong state = (ulong)_random.NextInt64();
        double[] all = _reference.GetParameters(), gradient = new double[all.Length];
        double loss = 0, share = _case.Reduction == Reduction.Mean ? 1.0 / count : 1;
        for (int sample = 0; sample < count; sample++)
        {
            double[] factors = Factors(state, sample), input = Wide(inputs.AsSpan(sample * _case.Input, _case.Input)), target = Wide(targets.AsSpan(sample * _case.Output, _case.Output));
            _reference.SetParameters([.. all.Zip(factors, (weight, factor) => weight * factor)]);
            loss += share * _reference.Loss(input, target);
            double[] own = _reference.Gradient(input, target);
            for (int i = 0; i < own.Length; i++)
                gradient[i] += share * factors[i] * own[i];
        }

        _reference.SetParameters(all);
        var found = Garbage(gradient.Length);
        Close([loss], Wide([dropping.LossBatch(inputs, targets, state)]), "LossBatch with dropout", count);
        Close([loss], Wide([dropping.BackwardBatch(inputs, targets, found, state)]), "BackwardBatch's loss with dropout", count);
        Close(gradient, Wide(found), "BackwardBatch with dropout", count);
    }

    /// <summary>What a sample's masks make of each parameter: a weight is multiplied where its input is.</summary>
    private double[] Factors(ulong state, int sample)
    {
        var factors = Enumerable.Repeat(1.0, _case.Input * _case.Hidden[0] + _case.Hidden[0]).ToList();
        for (int layer = 1; layer <= _case.Hidden.Length; layer++)
        {
            int inputs = _case.Hidden[layer - 1], units = layer == _case.Hidden.Length ? _case.Output : _case.Hidden[layer];
            double[] mask = Enumerable.Repeat(1.0, inputs).ToArray();
            if (_case.Dropouts![layer - 1] > 0)
                Dropout.FillRows(_case.Dropouts[layer - 1], state, layer, sample, 1, inputs, ref mask[0], inputs);
            factors.AddRange(mask.SelectMany(factor => Enumerable.Repeat(factor, units)));
            factors.AddRange(Enumerable.Repeat(1.0, units));
        }

        return [.. factors];
    }

    private void CompareBatch(int count)
    {
        var inputs = Draw(count * _case.Input, 2);
        var targets = DrawTargets(count);
        var outputs = new T[count * _case.Output];
        _network.ForwardBatch(inputs, outputs);
        Close(_reference.ForwardBatch(Wide(inputs)), Wide(outputs), "ForwardBatch", count);

        double loss = _reference.LossBatch(Wide(inputs), Wide(targets));
        Close([loss], Wide([_network.LossBatch(inputs, targets)]), "LossBatch", count);
        var gradient = Garbage(_network.ParameterCount);
        Close([loss], Wide([_network.BackwardBatch(inputs, targets, gradient)]), "BackwardBatch's loss", count);
        Close(_reference.GradientBatch(Wide(inputs), Wide(targets)), Wide(gradient), "BackwardBatch", count);
    }

    private void CompareSample()
    {
        var input = Draw(_case.Input, 2);
        var target = DrawTargets(1);
        var output = Garbage(_case.Output);
        _network.Forward(input, output);
        Close(_reference.Forward(Wide(input)), Wide(output), "Forward", 1);

        double loss = _reference.Loss(Wide(input), Wide(target));
        Close([loss], Wide([_network.Loss(input, target)]), "Loss", 1);
        var gradient = Garbage(_network.ParameterCount);
        Close([loss], Wide([_network.Backward(input, target, gradient)]), "Backward's loss", 1);
        Close(_reference.Gradient(Wide(input), Wide(target)), Wide(gradient), "Backward", 1);

        var outputGradient = Draw(_case.Output, 1);
        var (parameters, inputs) = _reference.VectorJacobian(Wide(input), Wide(outputGradient));
        var (fromGradient, fromInput) = (Garbage(_network.ParameterCount), Garbage(_case.Input));
        _network.BackwardFrom(input, outputGradient, fromGradient, fromInput);
        Close(parameters, Wide(fromGradient), "BackwardFrom's gradient", 1);
        Close(inputs, Wide(fromInput), "BackwardFrom's input gradient", 1);
    }

    private void CompareLabels(IClassifier<T> classifier, int count)
    {
        int classes = Math.Max(2, _case.Output);
        var inputs = Draw(count * _case.Input, 2);
        int[] labels = Enumerable.Range(0, count).Select(_ => _random.Next(classes)).ToArray();
        double[] targets = labels.SelectMany(_reference.Target).ToArray();
        var gradient = Garbage(classifier.ParameterCount);
        Close([_reference.LossBatch(Wide(inputs), targets)], Wide([classifier.BackwardBatch(inputs, labels, gradient)]), "BackwardBatch's loss with labels", count);
        Close(_reference.GradientBatch(Wide(inputs), targets), Wide(gradient), "BackwardBatch with labels", count);

        var predicted = new int[count];
        classifier.PredictBatch(inputs, predicted);
        double[] outputs = _reference.ForwardBatch(Wide(inputs));
        for (int sample = 0; sample < count; sample++)
        {
            double[] output = outputs[(sample * _case.Output)..((sample + 1) * _case.Output)];
            // Of outputs that are nearly equal, either may be the largest.
            double chosen = output.Length == 1 ? (predicted[sample] == 1 ? output[0] : 1 - output[0]) : output[predicted[sample]];
            double largest = output.Length == 1 ? Math.Max(output[0], 1 - output[0]) : output.Max();
            Assert.True(largest - chosen <= Tolerance, $"{_case}\nPredictBatch chose {predicted[sample]} of {string.Join(' ', output)}.");
        }
    }

    /// <summary>Relative to the largest value: a few hundred roundings, through up to five layers, and what cancels in y − t and in derivatives near 0.</summary>
    private static double Tolerance => typeof(T) == typeof(float) ? 2e-5 : 5e-14;

    private void Close(double[] expected, double[] actual, string what, int count)
    {
        double scale = Math.Max(1e-3, expected.Max(Math.Abs));
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            // Not ≤: NaN is not close to anything.
            Assert.True(
                Math.Abs(actual[i] - expected[i]) <= Tolerance * scale,
                $"{_case}\n{what}, {count} samples, element {i}: expected {expected[i]:R}, got {actual[i]:R}; the largest is {scale:R}.");
        }
    }

    private T[] DrawTargets(int count)
    {
        var targets = Draw(count * _case.Output, 2);
        if (_case.OutputActivation is not (Activation.Softmax or Activation.Sigmoid))
            return targets;
        for (int i = 0; i < targets.Length; i++)
            targets[i] = T.Abs(targets[i]) / T.CreateChecked(2);
        return targets;
    }

    private T[] Draw(int length, double range) => Enumerable.Range(0, length).Select(_ => Draw(range)).ToArray();

    private T Draw(double range) => T.CreateChecked((2 * _random.NextDouble() - 1) * range);

    /// <summary>What is overwritten must not depend on what was there.</summary>
    private static T[] Garbage(int length)
    {
        var values = new T[length];
        Array.Fill(values, T.NaN);
        return values;
    }

    private static double[] Wide(ReadOnlySpan<T> values)
    {
        var wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = double.CreateChecked(values[i]);
        return wide;
    }
}
