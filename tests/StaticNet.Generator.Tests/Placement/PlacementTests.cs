using StaticNet.Generator.Tests.Harness;

namespace StaticNet.Generator.Tests.Placement;

/// <summary>Wherever a class stands and whatever surrounds it, the generated part compiles in the strictest project.</summary>
public sealed class PlacementTests
{
    private const string Attribute = "[Network(Input = 2, Hidden = 3, Output = 2)]";

    [Theory]
    [InlineData("class")]
    [InlineData("public class")]
    [InlineData("internal class")]
    [InlineData("public sealed class")]
    [InlineData("public abstract class")]
    [InlineData("public unsafe class")]
    public void At_the_top(string modifiers) => Compile($"{Attribute} {modifiers.Replace("class", "partial class")} Net {{ }}", allowUnsafe: true);

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    [InlineData("private")]
    [InlineData("protected")]
    [InlineData("protected internal")]
    [InlineData("private protected")]
    [InlineData("")]
    public void Nested(string accessibility) =>
        Compile($"namespace App; public partial class Outer {{ {Attribute} {accessibility} partial class Net {{ }} }}");

    [Theory]
    [InlineData("public partial class")]
    [InlineData("public static partial class")]
    [InlineData("public abstract partial class")]
    [InlineData("public sealed partial class")]
    [InlineData("public partial struct")]
    [InlineData("public readonly partial struct")]
    [InlineData("public ref partial struct")]
    [InlineData("public readonly ref partial struct")]
    [InlineData("public partial interface")]
    [InlineData("public partial record")]
    [InlineData("public sealed partial record class")]
    [InlineData("public partial record struct")]
    [InlineData("public readonly partial record struct")]
    public void Inside_another_type(string container) =>
        Compile($"namespace App; {container} Outer {{ {Attribute} public partial class Net {{ }} }}");

    [Theory]
    [InlineData("public partial record Outer(int X)")]
    [InlineData("public partial class Outer(int x)")]
    [InlineData("public partial struct Outer(int x)")]
    public void Inside_a_type_with_a_primary_constructor(string container) =>
        Compile($"namespace App; {container} {{ {Attribute} public partial class Net {{ }} {(container.Contains('X') ? "" : "public int X => x;")} }}");

    [Fact]
    public void Beside_a_method_called_nameof() =>
        Compile($"namespace App; {Attribute} public partial class Net {{ public static string nameof(object o) => o.ToString() ?? \"\"; }}");

    [Fact]
    public void Inside_several_types() =>
        Compile($"namespace App; partial interface A {{ partial struct B {{ partial record C {{ {Attribute} internal partial class Net {{ }} }} }} }}");

    [Theory]
    [InlineData("namespace App { namespace Deep { [X] public partial class Net { } } }")]
    [InlineData("namespace App.Deep { [X] public partial class Net { } }")]
    [InlineData("namespace System; [X] public partial class Net { }")]
    [InlineData("namespace System.Runtime.CompilerServices; [X] public partial class Net { }")]
    [InlineData("namespace StaticNet; [X] public partial class Net { }")]
    [InlineData("namespace StaticNet.Generated; [X] public partial class Net { }")]
    [InlineData("namespace StaticNet.Lanes; [X] public partial class Net { }")]
    [InlineData("namespace App.StaticNet { [X] public partial class Net { } }")]
    [InlineData("namespace App.System { [X] public partial class Net { } }")]
    [InlineData("namespace @namespace.@class.@int; [X] public partial class Net { }")]
    [InlineData("namespace @global; [X] public partial class Net { }")]
    [InlineData("namespace async.await.record.var; [X] public partial class Net { }")]
    [InlineData("namespace Größe.Ünïcode.网络; [X] public partial class Net { }")]
    public void In_a_namespace(string source) => Compile(source.Replace("[X]", Attribute.Replace("[Network", "[global::StaticNet.Network")));

    [Theory]
    [InlineData("@class")]
    [InlineData("@int")]
    [InlineData("@event")]
    [InlineData("V")]
    [InlineData("TRule")]
    [InlineData("T")]
    [InlineData("Math")]
    [InlineData("Span")]
    [InlineData("Guard")]
    [InlineData("Tanh")]
    [InlineData("System")]
    [InlineData("StaticNet")]
    [InlineData("INetwork")]
    [InlineData("random")]
    [InlineData("count")]
    [InlineData("input")]
    [InlineData("Kernel")]
    [InlineData("Unsafe")]
    [InlineData("W3")]
    [InlineData("Сеть")]
    [InlineData("_")]
    [InlineData("__")]
    public void With_a_name(string name) => Compile($"namespace App; {Attribute.Replace("[Network", "[global::StaticNet.Network")} public partial class {name} {{ }}");

    [Theory]
    [InlineData("partial class Net { } [X] partial class Net { public int Mine => 1; }")]
    [InlineData("[X] partial class Net { } partial class Net { public int Mine => 1; }")]
    [InlineData("public partial class Net { } [X] partial class Net { }")]
    [InlineData("partial class Net : System.IDisposable { public void Dispose() { } } [X] partial class Net { }")]
    [InlineData("[Obsolete] partial class Net { } [X] partial class Net { }")]
    public void With_the_attribute_on_one_of_several_parts(string source) => Compile(source.Replace("[X]", Attribute));

    [Theory]
    [InlineData("using N = StaticNet.NetworkAttribute; [N(Input = 2, Output = 2)] public partial class Net { }")]
    [InlineData("[StaticNet.NetworkAttribute(Input = 2, Output = 2)] public partial class Net { }")]
    [InlineData("[type: global::StaticNet.Network(Input = 2, Output = 2)] public partial class Net { }")]
    [InlineData("[Obsolete, Network(Input = 2, Output = 2)] public partial class Net { }")]
    [InlineData("using A = StaticNet.Activation; using static StaticNet.Activation; [Network(Input = 2, HiddenLayers = new[] { 2, 3 }, Output = 2, HiddenActivations = new[] { A.Relu, Gelu })] public partial class Net { }")]
    [InlineData("[Network(Input = Net.In, Hidden = Sizes.Two + 1, Output = 1 << 1)] public partial class Net { const int In = 2; } static class Sizes { public const int Two = 2; }")]
    [InlineData("[Network(Input = 2, HiddenLayers = null, HiddenActivations = null, Output = 2)] public partial class Net { }")]
    [InlineData("[Network(Input = 2, Output = 2)] public partial class Net;")]
    public void With_the_attribute_in_another_spelling(string source) => Compile(source);

    [Theory]
    [InlineData("public class Base { } [X] public partial class Net : Base { }")]
    [InlineData("public abstract class Base { protected abstract int Mine { get; } } [X] public partial class Net : Base { protected override int Mine => 1; }")]
    [InlineData("public class Base<T> { } [X] public partial class Net : Base<int[]> { }")]
    [InlineData("[X] public partial class Net : Exception { }")]
    [InlineData("[X] public partial class Net : IClassifier<float> { }")]
    [InlineData("public interface IMine { void Forward(ReadOnlySpan<float> input, Span<float> output); } [X] public partial class Net : IMine { }")]
    [InlineData("[X] public partial class Net : IEquatable<Net> { public bool Equals(Net? other) => true; public override bool Equals(object? other) => true; public override int GetHashCode() => 1; }")]
    [InlineData("public partial class Net { [X] public partial class Inner : Net { } }")]
    public void With_bases(string source) => Compile(source.Replace("[X]", Attribute));

    [Theory]
    [InlineData("Math")]
    [InlineData("Span<T>")]
    [InlineData("ReadOnlySpan<T>")]
    [InlineData("Unsafe")]
    [InlineData("MemoryMarshal")]
    [InlineData("Columns")]
    [InlineData("Scratch")]
    [InlineData("Tanh")]
    [InlineData("Finite")]
    [InlineData("OneLane<T>")]
    [InlineData("V")]
    [InlineData("NetKernel")]
    [InlineData("var")]
    [InlineData("MethodImplAttribute : Attribute")]
    [InlineData("GeneratedCodeAttribute : Attribute")]
    public void Beside_a_type_with_a_name_that_the_generated_code_uses(string name)
    {
        foreach (string space in new[] { "", "namespace App;", "namespace StaticNet;", "namespace App.StaticNet;" })
            Compile($"{space} public class {name.Replace("var", "@var")} {{ }} {Attribute.Replace("[Network", "[global::StaticNet.Network")} public partial class Net {{ }}");
    }

    [Fact]
    public void Inside_a_type_whose_members_have_names_that_the_generated_code_uses() => Compile($$"""
        namespace App;
        public partial class Outer
        {
            public static int V, T, random, rule, System, StaticNet, Guard, Math, count, gradient, loss, label;
            public class Span { }
            {{Attribute}} public partial class Net { }
        }
        """);

    /// <summary>Types named like the generated code's variables are worth a warning, but not ours.</summary>
    private const string LowerCaseTypeName = "CS8981";

    private static void Compile(string source, bool allowUnsafe = false) =>
        GeneratorHarness.Run(source, new HarnessOptions { Unsafe = allowUnsafe, IgnoredWarnings = [LowerCaseTypeName] }).AssertCompiles();
}
