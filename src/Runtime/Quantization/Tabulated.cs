namespace StaticNet.Quantization;

/// <summary>
/// Any other function of one number, as a table over the calibrated range of z: 65 values of 16 bits, of which 7 are behind the point, and straight lines between them. That is half
/// the size of a table with a value for each of 256 z, and more accurate.
/// </summary>
internal sealed class Tabulated : IntegerActivation
{
    private const int Intervals = 64;

    /// <summary>Places within an interval.</summary>
    private const int Places = 65536 / Intervals;

    /// <summary>What a value of the table has for each 1 of the output.</summary>
    private const int Parts = 128;

    /// <summary>What a value of 0 has. Ends of the range may lie beyond −128 and 127 by a part of 1, which counts between values.</summary>
    private const int Zero = 256;

    private readonly ushort[] _table = new ushort[Intervals + 1];
    private readonly FixedPoint _factor;
    private readonly int _offset;

    /// <summary>Tabulates a function.</summary>
    /// <param name="function">Which.</param>
    /// <param name="unit">What a sum of 1 stands for.</param>
    /// <param name="range">Of z.</param>
    /// <param name="output">What results stand for.</param>
    public Tabulated(Func<double, double> function, double unit, Extent range, AffineScale output)
    {
        // Where the function is as good as constant at an end, the table need not be.
        double tolerance = output.Scale / 8;
        double least = Trim(function, range.Min, range.Max, tolerance), most = Trim(function, range.Max, range.Min, tolerance);

        // Not so narrow that the offset would leave 32 bits.
        double width = Math.Max(most - least, Math.Max(Math.Abs(least), Math.Abs(most)) / 1024), step = width / 65536;
        if (width < Extent.Negligible)
            (least, step) = (-32768 * unit, unit);
        _factor = FixedPoint.Of(unit / step);
        _offset = (int)Math.Round(-least / step);
        for (int i = 0; i <= Intervals; i++)
        {
            double q = (function(least + (i * Places * step)) / output.Scale) + output.ZeroPoint;
            _table[i] = (ushort)Math.Clamp(Math.Round((q + Zero) * Parts), 0, ushort.MaxValue);
        }
    }

    /// <inheritdoc/>
    public override int Bytes => _table.Length * sizeof(ushort);

    /// <inheritdoc/>
    public override void Apply(Span<int> sums, Span<sbyte> output)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            uint at = (uint)Math.Clamp(_factor.Apply(sums[j]) + _offset, 0, ushort.MaxValue);
            uint value = (_table[at >> 10] * (1024 - (at & 1023))) + (_table[(at >> 10) + 1] * (at & 1023));
            output[j] = (sbyte)Math.Clamp((int)((value + 0x10000) >> 17) - Zero, sbyte.MinValue, sbyte.MaxValue);
        }
    }

    /// <inheritdoc/>
    public override string CHelpers(string name) => $$"""
        /* A value of a table: straight lines between its 65 values, which are 256 more and have 7 bits behind the point. */
        static inline int8_t {{name}}_look_up(const uint16_t *table, int64_t at)
        {
            uint32_t u = (uint32_t)(at < 0 ? 0 : at > 65535 ? 65535 : at);
            uint32_t value = table[u >> 10] * (1024 - (u & 1023)) + table[(u >> 10) + 1] * (u & 1023);
            value = (value + 0x10000) >> 17;
            return (int8_t)((int32_t)(value < 128 ? 128 : value > 383 ? 383 : value) - 256);
        }
        """;

    /// <inheritdoc/>
    public override string CFunction(string name, int layer, int units) => $$"""
        {{CText.Array("uint16_t", $"{name}_t{layer}", _table)}}

        static inline int8_t {{name}}_a{{layer}}(int32_t z)
        {
            return {{name}}_look_up({{name}}_t{{layer}}, {{name}}_scale(z, {{_factor}}){{CText.Plus(_offset)}});
        }
        """;

    /// <summary>The end of the stretch at one end where the function differs from its value there by no more than the tolerance; the end itself where that is everywhere.</summary>
    private static double Trim(Func<double, double> function, double end, double other, double tolerance)
    {
        // Out there a function that has a limit is at it. Steps begin no farther out, so that they do not pass over what it does around 0.
        const double Far = 40;
        const int Steps = 256, Halvings = 32;
        double value = function(end), start = Math.Clamp(Math.Clamp(end, -Far, Far), Math.Min(end, other), Math.Max(end, other));
        if (!IsSame(start))
            start = end;
        double last = start;
        for (int i = 1; i <= Steps; i++)
        {
            double z = start + ((other - start) * i / Steps);
            if (!IsSame(z))
                return Last(last, z);
            last = z;
        }

        return end;

        bool IsSame(double z) => Math.Abs(function(z) - value) <= tolerance;

        double Last(double same, double different)
        {
            for (int i = 0; i < Halvings; i++)
            {
                double middle = (same + different) / 2;
                (same, different) = IsSame(middle) ? (middle, different) : (same, middle);
            }

            return same;
        }
    }
}
