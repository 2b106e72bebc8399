using System.Numerics;
using StaticNet.Lanes;

namespace StaticNet.Tests.Lanes;

/// <summary>The widths of the lanes agree with each other and with scalar C#, bit for bit, for <see cref="float"/>.</summary>
public class SingleLanesTests : LanesTests<float, Lanes1x512Single>;

/// <summary>The same for <see cref="double"/>.</summary>
public class DoubleLanesTests : LanesTests<double, Lanes1x512Double>;

/// <summary>What every implementation of the lanes promises.</summary>
public abstract class LanesTests<T, TWide>
    where TWide : struct, ILanes<TWide, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly (T A, T B, T C)[] s_values = CreateValues();

    private static int Width => typeof(T) == typeof(float) ? 16 : 8;

    [Fact]
    public void Counts()
    {
        Assert.Equal(Width, TWide.Count);
        Assert.Equal(Width, Lanes2x256<T>.Count);
        Assert.Equal(Width, Lanes4x128<T>.Count);
        Assert.Equal(Width / 2, Lanes1x256<T>.Count);
        Assert.Equal(Width / 4, Lanes1x128<T>.Count);
        Assert.Equal(1, OneLane<T>.Count);
    }

    [Fact]
    public void Add() => Agree<AddOperation<T>>();

    [Fact]
    public void Subtract() => Agree<SubtractOperation<T>>();

    [Fact]
    public void Multiply() => Agree<MultiplyOperation<T>>();

    [Fact]
    public void Divide() => Agree<DivideOperation<T>>();

    [Fact]
    public void Negate() => Agree<NegateOperation<T>>();

    [Fact]
    public void Fma() => Agree<FmaOperation<T>>();

    [Fact]
    public void Fms() => Agree<FmsOperation<T>>();

    [Fact]
    public void Fnma() => Agree<FnmaOperation<T>>();

    [Fact]
    public void Min() => Agree<MinOperation<T>>();

    [Fact]
    public void Max() => Agree<MaxOperation<T>>();

    [Fact]
    public void Abs() => Agree<AbsOperation<T>>();

    [Fact]
    public void CopySign() => Agree<CopySignOperation<T>>();

    [Fact]
    public void Sqrt() => Agree<SqrtOperation<T>>();

    [Fact]
    public void Round() => Agree<RoundOperation<T>>();

    [Fact]
    public void LessThan() => Agree<LessThanOperation<T>>();

    [Fact]
    public void Equal() => Agree<EqualOperation<T>>();

    [Fact]
    public void Select() => Agree<SelectOperation<T>>();

    [Fact]
    public void Scale() => Agree<ScaleOperation<T>>();

    /// <summary>What generated code uses for one number at a time.</summary>
    [Fact]
    public void Scalars()
    {
        foreach (var (a, b, c) in s_values)
        {
            double x = double.CreateTruncating(a), y = double.CreateTruncating(b), z = double.CreateTruncating(c);
            float u = float.CreateTruncating(a), v = float.CreateTruncating(b), w = float.CreateTruncating(c);
            Assert.True(LaneValues.Same(Math.FusedMultiplyAdd(x, y, z), Scalar.Fma(x, y, z)) && LaneValues.Same(x < y ? y : z, Scalar.SelectLess(x, y, y, z)));
            Assert.True(LaneValues.Same(MathF.FusedMultiplyAdd(u, v, w), Scalar.Fma(u, v, w)) && LaneValues.Same(u < v ? v : w, Scalar.SelectLess(u, v, v, w)));
        }
    }

    [Fact]
    public void Constants_and_broadcasts()
    {
        Check<OneLane<T>>();
        Check<Lanes1x128<T>>();
        Check<Lanes1x256<T>>();
        Check<Lanes4x128<T>>();
        Check<Lanes2x256<T>>();
        Check<TWide>();

        static void Check<V>()
            where V : struct, ILanes<V, T>
        {
            T[] memory = [T.E, T.Pi, T.Tau];
            All(T.Zero, V.Zero);
            All(T.One, V.One);
            All(T.Pi, V.Broadcast(T.Pi));
            All(T.Tau, V.Broadcast(ref memory[1], 1));
        }

        static void All<V>(T expected, V lanes)
            where V : struct, ILanes<V, T> =>
            Assert.All(Store(lanes), lane => Assert.Equal(expected, lane));
    }

    [Fact]
    public void Stores_touch_their_own_lanes_only()
    {
        Check<OneLane<T>>();
        Check<Lanes1x128<T>>();
        Check<Lanes1x256<T>>();
        Check<Lanes4x128<T>>();
        Check<Lanes2x256<T>>();
        Check<TWide>();

        static void Check<V>()
            where V : struct, ILanes<V, T>
        {
            var memory = new T[V.Count + 2];
            V.Store(V.One, ref memory[0], 1);
            Assert.Equal([T.Zero, .. Enumerable.Repeat(T.One, V.Count), T.Zero], memory);
        }
    }

    [Fact]
    public void FirstLanes()
    {
        Check<OneLane<T>>();
        Check<Lanes1x128<T>>();
        Check<Lanes1x256<T>>();
        Check<Lanes4x128<T>>();
        Check<Lanes2x256<T>>();
        Check<TWide>();

        static void Check<V>()
            where V : struct, ILanes<V, T>
        {
            foreach (int count in Enumerable.Range(-1, 20).Append(int.MaxValue))
            {
                T[] mask = Store(V.FirstLanes(count));
                for (int lane = 0; lane < V.Count; lane++)
                    Assert.Equal(LaneValues.ToBits(LaneValues.FromBits<T>(lane < count ? ulong.MaxValue : 0)), LaneValues.ToBits(mask[lane]));
            }
        }
    }

    [Fact]
    public void Decompose_splits_normal_numbers_exactly()
    {
        Check<OneLane<T>>();
        Check<Lanes1x128<T>>();
        Check<Lanes1x256<T>>();
        Check<Lanes4x128<T>>();
        Check<Lanes2x256<T>>();
        Check<TWide>();

        static void Check<V>()
            where V : struct, ILanes<V, T>
        {
            T root = T.Sqrt(T.One / (T.One + T.One));
            T[] values = s_values.Select(v => T.Abs(v.A)).Where(value => T.IsNormal(value)).ToArray();
            Assert.True(values.Length > 10_000);
            for (int i = 0; i <= values.Length - V.Count; i += V.Count)
            {
                T[] mantissas = Store(V.Decompose(V.Load(ref values[0], i), out V exponents)), exponent = Store(exponents);
                for (int lane = 0; lane < V.Count; lane++)
                {
                    if (!(mantissas[lane] >= root && mantissas[lane] < root + root && T.ScaleB(mantissas[lane], int.CreateChecked(exponent[lane])) == values[i + lane]))
                        Assert.Fail($"{values[i + lane]:R} became {mantissas[lane]:R}·2^{exponent[lane]}");
                }
            }
        }
    }

    private static T[] Store<V>(V lanes)
        where V : struct, ILanes<V, T>
    {
        var memory = new T[V.Count];
        V.Store(lanes, ref memory[0], 0);
        return memory;
    }

    private static void Agree<TOperation>()
        where TOperation : struct, ILaneOperation<T>
    {
        T[] a = s_values.Select(v => v.A).ToArray(), b = s_values.Select(v => v.B).ToArray(), c = s_values.Select(v => v.C).ToArray();
        T[] expected = s_values.Select(v => TOperation.Expected(v.A, v.B, v.C)).ToArray();
        Check<OneLane<T>>();
        Check<Lanes1x128<T>>();
        Check<Lanes1x256<T>>();
        Check<Lanes4x128<T>>();
        Check<Lanes2x256<T>>();
        Check<TWide>();

        void Check<V>()
            where V : struct, ILanes<V, T>
        {
            var actual = new T[expected.Length];
            for (int i = 0; i < a.Length; i += V.Count)
                V.Store(TOperation.Lanes(V.Load(ref a[0], i), V.Load(ref b[0], i), V.Load(ref c[0], i)), ref actual[0], i);
            for (int i = 0; i < a.Length; i++)
            {
                if (!LaneValues.Same(expected[i], actual[i]))
                    Assert.Fail($"{typeof(V).Name}: ({a[i]:R}, {b[i]:R}, {c[i]:R}) should give {expected[i]:R}, gave {actual[i]:R}");
            }
        }
    }

    private static (T, T, T)[] CreateValues()
    {
        var random = new Random(1);
        var values = new List<(T, T, T)>();
        T[] special = LaneValues.Special<T>();
        foreach (T a in special)
            foreach (T b in special)
                foreach (T c in special)
                    values.Add((a, b, c));
        for (int i = 0; i < 20_000; i++)
        {
            values.Add((LaneValues.AnyBits<T>(random), LaneValues.AnyBits<T>(random), LaneValues.AnyBits<T>(random)));
            values.Add((LaneValues.WithExponent<T>(random, -5, 5), LaneValues.WithExponent<T>(random, -5, 12), LaneValues.WithExponent<T>(random, -5, 5)));
        }

        while (values.Count % 16 != 0)
            values.Add(values[0]);
        return [.. values];
    }
}
