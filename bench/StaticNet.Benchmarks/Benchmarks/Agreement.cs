using System.Numerics;

namespace StaticNet.Benchmarks.Benchmarks;

/// <summary>Before anything is timed, everybody has to have computed the same.</summary>
internal static class Agreement
{
    /// <summary>Requires two losses or outputs to agree to a few roundings.</summary>
    /// <exception cref="InvalidOperationException">They don't.</exception>
    public static void Require<T>(string who, T actual, T expected)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double tolerance = typeof(T) == typeof(float) ? 1e-4 : 1e-10;
        double difference = Math.Abs(double.CreateChecked(actual) - double.CreateChecked(expected));
        if (!(difference <= tolerance * Math.Max(1, Math.Abs(double.CreateChecked(expected)))))
            throw new InvalidOperationException($"{who} computes {actual}, not {expected}: the comparison would be meaningless.");
    }

    /// <inheritdoc cref="Require{T}(string, T, T)"/>
    public static void Require<T>(string who, ReadOnlySpan<T> actual, ReadOnlySpan<T> expected)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < expected.Length; i++)
            Require(who, actual[i], expected[i]);
    }
}
