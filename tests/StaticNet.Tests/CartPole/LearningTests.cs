using StaticNet.Lanes;
using StaticNet.Sample;
using StaticNet.Tests.Determinism;

namespace StaticNet.Tests.CartPole;

/// <summary>Both learners come to balance the pole, in the same bits in every width and on every machine, and allocate nothing on the way.</summary>
[Collection(Alone.Name)]
public sealed class LearningTests : IDisposable
{
    public void Dispose() => VectorWidth.Limit = 512;

    [Fact]
    public void Reinforce_learns_it() => AssertLearns(new Reinforce(0));

    [Fact]
    public void Evolution_learns_it() => AssertLearns(new Evolution(0));

    /// <summary>A run for each width, and a second one for the widest.</summary>
    [Fact]
    public void Every_run_ends_in_the_same_bits()
    {
        string[][] runs = Array.ConvertAll((int[])[512, 512, 256, 128], width =>
        {
            VectorWidth.Limit = width;
            return (string[])[$"reinforce,{Fingerprint(new Reinforce(0))}", $"evolution,{Fingerprint(new Evolution(0))}"];
        });
        Assert.All(runs, run => Assert.Equal(runs[0], run));
        Pinned.Assert("bits-cartpole.csv", runs[0]);
    }

    [Fact]
    public void Reinforce_allocates_nothing() => AssertNoBytes(new Reinforce(1));

    [Fact]
    public void Evolution_allocates_nothing() => AssertNoBytes(new Evolution(1));

    private static void AssertLearns(ICartPoleLearner learner)
    {
        var result = CartPoleTraining.Run(learner, 0);
        Assert.True(result.HasLearnt, $"{result.FinalReturn} after {result.Rounds} rounds.");
        Assert.InRange(result.Returns[0], 0, Episodes.Solved / 2);
        Assert.InRange(result.Rounds, 2, 100);
        // Starts of another generator than any that decided about the training.
        var random = new SplitMix64(20261125);
        Assert.InRange(Episodes.MeanReturn(learner.Policy, 100, ref random), Episodes.Solved, CartPoleState.MostSteps);
    }

    /// <summary>A dozen rounds, with the tests in between left out.</summary>
    private static string Fingerprint(ICartPoleLearner learner)
    {
        for (int round = 0; round < 12; round++)
            learner.Round();
        return TrainingRun.Hash<float>(learner.Policy.Parameters);
    }

    private static void AssertNoBytes(ICartPoleLearner learner)
    {
        learner.Round();
        learner.Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 10; round++)
            learner.Round();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
