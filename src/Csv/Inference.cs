using System.Globalization;

namespace StaticNet.Data;

/// <summary>What a file tells about itself.</summary>
internal static class Inference
{
    private const int MostClasses = 20;

    private static readonly string[] TargetNames = ["label", "class", "target", "species", "digit", "y", "outcome", "diagnosis"];

    /// <summary>The same options with header, separator, and a label or targets.</summary>
    public static CsvOptions Complete(CsvTable table, CsvOptions options, string? learnt = null)
    {
        options = options with { HasHeader = table.HasHeader, Separator = table.Separator };
        if (options.Label is not null || options.Targets is not null)
            return options;
        if (table.Columns.Count < 2)
        {
            throw table.Error(
                $"There is one column only, '{table.Columns[0]}'. Expected inputs, and a label or targets. Is '{table.Separator}' what separates its cells?");
        }
        string name = learnt ?? TargetNames
            .Select(known => table.Columns.FirstOrDefault(column => column.Equals(known, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(column => column is not null) ?? table.Columns[^1];
        return options.ClassNames is not null || IsLabel(table, name) ? options with { Label = name } : options with { Targets = [name] };
    }

    private static bool IsLabel(CsvTable table, string name)
    {
        int column = table.Find([name])[0];
        bool text = false, fraction = false;
        var values = new HashSet<double>();
        table.ForEachRow((row, _) =>
        {
            ReadOnlySpan<char> cell = row[column].Span;
            // A missing value tells nothing; loading will refuse it.
            if (Cell.IsMissing(cell))
                return;
            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
                text = true;
            else if (values.Count <= MostClasses)
                values.Add(value);
            fraction |= value != Math.Floor(value);
        });
        return text || (!fraction && values.Count <= MostClasses);
    }
}
