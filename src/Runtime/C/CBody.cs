using System.Globalization;
using System.Text;

namespace StaticNet.C;

/// <summary>
/// Turns an expression into the statements of a function: what is used more than once, or is long, gets a variable; the rest stands where it is used. Equal
/// expressions are computed once.
/// </summary>
internal sealed class CBody
{
    /// <summary>Characters past which an expression gets a variable of its own.</summary>
    private const int Long = 60;

    private readonly string _number;
    private readonly Func<string, string> _nameOf;
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<CExpression, int> _visited = [];
    private readonly Dictionary<string, int> _equals = [];

    private CBody(string number, Func<string, string> nameOf) => (_number, _nameOf) = (number, nameOf);

    /// <summary>The statements, each a line, that end with returning the expression's value.</summary>
    /// <param name="expression">What is computed.</param>
    /// <param name="number">The type of numbers.</param>
    /// <param name="nameOf">The C name of a function that is called.</param>
    public static string Of(CExpression expression, string number, Func<string, string> nameOf)
    {
        var body = new CBody(number, nameOf);
        body.Add(expression);
        return body.Statements();
    }

    /// <summary>Operands come before what uses them, in the order in which they are read.</summary>
    private int Add(CExpression expression)
    {
        if (_visited.TryGetValue(expression, out int index))
            return index;
        int[] operands = [.. expression.Operands.Select(Add)];
        string key = string.Create(CultureInfo.InvariantCulture, $"{expression.Operation} {expression.Symbol} {string.Join(' ', operands)}");
        if (!_equals.TryGetValue(key, out index))
        {
            foreach (int operand in operands)
                _nodes[operand].Uses++;
            index = _equals[key] = _nodes.Count;
            _nodes.Add(new Node(expression, operands));
        }

        return _visited[expression] = index;
    }

    private string Statements()
    {
        var lines = new StringBuilder();
        int variables = 0;
        foreach (var node in _nodes)
        {
            node.Text = Text(node);
            if (node == _nodes[^1])
                lines.Append("    return ").Append(node.Text).Append(";\n");
            else if (!IsShort(node) && (node.Uses > 1 || node.Text.Length > Long))
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"t{++variables}");
                string type = Precedence(node) == Comparison ? "int" : _number;
                lines.Append("    const ").Append(type).Append(' ').Append(name).Append(" = ").Append(node.Text).Append(";\n");
                (node.Text, node.IsVariable) = (name, true);
            }
        }

        return lines.ToString();
    }

    /// <summary>Whether it is a name or a literal, with a sign or without.</summary>
    private bool IsShort(Node node) => node.Expression.Operation == COperation.Leaf
        || (node.Expression.Operation == COperation.Negate && _nodes[node.Operands[0]] is { } operand && (operand.IsVariable || IsShort(operand)));

    private string Text(Node node)
    {
        string Operand(int i, int least) => Precedence(_nodes[node.Operands[i]]) >= least ? _nodes[node.Operands[i]].Text : $"({_nodes[node.Operands[i]].Text})";
        return node.Expression.Operation switch
        {
            COperation.Leaf => node.Expression.Symbol,
            COperation.Add => $"{Operand(0, Sum)} + {Operand(1, Product)}",
            COperation.Subtract => $"{Operand(0, Sum)} - {Operand(1, Product)}",
            COperation.Multiply => $"{Operand(0, Product)} * {Operand(1, Unary)}",
            COperation.Divide => $"{Operand(0, Product)} / {Operand(1, Unary)}",
            COperation.Negate => $"-{Operand(0, Primary)}",
            COperation.LessThan => $"{Operand(0, Sum)} < {Operand(1, Sum)}",
            COperation.Equal => $"{Operand(0, Sum)} == {Operand(1, Sum)}",
            COperation.Select => $"{Operand(0, Comparison)} ? {Operand(1, Comparison)} : {Operand(2, Comparison)}",
            _ => $"{_nameOf(node.Expression.Symbol)}({string.Join(", ", node.Operands.Select(operand => _nodes[operand].Text))})",
        };
    }

    private const int Choice = 0, Comparison = 1, Sum = 2, Product = 3, Unary = 4, Primary = 5;

    /// <summary>How strongly an expression's parts hang together; operators of the same strength are read from the left.</summary>
    private static int Precedence(Node node) => node.IsVariable ? Primary : node.Expression.Operation switch
    {
        COperation.Select => Choice,
        COperation.LessThan or COperation.Equal => Comparison,
        COperation.Add or COperation.Subtract => Sum,
        COperation.Multiply or COperation.Divide => Product,
        COperation.Negate => Unary,
        COperation.Leaf when node.Expression.Symbol.StartsWith('-') => Unary,
        _ => Primary,
    };

    private sealed class Node(CExpression expression, int[] operands)
    {
        public CExpression Expression { get; } = expression;

        public int[] Operands { get; } = operands;

        public int Uses { get; set; }

        public string Text { get; set; } = "";

        public bool IsVariable { get; set; }
    }
}
