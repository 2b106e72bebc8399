using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0001 to SN0004, SN0014, SN0016, SN0017 and SN0020: the annotated type, what contains it, and what it derives from.</summary>
public sealed class TypeTests
{
    private const string Attribute = "[Network(Input = 2, Output = 2)]";

    [Fact]
    public void SN0001_a_type_that_is_not_partial() => Expect.Error(
        "SN0001", "Type 'Net' must be declared partial, so that the network can be added to it", $"{Attribute} public class [|Net|] {{ }}");

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("interface")]
    [InlineData("record")]
    [InlineData("record struct")]
    public void SN0002_a_container_that_is_not_partial(string kind) => Expect.Error(
        "SN0002",
        "Type 'Outer' contains the network 'Net' and must be declared partial too",
        $"public {kind} [|Outer|] {{ {Attribute} public partial class Net {{ }} }}");

    [Fact]
    public void SN0002_every_container_that_is_not_partial() => Expect.Errors(
        $"class [|A|] {{ partial class B {{ class [|C|] {{ {Attribute} partial class Net {{ }} }} }} }}",
        ("SN0002", "Type 'A' contains the network 'Net' and must be declared partial too"),
        ("SN0002", "Type 'C' contains the network 'Net' and must be declared partial too"));

    [Theory]
    [InlineData("public [|Net|](string name) { }")]
    [InlineData("public [|Net|](string name) : base() { }")]
    public void SN0020_a_constructor_that_does_not_call_ours(string constructor) => Expect.Warning(
        "SN0020",
        "A constructor of 'Net' does not call the network's, which draws the initial weights; begin it with ': this(seed)'",
        $"{Attribute} public partial class Net {{ {constructor} }}");

    [Fact]
    public void Constructors_that_do_are_fine() =>
        GeneratorHarness.Run($"using StaticNet; {Attribute} public partial class Net {{ public Net(string name, ulong seed) : this(seed) {{ }} public Net(string name) : this(name, 1) {{ }} }}").AssertCompiles();

    [Fact]
    public void SN0003_a_generic_type() => Expect.Error(
        "SN0003",
        "Type 'Net' is generic; a network type and the types that contain it cannot have type parameters",
        $"{Attribute} public partial class [|Net|]<T> {{ }}");

    [Fact]
    public void SN0003_a_generic_container() => Expect.Error(
        "SN0003",
        "Type 'Outer' is generic; a network type and the types that contain it cannot have type parameters",
        $"public partial class [|Outer|]<T> {{ {Attribute} public partial class Net {{ }} }}");

    [Theory]
    [InlineData("file partial class", "a file-local type, which no other file can add to")]
    [InlineData("public partial record", "a record, whose equality and copies would not see the parameters")]
    [InlineData("public partial record class", "a record, whose equality and copies would not see the parameters")]
    [InlineData("public partial record struct", "a record, whose equality and copies would not see the parameters")]
    [InlineData("public ref partial struct", "a ref struct, which no array holds and no interface sees")]
    [InlineData("public readonly partial struct", "a readonly struct, whose parameters could not change")]
    [InlineData("public static partial class", "static, which only a frozen network can be")]
    public void SN0004_a_kind_of_type_that_cannot_be_a_network(string kind, string reason) =>
        Expect.Error("SN0004", $"'Net' is {reason}; a network must be an ordinary partial class or struct", $"{Attribute} {kind} [|Net|] {{ }}");

    [Fact]
    public void SN0004_a_file_local_container() => Expect.Error(
        "SN0004",
        "'Net' is inside a file-local type, which no other file can add to; a network must be an ordinary partial class or struct",
        $"file partial class Outer {{ {Attribute} public partial class [|Net|] {{ }} }}");

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    public void SN0014_an_old_language(LanguageVersion version, string name) => Expect.Error(
        "SN0014",
        $"The generated network needs C# 11 or later, this project compiles as C# {name}; set <LangVersion> in the project file",
        "[StaticNet.Network(Input = 2, Output = 2)] public partial class [|Net|] { }",
        new HarnessOptions { Language = version, Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable });

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void Newer_languages_are_supported(LanguageVersion version) =>
        GeneratorHarness.Run($"{Attribute} public partial class Net {{ }} {Attribute} public partial struct Value {{ }}", new HarnessOptions { Language = version }).AssertCompiles();

    [Theory]
    [InlineData("(int x)")]
    [InlineData("()")]
    public void SN0016_a_primary_constructor(string parameters) => Expect.Error(
        "SN0016",
        "'Net' has a primary constructor, which every other constructor would have to call; declare an ordinary one",
        $"{Attribute} public partial class Net[|{parameters}|] {{ }}");

    [Fact]
    public void SN0016_a_primary_constructor_on_another_part() => Expect.Error(
        "SN0016",
        "'Net' has a primary constructor, which every other constructor would have to call; declare an ordinary one",
        $"{Attribute} public partial class Net {{ }} partial class Net[|(int x)|] {{ int X => x; }}");

    [Fact]
    public void SN0017_a_base_class_that_is_a_network()
    {
        var run = GeneratorHarness.Run($"{Attribute} public partial class Base {{ }} {Attribute} public partial class Net : Base {{ }}");
        var error = Assert.Single(run.Diagnostics);
        Assert.Equal("SN0017", error.Id);
        Assert.Equal("'Net' derives from 'Base', which is a network itself", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("Base.g.cs", Assert.Single(run.Sources).HintName);
    }

    [Theory]
    [InlineData("public Base(int x) { }")]
    [InlineData("private Base() { }")]
    public void SN0017_a_base_class_without_a_usable_constructor(string constructor) => Expect.Error(
        "SN0017",
        "'Net' derives from 'Base', which has no constructor without parameters that it could call",
        $"public class Base {{ {constructor} }} {Attribute} public partial class [|Net|] : Base {{ }}");

    [Theory]
    [InlineData("protected Base() { }")]
    [InlineData("internal Base() { }")]
    [InlineData("private protected Base() { }")]
    [InlineData("protected Base(int x = 0) { }")]
    [InlineData("protected Base(params int[] xs) { }")]
    public void A_base_class_with_a_usable_constructor(string constructor) =>
        GeneratorHarness.Run($"public class Base {{ {constructor} }} {Attribute} public partial class Net : Base {{ }}").AssertCompiles();
}
