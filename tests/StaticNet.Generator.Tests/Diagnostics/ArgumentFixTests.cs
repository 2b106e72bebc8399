using StaticNet.CodeFixes;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0102 and SN0103, and the code fixes that go with them.</summary>
public sealed class ArgumentFixTests
{
    [Theory]
    [InlineData("Network(Input = 3)", "Network(Input = 3, Output = 2)")]
    [InlineData("Network(Output = 3,  Hidden = 4)", "Network(Input = 2, Output = 3, Hidden = 4)")]
    [InlineData("Network", "Network(Input = 2, Output = 2)")]
    [InlineData("Network()", "Network(Input = 2, Output = 2)")]
    [InlineData("Network(Input = 3, Output = 2)", "Network(Input = 3, Output = 2)")]
    public async Task A_size_is_added(string before, string after) =>
        Assert.Equal(Declared(after), await Mended.Text(Declared(before), new ArgumentAnalyzer(), new AddSize()));

    [Theory]
    [InlineData("Activation.Softmax", "Activation.Sigmoid")]
    [InlineData("StaticNet.Activation.Softmax /* why */", "StaticNet.Activation.Sigmoid /* why */")]
    [InlineData("(Activation)9", "(Activation)9")]
    public async Task Softmax_of_one_output_becomes_Sigmoid(string before, string after)
    {
        string Source(string activation) => Declared($"Network(Input = 3, Output = 1, OutputActivation = {activation})");
        Assert.Equal(Source(after), await Mended.Text(Source(before), new ArgumentAnalyzer(), new UseSigmoid()));
    }

    /// <summary>Where the generator complains, the analyzer finds it, in the same place.</summary>
    [Theory]
    [InlineData("Network(Input = 3)")]
    [InlineData("Network(Input = 3, Output = 1, OutputActivation = Activation.Softmax)")]
    public async Task The_places_are_those_of_the_generator(string attribute)
    {
        var aloud = Assert.Single(GeneratorHarness.Run(Declared(attribute)).Diagnostics);
        var document = Mended.Open(Declared(attribute));
        var hidden = await Mended.Found(document, new ArgumentAnalyzer(), new AddSize());
        if (hidden.IsEmpty)
            hidden = await Mended.Found(document, new ArgumentAnalyzer(), new UseSigmoid());
        Assert.Equal(aloud.Location.SourceSpan, Assert.Single(hidden).Location.SourceSpan);
    }

    private static string Declared(string attribute) => $"using StaticNet; [{attribute}] public partial class Net {{ }}";
}
