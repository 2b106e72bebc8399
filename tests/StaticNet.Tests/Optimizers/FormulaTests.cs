using System.Numerics;
using StaticNet.Tests.Networks;

namespace StaticNet.Tests.Optimizers;

/// <summary>Each optimizer against its textbook formula, step by step, on networks with every layout of weights and biases; L2 and limits on.</summary>
public class FormulaTests
{
    private const double Rate = 0.01, L2 = 0.1, Decay = 0.7;
    private const int Steps = 25;

    /// <summary>Sums over the whole history, where the optimizer has a recurrence.</summary>
    /// <param name="history">[steps so far][parameters]: gradients with L2, the newest last.</param>
    /// <param name="i">The parameter.</param>
    /// <returns>What the parameter loses.</returns>
    private delegate double Formula(List<double[]> history, int i);

    public static TheoryData<string> Networks => [.. NetworkCase.Names.Select(row => row.Data).Where((_, i) => i % 5 == 0)];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Momentum_follows_its_formula(string name) => Check(
        name,
        Momentum<float>,
        Momentum<double>,
        (history, i) => Rate * history.Select((g, s) => Math.Pow(0.8, history.Count - 1 - s) * g[i]).Sum());

    [Theory]
    [MemberData(nameof(Networks))]
    public void Nesterov_momentum_follows_its_formula(string name) => Check(
        name,
        count => Momentum<float>(count, nesterov: true),
        count => Momentum<double>(count, nesterov: true),
        (history, i) => Rate * (history[^1][i] + history.Select((g, s) => Math.Pow(0.8, history.Count - s) * g[i]).Sum()));

    [Theory]
    [MemberData(nameof(Networks))]
    public void RmsProp_follows_its_formula(string name) => Check(
        name,
        RmsProp<float>,
        RmsProp<double>,
        (history, i) => Rate * history[^1][i] / (Math.Sqrt(history.Select((g, s) => 0.1 * Math.Pow(0.9, history.Count - 1 - s) * g[i] * g[i]).Sum()) + 1e-3));

    [Theory]
    [MemberData(nameof(Networks))]
    public void AdamW_follows_its_formula(string name) => Check(name, AdamW<float>, AdamW<double>, Adam, decoupled: true);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Adam_with_limits_follows_its_formula(string name) => Check(name, LimitedAdam<float>, LimitedAdam<double>, Adam, maxValue: 0.5, maxNorm: 2);

    [Fact]
    public void Defaults_are_those_of_PyTorch_but_for_momentum()
    {
        Assert.Equal((0.01, 0.9, false), (new Momentum<double>(1).LearningRate, new Momentum<double>(1).Coefficient, new Momentum<double>(1).Nesterov));
        Assert.Equal((0.01, 0.99, 1e-8), (new RmsProp<double>(1).LearningRate, new RmsProp<double>(1).Alpha, new RmsProp<double>(1).Epsilon));
        Assert.Equal((0.001, 0.9, 0.999, 1e-8, 0.01), (new AdamW<double>(1).LearningRate, new AdamW<double>(1).Beta1, new AdamW<double>(1).Beta2, new AdamW<double>(1).Epsilon, new AdamW<double>(1).WeightDecay));
        Assert.Equal((null, null, 0.0), (new AdamW<double>(1).ClipNorm, new AdamW<double>(1).ClipValue, new AdamW<double>(1).L2));
    }

    [Fact]
    public void Settings_outside_their_range_are_refused()
    {
        var momentum = new Momentum<float>(3) { ClipNorm = 1, ClipValue = null };
        foreach (float wrong in new[] { -1, float.NaN, float.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => momentum.LearningRate = wrong);
            Assert.Throws<ArgumentOutOfRangeException>("Coefficient", () => momentum.Coefficient = wrong);
            Assert.Throws<ArgumentOutOfRangeException>("ClipNorm", () => momentum.ClipNorm = wrong);
            Assert.Throws<ArgumentOutOfRangeException>("ClipValue", () => momentum.ClipValue = wrong);
            Assert.Throws<ArgumentOutOfRangeException>("WeightDecay", () => new AdamW<float>(1).WeightDecay = wrong);
            Assert.Throws<ArgumentOutOfRangeException>("Alpha", () => new RmsProp<float>(1).Alpha = wrong);
            Assert.Throws<ArgumentOutOfRangeException>("Epsilon", () => new RmsProp<float>(1).Epsilon = wrong);
        }

        Assert.Throws<ArgumentOutOfRangeException>("ClipNorm", () => momentum.ClipNorm = 0);
        Assert.Throws<ArgumentOutOfRangeException>("Coefficient", () => momentum.Coefficient = 1);
        Assert.Equal(1, momentum.ClipNorm);
    }

    private static double Adam(List<double[]> history, int i)
    {
        double mean = 0, square = 0, meanWeight = 0, squareWeight = 0;
        for (int s = 0; s < history.Count; s++)
        {
            double first = Math.Pow(0.8, history.Count - 1 - s), second = Math.Pow(0.9, history.Count - 1 - s);
            mean += first * history[s][i];
            meanWeight += first;
            square += second * history[s][i] * history[s][i];
            squareWeight += second;
        }

        return Rate * (mean / meanWeight) / (Math.Sqrt(square / squareWeight) + 1e-3);
    }

    private static Momentum<T> Momentum<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Momentum<T>(count, nesterov: false);

    private static Momentum<T> Momentum<T>(int count, bool nesterov)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(count) { LearningRate = Of<T>(Rate), Coefficient = Of<T>(0.8), Nesterov = nesterov, L2 = Of<T>(L2) };

    private static RmsProp<T> RmsProp<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(count) { LearningRate = Of<T>(Rate), Alpha = Of<T>(0.9), Epsilon = Of<T>(1e-3), L2 = Of<T>(L2) };

    private static AdamW<T> AdamW<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(count) { LearningRate = Of<T>(Rate), Beta1 = Of<T>(0.8), Beta2 = Of<T>(0.9), Epsilon = Of<T>(1e-3), L2 = Of<T>(L2), WeightDecay = Of<T>(Decay) };

    private static Adam<T> LimitedAdam<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(count) { LearningRate = Of<T>(Rate), Beta1 = Of<T>(0.8), Beta2 = Of<T>(0.9), Epsilon = Of<T>(1e-3), L2 = Of<T>(L2), ClipValue = Of<T>(0.5), ClipNorm = Of<T>(2) };

    private static void Check<TSingleRule, TDoubleRule>(
        string name, Func<int, Optimizer<float, TSingleRule>> ofSingle, Func<int, Optimizer<double, TDoubleRule>> ofDouble, Formula formula, bool decoupled = false, double? maxValue = null, double? maxNorm = null)
        where TSingleRule : struct, IUpdateRule<float>
        where TDoubleRule : struct, IUpdateRule<double>
    {
        var info = NetworkCase.Find(name);
        if (info.IsDouble)
            Follow(info, ofDouble, formula, decoupled, maxValue, maxNorm, 1e-12);
        else
            Follow(info, ofSingle, formula, decoupled, maxValue, maxNorm, 1e-4);
    }

    private static void Follow<T, TRule>(NetworkCase info, Func<int, Optimizer<T, TRule>> create, Formula formula, bool decoupled, double? maxValue, double? maxNorm, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TRule : struct, IUpdateRule<T>
    {
        var network = info.CreateRandom<T>(61);
        int count = network.ParameterCount;
        var optimizer = create(count);
        double[] expected = Array.ConvertAll(network.Parameters.ToArray(), double.CreateChecked);
        bool[] isWeight = [.. info.Activations.SelectMany((_, layer) => Enumerable.Repeat(true, info.Sizes[layer] * info.Sizes[layer + 1]).Concat(Enumerable.Repeat(false, info.Sizes[layer + 1])))];
        var history = new List<double[]>();
        var random = new Random(62);
        for (int step = 1; step <= Steps; step++)
        {
            T[] gradient = Enumerable.Range(0, count).Select(_ => Of<T>(2 * random.NextDouble() - 1)).ToArray();
            T[] before = [.. gradient];
            network.Update(gradient, optimizer);
            Assert.Equal(before, gradient);

            double[] limited = [.. gradient.Select(double.CreateChecked).Select(g => maxValue is { } max ? Math.Clamp(g, -max, max) : g)];
            double norm = Math.Sqrt(limited.Sum(g => g * g)), scale = maxNorm is { } most && norm > most ? most / norm : 1;
            history.Add([.. limited.Select((g, i) => g * scale + (isWeight[i] ? L2 * expected[i] : 0))]);
            for (int i = 0; i < count; i++)
            {
                if (decoupled && isWeight[i])
                    expected[i] *= 1 - Rate * Decay;
                expected[i] -= formula(history, i);
                Assert.Equal(expected[i], double.CreateChecked(network.Parameters[i]), tolerance * Math.Max(1, Math.Abs(expected[i])));
            }
        }
    }

    private static T Of<T>(double value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        T.CreateChecked(value);
}
