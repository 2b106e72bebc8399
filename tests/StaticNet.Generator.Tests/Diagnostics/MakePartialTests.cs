using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StaticNet.CodeFixes;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0101 and the code fix that goes with it: where the generator wants a type to be partial, an editor makes it so.</summary>
public sealed class MakePartialTests
{
    private const string Attribute = "[StaticNet.Network(Input = 2, Output = 2)]";

    [Theory]
    [InlineData("public class Net { }", "public partial class Net { }")]
    [InlineData("class Net;", "partial class Net;")]
    [InlineData("internal sealed class Net // why\n{\n}", "internal sealed partial class Net // why\n{\n}")]
    public async Task The_network(string before, string after) =>
        Assert.Equal($"{Attribute}\n{after}", await Fixed($"{Attribute}\n{before}"));

    [Fact]
    public async Task What_contains_it() => Assert.Equal(
        $"public static partial class A {{ partial struct B {{ {Attribute} private partial class Net {{ }} }} }}",
        await Fixed($"public static class A {{ struct B {{ {Attribute} private class Net {{ }} }} }}"));

    [Theory]
    [InlineData($"{Attribute} partial class Net {{ }}")]
    [InlineData("[System.Obsolete] class Other { }")]
    public async Task Nothing_to_do(string source) => Assert.Empty(await Found(Open(source)));

    /// <summary>Every place where the generator complains is one that the analyzer finds.</summary>
    [Fact]
    public async Task The_places_are_those_of_the_generator()
    {
        const string Source = $"class A {{ class B {{ {Attribute} class Net {{ }} }} }}";
        var expected = GeneratorHarness.Run(Source).Diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan);
        Assert.Superset(expected.ToHashSet(), (await Found(Open(Source))).Select(diagnostic => diagnostic.Location.SourceSpan).ToHashSet());
    }

    private static Task<string> Fixed(string source) => Mended.Text(source, new NotPartialAnalyzer(), new MakePartial());

    private static Document Open(string source) => Mended.Open(source);

    private static async Task<ImmutableArray<Diagnostic>> Found(Document document) => await Mended.Found(document, new NotPartialAnalyzer(), new MakePartial());
}
