namespace StaticNet.Sample;

/// <summary>What a training left behind, besides the network.</summary>
/// <param name="Losses">The loss before the first pass and after each: [passes + 1].</param>
/// <param name="Steps">Updates of the parameters.</param>
/// <param name="Elapsed">The time that the loop took.</param>
/// <param name="AllocatedBytes">What the loop allocated.</param>
internal sealed record TrainingResult(double[] Losses, int Steps, TimeSpan Elapsed, long AllocatedBytes)
{
    /// <summary>The loss after the last pass.</summary>
    public double FinalLoss => Losses[^1];
}
