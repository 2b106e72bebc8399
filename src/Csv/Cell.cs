using System.Globalization;
using System.Numerics;

namespace StaticNet.Data;

/// <summary>What stands in a cell.</summary>
internal static class Cell
{
    private static readonly string[] Missing = ["", "?", "na", "n/a", "nan", "null"];

    public static bool IsMissing(ReadOnlySpan<char> cell)
    {
        foreach (string word in Missing)
        {
            if (cell.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>Refuses a missing value.</summary>
    public static void Present(ReadOnlySpan<char> cell, CsvTable table, int column, int line)
    {
        if (!IsMissing(cell))
            return;
        string found = cell.IsEmpty ? "The cell is empty" : $"'{cell}' stands for a missing value";
        throw table.Error($"{found}. Fill it in, or leave out the row or the column.", line, table.Columns[column]);
    }

    /// <summary>A finite number.</summary>
    public static T Number<T>(ReadOnlySpan<char> cell, CsvTable table, int column, int line)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Present(cell, table, column, line);
        if (!T.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out T value))
            throw table.Error($"'{cell}' is not a number. Write numbers like -1.5 or 2e-3, or leave out the column.", line, table.Columns[column]);
        if (!T.IsFinite(value))
            throw table.Error($"'{cell}' is not a finite {typeof(T).Name}. Correct it, or leave out the row.", line, table.Columns[column]);
        return value;
    }
}
