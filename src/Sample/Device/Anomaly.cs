namespace StaticNet.Sample;

/// <summary>What goes wrong with a sensor.</summary>
internal enum AnomalyKind
{
    /// <summary>A few readings far off, as from a loose contact.</summary>
    Spike,

    /// <summary>The reading stays what it was.</summary>
    Stuck,

    /// <summary>The reading swings far more than it should, as from an imbalance.</summary>
    Swing,

    /// <summary>The reading lags behind the others by a fifth of a turn.</summary>
    Lag,
}

/// <summary>Something that goes wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Channel">The sensor.</param>
/// <param name="Start">The first step.</param>
/// <param name="Length">Steps.</param>
internal readonly record struct Anomaly(AnomalyKind Kind, int Channel, long Start, int Length)
{
    /// <summary>Kinds that there are.</summary>
    public const int Kinds = 4;

    /// <summary>An anomaly in every so many steps.</summary>
    public const int Block = 5_000;

    /// <summary>Steps before the first block with an anomaly: the device learns what is normal.</summary>
    public const int QuietBlocks = 6;

    /// <summary>The first step behind it.</summary>
    public long End => Start + Length;

    /// <summary>The anomaly of a block of steps. It follows from seed and number alone: nothing has to be remembered.</summary>
    /// <param name="block">From <see cref="QuietBlocks"/>.</param>
    /// <param name="seed">Of the stream.</param>
    public static Anomaly InBlock(long block, ulong seed)
    {
        var random = new SplitMix64(seed + (ulong)block);
        var kind = (AnomalyKind)random.Next(Kinds);
        int channel = random.Next(SensorStream.Channels);
        int length = kind == AnomalyKind.Spike ? 1 + random.Next(3) : 100 + random.Next(100);
        return new(kind, channel, (block * Block) + 1_000 + random.Next(Block - 2_000), length);
    }

    /// <summary>Whether a step belongs to it.</summary>
    public bool Contains(long step) => step >= Start && step < End;
}
