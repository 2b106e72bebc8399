using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic has a page entry and a line in the release notes, in the same words.</summary>
public sealed class CatalogueTests
{
    private static readonly DiagnosticDescriptor[] All = typeof(Descriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(field => field.GetValue(null))
        .OfType<DiagnosticDescriptor>()
        .ToArray();

    [Fact]
    public void Ids_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, All.Length).Select(number => $"SN{number:0000}"), All.Select(descriptor => descriptor.Id));

    [Fact]
    public void The_page_has_one_entry_each_in_order()
    {
        // A heading of the id alone, so that the anchor that editors link to is #sn0001; the title stands below it.
        var entries = Regex.Matches(Read("docs/diagnostics.md"), @"^## (SN\d+)\n\n\*\*(.+?)\.\*\* (Error|Warning)\.$", RegexOptions.Multiline);
        Assert.Equal(
            All.Select(descriptor => (descriptor.Id, descriptor.Title.ToString(), descriptor.DefaultSeverity.ToString())),
            entries.Select(entry => (entry.Groups[1].Value, entry.Groups[2].Value, entry.Groups[3].Value)));
    }

    [Fact]
    public void Every_entry_shows_an_example_and_the_way_out()
    {
        foreach (string entry in Read("docs/diagnostics.md").Split("\n## ").Skip(1))
        {
            Assert.Contains("```csharp\n", entry);
            Assert.Contains("**To mend it:**", entry);
        }
    }

    [Fact]
    public void The_release_notes_have_one_line_each()
    {
        string notes = Read("src/Generator/AnalyzerReleases.Shipped.md") + Read("src/Generator/AnalyzerReleases.Unshipped.md");
        foreach (var descriptor in All)
            Assert.Contains($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", notes);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(ProjectFolder.Path, "../..", path));
}
