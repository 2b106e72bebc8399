using System.Numerics;
using StaticNet.Lanes;

namespace StaticNet.Tests.Lanes;

/// <summary>Sums over lanes and moves between memory and lanes, for <see cref="float"/>.</summary>
public class SingleLaneMovesTests : LaneMovesTests<float, Lanes1x512Single>;

/// <summary>The same for <see cref="double"/>.</summary>
public class DoubleLaneMovesTests : LaneMovesTests<double, Lanes1x512Double>;

/// <summary>Every form of the lanes against loops over arrays.</summary>
public abstract class LaneMovesTests<T, TWide>
    where TWide : struct, ILanes<TWide, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Fact]
    public void One_lane() => Check<OneLane<T>>();

    [Fact]
    public void One_vector_of_128_bits() => Check<Lanes1x128<T>>();

    [Fact]
    public void One_vector_of_256_bits() => Check<Lanes1x256<T>>();

    [Fact]
    public void Four_vectors_of_128_bits() => Check<Lanes4x128<T>>();

    [Fact]
    public void Two_vectors_of_256_bits() => Check<Lanes2x256<T>>();

    [Fact]
    public void One_vector_of_512_bits() => Check<TWide>();

    [Fact]
    public void Units_in_a_vector_are_told_apart()
    {
        T[] numbers = [T.E, T.Pi, T.Tau, T.One];
        int count = Lanes1x128<T>.Count;
        var lanes = Lanes1x128<T>.Load(ref numbers[0], 0);
        var (swapped, packed) = (lanes.SwapPairs(), Lanes1x128<T>.Pack(numbers[0], numbers[1], numbers[2], numbers[3]));
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(numbers[i], lanes.Lane(i));
            Assert.Equal(numbers[i], packed.Lane(i));
            Assert.Equal(numbers[i ^ 1], swapped.Lane(i));
            for (int j = 0; j < count; j++)
                Assert.Equal(numbers[i], lanes.Spread(i).Lane(j));
        }

        T[] pair = [T.Zero, T.Zero, T.NegativeOne, T.NegativeOne];
        Lanes1x128<T>.StorePair(lanes, ref pair[0]);
        Assert.Equal([T.E, T.Pi, T.NegativeOne, T.NegativeOne], pair);
    }

    private static void Check<V>()
        where V : struct, ILanes<V, T>
    {
        var random = new Random(3);
        for (int run = 0; run < 300; run++)
        {
            // Magnitudes far apart: any other order of additions would round to other bits.
            T[] rows = Enumerable.Range(0, V.Count * V.Count).Select(_ => LaneValues.WithExponent<T>(random, -12, 12)).ToArray();
            T[] sums = Enumerable.Range(0, V.Count).Select(row => Folded(rows.AsSpan(row * V.Count, V.Count))).ToArray();
            for (int row = 0; row < V.Count; row++)
                Assert.Equal(sums[row], V.Sum(V.Load(ref rows[0], row * V.Count)));
            var summed = new T[V.Count];
            V.Store(V.SumRows(ref rows[0]), ref summed[0], 0);
            Assert.Equal(sums, summed);
        }

        T[] pairs = Enumerable.Range(0, 2 * V.Count + 1).Select(T.CreateChecked).ToArray(), even = new T[V.Count], odd = new T[V.Count], back = new T[2 * V.Count + 2];
        V.LoadPairs(ref pairs[0], 1, out V first, out V second);
        V.Store(first, ref even[0], 0);
        V.Store(second, ref odd[0], 0);
        for (int i = 0; i < V.Count; i++)
            Assert.Equal((pairs[1 + 2 * i], pairs[2 + 2 * i]), (even[i], odd[i]));
        V.StorePairs(first, second, ref back[0], 1);
        Assert.Equal([T.Zero, .. pairs[1..], T.Zero], back);

        int[] integers = [-1, .. Enumerable.Range(0, V.Count).Select(i => i * 65_537 * (i % 2 == 0 ? 1 : -1) % (1 << 23))];
        V.Store(V.LoadIntegers(ref integers[0], 1), ref even[0], 0);
        Assert.Equal(integers[1..].Select(T.CreateChecked), even);
    }

    /// <summary>The upper half onto the lower half, until one number is left.</summary>
    private static T Folded(ReadOnlySpan<T> lanes)
    {
        T[] folded = lanes.ToArray();
        for (int half = folded.Length / 2; half > 0; half /= 2)
            for (int i = 0; i < half; i++)
                folded[i] += folded[i + half];
        return folded[0];
    }
}
