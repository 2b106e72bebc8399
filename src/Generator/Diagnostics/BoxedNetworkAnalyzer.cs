using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using StaticNet.Generator.Parsing;

namespace StaticNet.Generator.Diagnostics;

/// <summary>
/// Finds where a value-type network silently becomes an interface, which copies it into a box: a trainer that is given one would train the copy.
/// A cast that is written says that the copy is meant.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BoxedNetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptors.Boxed);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Conversion);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is IConversionOperation { IsImplicit: true, Operand.Type: { IsValueType: true } value, Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } face }
            && value.NetworkAttribute() is not null
            && face.AllInterfaces.Add(face).Any(part => part is { Name: "INetwork", ContainingNamespace: { Name: "StaticNet", ContainingNamespace.IsGlobalNamespace: true } }))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Boxed, context.Operation.Syntax.GetLocation(), value.Name, face.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }
}
