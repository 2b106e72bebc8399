namespace StaticNet.Data;

/// <summary>A CSV file that cannot become a data set. The message says where, what, and what to do.</summary>
public sealed class CsvException : FormatException
{
    internal CsvException(string source, int line, string? column, string what)
        : base($"{source}{(line > 0 ? $", line {line}" : "")}{(column is null ? "" : $", column '{column}'")}: {what}")
    {
        File = source;
        Line = line;
        Column = column;
    }

    /// <summary>The path as it was given; "text" where a reader was.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 where the fault is not in one line.</summary>
    public int Line { get; }

    /// <summary>The column's name; null where the fault is not in one column.</summary>
    public string? Column { get; }
}
