using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>
/// A small, fast generator of random numbers, the same on every machine: a counter and a mixing function. For initial weights and
/// shuffling, not for secrets.
/// </summary>
/// <remarks>Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. A value type: a copy repeats the original's numbers, so pass it by reference.</remarks>
/// <param name="seed">Any number. Seeds give unrelated sequences, unless they differ by a small multiple of the step from state to state: then it is the same one, shifted.</param>
public struct SplitMix64(ulong seed)
{
    /// <summary>The step from state to state: 2⁶⁴ over the golden ratio, made odd.</summary>
    internal const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        unchecked
        {
            ulong z = _state += Increment;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A multiple of 2⁻⁵³ from 0 up to, not including, 1; all equally likely.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>An integer from 0 up to, not including, a limit; all equally likely.</summary>
    /// <param name="exclusiveMax">The limit, at least 1.</param>
    /// <remarks>Lemire, "Fast random integer generation in an interval", 2019: a multiplication instead of a remainder, with the biased draws rejected.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public int Next(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMax, 1);
        ulong range = (ulong)exclusiveMax;
        ulong high = Math.BigMul(Next(), range, out ulong low);
        if (low < range)
        {
            ulong biased = unchecked(0 - range) % range;
            while (low < biased)
                high = Math.BigMul(Next(), range, out low);
        }

        return (int)high;
    }
}
