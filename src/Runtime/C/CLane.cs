using System.Runtime.CompilerServices;
using StaticNet.Lanes;

namespace StaticNet.C;

/// <summary>
/// A lane that computes nothing: it remembers how it came about, as an expression in C. A function that is written once against <see cref="ILanes{TSelf}"/> becomes C
/// when it is given this, with the operations, constants and order that it has for numbers. So no formula is written a second time.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly struct CLane<T> : ILanes<CLane<T>, T>
    where T : unmanaged
{
    private CLane(CExpression expression) => Expression = expression;

    /// <summary>How it came about.</summary>
    public CExpression Expression { get; }

    public static int Count => 1;

    public static CLane<T> Zero => Broadcast(default);

    public static CLane<T> One => Broadcast(Setting.From<T>(1));

    /// <summary>A parameter of the function.</summary>
    public static CLane<T> Variable(string name) => new(new(COperation.Leaf, name));

    public static CLane<T> Broadcast(T value) => new(new(COperation.Leaf, CLiteral.Of(value)));

    public static CLane<T> operator +(CLane<T> a, CLane<T> b) => Of(COperation.Add, a, b);

    public static CLane<T> operator -(CLane<T> a, CLane<T> b) => Of(COperation.Subtract, a, b);

    public static CLane<T> operator *(CLane<T> a, CLane<T> b) => Of(COperation.Multiply, a, b);

    public static CLane<T> operator /(CLane<T> a, CLane<T> b) => Of(COperation.Divide, a, b);

    public static CLane<T> operator -(CLane<T> a) => Of(COperation.Negate, a);

    public static CLane<T> Fma(CLane<T> a, CLane<T> b, CLane<T> c) => Call("fma", a, b, c);

    public static CLane<T> Fms(CLane<T> a, CLane<T> b, CLane<T> c) => Call("fma", a, b, -c);

    public static CLane<T> Fnma(CLane<T> a, CLane<T> b, CLane<T> c) => Call("fma", -a, b, c);

    public static CLane<T> Min(CLane<T> a, CLane<T> b) => Call("min", a, b);

    public static CLane<T> Max(CLane<T> a, CLane<T> b) => Call("max", a, b);

    public static CLane<T> Abs(CLane<T> a) => Call("fabs", a);

    public static CLane<T> CopySign(CLane<T> magnitude, CLane<T> sign) => Call("copysign", magnitude, sign);

    public static CLane<T> Round(CLane<T> a) => Call("rint", a);

    public static CLane<T> Scale(CLane<T> x, CLane<T> n) => Call("scale", x, n);

    public static CLane<T> LessThan(CLane<T> a, CLane<T> b) => Of(COperation.LessThan, a, b);

    public static CLane<T> Equal(CLane<T> a, CLane<T> b) => Of(COperation.Equal, a, b);

    public static CLane<T> Select(CLane<T> mask, CLane<T> a, CLane<T> b) => Of(COperation.Select, mask, a, b);

    public static CLane<T> Sqrt(CLane<T> a) => throw Unused();

    public static CLane<T> Decompose(CLane<T> x, out CLane<T> exponent) => throw Unused();

    public static CLane<T> FirstLanes(int count) => throw Unused();

    public static CLane<T> Broadcast(ref T origin, int offset) => throw Unused();

    public static CLane<T> Load(ref T origin, int offset) => throw Unused();

    public static void Store(CLane<T> value, ref T origin, int offset) => throw Unused();

    public static T Sum(CLane<T> a) => throw Unused();

    public static void LoadPairs(ref T origin, int offset, out CLane<T> even, out CLane<T> odd) => throw Unused();

    public static void StorePairs(CLane<T> even, CLane<T> odd, ref T origin, int offset) => throw Unused();

    public static CLane<T> LoadIntegers(ref int origin, int offset) => throw Unused();

    public static CLane<T> SumRows(ref T rows) => throw Unused();

    private static CLane<T> Of(COperation operation, params ReadOnlySpan<CLane<T>> operands) => Of(operation, "", operands);

    private static CLane<T> Call(string function, params ReadOnlySpan<CLane<T>> operands) => Of(COperation.Call, function, operands);

    private static CLane<T> Of(COperation operation, string symbol, ReadOnlySpan<CLane<T>> operands)
    {
        var expressions = new CExpression[operands.Length];
        for (int i = 0; i < expressions.Length; i++)
            expressions[i] = operands[i].Expression;
        return new(new(operation, symbol, expressions));
    }

    private static NotSupportedException Unused([CallerMemberName] string operation = "") =>
        new($"No function of a forward pass uses {operation}, so it has no form in C.");
}
