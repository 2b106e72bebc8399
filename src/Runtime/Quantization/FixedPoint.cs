namespace StaticNet.Quantization;

/// <summary>A factor as integers: <see cref="Multiplier"/>·2^−<see cref="Shift"/>, to 31 bits.</summary>
/// <param name="Multiplier">From 2³⁰ to 2³¹ − 1; or 0, for a factor that takes every sum to 0.</param>
/// <param name="Shift">From 1 to 62, so that no product with its rounding leaves 64 bits.</param>
internal readonly record struct FixedPoint(int Multiplier, int Shift)
{
    private const int Bits = 30;

    /// <summary>2²⁹. Any sum but 0 times this is past every limit, so larger factors would change nothing.</summary>
    private const double Most = 1 << 29;

    /// <summary>2⁻³². Any sum times less rounds to 0.</summary>
    private const double Least = 1.0 / (1L << 32);

    /// <summary>The nearest to a factor, which is not negative.</summary>
    public static FixedPoint Of(double factor)
    {
        if (factor < Least)
            return new(0, 1);
        factor = Math.Min(factor, Most);
        int exponent = Math.ILogB(factor);
        double multiplier = Math.Round(Math.ScaleB(factor, Bits - exponent));
        return multiplier < int.MaxValue ? new((int)multiplier, Bits - exponent) : new(1 << Bits, Bits - exponent - 1);
    }

    /// <summary>value·factor, rounded to the nearest integer, halves upwards.</summary>
    public long Apply(int value) => (((long)value * Multiplier) + (1L << (Shift - 1))) >> Shift;

    /// <inheritdoc cref="Apply(int)"/>
    public ulong Apply(uint value) => (((ulong)value * (uint)Multiplier) + (1UL << (Shift - 1))) >> Shift;

    /// <summary>The arguments of the C function of the same arithmetic.</summary>
    public override string ToString() => FormattableString.Invariant($"{Multiplier}, {Shift}");
}
