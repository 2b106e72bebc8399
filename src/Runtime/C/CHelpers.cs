using System.Text;

namespace StaticNet.C;

/// <summary>The operations of lanes that are no operators in C: those that a header uses are written into it, unless the mathematics library has them.</summary>
/// <param name="style">How the header is written.</param>
internal sealed class CHelpers(CStyle style)
{
    /// <summary>In the order in which they are written: each after what it calls.</summary>
    private static readonly string[] All = ["bits", "number", "significand", "sticky", "fma", "fabs", "copysign", "rint", "min", "max", "power_of_two", "scale"];

    private readonly HashSet<string> _used = [];

    /// <summary>The name of a function in C, which the header will have.</summary>
    public string Call(string function)
    {
        if (style.UsesLibm && function is "fma" or "fabs" or "copysign" or "rint")
            return function + style.Suffix;
        _used.Add(function);
        foreach (string other in CalledBy(function))
            Call(other);
        return $"{style.Name}_{function}";
    }

    /// <summary>The functions that are used.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (string function in All)
        {
            if (_used.Contains(function))
                text.Append(TextOf(function)).Append("\n\n");
        }

        return text.ToString();
    }

    private static string[] CalledBy(string function) => function switch
    {
        "significand" or "fabs" or "copysign" or "power_of_two" => ["bits", "number"],
        "fma" => ["significand", "sticky"],
        "rint" => ["fabs", "copysign"],
        "scale" => ["rint", "power_of_two"],
        _ => [],
    };

    private string TextOf(string function)
    {
        string name = style.Name, number = style.Number, f = style.Suffix;
        string unsigned = style.IsDouble ? "uint64_t" : "uint32_t";
        string one = $"({unsigned})1", signPlace = style.IsDouble ? "63" : "31", fractionBits = style.IsDouble ? "52" : "23";
        // Twice the numbers past which all are integers, and that which brings the exponent's bias, too, into the last bits.
        string integers = style.IsDouble ? "4503599627370496.0" : "8388608.0f", biased = style.IsDouble ? "6755399441056767.0" : "12583039.0f";
        return function switch
        {
            "bits" => $$"""
                /* The bits of a number. */
                static inline {{unsigned}} {{name}}_bits({{number}} x)
                {
                    {{unsigned}} bits;
                    memcpy(&bits, &x, sizeof bits);
                    return bits;
                }
                """,
            "number" => $$"""
                /* The number of these bits. */
                static inline {{number}} {{name}}_number({{unsigned}} bits)
                {
                    {{number}} x;
                    memcpy(&x, &bits, sizeof x);
                    return x;
                }
                """,
            "significand" => style.IsDouble ? CFma.DoubleSignificand(name) : CFma.SingleSignificand(name),
            "sticky" => style.IsDouble ? CFma.DoubleSticky(name) : CFma.SingleSticky(name),
            "fma" => style.IsDouble ? CFma.Double(name) : CFma.Single(name),
            "fabs" => $$"""
                /* The sign cleared. */
                static inline {{number}} {{name}}_fabs({{number}} x)
                {
                    return {{name}}_number({{name}}_bits(x) & ~({{one}} << {{signPlace}}));
                }
                """,
            "copysign" => $$"""
                /* The magnitude of x with the sign of y. */
                static inline {{number}} {{name}}_copysign({{number}} x, {{number}} y)
                {
                    const {{unsigned}} sign = {{one}} << {{signPlace}};
                    return {{name}}_number(({{name}}_bits(x) & ~sign) | ({{name}}_bits(y) & sign));
                }
                """,
            "rint" => $$"""
                /* The nearest integer, ties to even: the addition of 2^{{fractionBits}} leaves no bits for a fraction. */
                static inline {{number}} {{name}}_rint({{number}} x)
                {
                    const {{number}} magnitude = {{name}}_fabs(x);
                    return magnitude < {{integers}} ? {{name}}_copysign((magnitude + {{integers}}) - {{integers}}, x) : x;
                }
                """,
            "min" => $$"""
                /* The smaller; b where either is NaN. */
                static inline {{number}} {{name}}_min({{number}} a, {{number}} b)
                {
                    return a < b ? a : b;
                }
                """,
            "max" => $$"""
                /* The larger; b where either is NaN. */
                static inline {{number}} {{name}}_max({{number}} a, {{number}} b)
                {
                    return a > b ? a : b;
                }
                """,
            "power_of_two" => $$"""
                /* 2^n in the normal range: the addition puts n and the exponent's bias into the last bits, and the shift moves them to the exponent. */
                static inline {{number}} {{name}}_power_of_two({{number}} n)
                {
                    return {{name}}_number({{name}}_bits(n + {{biased}}) << {{fractionBits}});
                }
                """,
            "scale" => $$"""
                /* x * 2^n in two steps, of which only the second can round. */
                static inline {{number}} {{name}}_scale({{number}} x, {{number}} n)
                {
                    const {{number}} half = {{Call("rint")}}(n * 0.5{{f}});
                    return x * {{name}}_power_of_two(half) * {{name}}_power_of_two(n - half);
                }
                """,
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Expected a helper."),
        };
    }
}
