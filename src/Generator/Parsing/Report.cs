using Microsoft.CodeAnalysis;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>Collects what is wrong with one annotated type.</summary>
internal sealed class Report
{
    private readonly List<Diagnostic> _diagnostics = new();

    public bool HasErrors => _diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public EquatableArray<Diagnostic> Diagnostics => _diagnostics.ToEquatableArray();

    public void Add(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        _diagnostics.Add(Diagnostic.Create(descriptor, location, arguments));
}
