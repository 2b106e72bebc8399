namespace StaticNet.Sample;

/// <summary>How large an error of reconstruction is normal: a running mean and mean deviation, and the threshold that follows.</summary>
/// <remarks>
/// Both forget with a time constant of 5,000 steps, so that they follow what the network learns, and what the machine becomes. The first steps count as a
/// plain mean.
/// </remarks>
internal struct ErrorStatistics
{
    private const double Memory = 5_000;
    private const double Deviations = 11;

    /// <summary>The running mean.</summary>
    public double Mean;

    /// <summary>The running mean of the distance from it.</summary>
    public double Deviation;

    /// <summary>Errors so far.</summary>
    public double Count;

    /// <summary>An error above it is not normal.</summary>
    public readonly double Threshold => Mean + (Deviations * Deviation);

    /// <summary>Takes up a normal error.</summary>
    public void Add(double error)
    {
        Count++;
        double share = 1 / Math.Min(Count, Memory);
        Mean += share * (error - Mean);
        Deviation += share * (Math.Abs(error - Mean) - Deviation);
    }
}
