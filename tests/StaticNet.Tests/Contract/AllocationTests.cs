using System.Numerics;
using StaticNet.Tests.Dropouts;
using StaticNet.Tests.Networks;
using StaticNet.Tests.Optimizers;

namespace StaticNet.Tests.Contract;

/// <summary>No method allocates: in tiny networks, with scratch memory and gradient on the stack, and in those that own theirs.</summary>
[Collection(Alone.Name)]
public class AllocationTests
{
    private const int Samples = 70;

    [Fact]
    public void Tiny() => Classifier<Shapes.Tiny, float>("Shapes.Tiny", new());

    [Fact]
    public void Tiny_in_double() => Classifier<Shapes.Moons, double>("Shapes.Moons", new());

    [Fact]
    public void Without_hidden_layer() => Classifier<Shapes.OneByOne, double>("Shapes.OneByOne", new());

    [Fact]
    public void Wide_with_workspace() => Classifier<Shapes.Wide, float>("Shapes.Wide", new());

    [Fact]
    public void Wide_and_deep_with_workspace() => Classifier<Shapes.WideDeep, double>("Shapes.WideDeep", new());

    [Fact]
    public void Large_gradient() => Network<Shapes.LargeGradient, double>("Shapes.LargeGradient", new());

    [Fact]
    public void Regression() => Network<Shapes.Regression, float>("Shapes.Regression", new());

    [Fact]
    public void Dropout_in_columns() => WithDropout<Dropping.Looped, double>(Dropping.Find("Dropping.Looped"), new());

    [Fact]
    public void Dropout_in_rows() => WithDropout<Dropping.WideSingle, float>(Dropping.Find("Dropping.WideSingle"), new());

    /// <summary>The members of the class itself, without the interface.</summary>
    [Fact]
    public void Members_of_the_class()
    {
        var network = new Shapes.Tiny();
        float[] input = [1, 2], output = new float[2], target = [0, 1], gradient = new float[Shapes.Tiny.ParameterCount];
        var sgd = new Sgd<float>();
        int[] labels = [1];
        Nothing("all members", () =>
        {
            network.Forward(input, output);
            network.ForwardBatch(input, output);
            network.PredictBatch(input, labels);
            labels[0] = network.Predict(input);
            network.Parameters[0] += network.W1[1] + network.B1[1] + network.W2[1] + network.B2[1];
            network.Parameters[0] += network.Loss(input, 1) + network.Loss(input, target) + network.LossBatch(input, labels) + network.LossBatch(input, target);
            network.Backward(input, 1, gradient);
            network.Backward(input, target, gradient);
            network.BackwardBatch(input, labels, gradient);
            network.BackwardBatch(input, target, gradient);
            network.BackwardFrom(input, target, gradient, default);
            network.Update(gradient, 0.1f);
            network.Update(gradient, sgd);
            network.TrainStep(input, 1, 0.1f);
            network.TrainStep(input, target, 0.1f);
            network.TrainBatch(input, labels, sgd);
            network.TrainBatch(input, target, sgd);
        });
    }

    /// <summary>Through a generic constraint, as code that is generic over networks calls them.</summary>
    private static void Network<TNetwork, T>(string name, TNetwork network)
        where TNetwork : INetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Network<TNetwork, T>(NetworkCase.Find(name), network);

    private static void Network<TNetwork, T>(NetworkCase info, TNetwork network)
        where TNetwork : INetwork<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var samples = new Samples<T>(info, Samples, 51);
        T[] inputs = samples.Inputs, targets = samples.Targets, outputs = new T[targets.Length];
        T[] input = samples.Input(0).ToArray(), target = samples.Target(0).ToArray(), output = new T[info.OutputSize];
        T[] gradient = new T[network.ParameterCount], inputGradient = new T[info.InputSize];
        T rate = T.CreateTruncating(0.01), loss = default;
        var sgd = new Sgd<T> { LearningRate = rate, L2 = rate };
        var normalising = new Normalising<T>(network.ParameterCount, rate);

        Nothing("Parameters", () => loss += network.Parameters[0]);
        Nothing("Forward", () => network.Forward(input, output));
        Nothing("ForwardBatch", () => network.ForwardBatch(inputs, outputs));
        Nothing("Loss", () => loss += network.Loss(input, target));
        Nothing("LossBatch", () => loss += network.LossBatch(inputs, targets));
        Nothing("Backward", () => loss += network.Backward(input, target, gradient));
        Nothing("BackwardBatch", () => loss += network.BackwardBatch(inputs, targets, gradient));
        Nothing("BackwardFrom", () => network.BackwardFrom(input, target, gradient, inputGradient));
        Nothing("BackwardFrom, gradient only", () => network.BackwardFrom(input, target, gradient, default));
        Nothing("BackwardFrom, input gradient only", () => network.BackwardFrom(input, target, default, inputGradient));
        Nothing("Update", () => network.Update(gradient, rate));
        Nothing("Update with an optimizer", () => network.Update(gradient, sgd));
        Nothing("TrainStep", () => loss += network.TrainStep(input, target, rate));
        Nothing("TrainBatch", () => loss += network.TrainBatch(inputs, targets, sgd));
        Nothing("TrainBatch with state", () => loss += network.TrainBatch(inputs, targets, normalising));

        var large = new Samples<T>(info, 1100, 53);
        var largeOutputs = new T[large.Targets.Length];
        Nothing("large LossBatch", () => loss += network.LossBatch(large.Inputs, large.Targets), 10);
        Nothing("large BackwardBatch", () => loss += network.BackwardBatch(large.Inputs, large.Targets, gradient), 10);
        Nothing("large TrainBatch", () => loss += network.TrainBatch(large.Inputs, large.Targets, sgd), 10);
        Nothing("large TrainBatch on one thread", () => loss += network.TrainBatch(large.Inputs, large.Targets, sgd, 1), 10);
        Nothing("large ForwardBatch on one thread", () => network.ForwardBatch(large.Inputs, largeOutputs, 1), 10);
        Nothing("small TrainBatch on several threads", () => loss += network.TrainBatch(inputs, targets, sgd, 4));
    }

    private static void Classifier<TNetwork, T>(string name, TNetwork network)
        where TNetwork : IClassifier<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Classifier<TNetwork, T>(NetworkCase.Find(name), network);

    private static void Classifier<TNetwork, T>(NetworkCase info, TNetwork network)
        where TNetwork : IClassifier<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Network<TNetwork, T>(info, network);
        var samples = new Samples<T>(info, Samples, 52);
        T[] inputs = samples.Inputs, input = samples.Input(0).ToArray(), gradient = new T[network.ParameterCount];
        int[] labels = samples.Labels, predicted = new int[Samples];
        T rate = T.CreateTruncating(0.01), loss = default;
        var sgd = new Sgd<T> { LearningRate = rate, L2 = rate };

        Nothing("Predict", () => predicted[0] = network.Predict(input));
        Nothing("PredictBatch", () => network.PredictBatch(inputs, predicted));
        Nothing("Loss", () => loss += network.Loss(input, 1));
        Nothing("LossBatch", () => loss += network.LossBatch(inputs, labels));
        Nothing("Backward", () => loss += network.Backward(input, 1, gradient));
        Nothing("BackwardBatch", () => loss += network.BackwardBatch(inputs, labels, gradient));
        Nothing("TrainStep", () => loss += network.TrainStep(input, 1, rate));
        Nothing("TrainBatch", () => loss += network.TrainBatch(inputs, labels, sgd));
    }

    private static void WithDropout<TNetwork, T>(NetworkCase info, TNetwork network)
        where TNetwork : IDropoutClassifier<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Classifier<TNetwork, T>(info, network);
        T[] gradient = new T[network.ParameterCount];
        T loss = default;
        foreach (int count in new[] { 1, Samples, 1100 })
        {
            var samples = new Samples<T>(info, count, 54);
            T[] inputs = samples.Inputs, targets = samples.Targets;
            int[] labels = samples.Labels;
            Nothing("LossBatch of a state", () => loss += network.LossBatch(inputs, targets, 1) + network.LossBatch(inputs, labels, 1), 20);
            Nothing("BackwardBatch of a state", () => loss += network.BackwardBatch(inputs, targets, gradient, 1) + network.BackwardBatch(inputs, labels, gradient, 1), 20);
        }
    }

    /// <summary>Not one byte in any of the calls; the first two are left out, since the runtime prepares generic calls then.</summary>
    internal static void Nothing(string what, Action action, int calls = 100)
    {
        action();
        action();
        // One that is still under way in the background, after the large arrays of a test, would close the window too.
        GC.Collect();
        var bytes = new long[calls + 1];
        for (int i = 0; i < calls; i++)
        {
            bytes[i] = GC.GetAllocatedBytesForCurrentThread();
            action();
        }

        bytes[calls] = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(bytes[calls] == bytes[0], $"{what} allocated: {string.Join(", ", Enumerable.Range(0, calls).Where(i => bytes[i + 1] != bytes[i]).Select(i => $"{bytes[i + 1] - bytes[i]} bytes in call {i}"))}.");
    }
}
