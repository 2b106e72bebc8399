using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;

namespace System.Text.Json
{
    /// <summary>How a writer writes.</summary>
    internal struct JsonWriterOptions
    {
        public JavaScriptEncoder Encoder { get; set; }
    }

    /// <summary>Writes JSON without spaces. Stands in for the framework's writer of that name, as far as this library uses it.</summary>
    internal sealed class Utf8JsonWriter(ArrayBufferWriter<byte> buffer, JsonWriterOptions options) : IDisposable
    {
        private readonly StringBuilder _text = new();

        public void WriteStartObject() => Open('{');

        public void WriteStartObject(string name)
        {
            Name(name);
            _text.Append('{');
        }

        public void WriteEndObject() => _text.Append('}');

        public void WriteStartArray(string name)
        {
            Name(name);
            _text.Append('[');
        }

        public void WriteEndArray() => _text.Append(']');

        public void WriteString(string name, string value)
        {
            Name(name);
            Text(value);
        }

        public void WriteNumberValue(long value)
        {
            Separate();
            _text.Append(value.ToString(CultureInfo.InvariantCulture));
        }

        public void Flush()
        {
            byte[] bytes = Encoding.UTF8.GetBytes(_text.ToString());
            bytes.CopyTo(buffer.GetSpan(bytes.Length));
            buffer.Advance(bytes.Length);
            _text.Clear();
        }

        public void Dispose() => Flush();

        private void Open(char bracket)
        {
            Separate();
            _text.Append(bracket);
        }

        private void Name(string name)
        {
            Separate();
            Text(name);
            _text.Append(':');
        }

        /// <summary>A comma, where something stands before what comes.</summary>
        private void Separate()
        {
            if (_text.Length > 0 && _text[_text.Length - 1] is not ('{' or '[' or ':'))
                _text.Append(',');
        }

        private void Text(string text)
        {
            _text.Append('"');
            foreach (char character in text)
                options.Encoder.Append(_text, character);
            _text.Append('"');
        }
    }
}

namespace System.Text.Encodings.Web
{
    /// <summary>Escapes what JSON does not allow in a text, and nothing else.</summary>
    internal sealed class JavaScriptEncoder
    {
        public static JavaScriptEncoder UnsafeRelaxedJsonEscaping { get; } = new();

        public void Append(StringBuilder target, char character)
        {
            int known = "\"\\\b\f\n\r\t".IndexOf(character);
            if (known >= 0)
                target.Append('\\').Append("\"\\bfnrt"[known]);
            else if (character < ' ' || character == '\x7F')
                target.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            else
                target.Append(character);
        }
    }
}
