using System.Globalization;
using System.Numerics;

namespace StaticNet;

/// <summary>
/// Numbers with the fewest digits that give their bits back, and of those the nearest, as newer frameworks write them with the format R. Older ones round twice, or give too many digits.
/// </summary>
/// <remarks>Exact, in integers of any size: Steele and White, "How to print floating-point numbers accurately", 1990.</remarks>
internal static class ShortestText
{
    /// <summary>In the place of a number's own method, which it has under that name where generic mathematics is.</summary>
    public static unsafe string ToString<T>(this T number, string format, CultureInfo culture)
        where T : unmanaged =>
        format == "R" ? Of(Setting.ToDouble(number), sizeof(T) == sizeof(float)) : throw new FormatException($"Expected the format R, got {format}.");

    /// <summary>The text of a finite number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="isSingle">Whether it stands for a float.</param>
    public static string Of(double value, bool isSingle)
    {
        string sign = BitConverter.DoubleToInt64Bits(value) < 0 ? "-" : "";
        if (value == 0)
            return sign + "0";
        var (mantissa, exponent) = Parts(value, isSingle);
        // Quarters of the last place: half of it lies between the number and where the next one begins, a quarter below powers of two.
        bool isNarrow = mantissa == 1L << (isSingle ? 23 : 52) && exponent > (isSingle ? -149 : -1074);
        int point = (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        // The logarithm may be off by its rounding.
        if (IsAtLeastOne(mantissa, exponent, -point))
            point++;
        else if (!IsAtLeastOne(mantissa, exponent, 1 - point))
            point--;
        for (int count = 1; ; count++)
        {
            var digits = Rounded(mantissa, exponent, count - point, out var error, out var quarter, out var one);
            // Where there is less room below, the next above may have enough.
            if (isNarrow && error.Sign < 0 && -error > quarter)
                (digits, error) = (digits + 1, error + one);
            var room = quarter * (error.Sign < 0 && isNarrow ? 1 : 2);
            var off = BigInteger.Abs(error);
            if (off < room || (off == room && mantissa % 2 == 0))
                return sign + Text(digits.ToString(CultureInfo.InvariantCulture), count, point, isSingle);
        }
    }

    /// <summary>|value| = mantissa · 2^exponent, the mantissa with the digits of its number type.</summary>
    private static (long Mantissa, int Exponent) Parts(double value, bool isSingle)
    {
        long bits = BitConverter.DoubleToInt64Bits(value), mantissa = bits & ((1L << 52) - 1);
        int biased = (int)(bits >> 52) & 0x7FF, exponent = biased == 0 ? -1074 : biased - 1075;
        if (biased != 0)
            mantissa |= 1L << 52;
        int shift = isSingle ? Math.Max(29, -149 - exponent) : 0;
        return (mantissa >> shift, exponent + shift);
    }

    /// <summary>|value| · 10^power, rounded to an integer, halves to an even one.</summary>
    /// <param name="mantissa">Of the value.</param>
    /// <param name="exponent">Of the value.</param>
    /// <param name="power">Of ten.</param>
    /// <param name="error">How much larger the integer is, in some measure.</param>
    /// <param name="quarter">A quarter of the value's last place, in the same measure.</param>
    /// <param name="one">One, in the same measure.</param>
    private static BigInteger Rounded(long mantissa, int exponent, int power, out BigInteger error, out BigInteger quarter, out BigInteger one)
    {
        quarter = BigInteger.Pow(10, Math.Max(power, 0)) << Math.Max(exponent - 2, 0);
        one = BigInteger.Pow(10, Math.Max(-power, 0)) << Math.Max(2 - exponent, 0);
        var scaled = quarter * mantissa * 4;
        var integer = BigInteger.DivRem(scaled, one, out var rest);
        int half = (rest * 2).CompareTo(one);
        if (half > 0 || (half == 0 && !integer.IsEven))
            integer++;
        error = (integer * one) - scaled;
        return integer;
    }

    private static bool IsAtLeastOne(long mantissa, int exponent, int power) => Rounded(mantissa, exponent, power, out var error, out _, out var one) * one >= one + error;

    /// <summary>Plain, or with an exponent where that is as newer frameworks have it.</summary>
    private static string Text(string digits, int count, int point, bool isSingle)
    {
        // Rounded up to the next power of ten.
        point += digits.Length - count;
        digits = digits.TrimEnd('0');
        if (point > Math.Max(digits.Length, isSingle ? 9 : 17) || point < -3)
        {
            int exponent = point - 1;
            string fraction = digits.Length == 1 ? "" : "." + digits.Substring(1);
            return $"{digits[0]}{fraction}E{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        }

        if (point <= 0)
            return "0." + new string('0', -point) + digits;
        return point >= digits.Length ? digits.PadRight(point, '0') : digits.Insert(point, ".");
    }
}
