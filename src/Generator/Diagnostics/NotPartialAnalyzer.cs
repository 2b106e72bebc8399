using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNet.Generator.Parsing;

namespace StaticNet.Generator.Diagnostics;

/// <summary>
/// Finds what <see cref="Descriptors.NotPartial"/> and <see cref="Descriptors.ContainerNotPartial"/> report, once more: editors offer code fixes for
/// diagnostics of analyzers only (dotnet/roslyn#67354). Hidden, since the generator says it aloud.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotPartialAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_canBePartial = new(
        "SN0101", "Type can be made partial", "Type '{0}' can be made partial", Descriptors.Category, DiagnosticSeverity.Hidden, isEnabledByDefault: true,
        helpLinkUri: Descriptors.NotPartial.HelpLinkUri);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(s_canBePartial);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol.NetworkAttribute() is null)
            return;
        for (var type = (INamedTypeSymbol?)context.Symbol; type is not null; type = type.ContainingType)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                    context.ReportDiagnostic(Diagnostic.Create(s_canBePartial, declaration.Identifier.GetLocation(), type.Name));
            }
        }
    }
}
