namespace StaticNet.Sample;

/// <summary>A seeded order of the samples, another for each epoch.</summary>
internal static class Shuffling
{
    /// <summary>Fisher and Yates: every permutation is equally likely.</summary>
    public static void Permute(Span<int> order, ref SplitMix64 random)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
