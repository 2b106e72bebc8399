using Microsoft.CodeAnalysis;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Matrix;

/// <summary>Generated code compiles without a warning under every setting that a project may have.</summary>
public sealed class SettingsTests
{
    public static readonly MatrixTheoryData<bool, bool, NullableContextOptions> Settings = new(
        [false, true], [false, true], Enum.GetValues<NullableContextOptions>());

    [Theory]
    [MemberData(nameof(Settings))]
    public void Unsafe_checked_nullable(bool allowUnsafe, bool overflowChecked, NullableContextOptions nullable)
    {
        var options = new HarnessOptions { Unsafe = allowUnsafe, Checked = overflowChecked, Nullable = nullable };
        GeneratorHarness.Run(Topologies.Declare(Topologies.Representative), options).AssertCompiles();
    }

    [Fact]
    public void Every_activation_with_every_loss() =>
        GeneratorHarness.Run(Topologies.Declare(Topologies.Everything()), new HarnessOptions { Unsafe = true, Checked = true }).AssertCompiles();

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    public void Documentation_not_wanted(DocumentationMode mode) =>
        GeneratorHarness.Run(Topologies.Declare(Topologies.Representative), new HarnessOptions { Documentation = mode }).AssertCompiles();

    [Fact]
    public void Every_public_member_is_documented()
    {
        var run = GeneratorHarness.Run(Topologies.Declare(Topologies.Representative), new HarnessOptions { WarnsOfMissingDocumentation = true });
        var missing = run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Id == "CS1591");
        // The class itself is the user's to document.
        Assert.All(missing, diagnostic => Assert.Equal("File0.cs", diagnostic.Location.SourceTree!.FilePath));
    }

    [Fact]
    public void In_a_CLS_compliant_assembly_the_network_says_that_it_is_not() =>
        GeneratorHarness.Run("[assembly: CLSCompliant(true)] [CLSCompliant(false), Network(Input = 2, Output = 2)] public partial class Net { }").AssertCompiles();

    [Theory]
    [InlineData("[assembly: CLSCompliant(false)]")]
    [InlineData("[module: System.Runtime.CompilerServices.SkipLocalsInit]")]
    [InlineData("#define TRACE\n#nullable disable")]
    [InlineData("global using System.Numerics; global using System.Linq; global using System.Collections.Generic; global using System.Threading.Tasks;")]
    [InlineData("global using Tanh = System.Text.StringBuilder; global using Span = System.Int32; global using static System.Math;")]
    public void Whatever_the_project_declares(string declaration) =>
        GeneratorHarness.Run([Topologies.Declare(Topologies.Representative), declaration], new HarnessOptions { Unsafe = true }).AssertCompiles();
}
