namespace StaticNet.Sample;

/// <summary>
/// Between rounds: everybody meets somebody; the brain of the one who did worse becomes a copy of the other's, with mutations. It happens in
/// place, in the array that thinks; nothing is allocated.
/// </summary>
/// <remarks>Tournaments of two that breed on the spot, as in I. Harvey, "The microbial genetic algorithm" (2011), without its crossover.</remarks>
internal sealed class Selection
{
    private const int OneIn = 4;
    private const float Size = 0.3f;

    private readonly int[] _order;
    private readonly float _contactCost;
    private SplitMix64 _random;

    /// <summary>Allocates all memory.</summary>
    /// <param name="count">NPCs.</param>
    /// <param name="seed">Of pairs and mutations.</param>
    /// <param name="contactCost">Of a second in contact, in targets.</param>
    public Selection(int count, ulong seed, float contactCost)
    {
        _contactCost = contactCost;
        _order = [.. Enumerable.Range(0, count)];
        _random = new SplitMix64(seed);
    }

    /// <summary>Selects by the fitness of the bodies.</summary>
    public void Run(ReadOnlySpan<NpcBody> bodies, Span<NpcBrain> brains)
    {
        for (int i = _order.Length - 1; i > 0; i--)
        {
            int other = _random.Next(i + 1);
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }

        for (int i = 0; i + 1 < _order.Length; i += 2)
        {
            int winner = _order[i], loser = _order[i + 1];
            if (bodies[winner].Fitness(_contactCost) < bodies[loser].Fitness(_contactCost))
                (winner, loser) = (loser, winner);
            brains[loser] = brains[winner];
            Mutate(brains[loser].Parameters);
        }
    }

    /// <summary>One parameter in four moves; by the sum of two uniform numbers, so mostly by little.</summary>
    private void Mutate(Span<float> parameters)
    {
        foreach (ref float parameter in parameters)
        {
            if (_random.Next() % OneIn == 0)
                parameter += Size * ((float)_random.NextDouble() + (float)_random.NextDouble() - 1);
        }
    }
}
