using StaticNet.Data;

namespace StaticNet.Sample;

/// <summary>The points that every network of this program learns.</summary>
/// <param name="Inputs">[Count × 2], row-major.</param>
/// <param name="Labels">[Count], 0 or 1.</param>
/// <param name="Seed">What they, and all initial weights and shuffles of the program, were made from.</param>
internal sealed record MoonData(double[] Inputs, int[] Labels, uint Seed)
{
    /// <summary>The tutorial's noise.</summary>
    public const double Noise = 0.20;

    /// <summary>The number of samples.</summary>
    public int Count => Labels.Length;

    /// <summary>The tutorial's 200 points for seed 0, others for other seeds.</summary>
    public static MoonData Generate(uint seed)
    {
        (double[] inputs, int[] labels) = TwoMoons.Generate<double>(200, Noise, seed);
        return new MoonData(inputs, labels, seed);
    }
}
