using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNet.Generator.Tests.Harness;
using StaticNet.Serialization;

namespace StaticNet.Generator.Tests.Weights;

/// <summary>Train, save, build with the file: the same outputs to the bit, from an instance and from constants.</summary>
public sealed class BakedWeightsTests
{
    /// <summary>How tests reach members that take spans.</summary>
    private const string Calls = """
        public static class Calls
        {
            public static NUMBER[] Forward(NUMBER[] x) { NUMBER[] y = new NUMBER[Net.OutputSize]; NETWORK.Forward(x, y); return y; }
            public static NUMBER[] ForwardBatch(NUMBER[] x) { NUMBER[] y = new NUMBER[x.Length / Net.InputSize * Net.OutputSize]; NETWORK.ForwardBatch(x, y); return y; }
            public static int Predict(NUMBER[] x) => NETWORK.Predict(x);
            public static int[] PredictBatch(NUMBER[] x) { int[] y = new int[x.Length / Net.InputSize]; NETWORK.PredictBatch(x, y); return y; }
            public static NUMBER[] Parameters() => NETWORK.Parameters.ToArray();
            public static Topology Topology() => Net.Topology;
        }
        """;

    public static TheoryData<string> Attributes =>
    [
        "Input = 2, Hidden = 3, Output = 2",
        "Input = 1, Output = 1",
        "Input = 3, HiddenLayers = new[] { 5, 7 }, Output = 6, HiddenActivations = new[] { Activation.Gelu, Activation.Elu }, Precision = Precision.Double",
        "Input = 16, Hidden = 40, Output = 4, OutputActivation = Activation.Tanh",
        "Input = 20, HiddenLayers = new[] { 50, 17 }, Output = 5, HiddenActivation = Activation.Silu",
        "Input = 1, Hidden = 2040, Output = 2, HiddenActivation = Activation.Relu",
        "Input = 12, HiddenLayers = new[] { 70, 9 }, Output = 4, HiddenActivation = Activation.Softplus, Precision = Precision.Double, Dropout = 0.5",
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Outputs_of_baked_networks_are_those_of_the_saved_one(string attribute)
    {
        if (attribute.Contains("Double", StringComparison.Ordinal))
            Check<double>(attribute, "double");
        else
            Check<float>(attribute, "float");
    }

    private static void Check<T>(string attribute, string number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var drawn = GeneratorHarness.Run($"[Network({attribute})] public partial class Net;").AssertCompiles().Load();
        var saved = (INetwork<T>)Activator.CreateInstance(drawn.GetType("Net")!, 3UL)!;
        var random = new Random(5);
        foreach (ref T parameter in saved.Parameters)
            parameter += T.CreateTruncating(0.2 * (random.NextDouble() - 0.5));
        var file = new MemoryStream();
        NetworkJson.Save(file, saved);
        var options = new HarnessOptions { Files = [("/app/net.weights.json", Encoding.UTF8.GetString(file.ToArray()))] };

        const int Count = 37;
        T[] inputs = [.. Enumerable.Range(0, Count * saved.InputSize).Select(_ => T.CreateTruncating((4 * random.NextDouble()) - 2))];
        T[] outputs = new T[Count * saved.OutputSize], output = new T[saved.OutputSize];
        saved.ForwardBatch(inputs, outputs);

        foreach (bool frozen in new[] { true, false })
        {
            string source = $"[Network({attribute}, Weights = \"net.weights.json\"{(frozen ? ", Frozen = true" : "")})] public {(frozen ? "static " : "")}partial class Net;";
            var run = GeneratorHarness.Run([source, Calls.Replace("NUMBER", number).Replace("NETWORK", frozen ? "Net" : "new Net()")], options).AssertCompiles();
            Assert.Equal(["Net.g.cs", "Net.Weights.g.cs"], run.Sources.Select(made => made.HintName));
            Assert.All(run.Sources, made => Assert.DoesNotContain("\r", made.SourceText.ToString()));
            var calls = run.Load().GetType("Calls")!;
            Assert.Equal(saved.Topology, calls.GetMethod("Topology")!.Invoke(null, null));
            AssertBits(saved.Parameters, Invoke<T[]>(calls, "Parameters"));
            AssertBits(outputs, Invoke<T[]>(calls, "ForwardBatch", inputs));
            var classifier = saved as IClassifier<T>;
            int[] labels = new int[Count];
            if (classifier is not null)
            {
                classifier.PredictBatch(inputs, labels);
                Assert.Equal(labels, Invoke<int[]>(calls, "PredictBatch", inputs));
            }

            for (int i = 0; i < 5; i++)
            {
                T[] input = inputs[(i * saved.InputSize)..((i + 1) * saved.InputSize)];
                saved.Forward(input, output);
                AssertBits(output, Invoke<T[]>(calls, "Forward", input));
                if (classifier is not null)
                    Assert.Equal(labels[i], Invoke<int>(calls, "Predict", input));
            }
        }
    }

    [Fact]
    public void A_frozen_network_has_no_member_that_trains_and_no_state()
    {
        var options = new HarnessOptions { Files = [("net.weights.json", Moon)] };
        var net = GeneratorHarness.Run("[Network(Input = 2, Hidden = 3, Output = 2, Weights = \"net.weights.json\", Frozen = true)] public partial class Net { public static int Mine => ParameterCount; }", options).AssertCompiles().Load().GetType("Net")!;
        Assert.Empty(net.GetInterfaces());
        Assert.Equal(
            ["B1", "B2", "Forward", "ForwardBatch", "InputSize", "Mine", "OutputSize", "ParameterCount", "Parameters", "Predict", "PredictBatch", "Topology", "W1", "W2"],
            net.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(member => member is not MethodBase { IsSpecialName: true }).Select(member => member.Name).Order());
        Assert.Empty(net.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public));
    }

    [Fact]
    public void PyTorch_gives_the_numbers_without_a_word_about_the_network()
    {
        // json.dump({k: v.tolist() for k, v in model.state_dict().items()}, file): floats with the digits of doubles.
        const string State = """{"0.weight": [[0.10000000149011612, -1e-05], [1, 2], [-0.0, 3.5E+2]], "0.bias": [0.1, 0.2, 0.3], "2.weight": [[1, 2, 3], [4, 5, 6]], "2.bias": [7, 8]}""";
        var calls = GeneratorHarness.Run(
            ["[Network(Input = 2, Hidden = 3, Output = 2, Weights = \"a/state.json\", Frozen = true)] public partial class Net;", Calls.Replace("NUMBER", "float").Replace("NETWORK", "Net")],
            new HarnessOptions { Files = [("c:\\app\\a\\state.json", State), ("c:\\app\\b\\state.json", "{}")] }).AssertCompiles().Load().GetType("Calls")!;
        AssertBits<float>([0.1f, 1, -0f, -1e-5f, 2, 350, 0.1f, 0.2f, 0.3f, 1, 4, 2, 5, 3, 6, 7, 8], Invoke<float[]>(calls, "Parameters"));
    }

    [Theory]
    [InlineData("a\nint\u2028int\u0085int.json")]
    [InlineData("a&<b>]]>.json")]
    public void Any_name_of_a_file_can_stand_in_comments(string name)
    {
        foreach (string frozen in new[] { "", ", Frozen = true" })
        {
            string source = $"/// <summary>Mine.</summary>\n[Network(Input = 2, Hidden = 3, Output = 2, Weights = {SymbolDisplay.FormatLiteral(name, quote: true)}{frozen})] public partial class Net;";
            GeneratorHarness.Run(source, new HarnessOptions { Files = [($"/app/{name}", Moon)], WarnsOfMissingDocumentation = true }).AssertCompiles();
        }
    }

    [Fact]
    public void Files_of_others_cost_nothing_and_a_change_of_ours_is_seen()
    {
        const string Source = "[Network(Input = 2, Hidden = 3, Output = 2, Weights = \"net.weights.json\")] public partial class Net;";
        var run = GeneratorHarness.Run(Source, new HarnessOptions { Files = [("net.weights.json", Moon), ("appsettings.json", "{"), ("readme.md", "")] }).AssertCompiles();
        Assert.Contains("0.25f", run.Sources[1].SourceText.ToString());
        run = GeneratorHarness.Run(Source, new HarnessOptions { Files = [("net.weights.json", Moon.Replace("0.25", "0.75"))] }).AssertCompiles();
        Assert.Contains("0.75f", run.Sources[1].SourceText.ToString());
    }

    /// <summary>Weights of a 2-3-2 network.</summary>
    internal const string Moon = """
        {
          "network": { "layers": [2, 3, 2], "activations": ["Tanh", "Softmax"], "precision": "Single" },
          "0.weight": [[0.25, 1], [2, 3], [4, 5]], "0.bias": [6, 7, 8],
          "2.weight": [[1, 2, 3], [4, 5, 6]], "2.bias": [7, 8]
        }
        """;

    private static TResult Invoke<TResult>(Type calls, string method, params object[] arguments) => (TResult)calls.GetMethod(method)!.Invoke(null, arguments)!;

    private static void AssertBits<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged =>
        Assert.Equal(Convert.ToHexString(MemoryMarshal.AsBytes(expected)), Convert.ToHexString(MemoryMarshal.AsBytes(actual)));
}
