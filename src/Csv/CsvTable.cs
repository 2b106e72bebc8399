using System.Globalization;
using nietras.SeparatedValues;

namespace StaticNet.Data;

/// <summary>A row of data and the line it starts in.</summary>
internal delegate void RowAction(SepReader.Row row, int line);

/// <summary>Text as rows of equally many cells, with names for the columns.</summary>
internal sealed class CsvTable
{
    // The comma last: in files with one of the others it may be the decimal point of somebody's language, or stand in a name.
    private const string Separators = ";\t|,";

    private readonly string _source;
    private readonly string _text;
    private readonly List<string> _columns = [];

    public CsvTable(string source, string text, CsvOptions options)
    {
        _source = source;
        _text = text.TrimStart('\uFEFF');
        Separator = options.Separator ?? FindSeparator(_text);
        CheckQuotes();
        int line = 0;
        Read(
            (row, from) =>
            {
                for (int i = 0; i < row.ColCount; i++)
                    _columns.Add(row[i].ToString());
                line = from;
                return false;
            });
        if (line == 0)
            throw Error("There is nothing in it. Expected a row for each sample.");
        HasHeader = options.HasHeader ?? !_columns.Exists(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        for (int i = 0; i < _columns.Count; i++)
        {
            if (!HasHeader || _columns[i].Length == 0)
                _columns[i] = (i + 1).ToString(CultureInfo.InvariantCulture);
            int other = _columns.IndexOf(_columns[i]);
            if (other < i)
                throw Error($"Columns {other + 1} and {i + 1} have this name. Give each its own.", line, _columns[i]);
        }
    }

    public char Separator { get; }

    public bool HasHeader { get; }

    public IReadOnlyList<string> Columns => _columns;

    /// <summary>Goes through the rows of data, whose cells are counted.</summary>
    public void ForEachRow(RowAction action)
    {
        bool isHeader = HasHeader;
        int rows = 0;
        Read(
            (row, line) =>
            {
                if (row.ColCount != Columns.Count)
                {
                    throw Error(
                        $"Expected {Columns.Count} cells, as in the first row, got {row.ColCount}. A cell with a separator or a line break in it stands in quotes.", line);
                }
                if (!isHeader)
                {
                    action(row, line);
                    rows++;
                }
                isHeader = false;
                return true;
            });
        if (rows == 0)
            throw Error("There is a header but no row of data.");
    }

    /// <summary>The positions of columns by their names.</summary>
    public int[] Find(IReadOnlyList<string> names)
    {
        int[] places = [.. names.Select(name => _columns.IndexOf(name))];
        int missing = Array.IndexOf(places, -1);
        return missing < 0 ? places : throw Error($"There is no column '{names[missing]}'. There are: {string.Join(", ", _columns)}.");
    }

    public CsvException Error(string what, int line = 0, string? column = null) => new(_source, line, column, what);

    private delegate bool RowReader(SepReader.Row row, int line);

    /// <summary>Goes through all rows that are not blank, until the reader has enough.</summary>
    private void Read(RowReader reader)
    {
        using SepReader rows = new Sep(Separator)
            .Reader(options => options with { HasHeader = false, Unescape = true, Trim = SepTrim.All, DisableColCountCheck = true })
            .FromText(_text);
        // The reader tells a wrong line for the start of the first row, but never for the end of one.
        int line = 1;
        foreach (SepReader.Row row in rows)
        {
            bool blank = row.ColCount == 1 && row[0].Span.IsEmpty;
            if (!blank && !reader(row, line))
                return;
            line = row.LineNumberToExcl;
        }
    }

    /// <summary>A quote that is not closed, or stands in the middle of a cell, would take all that follows into one cell.</summary>
    private void CheckQuotes()
    {
        int line = 1, opened = 0;
        bool inQuotes = false, atStart = true, closed = false;
        foreach (char c in _text)
        {
            if (c == '"')
            {
                if (!inQuotes && !closed && !atStart)
                    throw Error("There is a quote in the middle of a cell. Put the whole cell in quotes, and write the quote twice.", line);
                // A quote behind a closed one opens again: together they stand for one.
                (inQuotes, closed) = inQuotes ? (false, true) : (true, false);
                opened = line;
                atStart = false;
            }
            else if (!inQuotes)
            {
                bool ends = c == Separator || c is '\r' or '\n';
                if (closed && !ends && c != ' ')
                    throw Error("There is something between the end of a quoted cell and the next separator. A quote inside a cell is written twice.", line);
                if (ends)
                    (atStart, closed) = (true, false);
                else if (c != ' ')
                    atStart = false;
            }

            if (c == '\n')
                line++;
        }

        if (inQuotes)
            throw Error("A quote is opened here and never closed.", opened);
    }

    private static char FindSeparator(string text)
    {
        int best = Separators.Length - 1;
        bool quoted = false;
        foreach (char c in text.AsSpan().TrimStart())
        {
            if (c == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (c is '\r' or '\n')
                break;
            else if (Separators.IndexOf(c) is >= 0 and int place)
                best = Math.Min(best, place);
        }
        return Separators[best];
    }
}
