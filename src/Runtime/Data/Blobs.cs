using System.Numerics;
using StaticNet.Functions;

namespace StaticNet.Data;

/// <summary>Normally distributed points around centres that lie on the unit circle in equal steps, the first at (1, 0).</summary>
public static class Blobs
{
    /// <summary>Values in one input: x and y.</summary>
    public const int InputSize = 2;

    /// <summary>Makes a data set from a seed.</summary>
    /// <param name="count">Samples, at least 1, shared out to the blobs in turn.</param>
    /// <param name="noise">The standard deviation of each coordinate within a blob; finite, not below 0.</param>
    /// <param name="seed">The seed of <see cref="NumpyRandom"/>.</param>
    /// <param name="classCount">Blobs, at least 1.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>: points are computed as <see cref="double"/> and rounded once.</typeparam>
    /// <returns>Inputs [count × 2], row-major, and labels [count], in shuffled order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count or the number of blobs is less than 1, or the noise is no finite number of at least 0.</exception>
    public static (T[] Inputs, int[] Labels) Generate<T>(int count, double noise, uint seed, int classCount = 3)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        return NoisyPoints.Generate<T>(count, noise, new NumpyRandom(seed), Centre);

        int Centre(int index, int count, out double x, out double y)
        {
            int label = index % classCount;
            double angle = label * (2 * Math.PI / classCount);
            (x, y) = (Cosine.Cos(angle), Cosine.Sin(angle));
            return label;
        }
    }
}
