using System.Numerics;

namespace StaticNet.Tests.Networks;

/// <summary>Comparisons that allow for rounding.</summary>
public static class Near
{
    /// <summary>
    /// The unit of rounding times the number of roundings that may add up: sums over up to some hundred terms, functions within 8 ulp, a few layers.
    /// A missing sample, factor or term is larger by orders of magnitude.
    /// </summary>
    private static double Tolerance<T>() => typeof(T) == typeof(float) ? 100 * 1.2e-7 : 400 * 2.3e-16;

    /// <summary>Each value within the tolerance, relative to a size.</summary>
    /// <param name="expected">From the reference.</param>
    /// <param name="actual">From the generated code.</param>
    /// <param name="scale">The size of the numbers that were added and subtracted on the way.</param>
    /// <param name="what">For the message.</param>
    public static void Assert<T>(ReadOnlySpan<double> expected, ReadOnlySpan<T> actual, double scale, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(double.CreateChecked(actual[i]) - expected[i]);
            if (!(difference <= Tolerance<T>() * scale))
                Xunit.Assert.Fail($"{what}[{i}] should be {expected[i]:R}, was {actual[i]:R}: off by {difference:E1}, allowed {Tolerance<T>() * scale:E1}.");
        }
    }

    /// <inheritdoc cref="Assert{T}(ReadOnlySpan{double}, ReadOnlySpan{T}, double, string)"/>
    public static void Assert<T>(double expected, T actual, double scale, string what)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Assert([expected], [actual], scale, what);
}
