using System.Numerics;

namespace StaticNet;

/// <summary>Fitness shaping: what counts is not how much better a candidate is, but than how many.</summary>
internal static class CentredRanks
{
    /// <summary>Stretches the ranks of the fitnesses over [−½, ½]. Equals share the mean of their ranks.</summary>
    /// <param name="fitness">At least two, none of them NaN.</param>
    /// <param name="sorted">Of the same length, as are the others; overwritten with the fitnesses in rising order.</param>
    /// <param name="order">Overwritten with the places that they come from.</param>
    /// <param name="utilities">Overwritten with the result; its sum is 0.</param>
    public static void Of<T>(ReadOnlySpan<T> fitness, T[] sorted, int[] order, Span<double> utilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = fitness.Length;
        fitness.CopyTo(sorted);
        for (int i = 0; i < count; i++)
            order[i] = i;
        Array.Sort(sorted, order);
        for (int first = 0, end; first < count; first = end)
        {
            end = first + 1;
            while (end < count && sorted[end] == sorted[first])
                end++;
            double rank = 0.5 * (first + (end - 1));
            for (int i = first; i < end; i++)
                utilities[order[i]] = (rank / (count - 1)) - 0.5;
        }
    }
}
