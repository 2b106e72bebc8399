namespace StaticNet.Benchmarks.Data;

/// <summary>
/// The random numbers of the native reference programs, so that both sides train on the same data from the same start: a 32-bit
/// xorshift generator, with the same roundings.
/// </summary>
internal sealed class NativeRandom(uint seed)
{
    private uint _state = seed;

    /// <summary>The next 32 bits; never 0.</summary>
    public uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }

    /// <summary>A number from [low, high).</summary>
    public float Uniform(float low, float high) => low + ((high - low) * (Next() >> 8) * (1f / 16777216));

    /// <summary>A standard normal number by Box and Muller's method, in single precision.</summary>
    public float Normal()
    {
        float u = Uniform(1e-7f, 1), v = Uniform(0, 1);
        return MathF.Sqrt(-2 * MathF.Log(u)) * MathF.Cos(6.2831853f * v);
    }

    /// <summary>The same in double precision.</summary>
    public double NormalDouble()
    {
        double u = ((Next() >> 8) + 0.5) / 16777216, v = ((Next() >> 8) + 0.5) / 16777216;
        return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(6.283185307179586 * v);
    }

    /// <summary>Fills a span from [−limit, limit).</summary>
    public void Fill(Span<float> values, float limit)
    {
        foreach (ref float value in values)
            value = Uniform(-limit, limit);
    }
}
