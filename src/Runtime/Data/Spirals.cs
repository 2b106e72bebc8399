using System.Numerics;
using StaticNet.Functions;

namespace StaticNet.Data;

/// <summary>
/// Two spirals that wind three times round each other, the hard benchmark of Lang and Witbrock, "Learning to tell two spirals apart" (1988).
/// 194 points without noise are theirs. They reach out to ±6.5; noise is on that scale.
/// </summary>
public static class Spirals
{
    /// <summary>Values in one input: x and y.</summary>
    public const int InputSize = 2;

    /// <summary>Classes: 0 is the one spiral, 1 its mirror image through the origin.</summary>
    public const int ClassCount = 2;

    /// <summary>Makes a data set from a seed.</summary>
    /// <param name="count">Samples, at least 1. An odd one goes to class 1.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate; finite, not below 0.</param>
    /// <param name="seed">The seed of <see cref="NumpyRandom"/>.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>: points are computed as <see cref="double"/> and rounded once.</typeparam>
    /// <returns>Inputs [count × 2], row-major, and labels [count], in shuffled order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1, or the noise is no finite number of at least 0.</exception>
    public static (T[] Inputs, int[] Labels) Generate<T>(int count, double noise, uint seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        NoisyPoints.Generate<T>(count, noise, new NumpyRandom(seed), Point);

    /// <summary>±r·(sin φ, cos φ) with r = 6.5·(104 − 96t)/104 and φ = 6π·t, t from 0 to 1 in equal steps: from outside to inside.</summary>
    private static int Point(int index, int count, out double x, out double y)
    {
        int first = count / 2;
        int label = index < first ? 0 : 1;
        (int step, int points, double sign) = label == 0 ? (index, first, 1.0) : (index - first, count - first, -1.0);
        double t = step == 0 ? 0 : (double)step / (points - 1);
        double radius = sign * (6.5 * (104 - (96 * t)) / 104);
        double angle = 6 * Math.PI * t;
        (x, y) = (radius * Cosine.Sin(angle), radius * Cosine.Cos(angle));
        return label;
    }
}
