using System.Numerics;
using StaticNet.Lanes;
using StaticNet.Tests.Lanes;

namespace StaticNet.Tests.Functions;

/// <summary>A function has the same bits for one lane and in vectors of 128, 256 and 512 bits.</summary>
public class FormTests
{
    public static TheoryData<string> Names => [.. LaneFunctions.Single.Keys];

    public static TheoryData<string> Derivatives => [.. LaneFunctions.SingleDerivatives.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Functions(string name)
    {
        // Some are for a part of the numbers only.
        var (lowest, highest) = name switch
        {
            "Exp, non-positive" => (double.NegativeInfinity, 0.0),
            "Expm1" => (double.NegativeInfinity, 80),
            "Log1p" => (0, 1),
            "Log, normal" => (2e-38, 1e38),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
        Agree(LaneFunctions.Single[name], lowest, highest);
        Agree(LaneFunctions.Double[name], lowest, highest);
    }

    [Theory]
    [MemberData(nameof(Derivatives))]
    public void Derivative_forms(string name)
    {
        Agree(LaneFunctions.SingleDerivatives[name], double.NegativeInfinity, double.PositiveInfinity);
        Agree(LaneFunctions.DoubleDerivatives[name], double.NegativeInfinity, double.PositiveInfinity);
    }

    private static void Agree<T, TWide>(LaneFunction<T, TWide> function, double lowest, double highest)
        where TWide : struct, ILanes<TWide, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var random = new Random(91);
        var values = new List<T>(LaneValues.Special<T>());
        for (int i = 0; i < 1000; i++)
            values.AddRange([LaneValues.AnyBits<T>(random), LaneValues.WithExponent<T>(random, -6, 7)]);
        values.RemoveAll(value => double.CreateChecked(value) is var x && (x < lowest || x > highest));
        while (values.Count % 16 != 0)
            values.Add(T.One);
        T[] arguments = [.. values];
        T[] one = All(function.One), narrow = All(function.Narrow), middle = All(function.Middle), wide = All(function.Wide);
        for (int i = 0; i < arguments.Length; i++)
        {
            Assert.True(
                LaneValues.Same(one[i], narrow[i]) && LaneValues.Same(one[i], middle[i]) && LaneValues.Same(one[i], wide[i]),
                $"{arguments[i]:R}: {one[i]:R}, {narrow[i]:R}, {middle[i]:R}, {wide[i]:R}");
        }

        T[] All<V>(Func<V, V> form)
            where V : struct, ILanes<V, T>
        {
            var results = new T[arguments.Length];
            for (int i = 0; i < arguments.Length; i += V.Count)
                V.Store(form(V.Load(ref arguments[0], i)), ref results[0], i);
            return results;
        }
    }
}
