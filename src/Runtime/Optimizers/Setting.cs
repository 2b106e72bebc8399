using System.Runtime.CompilerServices;

namespace StaticNet;

/// <summary>Checks of the settings of optimizers and schedules, for number types of which no more is known than that they are <see cref="float"/> or <see cref="double"/>.</summary>
internal static class Setting
{
    /// <summary>The value as it is.</summary>
    public static double ToDouble<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) : Unsafe.BitCast<T, double>(value);

    /// <summary>The nearest value.</summary>
    public static T From<T>(double value)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value) : Unsafe.BitCast<double, T>(value);

    /// <summary>A finite number of at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It isn't.</exception>
    public static T NotNegative<T>(T value, string name, string what)
        where T : unmanaged
    {
        double number = ToDouble(value);
        return double.IsFinite(number) && number >= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{what} is a finite number of at least 0.");
    }

    /// <summary>A finite number greater than 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It isn't.</exception>
    public static T Positive<T>(T value, string name, string what)
        where T : unmanaged
    {
        double number = ToDouble(value);
        return double.IsFinite(number) && number > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{what} is a finite number greater than 0.");
    }

    /// <summary>The share of something remembered that is kept in a step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It isn't within [0, 1).</exception>
    public static T Decay<T>(T value, string name)
        where T : unmanaged =>
        ToDouble(value) is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A decay rate is a number of at least 0 and less than 1.");

    /// <summary>A part of a whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It isn't within [0, 1].</exception>
    public static double Share(double value, string name, string what) =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{what} is a number from 0 to 1.");

    /// <summary>A number of things of which there is one or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public static int AtLeastOne(int value, string name, string what) =>
        value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{what} is at least 1.");
}
