using System.Numerics;
using StaticNet.Lanes;

namespace StaticNet.Tests.Lanes;

/// <summary>Rows to columns and back, for <see cref="float"/>.</summary>
public class SingleColumnsTests : ColumnsTests<float, Lanes1x512Single>;

/// <summary>The same for <see cref="double"/>.</summary>
public class DoubleColumnsTests : ColumnsTests<double, Lanes1x512Double>;

/// <summary>Every form of the lanes against loops over arrays. What stands behind the rows stays as it is.</summary>
public abstract class ColumnsTests<T, TWide>
    where TWide : struct, ILanes<TWide, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Fact]
    public void Four_vectors_of_128_bits() => Check<Lanes4x128<T>>();

    [Fact]
    public void Two_vectors_of_256_bits() => Check<Lanes2x256<T>>();

    [Fact]
    public void One_vector_of_512_bits() => Check<TWide>();

    private static void Check<V>()
        where V : struct, ILanes<V, T>
    {
        for (int width = 1; width <= 6; width++)
            for (int samples = 1; samples <= 2 * V.Count + 1; samples++)
                Check<V>(samples, width);
    }

    private static void Check<V>(int samples, int width)
        where V : struct, ILanes<V, T>
    {
        int lanes = V.Count, whole = (samples + lanes - 1) / lanes * lanes;
        var random = new Random(94);
        T[] rows = [.. Enumerable.Range(0, samples * width).Select(_ => T.CreateTruncating(random.NextDouble()))];
        var expected = new T[whole * width];
        for (int s = 0; s < samples; s++)
            for (int i = 0; i < width; i++)
                expected[(((s / lanes * width) + i) * lanes) + (s % lanes)] = rows[(s * width) + i];

        var loaded = new T[whole * width];
        Columns.Load<V, T>(rows, width, ref loaded[0]);
        Assert.Equal(expected, loaded);

        T[] padded = [.. rows, .. Enumerable.Repeat(T.One, (whole - samples) * width)];
        var turned = new T[whole * width];
        Rows.ToColumns<V, T>(ref padded[0], width, samples, width, ref turned[0]);
        Assert.Equal(expected, turned);

        T[] stored = [.. Enumerable.Repeat(T.Pi, (samples * width) + 1)];
        Columns.Store<V, T>(ref expected[0], stored.AsSpan(0, samples * width), width);
        Assert.Equal([.. rows, T.Pi], stored);
    }
}
