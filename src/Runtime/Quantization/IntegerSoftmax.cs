using StaticNet.Functions;

namespace StaticNet.Quantization;

/// <summary>
/// Softmax in integers, e^(z − z_max) / Σ: powers of two of the distance to the largest sum, with 15 bits behind the point, and one division. Results stand for 256ths.
/// </summary>
/// <param name="unit">What a sum of 1 stands for.</param>
internal sealed class IntegerSoftmax(double unit) : IntegerActivation
{
    /// <summary>The most classes whose powers can be added up in 32 bits.</summary>
    public const int MostClasses = 1 << 16;

    private const double Log2E = 1.4426950408889634;

    /// <summary>2¹⁵·2^(−i/32), with straight lines between them. A power of two beyond is a shift.</summary>
    private static readonly ushort[] s_powers = [.. Enumerable.Range(0, 33).Select(i => (ushort)Math.Round(32768 * Exp.DoubleNonPositive(i / (-32 * Log2E))))];

    /// <summary>From sums to the exponent of 2, with 16 bits behind the point.</summary>
    private readonly FixedPoint _factor = FixedPoint.Of(unit * Log2E * 65536);

    /// <inheritdoc/>
    public override int Bytes => s_powers.Length * sizeof(ushort);

    /// <summary>The first of the largest sums.</summary>
    public static int Largest(ReadOnlySpan<int> sums)
    {
        int best = 0;
        for (int j = 1; j < sums.Length; j++)
            best = sums[j] > sums[best] ? j : best;
        return best;
    }

    /// <inheritdoc/>
    public override void Apply(Span<int> sums, Span<sbyte> output)
    {
        int best = Largest(sums), most = sums[best];
        uint total = 0;
        foreach (ref int sum in sums)
        {
            sum = (int)Power((uint)most - (uint)sum);
            total += (uint)sum;
        }

        // The largest is the first of the largest in 256ths too.
        uint reciprocal = (0x80000000 + (total / 2)) / total;
        uint winner = Math.Max(Share(32768, reciprocal), 1);
        for (int j = 0; j < sums.Length; j++)
        {
            uint share = Math.Min(Share((uint)sums[j], reciprocal), j < best ? winner - 1 : winner);
            output[j] = (sbyte)((int)(j == best ? winner : share) + sbyte.MinValue);
        }
    }

    /// <inheritdoc/>
    public override string CHelpers(string name) => CText.Array("uint16_t", $"{name}_powers", s_powers) + "\n\n" + $$"""
        /* 2^15 * 2^-x of an x with 16 bits behind the point. */
        static inline uint32_t {{name}}_power(uint64_t x)
        {
            uint32_t at = (uint32_t)x & 65535;
            int whole = (int)(x >> 16);
            uint32_t power = {{name}}_powers[at >> 11] * (2048 - (at & 2047)) + {{name}}_powers[(at >> 11) + 1] * (at & 2047);
            return (power + ((uint32_t)1024 << whole)) >> (11 + whole);
        }

        /* In 256ths, of which a byte holds up to 255. */
        static inline uint32_t {{name}}_share(uint32_t power, uint32_t reciprocal)
        {
            uint32_t share = (power * reciprocal + 0x400000) >> 23;
            return share > 255 ? 255 : share;
        }
        """;

    /// <inheritdoc/>
    public override string CFunction(string name, int layer, int units) => $$"""
        /* Overwrites the sums. The largest sum is the first of the largest outputs too. */
        static inline void {{name}}_a{{layer}}(int32_t *z, int8_t *output)
        {
            int32_t best = {{name}}_largest(z);
            uint32_t most = (uint32_t)z[best], total = 0, reciprocal, winner;
            for (int32_t j = 0; j < {{units}}; j++) {
                uint64_t x = ((uint64_t)(most - (uint32_t)z[j]) * {{_factor.Multiplier}} + ((uint64_t)1 << {{_factor.Shift - 1}})) >> {{_factor.Shift}};
                z[j] = x >> 20 ? 0 : (int32_t){{name}}_power(x);
                total += (uint32_t)z[j];
            }
            reciprocal = (0x80000000 + total / 2) / total;
            winner = {{name}}_share(32768, reciprocal);
            winner = winner < 1 ? 1 : winner;
            for (int32_t j = 0; j < {{units}}; j++) {
                uint32_t share = {{name}}_share((uint32_t)z[j], reciprocal), limit = j < best ? winner - 1 : winner;
                share = j == best ? winner : share > limit ? limit : share;
                output[j] = (int8_t)((int32_t)share - 128);
            }
        }
        """;

    private static uint Share(uint power, uint reciprocal) => Math.Min(((power * reciprocal) + 0x400000) >> 23, byte.MaxValue);

    private uint Power(uint distance)
    {
        ulong exponent = _factor.Apply(distance);
        if (exponent >> 20 != 0)
            return 0;
        uint at = (uint)exponent & 65535;
        int whole = (int)(exponent >> 16);
        uint power = (s_powers[at >> 11] * (2048 - (at & 2047))) + (s_powers[(at >> 11) + 1] * (at & 2047));
        return (power + (1024u << whole)) >> (11 + whole);
    }
}
