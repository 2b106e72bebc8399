using System.Numerics;
using System.Text;

namespace StaticNet.Quantization;

/// <summary>Pieces of C.</summary>
internal static class CText
{
    private const int MostColumns = 120;

    /// <summary>A constant array.</summary>
    public static string Array<T>(string type, string name, ReadOnlySpan<T> numbers)
        where T : IBinaryInteger<T>
    {
        var text = new StringBuilder($"static const {type} {name}[{numbers.Length}] = {{");
        int columns = MostColumns;
        foreach (T number in numbers)
        {
            string item = number.ToString(null, System.Globalization.CultureInfo.InvariantCulture) + ",";
            columns += item.Length + 1;
            if (columns > MostColumns)
            {
                text.Append("\n   ");
                columns = 3 + item.Length + 1;
            }

            text.Append(' ').Append(item);
        }

        return text.Append("\n};").ToString();
    }

    /// <inheritdoc cref="Array{T}(string, string, ReadOnlySpan{T})"/>
    public static string Array<T>(string type, string name, T[] numbers)
        where T : IBinaryInteger<T> => Array(type, name, (ReadOnlySpan<T>)numbers);

    /// <summary>" + 3" or " - 3".</summary>
    public static string Plus(int number) => FormattableString.Invariant($" {(number < 0 ? '-' : '+')} {Math.Abs((long)number)}");

    /// <summary>A number that may be negative, as a macro's value.</summary>
    public static string Value(int number) => FormattableString.Invariant($"({number})");

    /// <summary>A number with all its digits, for comments.</summary>
    public static string Value(double number) => FormattableString.Invariant($"{number:R}");

    /// <summary>The same in a form that C always takes as one with a fraction.</summary>
    public static string Constant(double number) => FormattableString.Invariant($"{number:E16}");
}
