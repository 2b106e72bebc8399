using System.Globalization;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>Collects what is wrong with one annotated type.</summary>
internal sealed class Report
{
    private readonly List<Finding> _findings = new();

    public bool HasErrors => _findings.Any(finding => finding.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public EquatableArray<Finding> Findings => _findings.ToEquatableArray();

    public void Add(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        _findings.Add(new Finding(
            descriptor, location, arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)).ToEquatableArray()));
}

/// <summary>
/// A diagnostic to be. Not yet a <see cref="Diagnostic"/>: two of those with equal arguments are not equal, since they compare them
/// by reference, and a step that yields one would never be found unchanged.
/// </summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, Location Location, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Arguments.ToArray<object>());
}
