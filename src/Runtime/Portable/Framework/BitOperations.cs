namespace System.Numerics;

/// <summary>Counting bits.</summary>
internal static class BitOperations
{
    /// <summary>Zeros above the highest one.</summary>
    public static int LeadingZeroCount(uint value)
    {
        int zeros = 32;
        for (; value != 0; value >>= 1)
            zeros--;
        return zeros;
    }
}
