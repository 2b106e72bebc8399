using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace StaticNet.Generator.Portable;

/// <content>Declarations: interfaces without static members, and the types that implement them.</content>
internal sealed partial class PortableRewriter
{
    /// <summary>Whether the type that is being visited implements an interface whose static members are an instance's here.</summary>
    private bool _implements;

    /// <inheritdoc/>
    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => Within(node, () => base.VisitClassDeclaration(node));

    /// <inheritdoc/>
    public override SyntaxNode? VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) => Within(node, () => base.VisitInterfaceDeclaration(node));

    /// <inheritdoc/>
    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => Within(node, () => base.VisitStructDeclaration(node));

    /// <inheritdoc/>
    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => Within(node, () => base.VisitRecordDeclaration(node));

    /// <inheritdoc/>
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => Within(node, () => base.VisitLocalFunctionStatement(node));

    /// <inheritdoc/>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (IsStaticOfInterface(node))
            return ((MethodDeclarationSyntax)Within(node, () => base.VisitMethodDeclaration(node))!)
                .WithParameterList(ByReference(node.ParameterList)).WithModifiers(default).WithBody(null).WithExpressionBody(null).WithSemicolonToken(Token(SyntaxKind.SemicolonToken)).WithTriviaFrom(node);
        bool becomesInstance = BecomesInstance(node);
        var visited = (MethodDeclarationSyntax)Within(node, () => base.VisitMethodDeclaration(node))!;
        return becomesInstance ? visited.WithModifiers(WithoutStatic(visited.Modifiers)) : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        // A default of an interface needs a runtime that has such; here each type says for itself.
        if (IsStaticOfInterface(node) || node is { Parent: InterfaceDeclarationSyntax, ExpressionBody: not null })
            return node.WithModifiers(default).WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList((AccessorListSyntax)Getter.AccessorList!).WithTriviaFrom(node);
        bool becomesInstance = BecomesInstance(node);
        var visited = (PropertyDeclarationSyntax)Within(node, () => base.VisitPropertyDeclaration(node))!;
        return becomesInstance ? visited.WithModifiers(WithoutStatic(visited.Modifiers)) : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        if (!IsStaticOfInterface(node))
            return base.VisitOperatorDeclaration(node);
        string name = node.ParameterList.Parameters.Count == 1 ? "Negate" : Operators.Of(node.OperatorToken.Kind())!;
        return ((MemberDeclarationSyntax)ParseMemberDeclaration($"{node.ReturnType} {name}{ByReference(node.ParameterList)};")!).WithTriviaFrom(node);
    }

    /// <summary>Generic mathematics is the runtime's own here: no number type implements the interface.</summary>
    public override SyntaxNode? VisitTypeParameterConstraintClause(TypeParameterConstraintClauseSyntax node)
    {
        var kept = node.Constraints.Where(constraint => !constraint.ToString().Contains(NumberInterface)).ToArray();
        return kept.Length == node.Constraints.Count
            ? base.VisitTypeParameterConstraintClause(node)
            : node.WithConstraints(SeparatedList(kept, Enumerable.Repeat(Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space), kept.Length - 1)))
                .WithTrailingTrivia(node.GetTrailingTrivia());
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitUsingDirective(UsingDirectiveSyntax node) =>
        node.Name?.ToString().Contains("System.Runtime.Intrinsics") == true ? null : base.VisitUsingDirective(node);

    private static readonly PropertyDeclarationSyntax Getter = (PropertyDeclarationSyntax)ParseMemberDeclaration("int P { get; }")!;

    private SyntaxNode? Within(SyntaxNode node, Func<SyntaxNode?> visit)
    {
        var (scope, implements) = (_scope, _implements);
        _scope = LaneScope.Of(node, scope);
        if (node is TypeDeclarationSyntax type)
            _implements = type is StructDeclarationSyntax && type.BaseList?.Types.Any(face => face.ToString() is var name && (name.StartsWith("IUpdateRule<", StringComparison.Ordinal) || name.StartsWith("IBatchKernel<", StringComparison.Ordinal))) == true;
        var result = visit();
        (_scope, _implements) = (scope, implements);
        return result;
    }

    private static bool IsStaticOfInterface(MemberDeclarationSyntax node) =>
        node.Parent is InterfaceDeclarationSyntax && node.Modifiers.Any(SyntaxKind.StaticKeyword);

    private bool BecomesInstance(MemberDeclarationSyntax node) =>
        _implements && node.Modifiers.Any(SyntaxKind.StaticKeyword) && node.Modifiers.Any(SyntaxKind.PublicKeyword);

    /// <summary>Lanes in memory go by reference: to copy them takes as long as to compute on them. Calls are written the same.</summary>
    private static ParameterListSyntax ByReference(ParameterListSyntax list) => list.WithParameters(SeparatedList(
        list.Parameters.Select(parameter => parameter.Type?.ToString() == "TSelf" && parameter.Modifiers.Count == 0
            ? parameter.WithModifiers(TokenList(Token(SyntaxKind.InKeyword).WithTrailingTrivia(Space)))
            : parameter),
        list.Parameters.GetSeparators()));

    private static SyntaxTokenList WithoutStatic(SyntaxTokenList modifiers) => TokenList(modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.StaticKeyword)));
}
