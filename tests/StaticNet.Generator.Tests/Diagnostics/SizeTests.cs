using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0005 to SN0008, SN0018 and SN0019: sizes of layers and of the whole network.</summary>
public sealed class SizeTests
{
    [Fact]
    public void SN0005_a_missing_input() => Expect.Error(
        "SN0005",
        "The network has no Input; add Input = …, the number of values in one input",
        "[[|Network(Output = 2)|]] public partial class Net { }");

    [Fact]
    public void SN0005_a_missing_output() => Expect.Error(
        "SN0005",
        "The network has no Output; add Output = …, the number of values in one output",
        "[[|StaticNet.Network(Input = 2, Hidden = 3)|]] public partial class Net { }");

    [Fact]
    public void SN0005_both_sizes_missing()
    {
        var run = GeneratorHarness.Run("[Network] public partial class Net { }");
        Assert.Equal(["SN0005", "SN0005"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("Input = [|0|], Output = 2", "Input is 0; it must be at least 1")]
    [InlineData("Input = [|-3|], Output = 2", "Input is -3; it must be at least 1")]
    [InlineData("Input = 2, Output = [|0|]", "Output is 0; it must be at least 1")]
    [InlineData("Input = 2, Hidden = [|-1|], Output = 2", "Hidden is -1; it must be at least 0")]
    [InlineData("Input = 2, HiddenLayers = new[] { 3, [|0|] }, Output = 2", "HiddenLayers[1] is 0; it must be at least 1")]
    [InlineData("Input = 2, HiddenLayers = [3, [|-7|]], Output = 2", "HiddenLayers[1] is -7; it must be at least 1")]
    public void SN0006_a_size_too_small(string arguments, string message) =>
        Expect.Error("SN0006", message, $"[Network({arguments})] public partial class Net {{ }}");

    [Fact]
    public void SN0006_sizes_of_an_array_without_elements_are_zero() => Expect.Errors(
        "[Network(Input = 2, HiddenLayers = [|new int[1]|], Output = 2)] public partial class Net { }",
        ("SN0006", "HiddenLayers[0] is 0; it must be at least 1"));

    [Fact]
    public void SN0006_every_bad_size_is_reported() => Expect.Errors(
        "[Network(Input = [|0|], HiddenLayers = new int[] { [|0|], 1, [|-1|] }, Output = [|-2|])] public partial class Net { }",
        ("SN0006", "Input is 0; it must be at least 1"),
        ("SN0006", "HiddenLayers[0] is 0; it must be at least 1"),
        ("SN0006", "HiddenLayers[2] is -1; it must be at least 1"),
        ("SN0006", "Output is -2; it must be at least 1"));

    [Theory]
    [InlineData("Hidden = 3")]
    [InlineData("Hidden = 0")]
    public void SN0007_hidden_layers_given_twice(string hidden) => Expect.Error(
        "SN0007",
        "Hidden and HiddenLayers exclude each other; use Hidden for one hidden layer, HiddenLayers for several",
        $"[Network(Input = 2, {hidden}, HiddenLayers = [|new[] {{ 3 }}|], Output = 2)] public partial class Net {{ }}");

    [Theory]
    [InlineData("new int[0]")]
    [InlineData("new int[] { }")]
    [InlineData("[]")]
    public void SN0008_an_empty_list(string list) => Expect.Error(
        "SN0008",
        "HiddenLayers is empty; list at least one size, or leave it out for a network without hidden layers",
        $"[Network(Input = 2, HiddenLayers = [|{list}|], Output = 2)] public partial class Net {{ }}");

    [Theory]
    [InlineData("Input = 8192, Output = 8192, OutputActivation = Activation.Tanh", "67117056")]
    [InlineData("Input = 2147483647, Output = 2", "4294967296")]
    [InlineData("Input = 2147483647, HiddenLayers = new[] { 2147483647, 2147483647, 2147483647 }, Output = 2147483647", "18446744065119617024")]
    public void SN0018_a_network_too_large(string arguments, string count) => Expect.Error(
        "SN0018",
        $"The network has {count} parameters; at most 67108864 are supported in a class",
        $"[Network({arguments})] public partial class [|Net|] {{ }}");

    [Theory]
    [InlineData("Precision.Single", 262_080)]
    [InlineData("Precision.Double", 131_040)]
    public void SN0018_a_struct_that_would_not_load(string precision, int most)
    {
        // One hidden unit: inputs + 1 + 1 + 1 parameters.
        string Declared(int parameters) => $"[Network(Input = {parameters - 3}, Hidden = 1, Output = 1, OutputActivation = Activation.Identity, Precision = {precision})] public partial struct ";
        Expect.Error("SN0018", $"The network has {most + 1} parameters; at most {most} are supported in a struct", Declared(most + 1) + "[|Net|] { }");
        var loaded = GeneratorHarness.Run(Declared(most) + "Net { }").AssertCompiles().Load();
        Assert.NotNull(Activator.CreateInstance(loaded.GetType("Net", throwOnError: true)!));
    }

    [Theory]
    [InlineData("Precision.Single", "67125248")]
    [InlineData("Precision.Double", "134250496")]
    public void SN0019_a_large_network(string precision, string bytes) => Expect.Warning(
        "SN0019",
        $"The network has 16781312 parameters, {bytes} bytes; kernels specialised for a topology do not pay at this size, consider a tensor library",
        $"[Network(Input = 4096, Output = 4096, Precision = {precision})] public partial class [|Net|] {{ }}");

    [Fact]
    public void SN0019_can_be_silenced_in_the_source()
    {
        var run = GeneratorHarness.Run("""
            #pragma warning disable SN0019 // What is tested: the directive reaches a warning at the class. Without it there is one, as the test above asserts.
            [Network(Input = 4096, Output = 4096)] public partial class Net { }
            #pragma warning restore SN0019
            """);
        run.AssertCompiles();
    }

    [Fact]
    public void SN0019_is_for_large_networks_only() =>
        GeneratorHarness.Run("[Network(Input = 4095, Output = 4096)] public partial class Net { }").AssertCompiles();
}
