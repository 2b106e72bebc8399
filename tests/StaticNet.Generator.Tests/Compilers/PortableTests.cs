using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Generator.Tests.Matrix;

namespace StaticNet.Generator.Tests.Compilers;

/// <summary>What is written for a project with the runtime for .NET Standard: C# 9, which compiles without a warning, with the oldest compiler too.</summary>
public sealed class PortableTests
{
    public static TheoryData<string> Targets => ["netstandard2.0", "netstandard2.1"];

    [Theory]
    [InlineData("netstandard2.0", false, NullableContextOptions.Disable)]
    [InlineData("netstandard2.1", true, NullableContextOptions.Enable)]
    public void Compiles_as_the_oldest_language(string target, bool overflowChecked, NullableContextOptions nullable) =>
        GeneratorHarness.Run(Declare(Topologies.Representative, target), Options(target) with { Checked = overflowChecked, Nullable = nullable }).AssertCompiles();

    [Fact]
    public void Compiles_as_the_newest_language() =>
        GeneratorHarness.Run(Topologies.Declare(Topologies.Representative), Options("netstandard2.1") with { Language = LanguageVersion.CSharp14, Unsafe = true }).AssertCompiles();

    [Fact]
    public void Every_activation_with_every_loss() =>
        GeneratorHarness.Run(Declare(Topologies.Everything(), "netstandard2.1"), Options("netstandard2.1")).AssertCompiles();

    [Theory]
    [MemberData(nameof(Targets))]
    public void Compiles_with_the_oldest_compiler(string target) =>
        Assert.Equal(["4.3.0.0"], OldestContext.Call(typeof(PortableTests), nameof(Run), Declare(Topologies.Representative, target), target));

    [Fact]
    public void Older_languages_are_refused() => Expect(
        "SN0014", "needs C# 9 or later, this project compiles as C# 8.0",
        GeneratorHarness.Run("[StaticNet.Network(Input = 2, Output = 2)] public partial class Net { }", Options("netstandard2.0") with { Language = LanguageVersion.CSharp8 }));

    [Fact]
    public void Values_need_spans_of_what_is_inside() => Expect(
        "SN0004", "a struct, for which .NET Standard 2.0 has no spans of what lies inside it",
        GeneratorHarness.Run("[StaticNet.Network(Input = 2, Output = 2)] public partial struct Net { }", Options("netstandard2.0")));

    /// <summary>In C# 9 a constructor of a struct has all fields to assign, in C# 10 it may have no parameters.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp14)]
    public void Values_with_fields_of_their_own(LanguageVersion language)
    {
        var run = GeneratorHarness.Run(
            "[StaticNet.Network(Input = 2, Output = 2)] public partial struct Net { public int Score; }", Options("netstandard2.1") with { Language = language }).AssertCompiles();
        Assert.Equal(language != LanguageVersion.CSharp9, run.Text.Contains("public Net()"));
    }

    [Fact]
    public void Baked_values_need_constructors_without_parameters()
    {
        const string Source = "[StaticNet.Network(Input = 1, Output = 2, Weights = \"net.json\")] public partial struct Net { }";
        var options = Options("netstandard2.1") with { Files = [("net.json", """{ "0.weight": [[1], [2]], "0.bias": [3, 4] }""")] };
        Expect("SN0014", "needs C# 10 or later, this project compiles as C# 9.0", GeneratorHarness.Run(Source, options));
        GeneratorHarness.Run(Source, options with { Language = LanguageVersion.CSharp10 }).AssertCompiles();
    }

    /// <summary>A span of a new array would be allocated by each call.</summary>
    [Fact]
    public void Baked_weights_are_an_array()
    {
        const string Weights = """{ "0.weight": [[1], [2]], "0.bias": [3, 4] }""";
        var options = Options("netstandard2.1") with { Files = [("net.json", Weights)] };
        var run = GeneratorHarness.Run("[StaticNet.Network(Input = 1, Output = 2, Weights = \"net.json\", Frozen = true)] public static partial class Net { }", options).AssertCompiles();
        Assert.Contains(run.Sources, source => source.SourceText.ToString().Contains("private static readonly float[] _numbers ="));
    }

    /// <summary>Two networks of the same name: kernels of files have their names to themselves, others need longer ones.</summary>
    [Fact]
    public void Networks_of_one_name() => GeneratorHarness.Run(
        "using StaticNet; namespace A { [Network(Input = 2, Output = 2)] public partial class Net { } } namespace A.B { [Network(Input = 3, Output = 2)] public partial class Net { } } "
            + "namespace A_B { [Network(Input = 3, Output = 2)] public partial class Net { } }",
        Options("netstandard2.1")).AssertCompiles();

    private static HarnessOptions Options(string target) => new() { Language = LanguageVersion.CSharp9, References = References.Of(target) };

    /// <summary>Some of them are values, which .NET Standard 2.0 cannot have.</summary>
    private static string Declare(IEnumerable<NetworkCase> networks, string target)
    {
        string text = "using StaticNet; namespace App {\n" + string.Concat(networks.Select((network, index) => network.Declare($"Net{index}"))) + "}";
        return target == "netstandard2.0" ? text.Replace("partial struct", "partial class") : text;
    }

    private static void Expect(string id, string message, GeneratorRun run)
    {
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(message, diagnostic.GetMessage());
    }

    /// <returns>The compiler's version, and every warning and error.</returns>
    private static string[] Run(string source, string target)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp9);
        var compilation = CSharpCompilation.Create(
            "Tested", [CSharpSyntaxTree.ParseText(source, options)], References.Of(target), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999));
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported, CancellationToken.None);
        var emitted = output.Emit(new MemoryStream(), cancellationToken: CancellationToken.None);
        return
        [
            typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(),
            .. reported.Concat(emitted.Diagnostics).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()),
        ];
    }
}
