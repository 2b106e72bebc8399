namespace StaticNet.Data;

/// <summary>How a CSV file is read. What is left out is found out from the file.</summary>
/// <remarks>Columns are called by their names in the header. Without a header, or where the header has an empty name, by their numbers: "1", "2", …</remarks>
public sealed record CsvOptions
{
    /// <summary>Whether the first row has the columns' names. Null: it has if not one of its cells is a number.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>What stands between cells. Null: the first of semicolon, tab, bar and comma that is found in the first row, outside quotes.</summary>
    public char? Separator { get; init; }

    /// <summary>The input columns, in this order. Null: all but the label or the targets, in the file's order.</summary>
    public IReadOnlyList<string>? Inputs { get; init; }

    /// <summary>The column with the label, text or number, for classification. Null, together with no <see cref="Targets"/>: as <see cref="CsvFile.Infer(string, string)"/> says.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// The labels in the order of their class indices. Null: those that occur, in ordinal order, or as numbers if all are integers. A test
    /// file needs the <see cref="Dataset{T}.ClassNames"/> of the training data, since it may lack a class.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>The columns with the targets, for regression. Not together with <see cref="Label"/> or <see cref="ClassNames"/>.</summary>
    public IReadOnlyList<string>? Targets { get; init; }

    /// <summary>Refuses what contradicts itself.</summary>
    internal void Check(string argument)
    {
        if (Targets is not null && (Label is not null || ClassNames is not null))
            throw new ArgumentException("Expected a label column or target columns, got both.", argument);
        if (Targets is { Count: 0 })
            throw new ArgumentException("Expected at least one target column, got none.", argument);
        if (Inputs is { Count: 0 })
            throw new ArgumentException("Expected at least one input column, got none.", argument);
        if (ClassNames is not null && ClassNames.Distinct().Count() < ClassNames.Count)
            throw new ArgumentException("Expected class names that differ, got one twice.", argument);
    }
}
