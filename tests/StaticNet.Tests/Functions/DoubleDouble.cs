namespace StaticNet.Tests.Functions;

/// <summary>
/// A number of about 106 bits as the unevaluated sum of two doubles, <c>|Low| ≤ ½ ulp(High)</c>: what double functions are measured
/// with. Dekker's and Knuth's algorithms; valid while nothing over- or underflows.
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    /// <summary>ln 2 to 107 bits.</summary>
    public static DoubleDouble Ln2 => new(0.6931471805599453, 2.3190468138462996e-17);

    /// <summary>1/√(2π) to 107 bits.</summary>
    public static DoubleDouble InverseRootOfTwoPi => new(0.3989422804014327, -2.49232720227773e-17);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (high, highError) = TwoSum(a.High, b.High);
        var (low, lowError) = TwoSum(a.Low, b.Low);
        var (sum, error) = FastTwoSum(high, highError + low);
        (sum, error) = FastTwoSum(sum, error + lowError);
        return new(sum, error);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        double product = a.High * b.High;
        double error = Math.FusedMultiplyAdd(a.High, b.High, -product) + (a.High * b.Low + a.Low * b.High);
        var (high, low) = FastTwoSum(product, error);
        return new(high, low);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        var remainder = a - b * first;
        double second = remainder.High / b.High;
        remainder -= b * second;
        return (DoubleDouble)first + second + remainder.High / b.High;
    }

    /// <summary>Exact while neither part leaves the normal range.</summary>
    public DoubleDouble Scale(int exponent) => new(Math.ScaleB(High, exponent), Math.ScaleB(Low, exponent));

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        double sum = a + b, part = sum - a;
        return (sum, a - (sum - part) + (b - part));
    }

    private static (double Sum, double Error) FastTwoSum(double larger, double smaller)
    {
        double sum = larger + smaller;
        return (sum, smaller - (sum - larger));
    }
}
