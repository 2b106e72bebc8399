namespace StaticNet.Functions;

/// <summary>Cosine and sine of a <see cref="double"/>, the same bits on every machine, which <see cref="Math.Cos"/> doesn't promise.</summary>
/// <remarks>
/// <para>
/// Reduction (Cody and Waite): n = round(x·2/π), r = x − n·π/2 with |r| ≤ π/4 + a few ulp. π/2 is the unevaluated sum of three doubles. The
/// first product is subtracted by one fused multiply-add, which is exact: x and n·H are multiples of 2⁻⁵³ and nearer to each other than 1. The
/// second is split into its rounded value and its rounding error, the third is only needed to full precision next to multiples
/// of π/2. So r is known as a pair of doubles to a relative error below 2⁻⁷⁵, for every |x| ≤ 2³⁰.
/// </para>
/// <para>
/// Then the Taylor series to r¹⁷ (sine) or r¹⁶ (cosine), whose first term left out is below 10⁻¹⁸, with the leading terms
/// added last and their rounding errors kept. Error: below 0.8 ulp (tested), on [0, 2π] as on the whole range.
/// </para>
/// </remarks>
public static class Cosine
{
    /// <summary>The largest magnitude that is reduced exactly, 2³⁰.</summary>
    public const double Limit = 1 << 30;

    // π/2 = High + Middle + Low + about 6·10⁻⁵⁰.
    private const double TwoOverPi = 0.6366197723675814;
    private const double High = 1.5707963267948966;
    private const double Middle = 6.123233995736766e-17;
    private const double Low = -1.4973849048591698e-33;

    /// <summary>The cosine of x; NaN for NaN and ±∞.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is finite and beyond ±<see cref="Limit"/>.</exception>
    public static double Cos(double x)
    {
        int quarter = Reduce(x, out double r, out double tail);
        double y = (quarter & 1) == 0 ? CosTaylor(r, tail) : SinTaylor(r, tail);
        return ((quarter + 1) & 2) == 0 ? y : -y;
    }

    /// <summary>The sine of x; ±0 for ±0, NaN for NaN and ±∞.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is finite and beyond ±<see cref="Limit"/>.</exception>
    public static double Sin(double x)
    {
        int quarter = Reduce(x, out double r, out double tail);
        double y = (quarter & 1) == 0 ? SinTaylor(r, tail) : CosTaylor(r, tail);
        return (quarter & 2) == 0 ? y : -y;
    }

    /// <summary>Splits x = n·π/2 + (r + tail); returns n. Only its two lowest bits matter, which say which quarter of the circle it is.</summary>
    private static int Reduce(double x, out double r, out double tail)
    {
        if (!double.IsFinite(x))
        {
            r = double.NaN;
            tail = 0;
            return 0;
        }
        if (Math.Abs(x) > Limit)
            throw new ArgumentOutOfRangeException(nameof(x), x, $"Cosine and sine are exact to the last bits only up to ±{Limit}.");

        double n = Math.Round(x * TwoOverPi);
        if (n == 0)
        {
            r = x;
            tail = 0;
            return 0;
        }
        double a = Math.FusedMultiplyAdd(-n, High, x);
        double b = n * Middle;
        double bError = Math.FusedMultiplyAdd(n, Middle, -b);
        // Knuth's two-sum: r + (the error of r) is exactly a − b.
        double difference = a - b;
        double bBack = a - difference;
        double error = (a - (difference + bBack)) + (bBack - b);
        double small = error - Math.FusedMultiplyAdd(n, Low, bError);
        r = difference + small;
        tail = (difference - r) + small;
        return (int)n;
    }

    /// <summary>sin(r + t) = r − r³/3! + … + t·cos r, with cos r ≈ 1 − r²/2.</summary>
    private static double SinTaylor(double r, double tail)
    {
        double s = r * r;
        double p = 1.0 / 355687428096000;
        p = Math.FusedMultiplyAdd(p, s, -1.0 / 1307674368000);
        p = Math.FusedMultiplyAdd(p, s, 1.0 / 6227020800);
        p = Math.FusedMultiplyAdd(p, s, -1.0 / 39916800);
        p = Math.FusedMultiplyAdd(p, s, 1.0 / 362880);
        p = Math.FusedMultiplyAdd(p, s, -1.0 / 5040);
        p = Math.FusedMultiplyAdd(p, s, 1.0 / 120);
        p = Math.FusedMultiplyAdd(p, s, -1.0 / 6);
        double correction = Math.FusedMultiplyAdd(tail, Math.FusedMultiplyAdd(-0.5, s, 1), p * s * r);
        // Adding +0 would turn −0 into +0.
        return r == 0 ? r : r + correction;
    }

    /// <summary>cos(r + t) = 1 − r²/2 + r⁴/4! − … − t·sin r, with sin r ≈ r.</summary>
    private static double CosTaylor(double r, double tail)
    {
        double s = r * r;
        double p = 1.0 / 20922789888000;
        p = Math.FusedMultiplyAdd(p, s, -1.0 / 87178291200);
        p = Math.FusedMultiplyAdd(p, s, 1.0 / 479001600);
        p = Math.FusedMultiplyAdd(p, s, -1.0 / 3628800);
        p = Math.FusedMultiplyAdd(p, s, 1.0 / 40320);
        p = Math.FusedMultiplyAdd(p, s, -1.0 / 720);
        p = Math.FusedMultiplyAdd(p, s, 1.0 / 24);
        double half = 0.5 * s;
        double halfError = 0.5 * Math.FusedMultiplyAdd(r, r, -s);
        double high = 1 - half;
        double highError = (1 - high) - half;
        return high + (highError - halfError + Math.FusedMultiplyAdd(s * s, p, -(r * tail)));
    }
}
