namespace StaticNet.Sample;

/// <summary>What came of a run.</summary>
/// <param name="Count">NPCs.</param>
/// <param name="Frames">Of a round.</param>
/// <param name="Side">Of the arena, in metres.</param>
/// <param name="Generations">How each did.</param>
/// <param name="First">The first round; empty if it was the last, too.</param>
/// <param name="Last">The last round.</param>
/// <param name="Latency">Of the frames.</param>
/// <param name="Cost">Of the loop.</param>
/// <param name="Hash">Every bit of the last frame and of all brains.</param>
internal sealed record CrowdResult(
    int Count, int Frames, float Side, CrowdGeneration[] Generations, CrowdFilm First, CrowdFilm Last, LatencyHistogram Latency, LoopCost Cost, ulong Hash);

/// <summary>How a round went, in the mean of the NPCs.</summary>
/// <param name="Reached">Targets reached.</param>
/// <param name="ContactSeconds">Time in contact with somebody ahead.</param>
/// <param name="Fitness">What selection goes by.</param>
/// <param name="BestFitness">Of the best.</param>
internal readonly record struct CrowdGeneration(double Reached, double ContactSeconds, double Fitness, double BestFitness)
{
    /// <summary>Seconds in contact for every target reached.</summary>
    public double ContactPerTarget => ContactSeconds / Reached;

    /// <summary>At the end of a round.</summary>
    /// <param name="bodies">All NPCs.</param>
    /// <param name="contactCost">Of a second in contact, in targets.</param>
    public static CrowdGeneration Of(ReadOnlySpan<NpcBody> bodies, float contactCost)
    {
        double reached = 0, contacts = 0, fitness = 0, best = double.NegativeInfinity;
        foreach (ref readonly var body in bodies)
        {
            reached += body.Reached;
            contacts += body.Contacts;
            fitness += body.Fitness(contactCost);
            best = Math.Max(best, body.Fitness(contactCost));
        }
        return new(reached / bodies.Length, contacts / bodies.Length / CrowdWorld.FrameRate, fitness / bodies.Length, best);
    }
}
