using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Generator.Tests.Weights;

namespace StaticNet.Generator.Tests.Caching;

/// <summary>A keystroke costs the work of what it changed, and no more. (That an unchanged program costs nothing, every test checks.)</summary>
public sealed class CachingTests
{
    private const string Networks = """
        namespace App;
        [Network(Input = 2, Hidden = 3, Output = 2)] public partial class First { }
        [Network(Input = 4, Output = 1)] public partial class Second { }
        """;

    private const string Other = "namespace App; public class Other { public int Value => 1; }";

    [Fact]
    public void An_edit_elsewhere_keeps_everything()
    {
        var result = RunAndEdit(1, Other.Replace("1;", "2;"));
        CachedSteps.AssertAll(result);
    }

    [Fact]
    public void An_edit_beside_the_network_keeps_its_file()
    {
        var result = RunAndEdit(0, "// A comment moves everything.\n" + Networks.Replace("First { }", "First { public int Mine => 1; }"));
        CachedSteps.AssertAll(result);
    }

    [Fact]
    public void An_edit_of_an_attribute_rewrites_that_network_only()
    {
        var result = RunAndEdit(0, Networks.Replace("Hidden = 3", "Hidden = 5"));
        Assert.Equal(1, CachedSteps.Changes(result, "Parse"));
        Assert.Equal(1, CachedSteps.Changes(result, "Spec"));
        Assert.Equal(1, CachedSteps.Changes(result, "Plan"));
        Assert.Equal(1, CachedSteps.Changes(result, CachedSteps.Output));
    }

    [Theory]
    [InlineData("Dropout = 0.25")]
    [InlineData("Dropouts = new[] { 0.25 }")]
    public void An_edit_of_a_rate_rewrites_that_network_only(string rate)
    {
        var result = RunAndEdit(0, Networks.Replace("Hidden = 3", $"Hidden = 3, {rate}"));
        Assert.Equal(1, CachedSteps.Changes(result, "Plan"));
        Assert.Equal(1, CachedSteps.Changes(result, CachedSteps.Output));
    }

    [Fact]
    public void A_spelling_without_a_meaning_rewrites_nothing()
    {
        var result = RunAndEdit(0, Networks.Replace("Hidden = 3", "Hidden = 1 + 2, Precision = Precision.Single, Dropouts = new[] { 0.0 }"));
        CachedSteps.AssertAll(result);
    }

    [Fact]
    public void A_new_network_leaves_the_others_alone()
    {
        var result = RunAndEdit(1, "[StaticNet.Network(Input = 1, Output = 1)] public partial class Third { }");
        Assert.Equal(1, CachedSteps.Changes(result, "Plan"));
        Assert.Equal(1, CachedSteps.Changes(result, CachedSteps.Output));
    }

    [Fact]
    public void Another_project_setting_rewrites_what_depends_on_it()
    {
        var options = HarnessOptions.Strict;
        var compilation = GeneratorHarness.Compile([Networks], options);
        var driver = GeneratorHarness.Driver(options).RunGenerators(compilation);
        var changed = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
        Assert.Equal(2, CachedSteps.Changes(driver.RunGenerators(changed).GetRunResult(), CachedSteps.Output));
    }

    [Fact]
    public void A_file_of_weights_is_read_again_only_if_it_or_the_attribute_has_changed()
    {
        const string Source = "[Network(Input = 2, Hidden = 3, Output = 2, Weights = \"net.json\")] public partial class Net { }";
        var options = HarnessOptions.Strict;
        var file = new CountedFile(BakedWeightsTests.Moon);
        var compilation = GeneratorHarness.Compile([Source], options);
        var driver = GeneratorHarness.Driver(options).AddAdditionalTexts([file]).RunGenerators(compilation);
        Assert.Equal(1, file.Reads);

        Edit("// A comment moves everything.\n" + Source.Replace("Net { }", "Net { public int Mine => 1; }"));
        Assert.Equal(1, file.Reads);
        Assert.All(["Weights", "Spec", "Plan", CachedSteps.Output], step => Assert.Equal(0, CachedSteps.Changes(driver.GetRunResult(), step)));
        Edit(Source.Replace("Hidden = 3", "Hidden = 3, Loss = LossFunction.MeanSquaredError"));
        Assert.Equal(2, file.Reads);

        var other = new CountedFile(BakedWeightsTests.Moon.Replace("0.25", "0.75"));
        driver = driver.ReplaceAdditionalText(file, other).RunGenerators(compilation);
        Assert.Equal((2, 1), (file.Reads, other.Reads));
        Assert.Equal(1, CachedSteps.Changes(driver.GetRunResult(), "Plan"));

        void Edit(string text)
        {
            var tree = compilation.SyntaxTrees[0];
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
            driver = driver.RunGenerators(compilation);
        }
    }

    [Fact]
    public void What_is_wrong_with_a_file_of_weights_is_reported_where_its_name_has_moved_to()
    {
        const string Source = "[Network(Input = 2, Hidden = 3, Output = 2, Weights = \"net.json\")] public partial class Net { }";
        var options = HarnessOptions.Strict;
        var file = new CountedFile("{");
        var compilation = GeneratorHarness.Compile([Source], options);
        var driver = GeneratorHarness.Driver(options).AddAdditionalTexts([file]).RunGenerators(compilation);
        var tree = compilation.SyntaxTrees[0];
        driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText("\n\n" + Source, (CSharpParseOptions)tree.Options, tree.FilePath)));
        var finding = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Equal(("SN0026", 2, 1), (finding.Id, finding.Location.GetLineSpan().StartLinePosition.Line, file.Reads));
    }

    /// <summary>Counts how often it is read.</summary>
    private sealed class CountedFile(string text) : AdditionalText
    {
        public int Reads { get; private set; }

        public override string Path => "/app/net.json";

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Reads++;
            return SourceText.From(text);
        }
    }

    /// <summary>Runs over both files, replaces one, and runs again with the same driver.</summary>
    private static GeneratorDriverRunResult RunAndEdit(int file, string text)
    {
        var options = HarnessOptions.Strict;
        var before = GeneratorHarness.Compile([Networks, Other], options);
        var driver = GeneratorHarness.Driver(options).RunGenerators(before);
        var tree = before.SyntaxTrees[file];
        var after = before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
        return driver.RunGenerators(after).GetRunResult();
    }
}
