using System.Numerics;

namespace StaticNet.Data;

/// <summary>A point of the plane without noise.</summary>
/// <param name="index">From 0.</param>
/// <param name="count">Points in all.</param>
/// <param name="x">Its first coordinate.</param>
/// <param name="y">Its second.</param>
/// <returns>Its label.</returns>
internal delegate int PointAt(int index, int count, out double x, out double y);

/// <summary>What two moons, circles and the like have in common: points in shuffled order, with normal noise on both coordinates.</summary>
internal static class NoisyPoints
{
    public static (T[] Inputs, int[] Labels) Generate<T>(int count, double noise, NumpyRandom random, PointAt point)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(random);
        if (!double.IsFinite(noise) || noise < 0)
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "Noise is a finite number of at least 0.");

        int[] order = new int[count];
        for (int i = 0; i < count; i++)
            order[i] = i;
        random.Shuffle<int>(order);

        var inputs = new T[checked(count * 2)];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = point(order[i], count, out double x, out double y);
            inputs[2 * i] = T.CreateTruncating(x + (noise * random.NextNormal()));
            inputs[(2 * i) + 1] = T.CreateTruncating(y + (noise * random.NextNormal()));
        }
        return (inputs, labels);
    }
}
