using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace StaticNet.Generator.Portable;

/// <content>
/// Names. What is made of translated lanes has a namespace of its own, beside the untranslated on newer targets: a library for .NET Standard calls the same
/// members whichever runtime its app brings along.
/// </content>
internal sealed partial class PortableRewriter
{
    private const string Own = "StaticNet", Portable = "Portable";

    /// <summary>Namespaces and types directly in ours that mention lanes, or what is called through them.</summary>
    private static readonly HashSet<string> s_moved = new() { "Lanes", "Functions", "ParameterUpdate", "Chunks", "ParallelChunks", "IBatchKernel", "Dropout" };

    /// <inheritdoc/>
    public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node)
    {
        var visited = (QualifiedNameSyntax)base.VisitQualifiedName(node)!;
        return IsMoved(node.Left, node.Right) ? visited.WithLeft(QualifiedName(visited.Left, IdentifierName(Portable))) : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitFileScopedNamespaceDeclaration(FileScopedNamespaceDeclarationSyntax node)
    {
        var visited = (FileScopedNamespaceDeclarationSyntax)base.VisitFileScopedNamespaceDeclaration(node)!;
        return IsOwn(node.Name) && node.Members.OfType<BaseTypeDeclarationSyntax>().Any(type => s_moved.Contains(type.Identifier.ValueText))
            ? visited.WithName(QualifiedName(visited.Name, IdentifierName(Portable)))
            : visited;
    }

    private static bool IsMoved(ExpressionSyntax left, SimpleNameSyntax right) => IsOwn(left) && s_moved.Contains(right.Identifier.ValueText);

    private static bool IsOwn(ExpressionSyntax name) => name is IdentifierNameSyntax { Identifier.ValueText: Own } or AliasQualifiedNameSyntax { Name.Identifier.ValueText: Own };
}
