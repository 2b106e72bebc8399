using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>SN0015: names that the user already has.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("public const int [|InputSize|] = 1;", "InputSize")]
    [InlineData("public int [|OutputSize|] => 1;", "OutputSize")]
    [InlineData("private readonly int [|ParameterCount|];", "ParameterCount")]
    [InlineData("event Action [|Parameters|] { add { } remove { } }", "Parameters")]
    [InlineData("void [|W1|]() { }", "W1")]
    [InlineData("class [|B1|] { }", "B1")]
    [InlineData("private int [|_parameters|];", "_parameters")]
    [InlineData("private int [|_gradient|];", "_gradient")]
    [InlineData("public int [|Forward|];", "Forward")]
    [InlineData("enum [|Predict|] { }", "Predict")]
    [InlineData("int [|Loss|] { get; set; }", "Loss")]
    [InlineData("delegate void [|TrainBatch|]();", "TrainBatch")]
    [InlineData("void [|Forward|](ReadOnlySpan<float> a, Span<float> b) { }", "Forward")]
    [InlineData("static int [|Predict|](ReadOnlySpan<float> a) => 0;", "Predict")]
    [InlineData("float [|Loss|](ReadOnlySpan<float> a, int b) => 0;", "Loss")]
    [InlineData("void [|Update|]<T>(ReadOnlySpan<float> a, Optimizer<float, T> b) where T : struct, IUpdateRule<float> { }", "Update")]
    [InlineData("float [|TrainBatch|]<T>(ReadOnlySpan<float> a, ReadOnlySpan<int> b, Optimizer<float, T> c) where T : struct, IUpdateRule<float> => 0;", "TrainBatch")]
    [InlineData("void [|ForwardBatch|](ReadOnlySpan<float> a, Span<float> b, int c) { }", "ForwardBatch")]
    [InlineData("float [|TrainBatch|]<T>(ReadOnlySpan<float> a, ReadOnlySpan<int> b, Optimizer<float, T> c, int d) where T : struct, IUpdateRule<float> => 0;", "TrainBatch")]
    [InlineData("public [|Net|]() { }", "Net")]
    [InlineData("private [|Net|](ulong number) { }", "Net")]
    [InlineData("Span<float> [|get_W1|]() => default;", "get_W1")]
    [InlineData("void [|set_W1|](Span<float> value) { }", "set_W1")]
    public void SN0015_a_member_with_a_name_or_signature_of_ours(string member, string name) => Expect.Error(
        "SN0015", $"'{name}' is a name that the network adds to 'Net'; rename yours", $"[Network(Input = 2, Output = 2)] public partial class Net {{ {member} }}");

    [Fact]
    public void SN0015_a_face_of_ours_implemented_by_the_user() => Expect.Error(
        "SN0015",
        "'InputSize' is a name that the network adds to 'Net'; rename yours",
        "[Network(Input = 2, Output = 2)] public partial class Net : INetwork<float> { int INetwork<float>.[|InputSize|] => 2; }");

    [Theory]
    [InlineData("InputSize")]
    [InlineData("Parameters")]
    [InlineData("W1")]
    [InlineData("B2")]
    [InlineData("Forward")]
    [InlineData("PredictBatch")]
    [InlineData("Loss")]
    [InlineData("Update")]
    [InlineData("TrainStep")]
    [InlineData("@Loss")]
    public void SN0015_a_class_with_a_name_of_ours(string name)
    {
        string text = name.TrimStart('@');
        Expect.Error(
            "SN0015", $"'{text}' is a name that the network adds to '{text}'; rename yours", $"[Network(Input = 2, Hidden = 2, Output = 2)] public partial class [|{name}|] {{ }}");
    }

    [Theory]
    [InlineData("public int W1;", "W1")]
    [InlineData("protected void Forward(ReadOnlySpan<float> a, Span<float> b) { }", "Forward")]
    [InlineData("internal static void Update(ReadOnlySpan<float> a, float b) { }", "Update")]
    [InlineData("protected abstract class Loss { }", "Loss")]
    public void SN0015_an_inherited_member(string member, string name) => Expect.Error(
        "SN0015",
        $"'{name}' is a name that the network adds to 'Net'; rename yours",
        $"public class First {{ {member} }} public class Base : First {{ }} [Network(Input = 2, Output = 2)] public partial class [|Net|] : Base {{ }}");

    [Fact]
    public void SN0015_an_inherited_member_of_a_generic_base() => Expect.Error(
        "SN0015",
        "'Forward' is a name that the network adds to 'Net'; rename yours",
        "public class Base<T> { public void Forward(ReadOnlySpan<T> a, Span<T> b) { } } [Network(Input = 2, Output = 2)] public partial class [|Net|] : Base<float> { }");

    [Theory]
    [InlineData("public void Forward(float[] a, float[] b) { }")]
    [InlineData("public void Forward(ReadOnlySpan<double> a, Span<double> b) { }")]
    [InlineData("public void Forward<T>(ReadOnlySpan<float> a, Span<float> b) { }")]
    [InlineData("public int Predict(float x, float y) => Predict([x, y]);")]
    [InlineData("public void Update<T>(ReadOnlySpan<float> a, T b) { }")]
    [InlineData("public Net(string name) : this(7) { } public Net(int seed) : this((ulong)seed) { }")]
    [InlineData("static Net() { } ~Net() { }")]
    [InlineData("public float this[int index] => W1[index];")]
    [InlineData("public int W2, B2, Loss1; public static Net operator +(Net a, Net b) => a;")]
    [InlineData("public int forward, loss, w1;")]
    public void Other_members_do_no_harm(string member) =>
        GeneratorHarness.Run($"[Network(Input = 2, Output = 2)] public partial class Net {{ {member} }}", UnusedFields).AssertCompiles();

    [Theory]
    [InlineData("private int W1; public int Value => W1;")]
    [InlineData("private void Forward(ReadOnlySpan<float> a, Span<float> b) { } public void Call() => Forward(default, default);")]
    [InlineData("public void Forward(float[] a, float[] b) { }")]
    [InlineData("public virtual void Think() { }")]
    public void Other_inherited_members_do_no_harm(string member) =>
        GeneratorHarness.Run($"public class Base {{ {member} }} [Network(Input = 2, Output = 2)] public partial class Net : Base {{ }}", UnusedFields).AssertCompiles();

    [Fact]
    public void A_regression_network_leaves_names_of_labels_to_the_user() => GeneratorHarness.Run("""
        [Network(Input = 2, Output = 1, OutputActivation = Activation.Identity)]
        public partial class Predict
        {
            public int PredictBatch => 1;
            public float Loss(ReadOnlySpan<float> input, int label) => label;
            public int W2 => 2;
        }
        """).AssertCompiles();

    /// <summary>Fields of these examples are never written or read.</summary>
    private static readonly HarnessOptions UnusedFields = new() { IgnoredWarnings = ["CS0649", "CS0169"] };
}
