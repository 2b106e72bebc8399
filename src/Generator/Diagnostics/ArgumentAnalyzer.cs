using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNet.Generator.Parsing;

namespace StaticNet.Generator.Diagnostics;

/// <summary>
/// Finds once more what the generator reports of the attribute's arguments and an editor can mend: code fixes are offered for diagnostics of analyzers
/// only. Hidden, since the generator says it aloud.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgumentAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_sizeCanBeAdded = Hidden("SN0102", "Size can be added", "{0} can be added", Descriptors.SizeMissing);

    private static readonly DiagnosticDescriptor s_canBeSigmoid = Hidden("SN0103", "Softmax can be Sigmoid", "Softmax can be Sigmoid", Descriptors.SoftmaxSingle);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(s_sizeCanBeAdded, s_canBeSigmoid);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (context.Symbol.NetworkAttribute() is not { } attribute)
            return;
        var report = new Report();
        TopologyParser.Parse(new AttributeArguments(attribute, report, context.CancellationToken), report);
        foreach (var finding in report.Findings)
        {
            if (finding.Descriptor == Descriptors.SizeMissing)
                context.ReportDiagnostic(Diagnostic.Create(s_sizeCanBeAdded, finding.Location, finding.Arguments[0]));
            else if (finding.Descriptor == Descriptors.SoftmaxSingle)
                context.ReportDiagnostic(Diagnostic.Create(s_canBeSigmoid, finding.Location));
        }
    }

    private static DiagnosticDescriptor Hidden(string id, string title, string message, DiagnosticDescriptor aloud) =>
        new(id, title, message, Descriptors.Category, DiagnosticSeverity.Hidden, isEnabledByDefault: true, helpLinkUri: aloud.HelpLinkUri);
}
