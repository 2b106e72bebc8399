using System.Reflection;
using System.Runtime.Loader;
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

    /// <summary>Calls <see cref="Run"/> in a second copy of this program, to which the old compiler is the only one.</summary>
    private static string[] RunInOldest(LanguageVersion language)
    {
        var context = new OldestContext();
        try
        {
            var copy = context.LoadFromAssemblyName(typeof(OldestCompilerTests).Assembly.GetName());
            var run = copy.GetType(typeof(OldestCompilerTests).FullName!)!.GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!;
            return (string[])run.Invoke(null, [(int)language])!;
        }
        finally
        {
            context.Unload();
        }
    }

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

    /// <summary>Has the old compiler, and copies of its own of what refers to the compiler.</summary>
    private sealed class OldestContext() : AssemblyLoadContext("OldestRoslyn", isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name)
        {
            string folder = name.Name switch
            {
                "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" => "oldest-roslyn",
                "StaticNet.Generator" or "StaticNet.Generator.Tests" => "",
                _ => "none",
            };
            return folder == "none" ? null : LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, folder, name.Name + ".dll"));
        }
    }
}
