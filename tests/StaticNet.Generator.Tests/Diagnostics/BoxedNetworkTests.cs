using Microsoft.CodeAnalysis.Diagnostics;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0029: a value that becomes an interface is a copy.</summary>
public sealed class BoxedNetworkTests
{
    private const string Networks = """
        [Network(Input = 2, Output = 2)] public partial struct Value;
        [Network(Input = 2, Output = 2)] public partial class Class;

        """;

    [Theory]
    [InlineData("INetwork<float> network = new Value();", "INetwork<float>")]
    [InlineData("IClassifier<float> network = new Value();", "IClassifier<float>")]
    [InlineData("Train(new Value()); static void Train(INetwork<float> network) { }", "INetwork<float>")]
    [InlineData("Value value = new(); Trainer.Fit(value, Data);", "INetwork<float>")]
    public async Task A_copy(string statements, string face)
    {
        string message = Assert.Single(await Found(statements));
        Assert.StartsWith($"'Value' is a value, and becoming an {face} copies it", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var network = (INetwork<float>)new Value();")]
    [InlineData("INetwork<float> network = new Class();")]
    [InlineData("object value = new Value(); IComparable number = 3;")]
    [InlineData("Value value = new(); Trainer.Fit(ref value, Data);")]
    [InlineData("Value value = new(); Train(ref value); static void Train<T>(ref T network) where T : struct, INetwork<float> { }")]
    [InlineData("Value value = new(); Train(value); static void Train<T>(T network) { }")]
    public async Task No_copy_or_one_that_is_meant(string statements) => Assert.Empty(await Found(statements));

    private static async Task<IEnumerable<string>> Found(string statements)
    {
        var run = GeneratorHarness.Run($"{Networks} static class Program {{ static StaticNet.Data.Dataset<float> Data => throw new NotSupportedException(); static void Run() {{ {statements} }} }}", HarnessOptions.Strict with { WarningsAsErrors = false });
        run.AssertCompiles();
        var found = await run.Output.WithAnalyzers([new BoxedNetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.All(found, diagnostic => Assert.Equal("SN0029", diagnostic.Id));
        return found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
