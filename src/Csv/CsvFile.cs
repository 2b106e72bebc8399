using System.Numerics;

namespace StaticNet.Data;

/// <summary>Data sets from CSV files.</summary>
/// <remarks>
/// Cells may stand in quotes, lines may end in any way, blank lines are skipped, and spaces around a cell do not count. Numbers are
/// written with a point, whatever the culture is. There is no such thing as a missing value: an empty cell, "NA", "n/a", "?", "nan" and
/// "null" are refused. The whole text is held in memory while it is read.
/// </remarks>
/// <example><code>
/// Dataset&lt;float&gt; training = CsvFile.Load&lt;float&gt;("train.csv", new CsvOptions { Label = "species" });
/// Dataset&lt;float&gt; test = CsvFile.Load&lt;float&gt;("test.csv", new CsvOptions { Label = "species", ClassNames = training.ClassNames });
/// </code></example>
public static class CsvFile
{
    private const string TextSource = "text";

    /// <summary>Reads a file.</summary>
    /// <param name="path">UTF-8, or another Unicode form with a byte order mark.</param>
    /// <param name="options">By default everything is found out from the file.</param>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>; each number is rounded to it once.</typeparam>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CsvException">The file cannot become a data set; the message says why, and where.</exception>
    public static Dataset<T> Load<T>(string path, CsvOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Load<T>(path, Text(path), options);

    /// <summary>Reads text to its end.</summary>
    /// <inheritdoc cref="Load{T}(string, CsvOptions)" path="/typeparam"/>
    /// <param name="reader">Read to its end, not closed.</param>
    /// <param name="options">By default everything is found out from the text.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    /// <exception cref="CsvException">The text cannot become a data set; the message says why, and where.</exception>
    public static Dataset<T> Load<T>(TextReader reader, CsvOptions? options = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Load<T>(TextSource, reader.ReadToEnd(), options);
    }

    /// <summary>Reads numbers alone: inputs of which nothing is to be learnt.</summary>
    /// <inheritdoc cref="Load{T}(string, CsvOptions)" path="/typeparam"/>
    /// <param name="path">UTF-8, or another Unicode form with a byte order mark.</param>
    /// <param name="columns">The columns, in order; null: all there are.</param>
    /// <param name="expected">How many columns there must be; null: any number.</param>
    /// <returns>[rows × columns], row-major.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CsvException">A column is missing, there are more or fewer than expected, or a cell is no number; the message says where.</exception>
    public static T[] LoadMatrix<T>(string path, IReadOnlyList<string>? columns = null, int? expected = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var table = new CsvTable(path, Text(path), new());
        columns ??= table.Columns;
        if (expected is { } count && columns.Count != count)
            throw table.Error($"Expected {count} columns of inputs, got {columns.Count}: {string.Join(", ", columns)}. Name those that are inputs.");
        int[] indices = table.Find(columns);
        var numbers = new List<T>();
        table.ForEachRow((row, line) =>
        {
            foreach (int column in indices)
                numbers.Add(Cell.Number<T>(row[column].Span, table, column, line));
        });
        return [.. numbers];
    }

    /// <summary>Looks at a file never seen before.</summary>
    /// <param name="path">UTF-8, or another Unicode form with a byte order mark.</param>
    /// <param name="column">The column that is to be learnt, if you know it.</param>
    /// <returns>
    /// Header and separator by the rules of <see cref="CsvOptions"/>, and what is to be learnt: the column given, or one called label, class, target, species,
    /// digit, y, outcome or diagnosis (in capitals or not; the first of these that is there), else the last. It is a label if a cell of it is
    /// not a number, or if it has at most 20 different values, all of them integers. Else it is a target.
    /// </returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CsvException">Nothing in it, one column only, no column of that name, or a row with another number of cells.</exception>
    public static CsvOptions Infer(string path, string? column = null) => Inference.Complete(new CsvTable(path, Text(path), new()), new(), column);

    /// <summary>Looks at text never seen before.</summary>
    /// <inheritdoc cref="Infer(string, string)" path="/returns"/>
    /// <param name="reader">Read to its end, not closed.</param>
    /// <param name="column">The column that is to be learnt, if you know it.</param>
    /// <exception cref="CsvException">Nothing in it, one column only, no column of that name, or a row with another number of cells.</exception>
    public static CsvOptions Infer(TextReader reader, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Inference.Complete(new CsvTable(TextSource, reader.ReadToEnd(), new()), new(), column);
    }

    private static Dataset<T> Load<T>(string source, string text, CsvOptions? options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        options ??= new CsvOptions();
        options.Check(nameof(options));
        var table = new CsvTable(source, text, options);
        return Loader.Load<T>(table, Inference.Complete(table, options));
    }

    private static string Text(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path)
            ? File.ReadAllText(path)
            : throw new FileNotFoundException($"There is no file '{path}'; looked for it as '{Path.GetFullPath(path)}'.", path);
    }
}
