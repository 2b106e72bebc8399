namespace StaticNet.Sample;

/// <summary>A fingerprint of numbers by their bits: FNV-1a with 64 bits, after Fowler, Noll and Vo. Lowest byte first, whatever the machine's order is.</summary>
/// <remarks>It finds differences; it does not stop forgers.</remarks>
internal struct Fnv1a
{
    private const ulong Prime = 0x100000001B3;

    /// <summary>Starts with no number.</summary>
    public Fnv1a()
    {
    }

    /// <summary>The fingerprint of all numbers so far.</summary>
    public ulong Value { get; private set; } = 0xCBF29CE484222325;

    /// <summary>Adds a number.</summary>
    public void Add(float number) => Add(BitConverter.SingleToUInt32Bits(number), sizeof(float));

    /// <summary>Adds a number.</summary>
    public void Add(double number) => Add(BitConverter.DoubleToUInt64Bits(number), sizeof(double));

    /// <summary>Adds a number.</summary>
    public void Add(long number) => Add((ulong)number, sizeof(long));

    /// <summary>Adds numbers.</summary>
    public void Add(ReadOnlySpan<float> numbers)
    {
        foreach (float number in numbers)
            Add(number);
    }

    private void Add(ulong bits, int bytes)
    {
        for (int i = 0; i < bytes; i++, bits >>= 8)
            Value = unchecked((Value ^ (byte)bits) * Prime);
    }
}
