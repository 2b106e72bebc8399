using System.Numerics;
using StaticNet.Lanes;
using StaticNet.Tests.Lanes;

namespace StaticNet.Tests.Functions;

/// <summary>Between neighbouring arguments a rising function falls back by no more than the promised 8 ulp, and stays in its range.</summary>
public class MonotonyTests
{
    /// <summary>Function and the range of its arguments in which it rises.</summary>
    public static TheoryData<string, double, double> Rising => new()
    {
        { "Exp", double.MinValue, double.MaxValue },
        { "Expm1", double.MinValue, 80 },
        { "Log", 0, double.MaxValue },
        { "Log1p", 0, 1 },
        { "Tanh", double.MinValue, double.MaxValue },
        { "Sigmoid", double.MinValue, double.MaxValue },
        { "Softplus", double.MinValue, double.MaxValue },
        { "Gelu", -0.7, double.MaxValue },
        { "Silu", -1.2, double.MaxValue },
        { "Elu", double.MinValue, double.MaxValue },
        { "LeakyRelu", double.MinValue, double.MaxValue },
        { "Relu", double.MinValue, double.MaxValue },
    };

    [Theory]
    [Trait("Category", "Sweep")]
    [MemberData(nameof(Rising))]
    public void Single(string name, double lowest, double highest) => Check(name, LaneFunctions.Single[name], lowest, highest);

    [Theory]
    [Trait("Category", "Sweep")]
    [MemberData(nameof(Rising))]
    public void Double(string name, double lowest, double highest) => Check(name, LaneFunctions.Double[name], lowest, highest);

    private static void Check<T, TWide>(string name, LaneFunction<T, TWide> function, double lowest, double highest)
        where TWide : struct, ILanes<TWide, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        // Infinite for Exp, Softplus and the like.
        var (smallest, largest) = name switch
        {
            "Tanh" => (-1.0, 1.0),
            "Sigmoid" => (0, 1),
            "Exp" or "Softplus" or "Relu" or "Log1p" => (0, double.PositiveInfinity),
            "Elu" or "Expm1" => (-1, double.PositiveInfinity),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
        foreach (T[] values in Sampling.Neighbours<T>(4000, 128))
        {
            // In rising order; bits of negative numbers count away from zero.
            T[] ordered = [.. values.Where(x => double.CreateChecked(x) >= lowest && double.CreateChecked(x) <= highest).Order()];
            T[] results = function.Apply(ordered);
            T previous = T.NegativeInfinity;
            for (int i = 0; i < ordered.Length; i++)
            {
                double result = double.CreateChecked(results[i]);
                Assert.True(result >= smallest && result <= largest, $"{name}({ordered[i]:R}) = {results[i]:R} is out of range.");
                T allowed = previous;
                for (int step = 0; step < 8; step++)
                    allowed = T.BitDecrement(allowed);
                Assert.True(results[i] >= allowed, $"{name}({ordered[i]:R}) = {results[i]:R}, after {previous:R} before.");
                previous = results[i];
            }
        }
    }
}
