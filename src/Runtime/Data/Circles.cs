using System.Numerics;
using StaticNet.Functions;

namespace StaticNet.Data;

/// <summary>
/// A circle within a circle, with normal noise: scikit-learn's <c>make_circles</c> with <c>factor=0.5</c>, point by point. The outer radius
/// is 1, the inner ½.
/// </summary>
public static class Circles
{
    /// <summary>Values in one input: x and y.</summary>
    public const int InputSize = 2;

    /// <summary>Classes: 0 is the outer circle, 1 the inner.</summary>
    public const int ClassCount = 2;

    /// <summary>Makes a data set from a seed.</summary>
    /// <param name="count">Samples, at least 1. An odd one goes to the inner circle.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate; finite, not below 0.</param>
    /// <param name="seed">The seed of <see cref="NumpyRandom"/>.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>: points are computed as <see cref="double"/> and rounded once.</typeparam>
    /// <returns>Inputs [count × 2], row-major, and labels [count], in shuffled order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1, or the noise is no finite number of at least 0.</exception>
    public static (T[] Inputs, int[] Labels) Generate<T>(int count, double noise, uint seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        NoisyPoints.Generate<T>(count, noise, new NumpyRandom(seed), Point);

    /// <summary>r·(cos φ, sin φ), φ from 0 in equal steps all the way round.</summary>
    private static int Point(int index, int count, out double x, out double y)
    {
        int outer = count / 2;
        int label = index < outer ? 0 : 1;
        (int step, int points, double radius) = label == 0 ? (index, outer, 1.0) : (index - outer, count - outer, 0.5);
        double angle = step * (2 * Math.PI / points);
        (x, y) = (radius * Cosine.Cos(angle), radius * Cosine.Sin(angle));
        return label;
    }
}
