using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generator.Tests.Harness;

/// <summary>The settings of the user's project that generated code has to live with.</summary>
internal sealed record HarnessOptions
{
    /// <summary>The strictest project: every warning of every wave is an error, documentation is checked, nullable is on.</summary>
    public static readonly HarnessOptions Strict = new();

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp14;

    public bool Unsafe { get; init; }

    public ImmutableArray<MetadataReference> References { get; init; } = Harness.References.All;

    public bool Checked { get; init; }

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool WarningsAsErrors { get; init; } = true;

    public DocumentationMode Documentation { get; init; } = DocumentationMode.Diagnose;

    /// <summary>Additional files of the project.</summary>
    public ImmutableArray<(string Path, string Text)> Files { get; init; } = [];

    public ImmutableArray<string> Symbols { get; init; } = [];

    /// <summary>Off, since the sources of tests have no documentation of their own.</summary>
    public bool WarnsOfMissingDocumentation { get; init; }

    /// <summary>Warnings that a test's own source would cause.</summary>
    public ImmutableArray<string> IgnoredWarnings { get; init; } = [];

    public CSharpParseOptions ToParseOptions() => new(Language, Documentation, preprocessorSymbols: Symbols);

    public CSharpCompilationOptions ToCompilationOptions() => new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: Unsafe,
        checkOverflow: Checked,
        nullableContextOptions: Nullable,
        warningLevel: 9999,
        generalDiagnosticOption: WarningsAsErrors ? ReportDiagnostic.Error : ReportDiagnostic.Default,
        specificDiagnosticOptions: IgnoredWarnings.Concat(WarnsOfMissingDocumentation ? [] : ["CS1591"]).Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));
}
