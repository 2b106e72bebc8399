using StaticNet.Generator.Portable;

namespace StaticNet.Generator.Tests.Portable;

/// <summary>What the translator makes of the phrases that kernels consist of.</summary>
public sealed class PortableRewriterTests
{
    [Theory]
    [InlineData("V s = V.Fma(a, b, V.Zero);", "V s = default(V).Fma(a, b, default(V).Zero);")]
    [InlineData("V s = a * b - c;", "V s = default(V).Subtract(default(V).Multiply(a, b), c);")]
    [InlineData("V s = a * (b - c) / a;", "V s = default(V).Divide(default(V).Multiply(a, default(V).Subtract(b, c)), a);")]
    [InlineData("V s = -V.Abs(a);", "V s = default(V).Negate(default(V).Abs(a));")]
    [InlineData("a += b * c;", "a = default(V).Add(a, default(V).Multiply(b, c));")]
    [InlineData("V s = V.One - Tanh.Single(a);", "V s = default(V).Subtract(default(V).One, Tanh.Single(a));")]
    [InlineData("var s = Tanh.Single(a); V t = s + s;", "var s = Tanh.Single(a); V t = default(V).Add(s, s);")]
    [InlineData("V m = V.Decompose(a, out V e) + V.One; V s = e + m;", "V m = default(V).Add(default(V).Decompose(a, out V e), default(V).One); V s = default(V).Add(e, m);")]
    [InlineData("float y = x * x + V.Sum(a) / V.Count;", "float y = x * x + default(V).Sum(a) / default(V).Count;")]
    [InlineData("int i = (n * 3 + 1) * V.Count - -n;", "int i = (n * 3 + 1) * default(V).Count - -n;")]
    [InlineData("a = OneLane<float>.Zero;", "a = default(OneLane<float>).Zero;")]
    [InlineData("x = Unsafe.Add(ref p, 3);", "x = Reference.Add(ref p, 3);")]
    [InlineData("MemoryMarshal.CreateSpan(ref p, 3).Clear();", "Reference.Clear(ref p, 3);")]
    [InlineData("MemoryMarshal.CreateReadOnlySpan(ref p, n).CopyTo(span);", "Reference.Copy(ref p, n, span);")]
    [InlineData("F(ref global::System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array));", "F(ref global::StaticNet.Portable.Lanes.Reference.First(array));")]
    [InlineData("bool b = typeof(T) == typeof(float);", "bool b = Reference.SizeOf<T>() == 4;")]
    [InlineData("bool b = typeof(V) == typeof(Lanes1x512Single);", "bool b = false;")]
    [InlineData("T t = (T)(object)1f;", "T t = Setting.From<T>(1f);")]
    [InlineData("T t = T.CreateChecked(n);", "T t = global::StaticNet.Portable.Number<T>.CreateChecked(n);")]
    [InlineData("int size = TRule.StateCount;", "int size = default(TRule).StateCount;")]
    public void Statements(string statement, string expected)
    {
        const string Head = "void M<V, T, TRule>(V a, V b, V c, float x, int n) where V : struct, ILanes<V, T> where T : unmanaged";
        Assert.Equal(
            $"class C {{ {Head} where TRule : struct, IUpdateRule<T> {{ {expected} }} }}",
            PortableRewriter.Translate($"class C {{ {Head}, IBinaryFloatingPointIeee754<T> where TRule : struct, IUpdateRule<T> {{ {statement} }} }}"));
    }

    [Theory]
    [InlineData("interface ILanes<S> { static abstract S Zero { get; } }", "interface ILanes<S> { S Zero { get; } }")]
    [InlineData("interface ILanes<S> { static abstract S operator -(S a, S b); }", "interface ILanes<S> { S Subtract(S a, S b); }")]
    [InlineData("interface ILanes<TSelf> { static abstract TSelf operator +(TSelf a, TSelf b); }", "interface ILanes<TSelf> { TSelf Add(in TSelf a, in TSelf b); }")]
    [InlineData("interface ILanes<TSelf> { static abstract void Store(TSelf value, ref float origin); }", "interface ILanes<TSelf> { void Store(in TSelf value, ref float origin); }")]
    [InlineData("interface ILanes<S> { static abstract S operator -(S a); }", "interface ILanes<S> { S Negate(S a); }")]
    [InlineData("interface IRule { static virtual bool Decays => false; }", "interface IRule { bool Decays { get; } }")]
    [InlineData("interface IKernel { static virtual int F(int x) => throw new E(); }", "interface IKernel { int F(int x) ; }")]
    [InlineData("struct R : IUpdateRule<float> { public static int StateCount => 0; private static int Own => 1; }", "struct R : IUpdateRule<float> { public int StateCount => 0; private static int Own => 1; }")]
    [InlineData("struct S<V> where V : struct, ILanes<V, float> { V _c; V Of(V x) => x * _c; }", "struct S<V> where V : struct, ILanes<V, float> { V _c; V Of(V x) => default(V).Multiply(x, _c); }")]
    [InlineData("class C { [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)] void M() { } }", "class C { [MethodImpl(MethodImplOptions.NoInlining | (MethodImplOptions)512)] void M() { } }")]
    public void Declarations(string declaration, string expected) => Assert.Equal(expected, PortableRewriter.Translate(declaration));

    /// <summary>What mentions lanes has a namespace of its own; the rest, and what others have called the same, keeps its name.</summary>
    [Theory]
    [InlineData("using StaticNet.Lanes;", "using StaticNet.Portable.Lanes;")]
    [InlineData("using static global::StaticNet.Lanes.Scalar;", "using static global::StaticNet.Portable.Lanes.Scalar;")]
    [InlineData("using Units = global::StaticNet.Lanes.Lanes1x128<float>;", "using Units = global::StaticNet.Portable.Lanes.Lanes1x128<float>;")]
    [InlineData("namespace StaticNet.Functions;", "namespace StaticNet.Portable.Functions;")]
    [InlineData("namespace StaticNet; class Chunks { }", "namespace StaticNet.Portable; class Chunks { }")]
    [InlineData("namespace StaticNet; class Trainer { }", "namespace StaticNet; class Trainer { }")]
    [InlineData("namespace App.StaticNet.Lanes { }", "namespace App.StaticNet.Lanes { }")]
    [InlineData("class C { int F() => global::StaticNet.Dropout.FirstState(0); }", "class C { int F() => global::StaticNet.Portable.Dropout.FirstState(0); }")]
    [InlineData("class C { int F() => global::StaticNet.Guard.Count(1); }", "class C { int F() => global::StaticNet.Guard.Count(1); }")]
    [InlineData("class C { int F() => App.StaticNet.Dropout; }", "class C { int F() => App.StaticNet.Dropout; }")]
    public void Names(string text, string expected) => Assert.Equal(expected, PortableRewriter.Translate(text));
}
