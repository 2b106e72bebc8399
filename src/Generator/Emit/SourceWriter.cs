using System.Text;

namespace StaticNet.Generator.Emit;

/// <summary>Indented text with LF line ends. Blocks are opened with <c>using</c>, so that a writer's shape is its output's.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _blankPending;

    /// <summary>Writes one line, or each line of a text. An empty text is a blank line.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length == 0)
            {
                _blankPending = true;
                continue;
            }

            if (_blankPending && _text.Length > 0 && _text[_text.Length - 2] != '{')
                _text.Append('\n');
            _blankPending = false;
            _text.Append(' ', _depth * 4).Append(line).Append('\n');
        }
    }

    /// <summary>Writes a head and a pair of braces; what is written until disposal stands between them.</summary>
    public Scope Block(string head)
    {
        Line(head);
        Line("{");
        _depth++;
        return new Scope(this);
    }

    /// <summary>A blank line is never the last of a block.</summary>
    private void Close()
    {
        _blankPending = false;
        _depth--;
        Line("}");
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Scope(SourceWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
