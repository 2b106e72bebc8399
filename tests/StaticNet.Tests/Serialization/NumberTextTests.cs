using System.Globalization;
using System.Numerics;
using StaticNet.Serialization;

namespace StaticNet.Tests.Serialization;

/// <summary>Digits give every bit back, also of powers of two, above and below which the distances differ.</summary>
public class NumberTextTests
{
    [Fact]
    public void Powers_of_two_and_their_neighbours_in_double()
    {
        for (int exponent = -1074; exponent < 1024; exponent++)
            Check(Math.ScaleB(1.0, exponent));
    }

    [Fact]
    public void Powers_of_two_and_their_neighbours_in_float()
    {
        for (int exponent = -149; exponent < 128; exponent++)
            Check(MathF.ScaleB(1f, exponent));
    }

    private static void Check<T>(T power)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T number in new[] { power, T.BitIncrement(power), T.BitDecrement(power), -power })
            Assert.Equal(number, T.Parse(NumberText.Digits(number), NumberStyles.Float, CultureInfo.InvariantCulture));
    }
}
