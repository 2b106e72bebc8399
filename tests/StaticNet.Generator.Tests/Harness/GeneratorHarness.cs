using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace StaticNet.Generator.Tests.Harness;

/// <summary>Compiles sources with the generator, in memory. Every run is made twice, and the second must find everything cached.</summary>
internal static class GeneratorHarness
{
    /// <summary>From C# 10 on, sources may leave out the using directives that an SDK project adds by itself, and the one of StaticNet.</summary>
    private const string Usings = "global using System; global using StaticNet;";

    public static GeneratorRun Run(string source, HarnessOptions? options = null) => Run([source], options);

    public static GeneratorRun Run(string[] sources, HarnessOptions? options = null)
    {
        options ??= HarnessOptions.Strict;
        var compilation = Compile(sources, options);
        var driver = Driver(options).AddAdditionalTexts([.. options.Files.Select(file => new MemoryFile(file.Path, file.Text))]).RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        CachedSteps.AssertAll(driver.RunGenerators(compilation.Clone()).GetRunResult());
        return new GeneratorRun(driver, (CSharpCompilation)output, [.. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed)]);
    }

    public static CSharpCompilation Compile(string[] sources, HarnessOptions options)
    {
        var parse = options.ToParseOptions();
        var trees = sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, parse, $"File{index}.cs")).ToList();
        if (options.Language >= LanguageVersion.CSharp10)
            trees.Add(CSharpSyntaxTree.ParseText(Usings, parse, "Usings.cs"));
        return CSharpCompilation.Create("Tested" + RuntimeHelpers.GetHashCode(trees), trees, options.References, options.ToCompilationOptions());
    }

    private sealed class MemoryFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    public static GeneratorDriver Driver(HarnessOptions options) => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        parseOptions: options.ToParseOptions(),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
