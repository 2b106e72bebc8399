using System.Collections.Immutable;
using System.Globalization;

namespace StaticNet.Onnx.Import;

/// <summary>
/// A function of one number x, <c>scale · product + offset</c>, in a form that does not depend on the order of operands: numbers are gathered in front,
/// factors and terms are sorted. So whatever nodes an exporter writes GELU with, its text is the same.
/// </summary>
/// <param name="Scale">What the product is multiplied by.</param>
/// <param name="Factors">Texts of the product's factors, sorted.</param>
/// <param name="Offset">What is added.</param>
internal sealed record Formula(double Scale, ImmutableArray<string> Factors, double Offset)
{
    /// <summary>x itself.</summary>
    public static Formula X { get; } = new(1, ["x"], 0);

    /// <summary>A function's result.</summary>
    public static Formula Of(string function, Formula argument) => new(1, [$"{function}({argument})"], 0);

    /// <summary>The result of a function that does not mind the order of its arguments.</summary>
    public static Formula Of(string function, Formula argument, Formula other) => new(1, [$"{function}({Sorted(", ", argument, other)})"], 0);

    /// <summary>The same for a number.</summary>
    public static Formula Of(string function, Formula argument, double other) => Of(function, argument, new Formula(0, [], other));

    public static Formula operator *(Formula formula, double number) => formula with { Scale = formula.Scale * number, Offset = formula.Offset * number };

    public static Formula operator +(Formula formula, double number) => formula with { Offset = formula.Offset + number };

    public static Formula operator *(Formula left, Formula right)
    {
        var (a, b) = (left.AsProduct(), right.AsProduct());
        return new(a.Scale * b.Scale, [.. a.Factors.Concat(b.Factors).Order(StringComparer.Ordinal)], 0);
    }

    public static Formula operator +(Formula left, Formula right) =>
        new(1, [$"({Sorted(" + ", left with { Offset = 0 }, right with { Offset = 0 })})"], left.Offset + right.Offset);

    /// <summary>As a text with numbers of six digits, such as <c>0.5·(erf(0.707107·x) + 1)·x</c>.</summary>
    public override string ToString()
    {
        string product = string.Join('·', Scale == 1 ? Factors : Scale == -1 ? [$"-{Factors[0]}", .. Factors[1..]] : Factors.Insert(0, Text(Scale)));
        return Factors.IsEmpty ? Text(Offset) : Offset == 0 ? product : $"{product} {(Offset < 0 ? '-' : '+')} {Text(Math.Abs(Offset))}";
    }

    /// <summary>A sum as one factor, whose first term has no number in front of it.</summary>
    private Formula AsProduct() => Offset == 0 ? this : new(Scale, [$"({this with { Scale = 1, Offset = Offset / Scale }})"], 0);

    private static string Sorted(string separator, Formula left, Formula right) =>
        string.Join(separator, new[] { left.ToString(), right.ToString() }.Order(StringComparer.Ordinal));

    private static string Text(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
