using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generator.Tests.Harness;

/// <summary>What the generator made of some sources.</summary>
/// <param name="Driver">The driver after its first run.</param>
/// <param name="Output">The user's sources together with the generated ones.</param>
/// <param name="Diagnostics">What the generator reported.</param>
internal sealed record GeneratorRun(GeneratorDriver Driver, CSharpCompilation Output, ImmutableArray<Diagnostic> Diagnostics)
{
    public ImmutableArray<GeneratedSourceResult> Sources
    {
        get
        {
            var result = Assert.Single(Driver.GetRunResult().Results);
            Assert.Null(result.Exception);
            return result.GeneratedSources;
        }
    }

    /// <summary>The text of the only generated file.</summary>
    public string Text => Assert.Single(Sources).SourceText.ToString();

    /// <summary>Nothing was reported, at least one file was written, and all of it compiles without a warning.</summary>
    public GeneratorRun AssertCompiles()
    {
        Assert.Empty(Diagnostics);
        Assert.NotEmpty(Sources);
        Emit(new MemoryStream());
        return this;
    }

    /// <summary>Compiles to a program in memory that is unloaded once nothing refers to it any more.</summary>
    public Assembly Load()
    {
        var image = new MemoryStream();
        Emit(image);
        image.Position = 0;
        return new AssemblyLoadContext("Tested", isCollectible: true).LoadFromStream(image);
    }

    private void Emit(MemoryStream image)
    {
        using var documentation = new MemoryStream();
        var result = Output.Emit(image, xmlDocumentationStream: documentation);
        var problems = result.Diagnostics.Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false });
        Assert.True(result.Success && !problems.Any(), Describe(problems));
    }

    private string Describe(IEnumerable<Diagnostic> problems) =>
        string.Join('\n', problems.Take(10).Select(problem => $"{problem}\n    {LineOf(problem)}"))
        + "\n\nGenerated: " + string.Join(", ", Sources.Select(source => source.HintName));

    private static string LineOf(Diagnostic problem) =>
        problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
}
