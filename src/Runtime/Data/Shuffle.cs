namespace StaticNet.Data;

/// <summary>A seeded order.</summary>
public static class Shuffle
{
    /// <summary>Fisher and Yates: every permutation is equally likely, and a seed gives the same one on every machine.</summary>
    /// <param name="items">Permuted in place; may be empty.</param>
    /// <param name="random">Drawn from once for each item but one; advanced.</param>
    /// <typeparam name="TItem">Anything.</typeparam>
    public static void InPlace<TItem>(Span<TItem> items, ref SplitMix64 random)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
