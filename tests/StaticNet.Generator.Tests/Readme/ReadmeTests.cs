using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Generator.Tests.Snapshots;

namespace StaticNet.Generator.Tests.Readme;

/// <summary>What README.md and the pages beside it show is true.</summary>
public sealed class ReadmeTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(ProjectFolder.Path, "../.."));

    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));

    /// <summary>Pages whose links must lead somewhere.</summary>
    public static TheoryData<string> Pages =>
    [
        "README.md", "CONTRIBUTING.md", .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Select(path => Path.GetRelativePath(Root, path)),
    ];

    [Fact]
    public void The_quick_start_runs_and_prints_what_the_page_says()
    {
        // In place of the real console, which the test runner writes to as well.
        const string Console = """
            internal static class Console
            {
                public static string Text = "";

                public static void WriteLine(string line) => Text += line + "\n";
            }
            """;
        var run = GeneratorHarness.Run([Assert.Single(Blocks("quick start", "csharp")), Console]);
        var program = run with { Output = run.Output.WithOptions(run.Output.Options.WithOutputKind(OutputKind.ConsoleApplication)) };
        program.AssertCompiles();
        var assembly = program.Load();
        assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);

        object? printed = assembly.GetType("Console")!.GetField("Text")!.GetValue(null);
        Assert.Equal(Regex.Match(Readme, "It prints:\n\n```text\n(.+?)```", RegexOptions.Singleline).Groups[1].Value, printed);
    }

    [Fact]
    public void The_excerpts_stand_in_the_snapshot()
    {
        string snapshot = File.ReadAllText(Path.Combine(Snapshot.Folder, $"{nameof(NetworkSnapshots)}.{nameof(NetworkSnapshots.MoonNet)}{Snapshot.Verified}"));
        string[] excerpts = Blocks("excerpt", "csharp");
        Assert.Equal(2, excerpts.Length);
        foreach (string excerpt in excerpts)
        {
            // The page leaves out the indentation of namespace and class.
            string indented = string.Concat(excerpt.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : $"        {line}\n"));
            Assert.Contains(indented, snapshot);
        }
    }

    [Fact]
    public void The_references_are_those_of_the_sample()
    {
        string project = Path.Combine(Root, "src/Sample/StaticNet.Sample.csproj");
        var expected = XDocument.Load(project).Descendants("ProjectReference").Select(reference => reference.ToString());
        Assert.Equal(expected, XElement.Parse(Assert.Single(Blocks("references", "xml"))).Elements().Select(reference => reference.ToString()));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        var links = Regex.Matches(File.ReadAllText(Path.Combine(Root, page)), @"\]\(([^)#:]+)(#[^)]*)?\)").Select(match => match.Groups[1].Value);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{page} links to {link}, which is not there."));
    }

    /// <summary>Paths in back quotes, as in <c>`src/Generator/Planning/Budgets.cs`</c>, are a map; it must not lead astray.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Paths_exist(string page)
    {
        var paths = Regex.Matches(File.ReadAllText(Path.Combine(Root, page)), @"`((?:src|tests|bench|docs)/[\w./+-]+)`").Select(match => match.Groups[1].Value);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Root, path)), $"{page} speaks of {path}, which is not there."));
    }

    /// <summary>The table of functions has the bounds that the tests of accuracy assert.</summary>
    [Fact]
    public void The_error_bounds_are_the_tested_ones()
    {
        string tests = File.ReadAllText(Path.Combine(Root, "tests/StaticNet.Tests/Functions/AccuracyTests.cs"));
        var tested = Regex.Matches(tests, @"\{ ""(\w+)"", .+, ([\d.]+) \},\n").ToLookup(row => row.Groups[1].Value, row => row.Groups[2].Value);
        var rows = Regex.Matches(File.ReadAllText(Path.Combine(Root, "docs/numerics.md")), @"^\| `(\w+)` \|.*\| ([\d.]+) \| ([\d.]+) \|$", RegexOptions.Multiline);
        Assert.Equal(tested.Select(function => function.Key).Order(), rows.Select(row => row.Groups[1].Value).Order());
        Assert.All(rows, row => Assert.Equal(tested[row.Groups[1].Value], [row.Groups[2].Value, row.Groups[3].Value]));
    }

    /// <summary>The code blocks behind a mark, <c>&lt;!-- mark --&gt;</c>.</summary>
    private static string[] Blocks(string mark, string language) =>
        [.. Regex.Matches(Readme, $"<!-- {mark} -->\n```{language}\n(.+?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
}
