using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Compilers;

/// <summary>
/// The generator loads in the oldest compiler that it promises to load in, that of Unity 2022.3, and does its work there. (That
/// compiler knows half of C# 11: it runs the generator, but cannot compile what it writes.)
/// </summary>
public sealed class OldestCompilerTests
{
    private const string Source = "[StaticNet.Network(Input = 2, Hidden = 3, Output = 2)] public partial class Net { }";

    [Fact]
    public void Writes_the_same_as_in_the_newest() =>
        Assert.Equal(["4.3.0.0", GeneratorHarness.Run(Source).Text], RunInOldest(LanguageVersion.Preview));

    [Fact]
    public void Reports_that_the_language_is_too_old()
    {
        string[] result = RunInOldest(LanguageVersion.CSharp10);
        Assert.Equal("4.3.0.0", result[0]);
        Assert.StartsWith("(1,77): error SN0014: The generated network needs C# 11 or later, this project compiles as C# 10.0;", Assert.Single(result[1..]));
    }

    private static string[] RunInOldest(LanguageVersion language) => OldestContext.Call(typeof(OldestCompilerTests), nameof(Run), (int)language);

    /// <returns>The compiler's version, what was reported and what was generated.</returns>
    private static string[] Run(int language)
    {
        var options = new CSharpParseOptions((LanguageVersion)language);
        var compilation = CSharpCompilation.Create("Tested", [CSharpSyntaxTree.ParseText(Source, options)], References.All);
        // With a token: the overload without one is newer than that compiler.
        var driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: options).RunGenerators(compilation, CancellationToken.None);
        var result = driver.GetRunResult();
        return
        [
            typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(),
            .. result.Diagnostics.Select(diagnostic => diagnostic.ToString()),
            .. result.GeneratedTrees.Select(tree => tree.GetText().ToString()),
        ];
    }
}
