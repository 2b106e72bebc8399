using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>What an editor makes of a source with an analyzer and the code fix that goes with it.</summary>
internal static class Mended
{
    /// <summary>The text once there is nothing left to offer: of several offers, the first is taken.</summary>
    public static async Task<string> Text(string source, DiagnosticAnalyzer analyzer, CodeFixProvider provider)
    {
        var document = Open(source);
        while ((await Found(document, analyzer, provider)).FirstOrDefault() is { } diagnostic)
        {
            var actions = new List<CodeAction>();
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken);
            await provider.RegisterCodeFixesAsync(context);
            if (actions.Count == 0)
                break;
            var operations = await actions[0].GetOperationsAsync(TestContext.Current.CancellationToken);
            document = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;
        }

        return (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }

    /// <summary>What the analyzer finds and the code fix is for: hidden, since the generator says it aloud.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Found(Document document, DiagnosticAnalyzer analyzer, CodeFixProvider provider)
    {
        var compilation = await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var found = await compilation!.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.All(found, diagnostic => Assert.Equal(DiagnosticSeverity.Hidden, diagnostic.Severity));
        return [.. found.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id))];
    }

    public static Document Open(string source)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Test", LanguageNames.CSharp).AddMetadataReferences(References.All);
        return project.AddDocument("Test.cs", source);
    }
}
