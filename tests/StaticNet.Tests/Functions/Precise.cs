namespace StaticNet.Tests.Functions;

/// <summary>A value m·2ᵉ with m far from over- and underflow.</summary>
internal readonly record struct Scaled(DoubleDouble Mantissa, int Exponent)
{
    public static implicit operator Scaled(DoubleDouble value) => new(value, 0);

    public static Scaled operator *(Scaled a, DoubleDouble b) => new(a.Mantissa * b, a.Exponent);

    /// <summary>The distance of a double from this value, in units of the last place that the value has as a double.</summary>
    public double Ulps(double actual)
    {
        int magnitude = Mantissa.High == 0 ? -1074 : Math.ILogB(Mantissa.High) + Exponent;
        if (double.IsInfinity(actual) && magnitude >= 1024)
            return Math.Sign(actual) == Math.Sign(Mantissa.High) ? 0 : double.PositiveInfinity;
        // An infinity in place of a finite number counts as the number that would follow the largest one.
        double scaled = double.IsInfinity(actual) ? Math.ScaleB(Math.Sign(actual), 1024 - Exponent) : Math.ScaleB(actual, -Exponent);
        return Math.Abs(((DoubleDouble)scaled - Mantissa).High) / Math.ScaleB(1, Math.Max(magnitude - 52, -1074) - Exponent);
    }

    public double ToDouble() => Math.ScaleB(Mantissa.High, Exponent);
}

/// <summary>The functions of the library to about 100 bits, by other formulas than the library's: plain series and continued fractions.</summary>
internal static class Precise
{
    /// <summary>Below, functions are their own tangents to 100 bits.</summary>
    private const double Tiny = 1e-33;

    /// <summary>Past this everything has over- or underflowed, and nothing here has.</summary>
    private const double Huge = 2000;

    public static Scaled Exp(double x) => Exp((DoubleDouble)Math.Clamp(x, -Huge, Huge));

    /// <summary>eˣ − 1</summary>
    public static Scaled Expm1(double x)
    {
        if (Math.Abs(x) < Tiny)
            return Tangent(x, 1);
        var (fraction, n) = ExpParts(Math.Clamp(x, -Huge, Huge));
        return n == 0 ? fraction : n > 200 ? Exp(x) : n < -200 ? (DoubleDouble)(-1.0) : fraction.Scale(n) + (DoubleDouble)Math.ScaleB(1, n) - 1.0;
    }

    public static Scaled Log(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4)
            (mantissa, exponent) = (mantissa / 2, exponent + 1);
        return DoubleDouble.Ln2 * exponent + LogOnePlus((DoubleDouble)mantissa - 1.0);
    }

    /// <summary>ln(1 + t) for t from 0 to 1.</summary>
    public static Scaled Log1p(double t) => t < Tiny ? Tangent(t, 1) : LogOnePlus(t);

    public static Scaled Tanh(double x)
    {
        if (Math.Abs(x) < Tiny)
            return Tangent(x, 1);
        if (Math.Abs(x) > 60)
            return (DoubleDouble)Math.Sign(x);
        var t = Expm1(2 * Math.Abs(x)).Mantissa;
        var tanh = t / (t + 2.0);
        return x < 0 ? -tanh : tanh;
    }

    public static Scaled Sigmoid(double x)
    {
        var t = Exp(-Math.Abs(x));
        var one = One(t);
        return x < 0 ? new Scaled(t.Mantissa / one, t.Exponent) : (DoubleDouble)1.0 / one;
    }

    public static Scaled Softplus(double x)
    {
        var t = Exp(-Math.Abs(x));
        // Where eˣ is so small that its square does not count, ln(1 + eˣ) is eˣ.
        if (x < -80)
            return t;
        return (DoubleDouble)Math.Max(x, 0) + (x > 80 ? 0.0 : LogOnePlus(t.Mantissa.Scale(t.Exponent)));
    }

    public static Scaled Silu(double x) => Math.Abs(x) < Tiny ? Tangent(x, 0.5) : Sigmoid(x) * Math.Max(x, -Huge);

    public static Scaled Elu(double x) => x > 0 ? (DoubleDouble)x : Expm1(Math.Max(x, -100));

    public static Scaled Gelu(double x)
    {
        if (Math.Abs(x) < Tiny)
            return Tangent(x, 0.5);
        return x > 50 ? (DoubleDouble)x : NormalDistribution(Math.Max(x, -Huge)) * Math.Max(x, -Huge);
    }

    /// <summary>Φ(x)</summary>
    public static Scaled NormalDistribution(double x)
    {
        double y = Math.Abs(x);
        var square = (DoubleDouble)y * y;
        var density = Exp(square * -0.5) * DoubleDouble.InverseRootOfTwoPi;
        if (y < 3)
        {
            // Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …)
            DoubleDouble sum = x, term = x;
            for (int n = 3; Math.Abs(term.High) > 1e-34 * Math.Abs(sum.High); n += 2)
                sum += term = term * square / (double)n;
            return (DoubleDouble)0.5 + sum * density.Mantissa.Scale(density.Exponent);
        }

        // Φ(−y) = φ(y)/(y + 1/(y + 2/(y + 3/(…))))
        DoubleDouble fraction = y;
        for (int n = y < 6 ? 500 : 150; n >= 1; n--)
            fraction = (DoubleDouble)y + (DoubleDouble)n / fraction;
        var tail = new Scaled(density.Mantissa / fraction, density.Exponent);
        return x < 0 ? tail : (DoubleDouble)1.0 - (tail.Exponent < -200 ? 0.0 : tail.Mantissa.Scale(tail.Exponent));
    }

    private static Scaled Exp(DoubleDouble x)
    {
        var (fraction, n) = ExpParts(x);
        return new(fraction + 1.0, n);
    }

    /// <summary>eˣ = (1 + fraction)·2ⁿ: Taylor's series for a 512th of the remainder, squared nine times.</summary>
    private static (DoubleDouble Fraction, int N) ExpParts(DoubleDouble x)
    {
        int n = (int)Math.Round(x.High / Math.Log(2));
        var r = (x - DoubleDouble.Ln2 * n).Scale(-9);
        DoubleDouble sum = r, term = r;
        for (int k = 2; k <= 12; k++)
            sum += term = term * r / (double)k;
        for (int i = 0; i < 9; i++)
            sum = sum + sum + sum * sum;
        return (sum, n);
    }

    /// <summary>ln(1 + f) = 2·(s + s³/3 + s⁵/5 + …) with s = f/(2 + f).</summary>
    private static DoubleDouble LogOnePlus(DoubleDouble f)
    {
        var s = f / (f + 2.0);
        var square = s * s;
        DoubleDouble sum = s, power = s;
        for (int n = 3; Math.Abs(power.High) > 1e-34 * Math.Abs(sum.High); n += 2)
            sum += (power *= square) / (double)n;
        return sum + sum;
    }

    private static DoubleDouble One(Scaled t) => (DoubleDouble)1.0 + (t.Exponent < -200 ? 0.0 : t.Mantissa.Scale(t.Exponent));

    /// <summary>slope·x, scaled so that not even subnormal numbers lose bits.</summary>
    private static Scaled Tangent(double x, double slope) => new(Math.ScaleB(x, 600) * slope, -600);
}
