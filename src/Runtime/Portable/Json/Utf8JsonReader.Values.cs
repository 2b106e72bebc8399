namespace System.Text.Json;

/// <content>Texts and numbers.</content>
internal ref partial struct Utf8JsonReader
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a string or a name.</summary>
    /// <exception cref="InvalidOperationException">It is no valid text.</exception>
    public readonly string GetString()
    {
        string text;
        try
        {
            text = s_strict.GetString(ValueSpan.ToArray());
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidOperationException("A text is no valid UTF-8.", exception);
        }

        return _escaped ? Unescaped(text) : text;
    }

    /// <summary>A whole number.</summary>
    /// <returns>Whether it is one, within the range of <see cref="long"/>.</returns>
    public readonly bool TryGetInt64(out long value) =>
        long.TryParse(Encoding.ASCII.GetString(ValueSpan.ToArray()), Globalization.NumberStyles.AllowLeadingSign, Globalization.CultureInfo.InvariantCulture, out value);

    /// <summary>Behind the quotation mark that opens a text; goes behind the one that ends it.</summary>
    private void ReadText()
    {
        int start = _at;
        _escaped = false;
        for (; ; _at++)
        {
            if (_at == _json.Length || _json[_at] < ' ')
                throw Error("the rest of a text");
            if (_json[_at] == '"')
                break;
            if (_json[_at] != '\\')
                continue;
            _escaped = true;
            _at++;
            if (_at == _json.Length || "\"\\/bfnrtu"u8.IndexOf(_json[_at]) < 0)
                throw Error("an escape sequence");
            if (_json[_at] != 'u')
                continue;
            for (int i = 0; i < 4; i++)
            {
                _at++;
                if (_at == _json.Length || !IsHexadecimal(_json[_at]))
                    throw Error("a hexadecimal digit");
            }
        }

        ValueSpan = _json.Slice(start, _at - start);
        _at++;
    }

    private static bool IsHexadecimal(byte digit) => digit is >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'F' or >= (byte)'a' and <= (byte)'f';

    /// <summary>A text whose escape sequences have been checked, without them.</summary>
    private static string Unescaped(string text)
    {
        var result = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                result.Append(text[i]);
                continue;
            }

            char escape = text[++i];
            if (escape == 'u')
            {
                result.Append((char)Convert.ToInt32(text.Substring(i + 1, 4), 16));
                i += 4;
            }
            else
            {
                int known = "bfnrt".IndexOf(escape);
                result.Append(known < 0 ? escape : "\b\f\n\r\t"[known]);
            }
        }

        string unescaped = result.ToString();
        for (int i = 0; i < unescaped.Length; i++)
        {
            if (!char.IsSurrogate(unescaped[i]))
                continue;
            if (!char.IsSurrogatePair(unescaped, i))
                throw new InvalidOperationException("A text has half a surrogate pair.");
            i++;
        }

        return unescaped;
    }
}
