using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0021 to SN0024: dropout rates, and the names that dropout brings with it.</summary>
public sealed class DropoutTests
{
    [Theory]
    [InlineData("Dropout = [|-0.1|]", "Dropout is -0.1; it must be at least 0 and less than 1")]
    [InlineData("Dropout = [|1|]", "Dropout is 1; it must be at least 0 and less than 1")]
    [InlineData("Dropout = [|20|]", "Dropout is 20; it must be at least 0 and less than 1")]
    [InlineData("Dropout = [|double.NaN|]", "Dropout is NaN; it must be at least 0 and less than 1")]
    [InlineData("Dropouts = new[] { 0.2, [|1.5|] }", "Dropouts[1] is 1.5; it must be at least 0 and less than 1")]
    [InlineData("Dropouts = [[|-1|], 0.2]", "Dropouts[0] is -1; it must be at least 0 and less than 1")]
    public void SN0021_a_rate_out_of_range(string rates, string message) =>
        Expect.Error("SN0021", message, $"[Network(Input = 2, HiddenLayers = new[] {{ 3, 4 }}, Output = 2, {rates})] public partial class Net {{ }}");

    [Fact]
    public void SN0021_every_bad_rate_is_reported() => Expect.Errors(
        "[Network(Input = 2, HiddenLayers = new[] { 3, 4 }, Output = 2, Dropouts = new double[] { [|1|], [|2|] })] public partial class Net { }",
        ("SN0021", "Dropouts[0] is 1; it must be at least 0 and less than 1"),
        ("SN0021", "Dropouts[1] is 2; it must be at least 0 and less than 1"));

    [Theory]
    [InlineData("Dropout = 0.2")]
    [InlineData("Dropout = 0")]
    public void SN0022_dropout_given_twice(string one) => Expect.Error(
        "SN0022",
        "Dropout and Dropouts exclude each other; use Dropout for one rate in all hidden layers, Dropouts for one a layer",
        $"[Network(Input = 2, Hidden = 3, Output = 2, {one}, Dropouts = [|new[] {{ 0.1 }}|])] public partial class Net {{ }}");

    [Theory]
    [InlineData("Hidden = 3", "[|new[] { 0.2, 0.1 }|]", "Dropouts lists 2, the network has 1 hidden layer; list one a hidden layer")]
    [InlineData("HiddenLayers = new[] { 3, 4 }", "[|[0.2]|]", "Dropouts lists 1, the network has 2 hidden layers; list one a hidden layer")]
    [InlineData("Hidden = 3", "[|new double[0]|]", "Dropouts lists 0, the network has 1 hidden layer; list one a hidden layer")]
    public void SN0023_a_list_of_another_length(string hidden, string rates, string message) =>
        Expect.Error("SN0023", message, $"[Network(Input = 2, {hidden}, Output = 2, Dropouts = {rates})] public partial class Net {{ }}");

    [Theory]
    [InlineData("", "Dropout = [|0.2|]")]
    [InlineData("Hidden = 0, ", "Dropout = [|0.2|]")]
    [InlineData("", "Dropouts = [|new[] { 0.2 }|]")]
    public void SN0024_no_hidden_layer(string hidden, string dropout) => Expect.Error(
        "SN0024",
        "Dropout is for hidden layers, and the network has none; add Hidden = …, or leave it out",
        $"[Network(Input = 2, {hidden}Output = 2, {dropout})] public partial class Net {{ }}");

    [Theory]
    [InlineData("public ulong [|DropoutState|];", "DropoutState")]
    [InlineData("void [|set_DropoutState|](ulong value) { }", "set_DropoutState")]
    [InlineData("float [|LossBatch|](ReadOnlySpan<float> a, ReadOnlySpan<int> b, ulong c) => 0;", "LossBatch")]
    [InlineData("float [|BackwardBatch|](ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, ulong d) => 0;", "BackwardBatch")]
    public void SN0015_a_member_that_dropout_adds(string member, string name) => Expect.Error(
        "SN0015",
        $"'{name}' is a name that the network adds to 'Net'; rename yours",
        $"[Network(Input = 2, Hidden = 3, Output = 2, Dropout = 0.2)] public partial class Net {{ {member} }}");

    /// <summary>Rates of 0 are no dropout, and add nothing.</summary>
    [Theory]
    [InlineData("Hidden = 3, ", "")]
    [InlineData("Hidden = 3, ", "Dropout = 0, ")]
    [InlineData("Hidden = 3, ", "Dropouts = new[] { 0.0 }, ")]
    [InlineData("", "Dropout = 0, ")]
    public void Without_dropout_the_names_are_the_users(string hidden, string rates)
    {
        string source = $"[Network(Input = 2, {hidden}{rates}Output = 2)] public partial class Net {{ public ulong DropoutState {{ get; set; }} }}";
        var run = GeneratorHarness.Run(source).AssertCompiles();
        Assert.DoesNotContain("ropout", run.Text);
    }
}
