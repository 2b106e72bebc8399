using System.Numerics;
using System.Runtime.Intrinsics;
using StaticNet.Lanes;

namespace StaticNet.Tests.Lanes;

/// <summary>The emulated fused multiply-add has the bits of the real one, on machines that have the instruction too.</summary>
public class SoftwareFmaTests
{
    private const int Count = 2_000_000;

    [Fact]
    public void Single() => Check<float>(-126);

    [Fact]
    public void Double() => Check<double>(-1022);

    private static void Check<T>(int smallestExponent)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var random = new Random(29);
        T[] special = LaneValues.Special<T>();
        int lanes = Vector128<T>.Count;
        T[] a = new T[lanes], b = new T[lanes], c = new T[lanes];
        for (int i = 0; i < Count; i += lanes)
        {
            for (int lane = 0; lane < lanes; lane++)
                (a[lane], b[lane], c[lane]) = Draw();

            var result = SoftwareFma.Compute(Vector128.Create(a), Vector128.Create(b), Vector128.Create(c));
            for (int lane = 0; lane < lanes; lane++)
            {
                T expected = T.FusedMultiplyAdd(a[lane], b[lane], c[lane]);
                if (!LaneValues.Same(expected, result[lane]))
                    Assert.Fail($"{a[lane]:R} · {b[lane]:R} + {c[lane]:R} should be {expected:R}, was {result[lane]:R}");
            }
        }

        (T, T, T) Draw()
        {
            T x = LaneValues.WithExponent<T>(random, -3, 3), y = LaneValues.WithExponent<T>(random, -3, 3);
            switch (random.Next(7))
            {
                case 0: // Anything.
                    return (LaneValues.AnyBits<T>(random), LaneValues.AnyBits<T>(random), LaneValues.AnyBits<T>(random));
                case 1: // Ordinary magnitudes.
                    return (x, y, LaneValues.WithExponent<T>(random, -8, 8));
                case 2: // The sum cancels but for the product's rounding error and a few units.
                    T negated = -(x * y);
                    for (int steps = random.Next(4); steps > 0; steps--)
                        negated = T.BitIncrement(negated);
                    return (x, y, negated);
                case 3: // Few bits: exact results, ties, exact zeros.
                    return (T.CreateChecked(random.Next(-9, 10)), T.CreateChecked(random.Next(-9, 10)), T.ScaleB(T.CreateChecked(random.Next(-99, 100)), random.Next(2) * LaneValues.MantissaBits<T>()));
                case 4: // Products just beside a tie of the addend's last bit.
                    T one = T.One + T.ScaleB(T.One, -random.Next(1, LaneValues.MantissaBits<T>() + 1));
                    return (one, T.ScaleB(T.One + T.ScaleB(T.One, -random.Next(1, 30)), -LaneValues.MantissaBits<T>() - 1), random.Next(2) == 0 ? one : -one);
                case 5: // Subnormal results.
                    int shift = random.Next(-LaneValues.MantissaBits<T>() - 6, 3);
                    return (T.ScaleB(x, smallestExponent / 2), T.ScaleB(y, smallestExponent - smallestExponent / 2 + shift), T.ScaleB(LaneValues.WithExponent<T>(random, -3, 3), smallestExponent + random.Next(-LaneValues.MantissaBits<T>(), 3)));
                default:
                    return (special[random.Next(special.Length)], special[random.Next(special.Length)], special[random.Next(special.Length)]);
            }
        }
    }
}
