using System.Globalization;
using System.Text;

namespace StaticNet.Generator.Parsing.Weights;

/// <summary>
/// Reads JSON (RFC 8259). Of our own, since a generator that brings a library along can meet another version of it in the compiler that hosts it.
/// </summary>
internal sealed class JsonReader
{
    /// <summary>Deeper files are none of weights, and would exhaust the compiler's stack.</summary>
    private const int MostDepth = 16;

    private readonly string _text;
    private int _position;

    private JsonReader(string text) => _text = text;

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="FormatException">It is no JSON; the message tells line, column and what was expected.</exception>
    public static JsonValue Read(string text)
    {
        var reader = new JsonReader(text);
        var value = reader.Value(0);
        reader.Space();
        return reader._position == text.Length ? value : throw reader.Expected("the end");
    }

    private JsonValue Value(int depth)
    {
        Space();
        if (depth > MostDepth)
            throw Expected($"at most {MostDepth} levels");
        switch (Peek)
        {
            case '{':
                return new JsonValue.Members(Items('}', () =>
                {
                    string name = Text();
                    Space();
                    Take(':');
                    return new KeyValuePair<string, JsonValue>(name, Value(depth + 1));
                }));
            case '[':
                return new JsonValue.List(Items(']', () => Value(depth + 1)));
            case '"':
                return new JsonValue.Text(Text());
            case '-' or (>= '0' and <= '9'):
                return Number();
            default:
                foreach (string name in new[] { "true", "false", "null" })
                {
                    if (string.CompareOrdinal(_text, _position, name, 0, name.Length) == 0)
                    {
                        _position += name.Length;
                        return new JsonValue.Literal(name);
                    }
                }

                throw Expected("a value");
        }
    }

    private List<TItem> Items<TItem>(char end, Func<TItem> item)
    {
        var items = new List<TItem>();
        _position++;
        Space();
        if (Peek == end)
        {
            _position++;
            return items;
        }

        while (true)
        {
            Space();
            items.Add(item());
            Space();
            if (Peek == end)
            {
                _position++;
                return items;
            }

            Take(',');
        }
    }

    private JsonValue Number()
    {
        int start = _position;
        if (Peek == '-')
            _position++;
        if (Peek == '0')
            _position++;
        else
            Digits();
        if (Peek == '.')
        {
            _position++;
            Digits();
        }

        if (Peek is 'e' or 'E')
        {
            _position++;
            if (Peek is '+' or '-')
                _position++;
            Digits();
        }

        return new JsonValue.Number(_text.Substring(start, _position - start));
    }

    private void Digits()
    {
        int start = _position;
        while (Peek is >= '0' and <= '9')
            _position++;
        if (_position == start)
            throw Expected("a digit");
    }

    private string Text()
    {
        Take('"');
        var text = new StringBuilder();
        while (Peek != '"')
        {
            char next = _position < _text.Length ? _text[_position++] : throw Expected("'\"'");
            if (next < ' ')
                throw Expected("'\"'");
            text.Append(next == '\\' ? Escaped() : next);
        }

        _position++;
        return text.ToString();
    }

    private char Escaped()
    {
        const string Escapes = "\"\\/bfnrt", Meanings = "\"\\/\b\f\n\r\t";
        char next = Peek;
        _position++;
        if (Escapes.IndexOf(next) is >= 0 and var index)
            return Meanings[index];
        if (next != 'u' || _position + 4 > _text.Length || !ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            throw Expected("an escape sequence");
        _position += 4;
        return (char)code;
    }

    /// <summary>The next character; NUL behind the end, which no value starts with.</summary>
    private char Peek => _position < _text.Length ? _text[_position] : '\0';

    private void Take(char expected)
    {
        if (Peek != expected)
            throw Expected($"'{expected}'");
        _position++;
    }

    private void Space()
    {
        while (Peek is ' ' or '\t' or '\n' or '\r')
            _position++;
    }

    private FormatException Expected(string what)
    {
        int at = Math.Min(_position, _text.Length), line = _text.Take(at).Count(character => character == '\n') + 1;
        int column = at == 0 ? 1 : at - _text.LastIndexOf('\n', at - 1);
        return new FormatException(FormattableString.Invariant($"expected {what} in line {line}, column {column}"));
    }
}
