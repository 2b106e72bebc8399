using System.Diagnostics;

namespace StaticNet.Sample;

/// <summary>Rounds of a crowd, with selection in between. Everything but the times follows from the seed.</summary>
internal static class CrowdRun
{
    /// <summary>What a second in contact costs, in targets, if nothing else is said.</summary>
    public const float DefaultContactCost = 8;

    /// <summary>Runs it; the loop allocates nothing.</summary>
    /// <param name="count">NPCs, at least 2.</param>
    /// <param name="generations">Rounds, at least 1.</param>
    /// <param name="seconds">Of each round, at least 1.</param>
    /// <param name="seed">Of everything.</param>
    /// <param name="contactCost">Of a second in contact, in targets.</param>
    public static CrowdResult Run(int count, int generations, int seconds, ulong seed, float contactCost = DefaultContactCost)
    {
        int frames = seconds * CrowdWorld.FrameRate;
        var world = new CrowdWorld(count, seed);
        var selection = new Selection(count, ~seed, contactCost);
        var statistics = new CrowdGeneration[generations];
        CrowdFilm first = new(frames, count), last = new(frames, count);
        var latency = new LatencyHistogram();

        var meter = LoopMeter.Start();
        for (int generation = 0; generation < generations; generation++)
        {
            if (generation > 0)
            {
                selection.Run(world.Bodies, world.Brains);
                world.Place();
            }

            CrowdFilm? film = generation == generations - 1 ? last : generation == 0 ? first : null;
            for (int frame = 0; frame < frames; frame++)
            {
                film?.Take(frame, world.Bodies);
                long start = Stopwatch.GetTimestamp();
                world.Frame();
                latency.Record(Stopwatch.GetTimestamp() - start);
            }
            film?.Take(frames, world.Bodies);
            statistics[generation] = CrowdGeneration.Of(world.Bodies, contactCost);
        }
        var cost = meter.Stop();
        return new CrowdResult(count, frames, world.Side, statistics, first, last, latency, cost, world.Hash());
    }
}
