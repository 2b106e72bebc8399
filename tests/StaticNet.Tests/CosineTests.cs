using System.Numerics;
using StaticNet.Data;
using StaticNet.Functions;

namespace StaticNet.Tests;

/// <summary>Cosine and sine against a fixed-point computation with 300 binary places.</summary>
public class CosineTests
{
    private const int Places = 300;
    private const double Bound = 0.8;

    private static readonly BigInteger One = BigInteger.One << Places;

    // Machin: π = 16·arctan(1/5) − 4·arctan(1/239).
    private static readonly BigInteger Pi = (16 * ArcTanOfInverse(5)) - (4 * ArcTanOfInverse(239));

    [Fact]
    public void WithinTheBoundOnTheCircle()
    {
        var random = new NumpyRandom(1);
        for (int i = 0; i < 20_000; i++)
            Check(random.NextDouble() * 2 * Math.PI);
    }

    [Theory]
    [InlineData(1e2)]
    [InlineData(1e5)]
    [InlineData(Cosine.Limit)]
    public void WithinTheBoundFarOut(double range)
    {
        var random = new NumpyRandom(2);
        for (int i = 0; i < 5_000; i++)
            Check(((random.NextDouble() * 2) - 1) * range);
        Check(range);
        Check(-range);
    }

    [Fact]
    public void WithinTheBoundForSmallNumbers()
    {
        var random = new NumpyRandom(3);
        for (int exponent = 0; exponent > -140; exponent--)
        {
            for (int i = 0; i < 20; i++)
                Check(Math.ScaleB(1 + random.NextDouble(), exponent));
        }
    }

    [Fact]
    public void WithinTheBoundNextToMultiplesOfAQuarterTurn()
    {
        // There the result is a difference of nearly equal numbers: every bit of it comes from the lower parts of π/2.
        for (int n = 1; n < 2_000; n++)
            CheckAround(n * (Math.PI / 2));
        for (int n = 0; n < 2_000; n++)
            CheckAround(((1 << 29) - n) * (Math.PI / 2));
        // Halfway between multiples the reduction may choose either side.
        for (int n = 1; n < 500; n++)
            CheckAround((n + 0.5) * (Math.PI / 2));
    }

    [Fact]
    public void SpecialValues()
    {
        Assert.Equal(1.0, Cosine.Cos(0.0));
        Assert.Equal(1.0, Cosine.Cos(-0.0));
        Assert.Equal(1.0, Cosine.Cos(double.Epsilon));
        Assert.Equal(BitConverter.DoubleToInt64Bits(0.0), BitConverter.DoubleToInt64Bits(Cosine.Sin(0.0)));
        Assert.Equal(BitConverter.DoubleToInt64Bits(-0.0), BitConverter.DoubleToInt64Bits(Cosine.Sin(-0.0)));
        Assert.Equal(double.Epsilon, Cosine.Sin(double.Epsilon));
        foreach (double x in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.True(double.IsNaN(Cosine.Cos(x)));
            Assert.True(double.IsNaN(Cosine.Sin(x)));
        }
    }

    [Fact]
    public void EvenAndOdd()
    {
        var random = new NumpyRandom(4);
        for (int i = 0; i < 1_000; i++)
        {
            double x = random.NextDouble() * 100;
            Assert.Equal(Cosine.Cos(x), Cosine.Cos(-x));
            Assert.Equal(-Cosine.Sin(x), Cosine.Sin(-x));
        }
    }

    [Fact]
    public void BeyondTheLimitIsRefused()
    {
        double beyond = Math.BitIncrement(Cosine.Limit);
        Assert.Throws<ArgumentOutOfRangeException>("x", () => Cosine.Cos(beyond));
        Assert.Throws<ArgumentOutOfRangeException>("x", () => Cosine.Sin(-beyond));
    }

    private static void CheckAround(double x)
    {
        Check(Math.BitDecrement(x));
        Check(x);
        Check(Math.BitIncrement(x));
    }

    private static void Check(double x)
    {
        (BigInteger cos, BigInteger sin) = Exact(x);
        double cosError = UlpError(Cosine.Cos(x), cos);
        double sinError = UlpError(Cosine.Sin(x), sin);
        Assert.True(cosError <= Bound, $"cos {x:R} is off by {cosError} ulp.");
        Assert.True(sinError <= Bound, $"sin {x:R} is off by {sinError} ulp.");
    }

    private static (BigInteger Cos, BigInteger Sin) Exact(double value)
    {
        // Into [−π, π], where the Taylor series converges without large terms.
        BigInteger x = BigInteger.Remainder(Fixed(value), 2 * Pi);
        if (BigInteger.Abs(x) > Pi)
            x -= x.Sign * 2 * Pi;

        BigInteger cos = BigInteger.Zero, sin = BigInteger.Zero, term = One;
        for (int n = 0; !term.IsZero; n++)
        {
            BigInteger signed = (n & 2) == 0 ? term : -term;
            if ((n & 1) == 0)
                cos += signed;
            else
                sin += signed;
            term = ((term * x) >> Places) / (n + 1);
            if (term == BigInteger.MinusOne)
                break; // A negative number shifted right stays at −1.
        }
        return (cos, sin);
    }

    private static double UlpError(double actual, BigInteger exact)
    {
        double nearest = (double)BigInteger.Abs(exact) * Math.ScaleB(1, -Places);
        double ulp = Math.BitIncrement(nearest) - nearest;
        return Math.Abs((double)(Fixed(actual) - exact) * Math.ScaleB(1, -Places)) / ulp;
    }

    /// <summary>A double as fixed-point number; exact for what is not below 2⁻²⁴⁸.</summary>
    private static BigInteger Fixed(double value)
    {
        int exponent = value == 0 ? 0 : Math.ILogB(value) - 52;
        var digits = (BigInteger)Math.ScaleB(value, -exponent);
        return exponent + Places >= 0 ? digits << (exponent + Places) : digits >> -(exponent + Places);
    }

    private static BigInteger ArcTanOfInverse(int n)
    {
        BigInteger power = One / n, sum = BigInteger.Zero;
        for (int k = 1; !power.IsZero; k += 2)
        {
            sum += (k & 2) == 0 ? power / k : -(power / k);
            power /= n * n;
        }
        return sum;
    }
}
