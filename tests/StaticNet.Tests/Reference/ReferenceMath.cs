namespace StaticNet.Tests.Reference;

/// <summary>What the reference network needs beyond <see cref="Math"/>, to a few units in the last place of double.</summary>
public static class ReferenceMath
{
    /// <summary><c>ln(1 + x)</c>, exact to the last bits for small x too (Kahan's correction of the rounding in 1 + x).</summary>
    public static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : double.IsPositiveInfinity(sum) ? sum : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary><c>eˣ − 1</c> by its series near 0, where the subtraction would cancel.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5)
            return Math.Exp(x) - 1;
        double sum = x, term = x;
        for (int n = 2; Math.Abs(term) > 1e-20 * Math.Abs(sum); n++)
            sum += term *= x / n;
        return sum;
    }

    /// <summary><c>1 / (1 + e⁻ˣ)</c>, without an overflow on either side.</summary>
    public static double Sigmoid(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary><c>ln(1 + eˣ)</c>, without an overflow on either side.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary>Φ(x), the distribution function of the standard normal distribution: <c>½·erfc(−x/√2)</c>.</summary>
    public static double NormalDistribution(double x) => 0.5 * Erfc(-x / Math.Sqrt(2));

    /// <summary>φ(x), the density of the standard normal distribution.</summary>
    public static double NormalDensity(double x) => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    /// <summary>1 − erf(x), with a small relative error in the right tail too.</summary>
    public static double Erfc(double x) => double.IsNaN(x) ? x : x < 1 ? x < -1 ? 2 - ErfcOfLarge(-x) : 1 - ErfOfSmall(x) : ErfcOfLarge(x);

    /// <summary><c>erf x = 2/√π · e^(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5·…·(2n+1))</c>: terms of one sign, so nothing cancels.</summary>
    private static double ErfOfSmall(double x)
    {
        double sum = x, term = x;
        for (int n = 1; Math.Abs(term) > 1e-20 * Math.Abs(sum); n++)
            sum += term *= 2 * x * x / (2 * n + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>
    /// <c>erfc x = e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …))))</c>, evaluated from far behind forwards; at x = 1, where it is slowest,
    /// 400 levels are more than enough, and a quarter of that from 2 on.
    /// </summary>
    private static double ErfcOfLarge(double x)
    {
        double fraction = x;
        for (int n = x < 2 ? 400 : 100; n >= 1; n--)
            fraction = x + n / 2.0 / fraction;
        return Math.Exp(-x * x) / Math.Sqrt(Math.PI) / fraction;
    }
}
