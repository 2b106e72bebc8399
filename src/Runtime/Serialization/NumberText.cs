using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace StaticNet.Serialization;

/// <summary>Numbers in texts about a file: a JSON array, each number with the fewest digits that give its bits back.</summary>
internal static class NumberText
{
    /// <summary>Writes an array.</summary>
    public static string Of<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var text = new StringBuilder("[");
        foreach (T number in numbers)
            text.Append(text.Length == 1 ? "" : ",").Append(Digits(number));
        return text.Append(']').ToString();
    }

    /// <summary>One finite number as JSON has it.</summary>
    public static string Digits<T>(T number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
#if !NETSTANDARD
        // Of two doubles, 2⁻²⁵ and 2⁻⁹⁵⁸, .NET writes a digit too few. Seventeen are always enough.
        if (T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) != number)
            text = number.ToString("G17", CultureInfo.InvariantCulture);
#endif
        return text;
    }

    /// <summary>Reads an array of finite numbers.</summary>
    /// <param name="text">What <see cref="Of"/> wrote, or another's array.</param>
    /// <param name="most">More numbers are refused as they come.</param>
    /// <returns>Null: it is no such array.</returns>
    public static T[]? Read<T>(string text, int most)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                return null;
            var numbers = new List<T>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (numbers.Count == most || Number<T>(ref reader) is not { } number)
                    return null;
                numbers.Add(number);
            }

            // Throws if something stands behind the array.
            return reader.Read() ? null : [.. numbers];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The number that a reader stands at, correctly rounded; null: there is none, or it is too large.</summary>
    public static T? Number<T>(ref Utf8JsonReader reader)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        reader.TokenType == JsonTokenType.Number && T.TryParse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out T number) && T.IsFinite(number) ? number : null;
}
