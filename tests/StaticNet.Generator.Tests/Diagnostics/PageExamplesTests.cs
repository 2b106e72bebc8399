using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Generator.Tests.Weights;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>The examples of docs/diagnostics.md do what the page says.</summary>
public sealed class PageExamplesTests
{
    private static readonly Dictionary<string, string[]> Examples = File.ReadAllText(Path.Combine(ProjectFolder.Path, "../../docs/diagnostics.md"))
        .Split("\n## ")
        .Skip(1)
        .ToDictionary(
            entry => entry[..6],
            entry => Regex.Matches(entry, "```csharp\n(.+?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToArray());

    /// <summary>What the examples of files take for granted.</summary>
    private static readonly HarnessOptions Project = HarnessOptions.Strict with
    {
        Files = [("moon.weights.json", BakedWeightsTests.Moon), ("broken.weights.json", BakedWeightsTests.Moon[..40])],
    };

    public static TheoryData<string> Ids => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_triggers_the_diagnostic(string id)
    {
        var options = Project with { WarningsAsErrors = false };
        if (id == "SN0014")
            options = options with { Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp10 };
        var run = GeneratorHarness.Run(Examples[id][0], options);
        var found = await run.Output.WithAnalyzers([new BoxedNetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(id, Assert.Single([.. run.Diagnostics, .. found]).Id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_second_example_is_the_way_out(string id)
    {
        foreach (string example in Examples[id].Skip(1))
            GeneratorHarness.Run(example, Project).AssertCompiles();
    }
}
