using StaticNet.Lanes;

namespace StaticNet.Tests.Dropouts;

/// <summary>The masks themselves: how many numbers are 0, what the others are, and what they depend on.</summary>
public class MaskTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.2)]
    [InlineData(0.1)]
    [InlineData(0.9)]
    [InlineData(1e-3)]
    public void A_share_is_dropped_and_the_rest_scaled(double rate)
    {
        const int Samples = 2000, Units = 101;
        float[] single = Rows<float>(rate, 7, 1, 0, Samples, Units);
        double[] mask = Rows<double>(rate, 7, 1, 0, Samples, Units);
        int dropped = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            Assert.True(mask[i] == 0 || mask[i] == 1 / (1 - rate));
            Assert.Equal((float)mask[i], single[i]);
            dropped += mask[i] == 0 ? 1 : 0;
        }

        AssertShare(rate, dropped, mask.Length);
    }

    /// <summary>Each unit, and each pair of neighbours: both halves of a draw are as good.</summary>
    [Fact]
    public void Units_and_samples_are_independent()
    {
        const int Samples = 4000, Units = 8;
        const double Rate = 0.3;
        double[] mask = Rows<double>(Rate, 8, 1, 0, Samples, Units), next = Rows<double>(Rate, 9, 1, 0, Samples, Units), layer = Rows<double>(Rate, 8, 2, 0, Samples, Units);
        bool Drops(int sample, int unit) => mask[(sample * Units) + unit] == 0;
        int[] all = Enumerable.Range(0, Samples - 1).ToArray();
        for (int unit = 0; unit < Units; unit++)
        {
            AssertShare(Rate, all.Count(i => Drops(i, unit)), all.Length);
            AssertShare(Rate * Rate, all.Count(i => Drops(i, unit) && Drops(i, (unit + 1) % Units)), all.Length);
            AssertShare(Rate * Rate, all.Count(i => Drops(i, unit) && Drops(i + 1, unit)), all.Length);
            AssertShare(Rate * Rate, all.Count(i => Drops(i, unit) && next[(i * Units) + unit] == 0), all.Length);
            AssertShare(Rate * Rate, all.Count(i => Drops(i, unit) && layer[(i * Units) + unit] == 0), all.Length);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    public void Columns_are_rows_at_every_width(int units)
    {
        for (int samples = 1; samples <= 40; samples++)
        {
            Check<Lanes1x512Single, float>(samples, units);
            Check<Lanes2x256<float>, float>(samples, units);
            Check<Lanes4x128<float>, float>(samples, units);
            Check<Lanes1x512Double, double>(samples, units);
            Check<Lanes2x256<double>, double>(samples, units);
            Check<Lanes4x128<double>, double>(samples, units);
        }

        static void Check<V, T>(int samples, int units)
            where V : struct, ILanes<V, T>
            where T : unmanaged
        {
            int lanes = V.Count, vectors = (samples + lanes - 1) / lanes;
            T[] rows = Rows<T>(0.4, 5, 2, 100, samples, units), columns = new T[vectors * units * lanes];
            Array.Fill(columns, (T)Convert.ChangeType(7, typeof(T)));
            Dropout.FillColumns<V, T>(0.4, 5, 2, 100, samples, units, ref columns[0]);
            for (int sample = 0; sample < vectors * lanes; sample++)
                for (int unit = 0; unit < units; unit++)
                    Assert.Equal(sample < samples ? rows[(sample * units) + unit] : default, columns[(((sample / lanes * units) + unit) * lanes) + (sample % lanes)]);
        }
    }

    [Fact]
    public void Blocks_do_not_matter()
    {
        double[] whole = Rows<double>(0.5, 3, 1, 0, 50, 9), part = Rows<double>(0.5, 3, 1, 20, 30, 9);
        Assert.Equal(whole[(20 * 9)..], part);
    }

    [Fact]
    public void Padding_is_zero()
    {
        float[] mask = new float[3 * 16];
        Array.Fill(mask, float.NaN);
        Dropout.FillRows(0.2, 1, 1, 0, 3, 5, ref mask[0], 16);
        Assert.All(mask, value => Assert.True(value is 0 or 1.25f));
        Assert.All(Enumerable.Range(0, 48).Where(i => i % 16 >= 5), i => Assert.Equal(0, mask[i]));
    }

    /// <summary>The largest rate there is leaves nothing to divide by zero.</summary>
    [Fact]
    public void Rates_at_the_edges()
    {
        Assert.All(Rows<float>(Math.BitDecrement(1), 1, 1, 0, 100, 10), value => Assert.True(float.IsFinite(value)));
        Assert.All(Rows<double>(double.Epsilon, 1, 1, 0, 100, 10), value => Assert.Equal(1, value));
    }

    /// <summary>Products that would overflow are the largest number, and NaN stays NaN.</summary>
    [Fact]
    public void Masked_activations_are_finite()
    {
        float[] a = [float.MaxValue, -float.MaxValue, float.MaxValue, float.NaN], mask = [2, 2, 0, 0], h = new float[4];
        Dropout.Apply<Lanes1x128<float>, float>(ref a[0], ref mask[0], ref h[0], 4);
        Assert.Equal([float.MaxValue, -float.MaxValue, 0, float.NaN], h);
    }

    /// <summary>Within five standard deviations.</summary>
    private static void AssertShare(double probability, int found, int of) =>
        Assert.InRange(Math.Abs(found - (probability * of)) / Math.Sqrt(of * probability * (1 - probability)), 0, 5);

    private static T[] Rows<T>(double rate, ulong state, int layer, int first, int samples, int units)
        where T : unmanaged
    {
        var mask = new T[samples * units];
        Dropout.FillRows(rate, state, layer, first, samples, units, ref mask[0], units);
        return mask;
    }
}
