namespace StaticNet.C;

/// <summary>How a header is written.</summary>
/// <param name="Name">What every name in it starts with.</param>
/// <param name="IsDouble">Whether numbers are double.</param>
/// <param name="UsesLibm">Whether functions come from the mathematics library of C.</param>
internal readonly record struct CStyle(string Name, bool IsDouble, bool UsesLibm)
{
    /// <summary>The type of numbers.</summary>
    public string Number => IsDouble ? "double" : "float";

    /// <summary>What the literals of numbers end with.</summary>
    public string Suffix => IsDouble ? "" : "f";

    /// <summary>What every macro starts with.</summary>
    public string Macro => Name.ToUpperInvariant();
}
