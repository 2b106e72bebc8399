using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace StaticNet.CodeFixes;

/// <summary>Replaces the softmax of a single output, which is always 1, by a sigmoid.</summary>
/// <remarks>SN0010 comes from the generator; SN0103 is the same finding by an analyzer.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSigmoid))]
[Shared]
public sealed class UseSigmoid : CodeFixProvider
{
    private const string Title = "Use Sigmoid";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create("SN0010", "SN0103");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        // A constant or a cast may stand there too; only the name itself can be exchanged.
        var name = root?.FindNode(context.Span, getInnermostNodeForTie: true)?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault();
        if (name?.Identifier.ValueText != "Softmax")
            return;
        var sigmoid = name.WithIdentifier(Identifier("Sigmoid").WithTriviaFrom(name.Identifier));
        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(name, sigmoid))), Title), context.Diagnostics);
    }
}
