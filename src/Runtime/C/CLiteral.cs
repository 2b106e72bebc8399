using System.Globalization;
using System.Runtime.CompilerServices;

namespace StaticNet.C;

/// <summary>Numbers as C writes them.</summary>
internal static class CLiteral
{
    /// <summary>
    /// In decimal, with 9 or 17 significant digits: so near the number that no other is read, even by a compiler whose last digit is off. Hexadecimal literals
    /// would be exact by themselves, but C++ has them only since 2017.
    /// </summary>
    /// <param name="value">A finite number.</param>
    public static string Of<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(double) ? Of(Unsafe.BitCast<T, double>(value)) : Of(Unsafe.BitCast<T, float>(value)) + "f";

    private static string Of(double value) => Of(value, value.ToString("G17", CultureInfo.InvariantCulture));

    private static string Of(float value) => Of(value, value.ToString("G9", CultureInfo.InvariantCulture));

    /// <summary>Without point or exponent it would be an integer.</summary>
    private static string Of(double value, string digits)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a finite number; C has no literal for others.");
        return digits.AsSpan().ContainsAny('.', 'E') ? digits.Replace('E', 'e') : digits + ".0";
    }
}
