namespace System;

/// <summary>A number of half precision as files have it, to be widened: a sign, five bits of exponent, ten of fraction.</summary>
internal readonly struct Half(ushort bits)
{
    private readonly ushort _bits = bits;

    /// <summary>The same number; exact.</summary>
    public static implicit operator double(Half half)
    {
        int exponent = (half._bits >> 10) & 0x1F, fraction = half._bits & 0x3FF;
        double magnitude = exponent switch
        {
            0 => fraction * (1.0 / (1 << 24)),
            31 => fraction == 0 ? double.PositiveInfinity : double.NaN,
            < 25 => (1024 + fraction) / (double)(1 << (25 - exponent)),
            _ => (1024 + fraction) * (double)(1 << (exponent - 25)),
        };
        return half._bits >> 15 == 0 ? magnitude : -magnitude;
    }
}
