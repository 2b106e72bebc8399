using StaticNet.Sample;

namespace StaticNet.Tests.Loops;

/// <summary>The sample's crowd learns, and frames allocate nothing.</summary>
[Collection(Alone.Name)]
public class GameLoopTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_crowd_learns_to_reach_its_targets(ulong seed)
    {
        var generations = CrowdRun.Run(count: 200, generations: 40, seconds: 10, seed).Generations;
        Assert.InRange(generations[0].Reached, 0, 1);
        Assert.InRange(generations[^5..].Average(g => g.Reached), 5 * generations[0].Reached, double.MaxValue);
        Assert.InRange(generations[^5..].Average(g => g.ContactPerTarget), 0, generations[0].ContactPerTarget / 5);
        Assert.InRange(generations[^5..].Average(g => g.Fitness), generations[0].Fitness + 3, double.MaxValue);
    }

    /// <summary>Where contact costs nothing, nobody keeps out of the way.</summary>
    [Fact]
    public void The_crowd_learns_to_keep_out_of_the_way()
    {
        double careful = Contact(CrowdRun.DefaultContactCost), careless = Contact(0);
        Assert.InRange(careful, 0, 0.75 * careless);

        static double Contact(float cost) =>
            CrowdRun.Run(count: 200, generations: 60, seconds: 10, seed: 0, cost).Generations[^10..].Average(g => g.ContactSeconds);
    }

    [Fact]
    public void A_million_steps_allocate_nothing()
    {
        var result = CrowdRun.Run(count: 400, generations: 5, seconds: 10, seed: 3);
        Assert.InRange(result.Count * result.Latency.Count, 1_000_000, long.MaxValue);
        Assert.Equal((0, 0), (result.Cost.AllocatedBytes, result.Cost.Collections));
    }

    [Fact]
    public void A_replay_ends_in_the_same_bits()
    {
        ulong hash = Hash(7);
        Assert.Equal(hash, Hash(7));
        Assert.NotEqual(hash, Hash(8));

        static ulong Hash(ulong seed) => CrowdRun.Run(count: 50, generations: 3, seconds: 2, seed).Hash;
    }

    /// <summary>From the start of each, with nothing reached, to its end.</summary>
    [Fact]
    public void The_films_show_the_first_round_and_the_last()
    {
        var result = CrowdRun.Run(count: 20, generations: 3, seconds: 2, seed: 1);
        foreach (var (film, generation) in new[] { (result.First, result.Generations[0]), (result.Last, result.Generations[^1]) })
        {
            Assert.Equal((2 * CrowdFilm.PictureRate) + 1, film.Pictures.Count);
            Assert.All(film.Pictures[0], body => Assert.Equal(0, body.Reached));
            Assert.Equal(generation, CrowdGeneration.Of(film.Pictures[^1], CrowdRun.DefaultContactCost));
        }
    }

    [Fact]
    public void The_grid_finds_the_nearest()
    {
        const float side = 30;
        var random = new SplitMix64(5);
        var grid = new NeighbourGrid(side, 120);
        var bodies = new NpcBody[120];
        int alone = 0;
        for (int round = 0; round < 20; round++)
        {
            for (int i = 0; i < bodies.Length; i++)
                bodies[i] = new NpcBody { X = Edge(side * (float)random.NextDouble()), Y = Edge(side * (float)random.NextDouble()) };
            grid.Fill(bodies);
            for (int i = 0; i < bodies.Length; i++)
            {
                float expected = bodies.Where((_, other) => other != i).Min(other => Distance(bodies[i], other));
                int nearest = grid.Nearest(bodies, i, out float distance);
                alone += nearest < 0 ? 1 : 0;
                Assert.Equal(Math.Min(expected, NeighbourGrid.Sight), distance);
                if (nearest >= 0)
                    Assert.Equal(expected, Distance(bodies[i], bodies[nearest]));
            }
        }
        Assert.InRange(alone, 1, 20 * bodies.Length / 2);

        // Some stand at the walls, where the last cells are.
        static float Edge(float x) => x < 1 ? 0 : x > side - 1 ? side : x;
        static float Distance(NpcBody a, NpcBody b) => MathF.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
    }

    /// <summary>Of each pair one keeps its brain; the best always does.</summary>
    [Fact]
    public void Selection_replaces_half_and_never_the_best()
    {
        var brains = Enumerable.Range(0, 40).Select(seed => new NpcBrain((ulong)seed)).ToArray();
        var before = brains.ToArray();
        var bodies = Enumerable.Range(0, 40).Select(i => new NpcBody { Reached = i, TargetX = 1, TargetDistance = 1 }).ToArray();
        new Selection(40, seed: 1, contactCost: 1).Run(bodies, brains);

        bool[] kept = [.. brains.Select((brain, i) => brain.Parameters.SequenceEqual(before[i].Parameters))];
        Assert.Equal(20, kept.Count(same => same));
        Assert.True(kept[39]);
        Assert.False(kept[0]);
        // The copy of a better one, but for a quarter of its parameters.
        Assert.Contains(before[1..], better => Same(better, brains[0]) > NpcBrain.ParameterCount / 2);

        static int Same(NpcBrain a, NpcBrain b)
        {
            int same = 0;
            for (int i = 0; i < NpcBrain.ParameterCount; i++)
                same += a.Parameters[i] == b.Parameters[i] ? 1 : 0;
            return same;
        }
    }
}
