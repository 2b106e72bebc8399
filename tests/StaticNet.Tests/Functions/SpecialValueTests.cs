using System.Numerics;
using StaticNet.Tests.Lanes;

namespace StaticNet.Tests.Functions;

/// <summary>Zeros of both signs, infinities and NaN, as each function demands.</summary>
public class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;

    /// <summary>Function, argument, value; the sign of a zero counts.</summary>
    public static TheoryData<string, double, double> Values => new()
    {
        { "Exp", 0.0, 1 }, { "Exp", -0.0, 1 }, { "Exp", -Infinity, 0.0 }, { "Exp", Infinity, Infinity },
        { "Exp, non-positive", 0.0, 1 }, { "Exp, non-positive", -0.0, 1 }, { "Exp, non-positive", -Infinity, 0.0 },
        { "Expm1", 0.0, 0.0 }, { "Expm1", -Infinity, -1 },
        { "Log", 0.0, -Infinity }, { "Log", -0.0, -Infinity }, { "Log", 1, 0.0 }, { "Log", Infinity, Infinity }, { "Log", -1, double.NaN }, { "Log", -Infinity, double.NaN },
        { "Log, normal", 1, 0.0 },
        { "Log1p", 0.0, 0.0 },
        { "Tanh", 0.0, 0.0 }, { "Tanh", -0.0, -0.0 }, { "Tanh", 100, 1 }, { "Tanh", -100, -1 }, { "Tanh", Infinity, 1 }, { "Tanh", -Infinity, -1 },
        { "Sigmoid", 0.0, 0.5 }, { "Sigmoid", -0.0, 0.5 }, { "Sigmoid", 100, 1 }, { "Sigmoid", Infinity, 1 }, { "Sigmoid", -Infinity, 0.0 }, { "Sigmoid", -1e30, 0.0 },
        { "Softplus", Infinity, Infinity }, { "Softplus", -Infinity, 0.0 }, { "Softplus", 1e30, 1e30f }, { "Softplus", -1e30, 0.0 },
        { "Gelu", 0.0, 0.0 }, { "Gelu", -0.0, -0.0 }, { "Gelu", Infinity, Infinity }, { "Gelu", -Infinity, -0.0 }, { "Gelu", -1e30, -0.0 }, { "Gelu", 1e30, 1e30f },
        { "Silu", 0.0, 0.0 }, { "Silu", -0.0, -0.0 }, { "Silu", Infinity, Infinity }, { "Silu", -Infinity, -0.0 }, { "Silu", -1e30, -0.0 }, { "Silu", 1e30, 1e30f },
        { "Elu", 0.0, 0.0 }, { "Elu", -0.0, -0.0 }, { "Elu", Infinity, Infinity }, { "Elu", -Infinity, -1 }, { "Elu", 1e30, 1e30f },
        { "LeakyRelu", 0.0, 0.0 }, { "LeakyRelu", -0.0, -0.0 }, { "LeakyRelu", Infinity, Infinity }, { "LeakyRelu", -Infinity, -Infinity },
        { "Relu", 0.0, 0.0 }, { "Relu", -3, 0.0 }, { "Relu", Infinity, Infinity }, { "Relu", -Infinity, 0.0 },
        { "Finite", 0.0, 0.0 }, { "Finite", -0.0, -0.0 }, { "Finite", 2.5, 2.5 },
    };

    public static TheoryData<string> Names => [.. LaneFunctions.Single.Keys];

    [Theory]
    [MemberData(nameof(Values))]
    public void Value(string name, double x, double expected)
    {
        Same((float)expected, LaneFunctions.Single[name].Apply((float)x), name, x);
        // The floats nearest to 10³⁰ are doubles too.
        double argument = Math.Abs(x) == 1e30 ? (float)x : x;
        Same(expected, LaneFunctions.Double[name].Apply(argument), name, x);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_stays_NaN(string name)
    {
        // "Log, normal" is for positive normal numbers alone.
        if (name == "Log, normal")
            return;
        Assert.True(float.IsNaN(LaneFunctions.Single[name].Apply(float.NaN)));
        Assert.True(double.IsNaN(LaneFunctions.Double[name].Apply(double.NaN)));
    }

    [Fact]
    public void Infinities_become_finite()
    {
        Assert.Equal(float.MaxValue, LaneFunctions.Single["Finite"].Apply(float.PositiveInfinity));
        Assert.Equal(double.MinValue, LaneFunctions.Double["Finite"].Apply(double.NegativeInfinity));
        Assert.Equal(float.MaxValue, StaticNet.Functions.Finite.Single(float.PositiveInfinity));
        Assert.Equal(-double.MaxValue, StaticNet.Functions.Finite.Double(double.NegativeInfinity));
        Assert.True(float.IsNaN(StaticNet.Functions.Finite.Single(float.NaN)) && double.IsNaN(StaticNet.Functions.Finite.Double(double.NaN)));
    }

    /// <summary>At 0, for a rectifier the derivative from below; far out, the slopes of the asymptotes.</summary>
    [Theory]
    [InlineData("Tanh", 1, 0, 0)]
    [InlineData("Sigmoid", 0.25, 0, 0)]
    [InlineData("Relu", 0, 0, 1)]
    [InlineData("LeakyRelu", 0.01, 0.01, 1)]
    [InlineData("Elu", 1, 0, 1)]
    [InlineData("Gelu", 0.5, 0, 1)]
    [InlineData("Silu", 0.5, 0, 1)]
    [InlineData("Softplus", 0.5, 0, 1)]
    public void Derivative(string name, double atZero, double farBelow, double farAbove)
    {
        foreach (double far in new[] { 1e4, 1e30, double.MaxValue, Infinity })
        {
            Assert.Equal((float)farAbove, LaneFunctions.SingleDerivatives[name].Apply((float)far));
            Assert.Equal((float)farBelow, LaneFunctions.SingleDerivatives[name].Apply((float)-far));
            Assert.Equal(farAbove, LaneFunctions.DoubleDerivatives[name].Apply(far));
            Assert.Equal(farBelow, LaneFunctions.DoubleDerivatives[name].Apply(-far));
        }

        foreach (double zero in new[] { 0.0, -0.0 })
        {
            Assert.Equal((float)atZero, LaneFunctions.SingleDerivatives[name].Apply((float)zero));
            Assert.Equal(atZero, LaneFunctions.DoubleDerivatives[name].Apply(zero));
        }
    }

    private static void Same<T>(T expected, T actual, string name, double x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Assert.True(LaneValues.Same(expected, actual), $"{name}({x:R}) in {typeof(T).Name} should be {expected:R}, was {actual:R}");
}
