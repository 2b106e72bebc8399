using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Training;

/// <summary>An evolution strategy draws what it says, steps as its formula says, and finds what it is sent for.</summary>
public class EvolutionStrategyTests
{
    private static readonly double[] s_start = [0.5, -1, 2];

    [Fact]
    public void Candidates_are_mirrored_pairs_of_normal_numbers_around_the_mean()
    {
        var strategy = new EvolutionStrategy<double>(s_start, 2000, 1) { Deviation = 0.25 };
        var all = strategy.Ask();
        Assert.Equal(2000 * 3, all.Length);
        double sum = 0, squares = 0;
        for (int i = 0; i < 2000; i += 2)
        {
            Bits.AssertEqual<double>(all.Slice(3 * i, 3).ToArray(), strategy.Candidate(i).ToArray(), $"candidate {i}");
            for (int p = 0; p < 3; p++)
            {
                double noise = (strategy.Candidate(i)[p] - s_start[p]) / 0.25;
                Assert.Equal(noise, (s_start[p] - strategy.Candidate(i + 1)[p]) / 0.25, 1e-12);
                sum += noise;
                squares += noise * noise;
            }
        }

        Assert.InRange(sum / 3000, -0.06, 0.06);
        Assert.InRange(squares / 3000, 0.92, 1.08);
    }

    /// <summary>Against the formula, with ranks counted naively; some are equal.</summary>
    [Fact]
    public void Steps_by_the_formula()
    {
        var strategy = new EvolutionStrategy<double>(s_start, 8, 2) { Deviation = 0.5, LearningRate = 2 };
        strategy.Ask();
        double[] fitness = [3, double.NegativeInfinity, 7, 3, double.PositiveInfinity, -2, 3, 0];
        double[] expected = [.. s_start];
        for (int i = 0; i < 8; i++)
        {
            double rank = fitness.Count(other => other < fitness[i]) + ((fitness.Count(other => other == fitness[i]) - 1) / 2.0);
            for (int p = 0; p < 3; p++)
                expected[p] += 2 * 0.5 / 8 * ((rank / 7) - 0.5) * (strategy.Candidate(i)[p] - s_start[p]) / 0.5;
        }

        strategy.Tell(fitness);
        Assert.Equal(1, strategy.Generation);
        for (int p = 0; p < 3; p++)
            Assert.Equal(expected[p], strategy.Mean[p], 1e-14);
    }

    [Fact]
    public void Equals_move_nothing()
    {
        var strategy = new EvolutionStrategy<float>([1, 2, 3], 6);
        strategy.Ask();
        strategy.Tell([5, 5, 5, 5, 5, 5]);
        Assert.Equal([1f, 2, 3], strategy.Mean.ToArray());
    }

    /// <summary>Only the order of the fitnesses counts.</summary>
    [Fact]
    public void A_scale_changes_nothing() =>
        Bits.AssertEqual<double>(Minimise<double>(3, 20, x => x), Minimise<double>(3, 20, x => (x * x * x) - 1e6), "scaled");

    [Fact]
    public void A_seed_is_a_run()
    {
        Bits.AssertEqual<float>(Minimise<float>(4, 20, x => x), Minimise<float>(4, 20, x => x), "same seed");
        Assert.NotEqual(Minimise<float>(4, 20, x => x), Minimise<float>(5, 20, x => x));
    }

    [Fact]
    public void Finds_a_minimum_in_single_precision() => AssertFound(Minimise<float>(6, 300, x => x));

    [Fact]
    public void Finds_a_minimum_in_double_precision() => AssertFound(Minimise<double>(7, 300, x => x));

    /// <summary>Ten thousand brains, whose fitness many threads find.</summary>
    [Fact]
    public void Large_populations_can_be_shared_by_threads()
    {
        float[] means = [.. Enumerable.Range(1, 2).SelectMany(threads =>
        {
            var strategy = new EvolutionStrategy<float>(new Shapes.Tiny(1).Parameters, 10_000, 8);
            float[] fitness = new float[10_000];
            for (int generation = 0; generation < 2; generation++)
            {
                strategy.Ask();
                Parallel.For(0, fitness.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Shapes.Tiny(), (i, _, brain) =>
                {
                    strategy.Candidate(i).CopyTo(brain.Parameters);
                    fitness[i] = -brain.Loss([1, -1], 0) - brain.Loss([-1, 1], 1);
                    return brain;
                }, _ => { });
                strategy.Tell(fitness);
            }

            return strategy.Mean.ToArray();
        })];
        Bits.AssertEqual<float>(means[..(means.Length / 2)], means[(means.Length / 2)..], "threads");
    }

    /// <summary>Writing to the mean moves the next generation: a run can be taken up where another ended.</summary>
    [Fact]
    public void The_mean_can_be_set()
    {
        var strategy = new EvolutionStrategy<double>(s_start, 2);
        strategy.Mean.Fill(100);
        foreach (double value in strategy.Ask())
            Assert.InRange(value, 99, 101);
    }

    private static T[] Minimise<T>(uint seed, int generations, Func<double, double> scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var strategy = new EvolutionStrategy<T>([T.Zero, T.Zero, T.Zero, T.Zero], 32, seed);
        T[] fitness = new T[strategy.PopulationSize];
        for (int generation = 0; generation < generations; generation++)
        {
            strategy.Ask();
            for (int i = 0; i < fitness.Length; i++)
            {
                double distance = 0;
                for (int p = 0; p < 4; p++)
                    distance += Math.Pow(double.CreateChecked(strategy.Candidate(i)[p]) - p, 2) * (p + 1);
                fitness[i] = T.CreateChecked(scale(-distance));
            }

            strategy.Tell(fitness);
        }

        return strategy.Mean.ToArray();
    }

    private static void AssertFound<T>(T[] mean)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int p = 0; p < 4; p++)
            Assert.Equal(p, double.CreateChecked(mean[p]), 0.1);
    }
}
