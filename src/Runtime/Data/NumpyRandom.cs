using StaticNet.Functions;
using StaticNet.Lanes;

namespace StaticNet.Data;

/// <summary>
/// NumPy's legacy generator, <c>numpy.random.RandomState(seed)</c>: a published experiment that was seeded in Python can be repeated number by
/// number. For new work use <see cref="SplitMix64"/>, which is smaller and faster.
/// </summary>
/// <remarks>
/// <para>
/// Integers and uniform numbers are NumPy's to the bit. Normal numbers are as near as a logarithm allows: this one uses the
/// library's own, so its bits are the same on every machine, while NumPy's own differ in the last one or two from machine to machine.
/// </para>
/// <para>
/// Sources: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random number generator" (1998),
/// seeding <c>init_genrand</c>; G. Marsaglia's polar method for normal numbers.
/// </para>
/// </remarks>
public sealed class NumpyRandom
{
    private const int Size = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[Size];
    private int _position = Size;
    private double _storedNormal;
    private bool _hasStoredNormal;

    /// <summary>As <c>numpy.random.seed(seed)</c> does.</summary>
    /// <param name="seed">Any number.</param>
    public NumpyRandom(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Size; i++)
            _state[i] = unchecked((1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30))) + i);
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_position == Size)
            Twist();
        uint y = _state[_position++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680u;
        y ^= (y << 15) & 0xEFC60000u;
        return y ^ (y >> 18);
    }

    /// <summary><c>random_sample()</c>: uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextDouble()
    {
        uint high = NextUInt32() >> 5;
        uint low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    /// <summary><c>randn()</c>: normal with mean 0 and standard deviation 1. Two numbers are made at a time; the second is kept for the next call.</summary>
    public double NextNormal()
    {
        if (_hasStoredNormal)
        {
            _hasStoredNormal = false;
            return _storedNormal;
        }

        double x, y, r2;
        do
        {
            x = (2.0 * NextDouble()) - 1.0;
            y = (2.0 * NextDouble()) - 1.0;
            r2 = (x * x) + (y * y);
        }
        while (r2 >= 1.0 || r2 == 0.0);

        double log = OneLane<double>.Sum(Log.Double(OneLane<double>.Broadcast(r2)));
        double scale = Math.Sqrt(-2.0 * log / r2);
        _storedNormal = scale * x;
        _hasStoredNormal = true;
        return scale * y;
    }

    /// <summary><c>random_interval</c>: uniform in [0, <paramref name="max"/>], by rejecting what is too large under a mask of ones.</summary>
    /// <param name="max">The largest possible result, not below 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="max"/> is negative.</exception>
    public int NextInterval(int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        if (max == 0)
            return 0;
        uint mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount((uint)max);
        uint value;
        do
            value = NextUInt32() & mask;
        while (value > (uint)max);
        return (int)value;
    }

    /// <summary><c>shuffle</c> of a one-dimensional array; <c>sklearn.utils.shuffle</c> does this to the indices of the samples.</summary>
    /// <param name="values">Permuted in place.</param>
    public void Shuffle<T>(Span<T> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = NextInterval(i);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private void Twist()
    {
        for (int i = 0; i < Size; i++)
        {
            uint y = (_state[i] & 0x80000000u) | (_state[(i + 1) % Size] & 0x7FFFFFFFu);
            uint odd = (y & 1) == 0 ? 0u : 0x9908B0DFu;
            _state[i] = _state[(i + Shift) % Size] ^ (y >> 1) ^ odd;
        }
        _position = 0;
    }
}
