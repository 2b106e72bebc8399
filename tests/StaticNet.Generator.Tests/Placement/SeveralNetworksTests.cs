using Microsoft.CodeAnalysis;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Placement;

/// <summary>Networks that share a name in one way or another, and attributes given twice.</summary>
public sealed class SeveralNetworksTests
{
    private const string Attribute = "[StaticNet.Network(Input = 2, Output = 2)]";

    [Theory]
    [InlineData("App.Net.g.cs, Lib.Net.g.cs", "namespace App { [X] partial class Net { } } namespace Lib { [X] partial class Net { } }")]
    [InlineData("App.Net.g.cs, Net.g.cs", "namespace App { [X] partial class Net { } } [X] partial class Net { }")]
    [InlineData("A+Net.g.cs, B+Net.g.cs", "partial class A { [X] partial class Net { } } partial struct B { [X] partial class Net { } }")]
    [InlineData("A+B.g.cs, A.B.g.cs", "namespace A { [X] partial class B { } } partial class A { [X] partial class B { } }")]
    [InlineData("NET.0.g.cs, NeT.1.g.cs, Other.g.cs", "[X] partial class NeT { } [X] partial class NET { } [X] partial class Other { }")]
    [InlineData("APP.Net.0.g.cs, App.Net.1.g.cs", "namespace App { [X] partial class Net { } } namespace APP { [X] partial class Net { } }")]
    [InlineData("class.g.cs", "[X] partial class @class { }")]
    public void Each_has_a_file_of_its_own(string files, string source)
    {
        // A namespace and a class of one name cannot both be in the program.
        bool isProgram = !source.Contains("namespace A {", StringComparison.Ordinal);
        var run = GeneratorHarness.Run(source.Replace("[X]", Attribute));
        if (isProgram)
            run.AssertCompiles();
        Assert.Equal(files, string.Join(", ", run.Sources.Select(generated => generated.HintName).OrderBy(name => name, StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("[X] [X] public partial class Net { }")]
    [InlineData("[X, X] public partial class Net { }")]
    [InlineData("[X] public partial class Net { } [X] partial class Net { }")]
    public void The_attribute_twice_is_the_compilers_error_alone(string source) => AssertDuplicate(source.Replace("X", Attribute.Trim('[', ']')));

    [Fact]
    public void The_attribute_in_two_files_is_the_compilers_error_alone() =>
        AssertDuplicate(Attribute + " public partial class Net { }", Attribute + " partial class Net { }");

    /// <summary>One file, so that the duplicate is the only error, and mending it the only work.</summary>
    private static void AssertDuplicate(params string[] sources)
    {
        var run = GeneratorHarness.Run(sources);
        Assert.Empty(run.Diagnostics);
        Assert.Single(run.Sources);
        Assert.All(
            run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            error => Assert.Equal("CS0579", error.Id));
    }

    [Theory]
    [InlineData("[StaticNet.Network(2, 3, 2)]")]
    [InlineData("[StaticNet.Network(Input = 2, Outputs = 2)]")]
    [InlineData("[StaticNet.Network(Input = \"two\", Output = 2)]")]
    [InlineData("[StaticNet.Network(Input = Unknown, Output = 2)]")]
    [InlineData("[StaticNet.Network(Input = 2, Input = 3, Output = 2)]")]
    [InlineData("[StaticNet.Network(Input = 2, HiddenLayers = new[] { 2, Unknown }, Output = 2)]")]
    [InlineData("[StaticNet.Network(Input = 2, HiddenLayers = 3, Output = 2)]")]
    [InlineData("[StaticNet.Network(Input = 2, Output = 2, Loss = 3)]")]
    [InlineData("[StaticNet.Network(Input = , Output = 2)]")]
    [InlineData("[StaticNet.Network(Input = 2, Output = 2")]
    public void An_attribute_that_does_not_compile_breaks_nothing(string attribute)
    {
        var run = GeneratorHarness.Run(attribute + " public partial class Net { }");
        Assert.Null(run.Driver.GetRunResult().Results[0].Exception);
        var errors = run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToArray();
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal("File0.cs", error.Location.SourceTree!.FilePath));
    }

    [Fact]
    public void The_attribute_on_something_else_is_the_compilers_error_alone()
    {
        var run = GeneratorHarness.Run($"{Attribute} public interface INet {{ }} {Attribute} public enum Net {{ }} public class C {{ {Attribute} public int Net; }}");
        Assert.Empty(run.Sources);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void An_attribute_of_that_name_in_another_namespace_is_not_ours()
    {
        var run = GeneratorHarness.Run("namespace Mine; class NetworkAttribute : System.Attribute { public int Input; } [Network(Input = 2)] class Net { }");
        Assert.Empty(run.Sources);
        Assert.Empty(run.Diagnostics);
    }
}
