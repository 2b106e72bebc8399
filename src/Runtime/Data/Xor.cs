using System.Numerics;

namespace StaticNet.Data;

/// <summary>
/// The corners of the unit square with normal noise, opposite corners in one class: the smallest data that no line separates. Without
/// noise every point is a corner, exactly.
/// </summary>
public static class Xor
{
    /// <summary>Values in one input: x and y.</summary>
    public const int InputSize = 2;

    /// <summary>Classes: x xor y.</summary>
    public const int ClassCount = 2;

    /// <summary>Makes a data set from a seed.</summary>
    /// <param name="count">Samples, at least 1, shared out to the corners in turn.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate; finite, not below 0.</param>
    /// <param name="seed">The seed of <see cref="NumpyRandom"/>.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>: points are computed as <see cref="double"/> and rounded once.</typeparam>
    /// <returns>Inputs [count × 2], row-major, and labels [count], in shuffled order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1, or the noise is no finite number of at least 0.</exception>
    public static (T[] Inputs, int[] Labels) Generate<T>(int count, double noise, uint seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        NoisyPoints.Generate<T>(count, noise, new NumpyRandom(seed), Point);

    private static int Point(int index, int count, out double x, out double y)
    {
        (int right, int upper) = ((index >> 1) & 1, index & 1);
        (x, y) = (right, upper);
        return right ^ upper;
    }
}
