namespace System.Text.Json;

/// <summary>
/// Reads JSON (RFC 8259) token by token, strictly: no comments, no commas too many, nothing behind the value. Stands in for the framework's reader of that name, which .NET Standard has
/// in a package only, as far as this library uses it.
/// </summary>
internal ref partial struct Utf8JsonReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly int _maxDepth;

    /// <summary>Whether each open container is an array, the innermost in the lowest bit.</summary>
    private ulong _arrays;

    private int _at, _depth;
    private bool _started, _escaped;

    public Utf8JsonReader(ReadOnlySpan<byte> json, JsonReaderOptions options = default)
    {
        this = default;
        _json = json;
        _maxDepth = options.MaxDepth == 0 ? 64 : options.MaxDepth;
    }

    /// <summary>What the reader stands at.</summary>
    public JsonTokenType TokenType { get; private set; }

    /// <summary>Its text, without quotation marks.</summary>
    public ReadOnlySpan<byte> ValueSpan { get; private set; }

    /// <summary>Goes to the next token.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="JsonException">There should be another one.</exception>
    public bool Read()
    {
        SkipSpace();
        if (_started && _depth == 0)
            return _at == _json.Length ? false : throw Error("the end");
        if (_at == _json.Length)
            throw Error("more");
        if (_depth == 0 || TokenType == JsonTokenType.PropertyName)
            ReadValue();
        else if ((_arrays & 1) != 0)
            ReadInContainer(']', JsonTokenType.StartArray, JsonTokenType.EndArray);
        else
            ReadInContainer('}', JsonTokenType.StartObject, JsonTokenType.EndObject);
        _started = true;
        return true;
    }

    private void ReadInContainer(char end, JsonTokenType opened, JsonTokenType closed)
    {
        if (_json[_at] == end)
        {
            _at++;
            _depth--;
            _arrays >>= 1;
            TokenType = closed;
            return;
        }

        if (TokenType != opened)
        {
            Take((byte)',', "a comma");
            SkipSpace();
        }

        if (closed == JsonTokenType.EndArray)
            ReadValue();
        else
            ReadName();
    }

    private void ReadName()
    {
        Take((byte)'"', "a name");
        ReadText();
        SkipSpace();
        Take((byte)':', "a colon");
        TokenType = JsonTokenType.PropertyName;
    }

    private void ReadValue()
    {
        if (_at == _json.Length)
            throw Error("a value");
        switch (_json[_at])
        {
            case (byte)'{':
                Open(JsonTokenType.StartObject);
                break;
            case (byte)'[':
                Open(JsonTokenType.StartArray);
                break;
            case (byte)'"':
                _at++;
                ReadText();
                TokenType = JsonTokenType.String;
                break;
            case (byte)'t':
                ReadWord("true"u8, JsonTokenType.True);
                break;
            case (byte)'f':
                ReadWord("false"u8, JsonTokenType.False);
                break;
            case (byte)'n':
                ReadWord("null"u8, JsonTokenType.Null);
                break;
            default:
                ReadNumber();
                break;
        }
    }

    private void Open(JsonTokenType token)
    {
        if (_depth == _maxDepth)
            throw new JsonException($"Expected at most {_maxDepth} objects and arrays within each other, at byte {_at}.");
        _at++;
        _depth++;
        _arrays = (_arrays << 1) | (token == JsonTokenType.StartArray ? 1UL : 0);
        TokenType = token;
    }

    private void ReadWord(ReadOnlySpan<byte> word, JsonTokenType token)
    {
        if (!_json.Slice(_at).StartsWith(word))
            throw Error("a value");
        _at += word.Length;
        TokenType = token;
    }

    private void ReadNumber()
    {
        int start = _at;
        TryTake((byte)'-');
        if (!TryTake((byte)'0'))
            Digits();
        if (TryTake((byte)'.'))
            Digits();
        if (TryTake((byte)'e') || TryTake((byte)'E'))
        {
            if (!TryTake((byte)'+'))
                TryTake((byte)'-');
            Digits();
        }

        if (_at < _json.Length && " \t\r\n,]}"u8.IndexOf(_json[_at]) < 0)
            throw Error("the end of a number");
        ValueSpan = _json.Slice(start, _at - start);
        TokenType = JsonTokenType.Number;
    }

    private void Digits()
    {
        int start = _at;
        while (_at < _json.Length && _json[_at] is >= (byte)'0' and <= (byte)'9')
            _at++;
        if (_at == start)
            throw Error("a digit");
    }

    private void SkipSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            _at++;
    }

    private bool TryTake(byte character)
    {
        bool found = _at < _json.Length && _json[_at] == character;
        _at += found ? 1 : 0;
        return found;
    }

    private void Take(byte character, string what)
    {
        if (!TryTake(character))
            throw Error(what);
    }

    private readonly JsonException Error(string expected) =>
        new($"Expected {expected} at byte {_at}, got {(_at < _json.Length ? $"the byte {_json[_at]}" : "the end")}.");
}
