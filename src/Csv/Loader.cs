using System.Numerics;

namespace StaticNet.Data;

/// <summary>Makes a data set of a table.</summary>
internal static class Loader
{
    /// <param name="table">The rows.</param>
    /// <param name="options">With a label or targets.</param>
    public static Dataset<T> Load<T>(CsvTable table, CsvOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IReadOnlyList<string> targetNames = options.Label is null ? options.Targets! : [options.Label];
        int[] targetColumns = table.Find(targetNames);
        IReadOnlyList<string> inputNames = options.Inputs ?? [.. table.Columns.Except(targetNames)];
        int[] inputColumns = table.Find(inputNames);
        if (inputNames.Count == 0)
            throw table.Error("Every column is a label or a target. Expected at least one input.");
        if (inputNames.Intersect(targetNames).FirstOrDefault() is string both)
            throw table.Error("The column is to be learnt, so it cannot be an input too.", column: both);

        var inputs = new List<T>();
        if (options.Label is null)
        {
            var targets = new List<T>();
            table.ForEachRow((row, line) =>
            {
                foreach (int column in inputColumns)
                    inputs.Add(Cell.Number<T>(row[column].Span, table, column, line));
                foreach (int column in targetColumns)
                    targets.Add(Cell.Number<T>(row[column].Span, table, column, line));
            });
            return Dataset<T>.WithTargets([.. inputs], [.. targets], inputNames.Count, targetNames.Count, inputNames, targetNames);
        }

        var classes = new ClassTable(options.ClassNames);
        var labels = new List<int>();
        table.ForEachRow((row, line) =>
        {
            foreach (int column in inputColumns)
                inputs.Add(Cell.Number<T>(row[column].Span, table, column, line));
            labels.Add(Label(row[targetColumns[0]].Span, classes, table, targetColumns[0], line));
        });
        int[] indices = [.. labels];
        string[] classNames = classes.Sort(indices);
        if (classNames.Length < 2)
            throw table.Error($"Every sample has the label '{classNames[0]}'. Expected at least two classes.", column: options.Label);
        return Dataset<T>.WithLabels([.. inputs], indices, inputNames.Count, inputNames, classNames);
    }

    private static int Label(ReadOnlySpan<char> cell, ClassTable classes, CsvTable table, int column, int line)
    {
        Cell.Present(cell, table, column, line);
        int index = classes.Index(cell);
        return index >= 0
            ? index
            : throw table.Error($"The label '{cell}' is none of the known classes: {string.Join(", ", classes.Names)}.", line, table.Columns[column]);
    }
}
