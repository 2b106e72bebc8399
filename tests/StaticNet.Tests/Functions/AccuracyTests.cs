using StaticNet.Tests.Lanes;
using StaticNet.Tests.Reference;

namespace StaticNet.Tests.Functions;

/// <summary>
/// How far each function is from the true value, in units of the last place (ulp). The library promises 8; the bounds here are what was
/// measured, so that a loss of accuracy does not go unnoticed before it reaches that.
/// </summary>
public class AccuracyTests
{
    private const double Promised = 8;

    /// <summary>Function, lowest and highest argument, bound in ulp.</summary>
    public static TheoryData<string, double, double, double> SingleBounds => new()
    {
        { "Exp", double.MinValue, double.MaxValue, 2.7 },
        { "Exp, non-positive", double.MinValue, 0, 2.7 },
        { "Expm1", double.MinValue, 80, 1.7 },
        { "Log", 0, double.MaxValue, 2 },
        { "Log, normal", 1.1754943508222875e-38, double.MaxValue, 2 },
        { "Log1p", 0, 1, 2 },
        { "Tanh", double.MinValue, double.MaxValue, 7.3 },
        { "Sigmoid", double.MinValue, double.MaxValue, 3.7 },
        { "Softplus", double.MinValue, double.MaxValue, 4.2 },
        { "Gelu", double.MinValue, double.MaxValue, 8 },
        { "Silu", double.MinValue, double.MaxValue, 5 },
        { "Elu", double.MinValue, double.MaxValue, 1.1 },
        { "LeakyRelu", double.MinValue, double.MaxValue, 0.9 },
        { "Relu", double.MinValue, double.MaxValue, 0 },
    };

    /// <inheritdoc cref="SingleBounds"/>
    public static TheoryData<string, double, double, double> DoubleBounds => new()
    {
        { "Exp", double.MinValue, double.MaxValue, 1.8 },
        { "Exp, non-positive", double.MinValue, 0, 1.8 },
        { "Expm1", double.MinValue, 700, 1.9 },
        { "Log", 0, double.MaxValue, 2 },
        { "Log, normal", 2.2250738585072014e-308, double.MaxValue, 2 },
        { "Log1p", 0, 1, 2 },
        { "Tanh", double.MinValue, double.MaxValue, 2.4 },
        { "Sigmoid", double.MinValue, double.MaxValue, 3.4 },
        { "Softplus", double.MinValue, double.MaxValue, 3.5 },
        { "Gelu", double.MinValue, double.MaxValue, 7.5 },
        { "Silu", double.MinValue, double.MaxValue, 3.4 },
        { "Elu", double.MinValue, double.MaxValue, 1.3 },
        { "LeakyRelu", double.MinValue, double.MaxValue, 0.9 },
        { "Relu", double.MinValue, double.MaxValue, 0 },
    };

    [Theory]
    [Trait("Category", "Sweep")]
    [MemberData(nameof(SingleBounds))]
    public void Single(string name, double lowest, double highest, double bound)
    {
        var function = LaneFunctions.Single[name];
        var worst = new Worst(bound);
        foreach (float[] block in Sampling.AllFloats())
        {
            float[] values = block.Where(x => x >= lowest && x <= highest).ToArray();
            float[] results = function.Apply(values);
            for (int i = 0; i < values.Length; i++)
                worst.Add(values[i], results[i], UlpsOfFloat(TrueValue(name, values[i]), results[i]));
        }

        worst.Assert(name);
    }

    [Theory]
    [Trait("Category", "Sweep")]
    [MemberData(nameof(DoubleBounds))]
    public void Double(string name, double lowest, double highest, double bound)
    {
        var worst = new Worst(bound);
        double[] values = Sampling.Doubles(name == "Gelu" ? 10_000 : 25_000).Where(x => x >= lowest && x <= highest).ToArray();
        double[] results = LaneFunctions.Double[name].Apply(values);
        for (int i = 0; i < values.Length; i++)
            worst.Add(values[i], results[i], TrueValueOfDouble(name, values[i]).Ulps(results[i]));
        worst.Assert(name);
    }

    /// <summary>The double-double reference itself: every row of a table that mpmath made with 50 digits.</summary>
    [Fact]
    public void The_reference_for_double_agrees_with_mpmath()
    {
        int rows = 0;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "functions.csv")).Where(line => line[0] != '#'))
        {
            string[] cells = line.Split(',');
            double x = Number(cells[1]), high = Number(cells[2]), low = double.Parse(cells[3]);
            var actual = TrueValueOfDouble(cells[0], x);
            // Beside a power of two the gap below is half of the one above.
            Assert.True(actual.Ulps(high) is var off && new[] { 0.5, 1, 2 }.Any(gap => Math.Abs(off - gap * Math.Abs(low)) < 1e-3), $"{cells[0]}({x:R}): {actual.ToDouble():R} instead of {high:R}, {off} ulp off instead of {low}");
            rows++;
        }

        Assert.InRange(rows, 300, 1000);

        static double Number(string bits) => BitConverter.UInt64BitsToDouble(Convert.ToUInt64(bits, 16));
    }

    private static double TrueValue(string name, double x) => name switch
    {
        "Exp" or "Exp, non-positive" => Math.Exp(x),
        "Expm1" => ReferenceMath.ExpMinusOne(x),
        "Log" or "Log, normal" => Math.Log(x),
        "Log1p" => ReferenceMath.LogOnePlus(x),
        _ => ReferenceActivation.Value(Enum.Parse<Activation>(name), x),
    };

    private static Scaled TrueValueOfDouble(string name, double x) => name switch
    {
        "Exp" or "Exp, non-positive" => Precise.Exp(x),
        "Expm1" => Precise.Expm1(x),
        "Log" or "Log, normal" => x == 0 ? new Scaled(-1.0, 2000) : Precise.Log(x),
        "Log1p" => Precise.Log1p(x),
        "Tanh" => Precise.Tanh(x),
        "Sigmoid" => Precise.Sigmoid(x),
        "Softplus" => Precise.Softplus(x),
        "Gelu" => Precise.Gelu(x),
        "Silu" => Precise.Silu(x),
        "Elu" => Precise.Elu(x),
        // The slope is the double nearest to a hundredth.
        "LeakyRelu" => x > 0 ? (DoubleDouble)x : x < -1 ? (DoubleDouble)x * 0.01 : new Scaled((DoubleDouble)Math.ScaleB(x, 200) * 0.01, -200),
        "Relu" => (DoubleDouble)Math.Max(x, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static double UlpsOfFloat(double expected, float actual)
    {
        if (float.IsInfinity(actual) && Math.Abs(expected) >= Math.ScaleB(1, 128))
            return Math.Sign(expected) == Math.Sign(actual) ? 0 : double.PositiveInfinity;
        double value = float.IsInfinity(actual) ? Math.ScaleB(Math.Sign(actual), 128) : actual;
        int exponent = expected == 0 ? -149 : Math.Max(Math.ILogB(expected) - 23, -149);
        return Math.Abs(value - expected) / Math.ScaleB(1, exponent);
    }

    /// <summary>The largest error, and where.</summary>
    private sealed class Worst(double bound)
    {
        private double _ulps = -1;
        private double _at;
        private double _result;

        public void Add(double x, double result, double ulps)
        {
            if (ulps <= _ulps)
                return;
            (_ulps, _at, _result) = (double.IsNaN(ulps) ? double.PositiveInfinity : ulps, x, result);
        }

        public void Assert(string name)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {_ulps:F3} ulp at {_at:R}, result {_result:R}");
            Xunit.Assert.True(_ulps >= 0, "Nothing was measured.");
            Xunit.Assert.True(bound <= Promised && _ulps <= bound, $"{name}({_at:R}) = {_result:R} is {_ulps:F3} ulp off; the bound is {bound}.");
        }
    }
}
