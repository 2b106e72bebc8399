using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace StaticNet.CodeFixes;

/// <summary>Adds the number of inputs or of outputs to an attribute that lacks it. Two, since something has to stand there.</summary>
/// <remarks>SN0005 comes from the generator; SN0102 is the same finding by an analyzer.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddSize))]
[Shared]
public sealed class AddSize : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create("SN0005", "SN0102");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
            return;
        foreach (string name in new[] { "Input", "Output" }.Where(name => !Has(attribute, name)))
        {
            string title = $"Add {name} = 2";
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(Fix(context.Document, root, attribute, name)), title), context.Diagnostics);
        }
    }

    private static bool Has(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == name) == true;

    private static Document Fix(Document document, SyntaxNode root, AttributeSyntax attribute, string name)
    {
        var size = ParseAttributeArgumentList($"({name} = 2)").Arguments[0];
        var arguments = attribute.ArgumentList ?? AttributeArgumentList();
        // Inputs come first, as one reads a network.
        var changed = name == "Input" && arguments.Arguments.Count > 0
            ? arguments.WithArguments(arguments.Arguments.Insert(0, size))
            : arguments.AddArguments(size);
        return document.WithSyntaxRoot(root.ReplaceNode(attribute, attribute.WithArgumentList(changed.WithArguments(SeparatedList(changed.Arguments, Commas(changed.Arguments.Count - 1))))));
    }

    private static IEnumerable<SyntaxToken> Commas(int count) =>
        Enumerable.Repeat(Token(Microsoft.CodeAnalysis.CSharp.SyntaxKind.CommaToken).WithTrailingTrivia(Space), count);
}
