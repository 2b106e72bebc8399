using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Data;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Values;

/// <summary>What is different about networks that are values. All else, the tests of all networks see to, which have them in boxes.</summary>
public class ValueNetworkTests
{
    [Fact]
    public void A_new_one_has_the_weights_of_seed_0_and_the_default_has_none()
    {
        Networks.Values.Tiny made = new(), seeded = new(0), other = new(1);
        Bits.AssertEqual<float>(seeded.Parameters, made.Parameters, "parameter");
        Assert.False(made.Parameters.SequenceEqual(other.Parameters));
        Networks.Values.Tiny nothing = default;
        Assert.True(nothing.Parameters.SequenceEqual(new float[Networks.Values.Tiny.ParameterCount]));
    }

    [Fact]
    public void An_assignment_copies_it()
    {
        Networks.Values.Brain original = new(3), copy = original;
        float[] before = original.Parameters.ToArray();
        copy.TrainStep(new float[8], 1, 0.5f);
        Bits.AssertEqual<float>(before, original.Parameters, "parameter of the original");
        Assert.False(copy.Parameters.SequenceEqual(original.Parameters));
    }

    [Fact]
    public void Views_are_of_the_value_itself()
    {
        var brains = new Networks.Values.Brain[3];
        brains[1].W1[5] = 2;
        brains[1].B2[3] = 3;
        Assert.Equal((2f, 3f), (brains[1].Parameters[5], brains[1].Parameters[^1]));
        Assert.True(brains[2].Parameters.SequenceEqual(new float[Networks.Values.Brain.ParameterCount]));
    }

    /// <summary>An array of them is one block of memory without references, which can be copied and written to a file as it is.</summary>
    [Fact]
    public void Many_are_one_block()
    {
        Assert.False(RuntimeHelpers.IsReferenceOrContainsReferences<Networks.Values.Brain>());
        var brains = Enumerable.Range(0, 10).Select(seed => new Networks.Values.Brain((ulong)seed)).ToArray();
        var loaded = new Networks.Values.Brain[10];
        MemoryMarshal.AsBytes(brains.AsSpan()).ToArray().CopyTo(MemoryMarshal.AsBytes(loaded.AsSpan()));
        for (int i = 0; i < brains.Length; i++)
            Bits.AssertEqual<float>(brains[i].Parameters, loaded[i].Parameters, "parameter");
    }

    /// <summary>A network that is read only would be copied by each call of a member that could change it.</summary>
    [Fact]
    public void Members_that_only_read_say_so()
    {
        string[] changing = ["Update", "TrainStep", "TrainBatch"];
        var methods = typeof(Npc).GetMethods().Where(method => method is { IsStatic: false, IsSpecialName: false } && method.DeclaringType == typeof(Npc)).ToArray();
        Assert.Superset(new HashSet<string> { "TrainStep", "Forward", "LossBatch", "BackwardFrom", "Save" }, methods.Select(method => method.Name).ToHashSet());
        foreach (var method in methods)
        {
            bool isReading = !changing.Contains(method.Name);
            Assert.True(isReading == method.IsDefined(typeof(IsReadOnlyAttribute), false), $"{method.Name} is {(isReading ? "not " : "")}readonly.");
        }
    }

    [Fact]
    public void Fields_of_its_own_stay_its_own()
    {
        var npc = new Npc(4) { Name = "Ada", Health = 200 };
        var network = new NpcClass(4);
        var adam = new Adam<float>(Npc.ParameterCount);
        var otherAdam = new Adam<float>(NpcClass.ParameterCount);
        float[] inputs = [.. Enumerable.Range(0, 60).Select(i => MathF.Sin(i))];
        int[] labels = [.. Enumerable.Range(0, 20).Select(i => i % 2)];
        for (int i = 0; i < 5; i++)
        {
            Bits.AssertEqual(network.TrainBatch(inputs, labels, otherAdam), npc.TrainBatch(inputs, labels, adam), "loss");
            Bits.AssertEqual(network.TrainStep(inputs.AsSpan(0, 3), 1, 0.1f), npc.TrainStep(inputs.AsSpan(0, 3), 1, 0.1f), "loss");
        }

        Bits.AssertEqual<float>(network.Parameters, npc.Parameters, "parameter");
        Assert.Equal((network.DropoutState, "Ada", (byte)200), (npc.DropoutState, npc.Name, npc.Health));
    }

    /// <summary>Its gradient is too large for the stack, and a value owns no array for it.</summary>
    [Fact]
    public void A_large_one_trains_as_the_class_does()
    {
        Networks.Values.Large value = new(5);
        LargeClass network = new(5);
        float[] input = [.. Enumerable.Range(0, 33).Select(i => MathF.Cos(i))];
        for (int i = 0; i < 3; i++)
            Bits.AssertEqual(network.TrainStep(input, i % 2, 0.1f), value.TrainStep(input, i % 2, 0.1f), "loss");
        Bits.AssertEqual<float>(network.Parameters, value.Parameters, "parameter");
    }

    [Fact]
    public void The_trainer_takes_it_by_ref()
    {
        var (inputs, labels) = TwoMoons.Generate<float>(80, noise: 0.2, seed: 1);
        var data = Dataset<float>.WithLabels(inputs, labels, inputSize: 2);
        var options = new TrainingOptions { Epochs = 3, BatchSize = 16 };
        Networks.Values.Tiny value = new(2), adamed = new(2);
        Shapes.Tiny network = new(2), otherAdamed = new(2);
        Trainer.Fit(network, data, new Sgd<float> { LearningRate = 0.1f }, options);
        Trainer.Fit(ref value, data, new Sgd<float> { LearningRate = 0.1f }, options);
        Bits.AssertEqual<float>(network.Parameters, value.Parameters, "parameter");
        Trainer.Fit(otherAdamed, data, options);
        Trainer.Fit(ref adamed, data, options);
        Bits.AssertEqual<float>(otherAdamed.Parameters, adamed.Parameters, "parameter");
    }

    [Fact]
    public void A_run_that_is_broken_off_by_an_exception_leaves_what_it_has_learned()
    {
        var (inputs, labels) = TwoMoons.Generate<float>(80, noise: 0.2, seed: 1);
        var data = Dataset<float>.WithLabels(inputs, labels, inputSize: 2);
        Networks.Values.Tiny value = new(2), before = value;
        var options = new TrainingOptions { Epochs = 3, Progress = new Breaking() };
        Assert.Throws<NotSupportedException>(() => Trainer.Fit(ref value, data, options));
        Assert.False(before.Parameters.SequenceEqual(value.Parameters));
    }

    private sealed class Breaking : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => throw new NotSupportedException();
    }

    [Fact]
    public void Saved_and_loaded()
    {
        Networks.Values.Brain brain = new(9);
        using var file = new MemoryStream();
        brain.Save(file);
        file.Position = 0;
        var loaded = Networks.Values.Brain.Load(file);
        Bits.AssertEqual<float>(brain.Parameters, loaded.Parameters, "parameter");
    }

    /// <summary>Generic code takes it by ref, and calls the members of the value itself.</summary>
    [Fact]
    public void Generic_code_trains_it_by_ref()
    {
        Networks.Values.Brain brain = new(1);
        BrainClass network = new(1);
        Step<Networks.Values.Brain>(ref brain);
        Step(ref network);
        Bits.AssertEqual<float>(network.Parameters, brain.Parameters, "parameter");

        static void Step<TNetwork>(ref TNetwork network)
            where TNetwork : IClassifier<float> =>
            network.TrainStep([1, 2, 3, 4, 5, 6, 7, 8], 2, 0.1f);
    }
}
