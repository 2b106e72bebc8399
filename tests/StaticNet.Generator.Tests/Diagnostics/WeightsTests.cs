using StaticNet.Generator.Tests.Harness;
using StaticNet.Generator.Tests.Weights;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0025 to SN0028: files of weights.</summary>
public sealed class WeightsTests
{
    private const string Source = "[Network(Input = 2, Hidden = 3, Output = 2, Weights = [|\"net.json\"|])] public partial class Net;";

    private static HarnessOptions Files(params (string Path, string Text)[] files) => new() { Files = [.. files] };

    [Theory]
    [InlineData]
    [InlineData("/app/other.json")]
    [InlineData("/app/mynet.json")]
    public void SN0025_a_file_that_is_not_there(params string[] files) => Expect.Error(
        "SN0025",
        "'net.json' names no additional file of the project; write <AdditionalFiles Include=\"net.json\" /> into the project file",
        Source,
        Files([.. files.Select(file => (file, BakedWeightsTests.Moon))]));

    [Fact]
    public void SN0025_two_files_of_one_name() => Expect.Error(
        "SN0025",
        "'net.json' names 2 additional files of the project, '/app/a/net.json' and '/app/b/net.json'; write a folder before the name that only one of them is in",
        Source,
        Files(("/app/a/net.json", BakedWeightsTests.Moon), ("/app/b/net.json", BakedWeightsTests.Moon)));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void SN0025_an_empty_name(string name) => Expect.Error(
        "SN0025",
        $"'{name}' is no name; write that of an additional file of the project, as in Weights = \"moon.weights.json\"",
        Source.Replace("net.json", name),
        Files(("/app/net.json", BakedWeightsTests.Moon)));

    [Theory]
    [InlineData("./net.json", "/app/net.json")]
    [InlineData("net.json", "./net.json")]
    [InlineData("nets/./net.json", "c:\\app\\nets\\net.json")]
    [InlineData("nets/../more//net.json", "/app/more/net.json")]
    [InlineData("../net.json", "/app/../net.json")]
    [InlineData("/app/net.json", "/app/net.json")]
    public void A_file_is_found_however_its_path_is_written(string name, string path) => GeneratorHarness.Run(
        Source.Replace("[|", "").Replace("|]", "").Replace("net.json", name),
        Files((path, BakedWeightsTests.Moon), ("/app/other/net.json.json", "{"))).AssertCompiles();

    [Theory]
    [InlineData("", "expected a value in line 1, column 1")]
    [InlineData("[]", "expected an object of tensors")]
    [InlineData("{\n  \"0.weight\": [1,\n}", "expected a value in line 3, column 1")]
    [InlineData("{\"a\": 1} x", "expected the end in line 1, column 10")]
    [InlineData("{\"a\": 01}", "expected ',' in line 1, column 8")]
    [InlineData("{\"a\": -}", "expected a digit in line 1, column 8")]
    [InlineData("{\"a\": 1.}", "expected a digit in line 1, column 9")]
    [InlineData("{\"a\": NaN}", "expected a value in line 1, column 7")]
    [InlineData("{\"a\": \"\\x\"}", "expected an escape sequence in line 1, column 10")]
    [InlineData("{\"a\": \"", "expected '\"' in line 1, column 8")]
    [InlineData("{\"a\": 1, \"a\": 2}", "\"a\" appears twice")]
    [InlineData("{\"a\": [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}", "expected at most 16 levels in line 1, column 23")]
    public void SN0026_a_file_that_is_no_JSON(string text, string reason) =>
        Expect.Error("SN0026", $"'net.json' cannot be read: {reason}", Source, Files(("net.json", text)));

    [Theory]
    [InlineData("[2, 3, 2]", "[2, 4, 2]", "its layers are 2, 4, 2, the network's 2, 3, 2")]
    [InlineData("\"Tanh\"", "\"Relu\"", "its activations are Relu, Softmax, the network's Tanh, Softmax")]
    [InlineData("\"Single\"", "\"Double\"", "its precision is Double, the network's Single")]
    [InlineData("[[0.25, 1], [2, 3], [4, 5]]", "[[0.25, 1, 4], [2, 3, 5]]", "\"0.weight\" is [2, 3], expected [3, 2]: a row a unit")]
    [InlineData("[[0.25, 1], [2, 3], [4, 5]]", "[[0.25, 1], [2], [4, 5]]", "\"0.weight\"[1] is no row of 2 numbers")]
    [InlineData("[[0.25, 1], [2, 3], [4, 5]]", "[0.25, 1, 2, 3, 4, 5]", "\"0.weight\" is a flat list of 6 numbers, expected [3, 2]: a row a unit")]
    [InlineData("[[0.25, 1], [2, 3], [4, 5]]", "[]", "\"0.weight\" is [0, 0], expected [3, 2]: a row a unit")]
    [InlineData("[[0.25, 1], [2, 3], [4, 5]]", "7", "\"0.weight\" is no array")]
    [InlineData("[6, 7, 8]", "[6, 7]", "\"0.bias\" is [2], expected [3]")]
    [InlineData("[6, 7, 8]", "[6, \"7\", 8]", "\"0.bias\"[1] is no number")]
    [InlineData("0.25", "1e39", "\"0.weight\"[0][0] is 1e39, which no float can hold")]
    [InlineData("0.25", "-3.4028235677973366e38", "\"0.weight\"[0][0] is -3.4028235677973366e38, which no float can hold")]
    [InlineData("0.25", "1e999", "\"0.weight\"[0][0] is 1e999, which no float can hold")]
    [InlineData("\"2.bias\"", "\"2.biases\"", "it has no \"2.bias\"")]
    [InlineData("\"2.bias\": [7, 8]", "\"2.bias\": [7, 8], \"4.weight\": []", "it has \"4.weight\", which no layer of the network takes")]
    [InlineData("\"2.bias\": [7, 8]", "\"2.bias\": [7, 8], \"1.running_mean\": [0, 0, 0]", "it has \"1.running_mean\", which no layer of the network takes")]
    public void SN0027_a_file_of_another_network(string text, string changed, string reason)
    {
        Assert.Contains(text, BakedWeightsTests.Moon);
        Expect.Error("SN0027", $"'net.json' does not fit the network: {reason}", Source, Files(("net.json", BakedWeightsTests.Moon.Replace(text, changed))));
    }

    [Fact]
    public void SN0028_frozen_without_weights() => Expect.Error(
        "SN0028",
        "A frozen network is its weights; add Weights = \"….json\", or leave Frozen out",
        "[Network(Input = 2, Hidden = 3, Output = 2, Frozen = [|true|])] public partial class Net;");

    [Theory]
    [InlineData("public static int [|PaddedParameters|] => 0;", "PaddedParameters", true)]
    [InlineData("public static void [|Forward|](ReadOnlySpan<float> a, Span<float> b) { }", "Forward", true)]
    [InlineData("public static int [|BakedParameters|] => 0;", "BakedParameters", false)]
    [InlineData("public void [|Save|](string path, StaticNet.Data.Scaler<float> a, StaticNet.Data.Scaler<float> b) { }", "Save", false)]
    [InlineData("public static Net [|Load|](string path) => null!;", "Load", false)]
    public void SN0015_names_of_baked_networks(string member, string name, bool frozen) => Expect.Error(
        "SN0015",
        $"'{name}' is a name that the network adds to 'Net'; rename yours",
        $"[Network(Input = 2, Hidden = 3, Output = 2, Weights = \"net.json\"{(frozen ? ", Frozen = true" : "")})] public partial class Net {{ {member} }}",
        Files(("net.json", BakedWeightsTests.Moon)));

    [Fact]
    public void Members_that_a_frozen_network_does_not_have_are_the_users() => GeneratorHarness.Run(
        "[Network(Input = 2, Hidden = 3, Output = 2, Weights = \"net.json\", Frozen = true)] public partial class Net { public Net(int mine) { } public void Save(string path) { } public float Loss => 0; }",
        Files(("net.json", BakedWeightsTests.Moon))).AssertCompiles();

    [Theory]
    [InlineData("public abstract partial class Net { }")]
    [InlineData("public partial class Net { }", "System")]
    [InlineData("public partial class Net { public required int Mine { get; init; } }")]
    [InlineData("public partial class Net : Base { } public class Base { public required int Mine; }")]
    public void A_class_that_cannot_be_made_or_named_has_no_Load(string type, string space = "App")
    {
        string text = GeneratorHarness.Run($"namespace {space} {{ [Network(Input = 2, Output = 2)] {type} }}").AssertCompiles().Text;
        Assert.DoesNotContain(" Load(", text);
        Assert.Contains(" Save(", text);
    }
}
