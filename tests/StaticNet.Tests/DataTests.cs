using System.Globalization;
using StaticNet.Data;

namespace StaticNet.Tests;

/// <summary>NumPy's legacy generator and scikit-learn's two moons, against numbers that those printed.</summary>
public class DataTests
{
    [Fact]
    public void TwisterIsTheStandardOne()
    {
        // The first and the 10,000th number of the default-seeded mt19937, which the C++ standard fixes.
        var random = new NumpyRandom(5489);
        Assert.Equal(3499211612u, random.NextUInt32());
        for (int i = 2; i < 10_000; i++)
            random.NextUInt32();
        Assert.Equal(4123659995u, random.NextUInt32());
    }

    [Fact]
    public void UniformNumbersAreNumPys()
    {
        var random = new NumpyRandom(0);
        double[] expected = [0.5488135039273248, 0.7151893663724195, 0.6027633760716439, 0.5448831829968969];
        foreach (double value in expected)
            Assert.Equal(value, random.NextDouble());
    }

    [Fact]
    public void NormalNumbersAreNumPys()
    {
        var random = new NumpyRandom(0);
        double[] expected = [1.764052345967664, 0.4001572083672233, 0.9787379841057392, 2.240893199201458, 1.8675579901499675];
        foreach (double value in expected)
            AssertUlps(value, random.NextNormal(), 2);
    }

    [Fact]
    public void NormalNumbersHaveTheirMoments()
    {
        const int Count = 100_000;
        var random = new NumpyRandom(7);
        double sum = 0, squares = 0;
        for (int i = 0; i < Count; i++)
        {
            double x = random.NextNormal();
            sum += x;
            squares += x * x;
        }
        // Five standard errors of the mean and of the variance.
        Assert.InRange(sum / Count, -0.016, 0.016);
        Assert.InRange(squares / Count, 1 - 0.023, 1 + 0.023);
    }

    [Fact]
    public void ShuffleIsNumPys()
    {
        int[] values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        new NumpyRandom(0).Shuffle<int>(values);
        Assert.Equal([2, 8, 4, 9, 1, 6, 7, 3, 0, 5], values);
    }

    [Fact]
    public void IntervalsReachBothEndsAndNoFurther()
    {
        var random = new NumpyRandom(0);
        Assert.Equal(0, random.NextInterval(0));
        Assert.InRange(random.NextInterval(int.MaxValue), 0, int.MaxValue);
        bool[] seen = new bool[6];
        for (int i = 0; i < 200; i++)
            seen[random.NextInterval(5)] = true;
        Assert.All(seen, Assert.True);
        Assert.Throws<ArgumentOutOfRangeException>("max", () => random.NextInterval(-1));
    }

    [Fact]
    public void MoonsAreScikitLearns()
    {
        (double[] inputs, int[] labels) = TwoMoons.Generate<double>(200, 0.20, seed: 0);
        // Sums of terms up to 2, in which NumPy's vectorised cosine is off by up to 2.4 ulp and ours by 0.8: two units of 2⁻⁵¹ in all.
        const double LastBits = 2 * 4.44e-16;
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "moons_seed0.csv"));
        Assert.Equal(lines.Length - 1, labels.Length);
        for (int i = 0; i < labels.Length; i++)
        {
            string[] fields = lines[i + 1].Split(',');
            Assert.Equal(double.Parse(fields[0], CultureInfo.InvariantCulture), inputs[2 * i], LastBits);
            Assert.Equal(double.Parse(fields[1], CultureInfo.InvariantCulture), inputs[(2 * i) + 1], LastBits);
            Assert.Equal(int.Parse(fields[2], CultureInfo.InvariantCulture), labels[i]);
        }
    }

    [Fact]
    public void MoonsHaveTheSameBitsEverywhere()
    {
        // A hash (FNV-1a) of every bit, taken once: another machine, vector width or compiler must come to the same.
        ulong hash = 14695981039346656037;
        foreach (double value in TwoMoons.Generate<double>(200, 0.20, seed: 0).Inputs)
        {
            foreach (byte part in BitConverter.GetBytes(value))
                hash = unchecked((hash ^ part) * 1099511628211);
        }
        Assert.Equal(3156023306560871585UL, hash);
    }

    [Fact]
    public void MoonsInSinglePrecisionAreTheSamePointsRounded()
    {
        (double[] wide, int[] wideLabels) = TwoMoons.Generate<double>(51, 0.3, seed: 11);
        (float[] single, int[] labels) = TwoMoons.Generate<float>(51, 0.3, seed: 11);
        Assert.Equal(wideLabels, labels);
        Assert.Equal(Array.ConvertAll(wide, x => (float)x), single);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(51)]
    public void MoonsWithoutNoiseLieOnTheirCircles(int count)
    {
        (double[] inputs, int[] labels) = TwoMoons.Generate<double>(count, 0, seed: 5);
        Assert.Equal(count / 2, labels.Count(label => label == 0));
        for (int i = 0; i < count; i++)
        {
            (double x, double y) = labels[i] == 0
                ? (inputs[2 * i], inputs[(2 * i) + 1])
                : (1 - inputs[2 * i], 0.5 - inputs[(2 * i) + 1]);
            Assert.Equal(1.0, (x * x) + (y * y), 1e-15);
            Assert.InRange(y, 0.0, 1.0);
        }
    }

    [Fact]
    public void MoonsContinueAGenerator()
    {
        var random = new NumpyRandom(3);
        (double[] first, _) = TwoMoons.Generate<double>(10, 0.1, random);
        (double[] second, _) = TwoMoons.Generate<double>(10, 0.1, random);
        Assert.Equal(first, TwoMoons.Generate<double>(10, 0.1, seed: 3).Inputs);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void MoonsRefuseBadArguments()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => TwoMoons.Generate<double>(0, 0.2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => TwoMoons.Generate<double>(10, -0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => TwoMoons.Generate<float>(10, double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>("noise", () => TwoMoons.Generate<float>(10, double.PositiveInfinity, 0));
        Assert.Throws<ArgumentNullException>("random", () => TwoMoons.Generate<double>(10, 0.1, null!));
    }

    /// <summary>At most so many representable numbers apart.</summary>
    private static void AssertUlps(double expected, double actual, long most)
    {
        long apart = Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual));
        Assert.True(apart <= most, $"Expected {expected:R} ± {most} ulp, got {actual:R}: {apart} apart.");
    }
}
