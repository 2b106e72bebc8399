using System.Numerics;
using StaticNet.Functions;
using StaticNet.Lanes;
using StaticNet.Quantization;

namespace StaticNet.Tests.Quantization;

/// <summary>The integer operations, each by itself, against definitions in exact or double arithmetic.</summary>
public class ArithmeticTests
{
    [Fact]
    public void Factor_is_right_to_31_bits_and_halves_go_up()
    {
        var random = new Random(1);
        int[] sums = [0, 1, -1, 2, -2, 1000, -1000, int.MaxValue, int.MinValue + 1];
        for (int i = 0; i < 5000; i++)
        {
            double factor = Math.ScaleB(1 + random.NextDouble(), random.Next(-40, 40));
            var fixedPoint = FixedPoint.Of(factor);
            Assert.InRange(fixedPoint.Shift, 1, 62);
            if (factor is > 1.0 / (1L << 32) and < 1 << 29)
                Assert.InRange(Math.ScaleB(fixedPoint.Multiplier, -fixedPoint.Shift) / factor, 1 - Math.ScaleB(1, -31), 1 + Math.ScaleB(1, -31));
            foreach (int sum in sums.Append(random.Next(int.MinValue + 1, int.MaxValue)))
            {
                // floor(x + ½) of the exact product.
                BigInteger twice = (2 * new BigInteger(sum) * fixedPoint.Multiplier) + BigInteger.Pow(2, fixedPoint.Shift);
                BigInteger expected = BigInteger.Divide(twice - Mod(twice, fixedPoint.Shift + 1), BigInteger.Pow(2, fixedPoint.Shift + 1));
                Assert.Equal(expected, fixedPoint.Apply(sum));
                if (sum >= 0)
                    Assert.Equal(expected, fixedPoint.Apply((uint)sum));
            }
        }

        static BigInteger Mod(BigInteger a, int bits) => a & (BigInteger.Pow(2, bits) - 1);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1e-300, 0, 1)]
    [InlineData(0.25, 1 << 30, 32)]
    [InlineData(0.9999999999999999, 1 << 30, 30)]
    [InlineData(1e300, 1 << 30, 1)]
    [InlineData(double.PositiveInfinity, 1 << 30, 1)]
    public void Factors_at_the_ends(double factor, int multiplier, int shift) => Assert.Equal(new(multiplier, shift), FixedPoint.Of(factor));

    [Fact]
    public void Dot_product_of_every_length_and_of_extremes()
    {
        var random = new Random(2);
        for (int length = 0; length < 300; length++)
        {
            sbyte[] x = new sbyte[length], w = new sbyte[length];
            for (int i = 0; i < length; i++)
                (x[i], w[i]) = (length % 3) switch
                {
                    0 => ((sbyte)random.Next(-128, 128), (sbyte)random.Next(-127, 128)),
                    1 => (sbyte.MinValue, (sbyte)-127),
                    _ => (sbyte.MinValue, sbyte.MaxValue),
                };
            Assert.Equal(x.Zip(w, (a, b) => a * b).Sum(), DotProduct.Of(x, w));
        }
    }

    [Fact]
    public void Widest_layer_does_not_overflow()
    {
        // Every product at its largest, the bias too, and all with one sign.
        const int MostBias = (1 << 24) - 1;
        double[] parameters = [.. Enumerable.Repeat(1.0, QuantizedLayer.MostInputs), MostBias / 127.0];
        foreach (int sign in new[] { 1, -1 })
        {
            var layer = new QuantizedLayer(Activation.Identity, [.. parameters.Select(p => sign * p)], QuantizedLayer.MostInputs, 1, new(1, -128), new(1e5, 0), Extent.Of([-1e9, 1e9]));
            Assert.Equal(sign * 127, layer.Weights[0]);
            Assert.Equal(sign * ((128 * 127 * QuantizedLayer.MostInputs) + MostBias), layer.Biases[0]);
            foreach (sbyte value in new sbyte[] { -128, 127 })
            {
                int[] sums = new int[1];
                layer.Sum([.. Enumerable.Repeat(value, QuantizedLayer.MostInputs)], sums);
                Assert.Equal(Exact(layer, value), sums[0]);
                Assert.Equal(sign * ((127L * (value + 128) * QuantizedLayer.MostInputs) + MostBias), sums[0]);
            }
        }

        // A bias far beyond what weights can do makes their scale coarser; it keeps its 24 bits.
        var biased = new QuantizedLayer(Activation.Identity, [1, -1, 1e9], 2, 1, new(1, 0), new(1e7, -128), Extent.Of([0, 1e9]));
        Assert.Equal([MostBias], biased.Biases.ToArray());
        Assert.Equal(1e9, MostBias * biased.WeightScale, 1e-6);

        static long Exact(QuantizedLayer layer, sbyte value)
        {
            long sum = layer.Biases[0];
            foreach (sbyte weight in layer.Weights)
                sum += value * weight;
            return sum;
        }
    }

    [Theory]
    [InlineData(Activation.Identity, 0.502)]
    [InlineData(Activation.Relu, 0.502)]
    [InlineData(Activation.LeakyRelu, 0.502)]
    [InlineData(Activation.Tanh, 0.70)]
    [InlineData(Activation.Sigmoid, 0.70)]
    [InlineData(Activation.Elu, 0.70)]
    [InlineData(Activation.Gelu, 0.70)]
    [InlineData(Activation.Silu, 0.70)]
    [InlineData(Activation.Softplus, 0.70)]
    public void Activations_are_right_to_a_step(Activation activation, double steps)
    {
        // ½ is the rounding to 8 bits, which nothing can do without.
        foreach (var (least, most) in new[] { (-2.0, 2.0), (-5, 5), (-10, 6), (-0.5, 20), (-20, 20), (-300, 4), (1, 3), (-3, -1), (50, 51), (-1000, 1000), (-3000, 0), (-10_000, 4), (-10_000, 10_000) })
        {
            const int Sums = 40_000;
            double unit = (most - least) / Sums;
            double[] z = [.. Enumerable.Range(0, Sums + 1).Select(i => (Math.Round(least / unit) + i) * unit)];
            double[] expected = [.. z.Select(x => ActivationFunction.Double(activation, new OneLane<double>(x)).Value)];
            var scale = AffineScale.Spanning(Extent.Of(expected));
            int[] sums = [.. z.Select(x => (int)Math.Round(x / unit))];
            sbyte[] actual = new sbyte[sums.Length];
            IntegerActivation.Create(activation, unit, Extent.Of(z), scale).Apply(sums, actual);
            // Where nothing but the dip is left, 255 steps are for a function that turns within a few of the table's intervals.
            double limit = activation is Activation.Gelu or Activation.Silu && (least, most) == (-3000, 0) ? 2.3 : steps;
            for (int i = 0; i < z.Length; i++)
            {
                // What is a fraction of a step beyond the range, since the zero point is whole, is saturated.
                double q = Math.Clamp((expected[i] / scale.Scale) + scale.ZeroPoint, -128, 127);
                Assert.True(Math.Abs(q - actual[i]) <= limit, $"{activation}({z[i]:R}) = {expected[i]:R} is {q} steps, but {actual[i]} on [{least}, {most}].");
            }
        }
    }

    [Fact]
    public void Softmax_is_right_to_a_step_and_keeps_the_largest()
    {
        var random = new Random(3);
        for (int round = 0; round < 4000; round++)
        {
            int classes = round % 5 == 0 ? random.Next(2, 2000) : random.Next(2, 12);
            double unit = Math.ScaleB(1 + random.NextDouble(), random.Next(-30, 2));
            int most = (int)Math.Min(Math.Pow(10, random.Next(-1, 3)) / unit, int.MaxValue / 2);
            int[] sums = [.. Enumerable.Range(0, classes).Select(_ => random.Next(-most, most + 1))];
            double largest = sums.Max(), total = sums.Sum(sum => Math.Exp((sum - largest) * unit));
            double[] expected = [.. sums.Select(sum => 256 * Math.Exp((sum - largest) * unit) / total)];
            int best = Array.IndexOf(sums, sums.Max());
            sbyte[] actual = new sbyte[classes];
            new IntegerSoftmax(unit).Apply(sums, actual);

            Assert.Equal(best, Array.IndexOf(actual, actual.Max()));
            for (int j = 0; j < classes; j++)
            {
                // One step more where another class, before the largest, would otherwise be its equal, or the largest itself would vanish.
                double error = Math.Min(expected[j], 255) - (actual[j] + 128);
                Assert.InRange(error, j == best ? -1 : -0.53, j < best && actual[j] == actual[best] - 1 ? 1.53 : 0.53);
            }
        }
    }

    [Theory]
    [InlineData(new[] { int.MaxValue, -int.MaxValue }, new sbyte[] { 127, -128 })]
    [InlineData(new[] { 7, 7, 7, 7 }, new sbyte[] { -64, -64, -64, -64 })]
    [InlineData(new[] { 7, 8 }, new sbyte[] { -1, 0 })]
    public void Softmax_of_known_sums(int[] sums, sbyte[] expected)
    {
        sbyte[] actual = new sbyte[sums.Length];
        new IntegerSoftmax(1e-6).Apply(sums, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Softmax_of_the_most_classes()
    {
        int[] sums = new int[IntegerSoftmax.MostClasses];
        sums[^1] = 1;
        sbyte[] actual = new sbyte[sums.Length];
        new IntegerSoftmax(1e-9).Apply(sums, actual);
        Assert.Equal(sums.Length - 1, Array.IndexOf(actual, (sbyte)-127));
        Assert.All(actual[..^1], value => Assert.Equal(-128, value));
    }
}
