namespace StaticNet.C;

/// <summary>What an expression does with its operands.</summary>
internal enum COperation
{
    /// <summary>Nothing: a name or a literal.</summary>
    Leaf,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    LessThan,
    Equal,
    Select,
    Call,
}

/// <summary>An expression in C. The same object may be an operand in several places: it is computed once.</summary>
/// <param name="operation">What it does.</param>
/// <param name="symbol">The text of a leaf, or the function that is called; else empty.</param>
/// <param name="operands">What it does that with.</param>
internal sealed class CExpression(COperation operation, string symbol, params CExpression[] operands)
{
    public COperation Operation { get; } = operation;

    public string Symbol { get; } = symbol;

    public IReadOnlyList<CExpression> Operands { get; } = operands;
}
