using StaticNet.Functions;

namespace StaticNet.Sample;

/// <summary>
/// Four sensors of a turning machine, 100 readings a second: vibration along and across, current, temperature. They are periodic with a speed that
/// wanders; the temperature drifts; all are noisy; and now and then one is wrong.
/// </summary>
/// <remarks>
/// A step's readings follow from the seed and its number alone, as if the world went on while the device is off. Sine is the library's own, so they
/// are the same on every machine.
/// </remarks>
/// <param name="seed">Of noise and anomalies.</param>
internal sealed class SensorStream(ulong seed)
{
    /// <summary>Sensors.</summary>
    public const int Channels = 4;

    /// <summary>Their names.</summary>
    public static readonly string[] Names = ["vibration along", "vibration across", "current", "temperature"];

    private const double Noise = 0.03;
    private const double Period = 50;
    private const double WanderPeriod = 7_001;
    private const double DriftPeriod = 180_000;

    // Half of the numbers are for the noise, so that anomalies don't repeat it.
    private readonly ulong _noise = ~seed;

    /// <summary>What is wrong in the block of a step; nothing in the first blocks.</summary>
    public Anomaly? AnomalyNear(long step) =>
        step / Anomaly.Block is var block && block < Anomaly.QuietBlocks ? null : Anomaly.InBlock(block, seed);

    /// <summary>The readings of a step.</summary>
    /// <param name="step">From 0.</param>
    /// <param name="readings">[Channels], overwritten.</param>
    public void Read(long step, Span<float> readings)
    {
        var random = new SplitMix64(_noise + (ulong)step);
        var anomaly = AnomalyNear(step);
        bool isWrong = anomaly is { } found && found.Contains(step);
        for (int channel = 0; channel < Channels; channel++)
        {
            double value = isWrong && anomaly!.Value.Channel == channel ? Wrong(anomaly.Value, step) : Normal(channel, step);
            bool isSilent = isWrong && anomaly!.Value is { Kind: AnomalyKind.Stuck } stuck && stuck.Channel == channel;
            double noise = Noise * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
            readings[channel] = (float)(isSilent ? value : value + noise);
        }
    }

    private static double Wrong(Anomaly anomaly, long step) => anomaly.Kind switch
    {
        AnomalyKind.Spike => Normal(anomaly.Channel, step) + 1.5,
        AnomalyKind.Stuck => Normal(anomaly.Channel, anomaly.Start),
        AnomalyKind.Swing => 1.8 * Normal(anomaly.Channel, step),
        _ => Normal(anomaly.Channel, step - (Period / 5)),
    };

    private static double Normal(int channel, double step)
    {
        double turn = 2 * Math.PI * step / Period, wander = 3 * Cosine.Sin(2 * Math.PI * step / WanderPeriod), phase = turn + wander;
        double drift = Cosine.Sin(2 * Math.PI * step / DriftPeriod);
        return channel switch
        {
            0 => (0.8 * Cosine.Sin(phase)) + (0.3 * Cosine.Sin(2 * phase)),
            1 => (0.7 * Cosine.Cos(phase)) - (0.2 * Cosine.Sin(2 * phase)),
            2 => (0.5 * Cosine.Sin(phase + 1)) + (0.3 * drift),
            _ => (0.5 * drift) + (0.4 * Cosine.Cos(phase + 0.5)),
        };
    }
}
