using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace StaticNet.Generator.Portable;

/// <summary>
/// Translates kernels to what .NET Standard and C# 9 have. Static members of interfaces become members of an instance, <c>V.Fma(a, b, c)</c> becomes
/// <c>default(V).Fma(a, b, c)</c> and <c>a * b</c> becomes <c>default(V).Multiply(a, b)</c>, which every JIT turns into a direct call; what reaches into memory
/// goes through the runtime's own <c>Reference</c>. So formulas and the order of operations are written once, for all targets.
/// </summary>
/// <remarks>
/// One translator for both: the runtime's sources are translated when it is built, generated code when the project that it is for has the runtime for
/// .NET Standard.
/// </remarks>
internal sealed partial class PortableRewriter : CSharpSyntaxRewriter
{
    /// <summary>What generic mathematics is constrained by.</summary>
    public const string NumberInterface = "IBinaryFloatingPointIeee754";

    private const string Memory = "MemoryMarshal";

    private LaneScope? _scope;

    /// <summary>Translates a file.</summary>
    public static string Translate(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview));
        return new PortableRewriter().Visit(tree.GetRoot()).ToFullString();
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        string name = node.Name.Identifier.ValueText;
        if (name == "AggressiveOptimization")
            // Older frameworks lack the name, not the flag.
            return CastExpression((TypeSyntax)ParseTypeName(node.Expression.ToString()), LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(512))).WithTriviaFrom(node);
        if (_scope?.HasInstanceMembers(node.Expression) == true)
            return node.WithExpression(DefaultExpression(ParseTypeName(node.Expression.ToString())).WithTriviaFrom(node.Expression)).WithName((SimpleNameSyntax)Visit(node.Name)!);
        if (_scope?.IsNumber(node.Expression) == true)
            return node.WithExpression(ParseExpression($"global::StaticNet.Portable.Number<{node.Expression}>").WithTriviaFrom(node.Expression)).WithName((SimpleNameSyntax)Visit(node.Name)!);
        if (node.Expression is IdentifierNameSyntax { Identifier.ValueText: "Unsafe" })
            return node.WithExpression(IdentifierName("Reference").WithTriviaFrom(node.Expression)).WithName((SimpleNameSyntax)Visit(node.Name)!);
        var visited = (MemberAccessExpressionSyntax)base.VisitMemberAccessExpression(node)!;
        return IsMoved(node.Expression, node.Name)
            ? visited.WithExpression(MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, visited.Expression, IdentifierName(Portable)))
            : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is not MemberAccessExpressionSyntax member)
            return base.VisitInvocationExpression(node);
        if (IsMemory(member, "GetArrayDataReference"))
            return Call(node, member, "First", node.ArgumentList.Arguments);
        // A span from a reference is not to be had everywhere; what is done with it is.
        if (member is { Name.Identifier.ValueText: var done and ("Clear" or "CopyTo"), Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax source } span }
            && (IsMemory(source, "CreateSpan") || IsMemory(source, "CreateReadOnlySpan")))
            return Call(node, source, done == "Clear" ? done : "Copy", span.ArgumentList.Arguments.AddRange(node.ArgumentList.Arguments));
        return base.VisitInvocationExpression(node);
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (node is { RawKind: (int)SyntaxKind.EqualsExpression, Left: TypeOfExpressionSyntax left, Right: TypeOfExpressionSyntax right })
            return Question(left.Type.ToString(), right.Type.ToString()).WithTriviaFrom(node);
        return Operators.Of(node.Kind()) is { } method && _scope?.TypeOf(node) is { } type
            ? Operation(type, method, node.Left, node.Right).WithTriviaFrom(node)
            : base.VisitBinaryExpression(node);
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) =>
        node.IsKind(SyntaxKind.UnaryMinusExpression) && _scope?.TypeOf(node.Operand) is { } type
            ? Operation(type, "Negate", node.Operand).WithTriviaFrom(node)
            : base.VisitPrefixUnaryExpression(node);

    /// <inheritdoc/>
    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node) =>
        Operators.Of(node.Kind()) is { } method && _scope?.TypeOf(node.Left) is { } type
            ? AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                node.Left,
                Token(SyntaxKind.EqualsToken).WithTriviaFrom(node.OperatorToken),
                Operation(type, method, node.Left, node.Right).WithTriviaFrom(node.Right))
            : base.VisitAssignmentExpression(node);

    /// <summary>By way of object, a number would be boxed where the JIT does not see through it.</summary>
    public override SyntaxNode? VisitCastExpression(CastExpressionSyntax node) =>
        node is { Type: IdentifierNameSyntax type, Expression: CastExpressionSyntax { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.ObjectKeyword } } inner }
            ? ParseExpression($"Setting.From<{type}>({Visit(inner.Expression)})").WithTriviaFrom(node)
            : base.VisitCastExpression(node);

    /// <summary>Whether a number type is float or double is a matter of its size, which every JIT knows; forms of the lanes that are not there are never meant.</summary>
    private static ExpressionSyntax Question(string type, string asked) => asked switch
    {
        "float" => ParseExpression($"Reference.SizeOf<{type}>() == 4"),
        "double" => ParseExpression($"Reference.SizeOf<{type}>() == 8"),
        _ when asked.StartsWith("Lanes1x512", StringComparison.Ordinal) => LiteralExpression(SyntaxKind.FalseLiteralExpression),
        _ => ParseExpression($"typeof({type}) == typeof({asked})"),
    };

    private ExpressionSyntax Operation(string type, string method, params ExpressionSyntax[] operands) =>
        ParseExpression($"default({type}).{method}({string.Join(", ", operands.Select(operand => Visit(Bare(operand))!.WithoutTrivia().ToFullString()))})");

    /// <summary>An argument needs no parentheses.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax operand) => operand is ParenthesizedExpressionSyntax inner ? inner.Expression : operand;

    private static bool IsMemory(MemberAccessExpressionSyntax member, string name) =>
        member.Name.Identifier.ValueText == name
        && member.Expression is IdentifierNameSyntax { Identifier.ValueText: Memory } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: Memory };

    /// <summary>A call of the runtime's own, as fully named as the one it takes the place of.</summary>
    private ExpressionSyntax Call(InvocationExpressionSyntax node, MemberAccessExpressionSyntax instead, string method, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        string type = instead.Expression is IdentifierNameSyntax ? "Reference" : "global::StaticNet.Portable.Lanes.Reference";
        return ParseExpression($"{type}.{method}({string.Join(", ", arguments.Select(argument => Visit(argument)!.WithoutTrivia().ToFullString()))})").WithTriviaFrom(node);
    }
}
