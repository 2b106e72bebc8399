using System.Numerics;
using StaticNet.Functions;

namespace StaticNet.Data;

/// <summary>
/// Two interleaving half circles with normal noise, the classic data that a line cannot separate: scikit-learn's <c>make_moons</c>, point
/// by point. <c>Generate&lt;double&gt;(200, 0.20, seed: 0)</c> gives what <c>numpy.random.seed(0); make_moons(200, noise=0.20)</c> gives,
/// but for the last one or two bits of a number.
/// </summary>
public static class TwoMoons
{
    /// <summary>Values in one input: x and y.</summary>
    public const int InputSize = 2;

    /// <summary>Classes: 0 is the upper moon, 1 the lower.</summary>
    public const int ClassCount = 2;

    /// <summary>Makes a data set from a seed.</summary>
    /// <param name="count">Samples, at least 1. An odd one goes to the lower moon.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate; finite, not below 0.</param>
    /// <param name="seed">The seed of <see cref="NumpyRandom"/>.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>: points are computed as <see cref="double"/> and rounded once.</typeparam>
    /// <returns>Inputs [count × 2], row-major, and labels [count], in shuffled order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1, or the noise is no finite number of at least 0.</exception>
    public static (T[] Inputs, int[] Labels) Generate<T>(int count, double noise, uint seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Generate<T>(count, noise, new NumpyRandom(seed));

    /// <summary>Makes a data set from a generator that may have been used before, and may be used afterwards.</summary>
    /// <param name="count">Samples, at least 1. An odd one goes to the lower moon.</param>
    /// <param name="noise">The standard deviation of the noise on each coordinate; finite, not below 0.</param>
    /// <param name="random">Drawn from: first the order of the samples, then the noise, sample by sample.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>: points are computed as <see cref="double"/> and rounded once.</typeparam>
    /// <returns>Inputs [count × 2], row-major, and labels [count], in shuffled order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is less than 1, or the noise is no finite number of at least 0.</exception>
    public static (T[] Inputs, int[] Labels) Generate<T>(int count, double noise, NumpyRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        NoisyPoints.Generate<T>(count, noise, random, Point);

    /// <summary>A point without noise. The upper moon is (cos φ, sin φ), the lower (1 − cos φ, ½ − sin φ), φ from 0 to π in equal steps.</summary>
    /// <returns>The label.</returns>
    private static int Point(int index, int count, out double x, out double y)
    {
        int upper = count / 2;
        int label = index < upper ? 0 : 1;
        (int step, int points) = label == 0 ? (index, upper) : (index - upper, count - upper);
        // As numpy.linspace: the last one is the end itself, not a multiple of the step.
        double angle = step == 0 ? 0 : step == points - 1 ? Math.PI : step * (Math.PI / (points - 1));
        double cos = Cosine.Cos(angle);
        double sin = Cosine.Sin(angle);
        (x, y) = label == 0 ? (cos, sin) : (1 - cos, 1 - sin - 0.5);
        return label;
    }
}
