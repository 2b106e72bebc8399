using System.Text;
using StaticNet.Functions;
using StaticNet.Lanes;

namespace StaticNet.C;

/// <summary>The functions of the layers of a network: each is written once, from the same code that computes it here.</summary>
/// <param name="style">How the header is written.</param>
/// <param name="helpers">What the functions call.</param>
internal sealed class CFunctions(CStyle style, CHelpers helpers)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _written = [];

    /// <summary>The functions that have been asked for.</summary>
    public string Text => _text.ToString();

    /// <summary>The call that makes an activation from a pre-activation.</summary>
    /// <param name="activation">Any but softmax.</param>
    /// <param name="isOutput">Whether it is that of the output; else it is limited to finite numbers.</param>
    /// <param name="z">The pre-activation.</param>
    public string Activation(Activation activation, bool isOutput, string z)
    {
        string a = activation == StaticNet.Activation.Identity ? z : $"{Activation(activation)}({z})";
        return isOutput || !ActivationFunction.IsUnbounded(activation) ? a : $"{FiniteNumber()}({a})";
    }

    /// <summary>The name of the function that limits a logit.</summary>
    public string Logit() => Function("logit", "A logit, limited to a quarter of the range: a difference of two is finite.", style.IsDouble
        ? Finite.DoubleLogit(CLane<double>.Variable("z")).Expression
        : Finite.SingleLogit(CLane<float>.Variable("z")).Expression, "z");

    /// <summary>The name of the exponential function of numbers up to 0.</summary>
    public string Exp() => Function("exp", "e^x for x up to 0: 2^n * 2^f with n = rint(x * log2 e), and a polynomial for 2^f.", style.IsDouble
        ? Functions.Exp.DoubleNonPositive(CLane<double>.Variable("x")).Expression
        : Functions.Exp.SingleNonPositive(CLane<float>.Variable("x")).Expression, "x");

    /// <summary>The name of the function that adds two parts of a sum.</summary>
    public string Join() => Function("join", "The sum of two parts, limited to finite numbers before: infinities of both signs would make it NaN.", style.IsDouble
        ? MatrixProduct.Join<CLane<double>, double>(CLane<double>.Variable("a"), CLane<double>.Variable("b")).Expression
        : MatrixProduct.Join<CLane<float>, float>(CLane<float>.Variable("a"), CLane<float>.Variable("b")).Expression, "a", "b");

    private string Activation(Activation activation) => Function(CName.SnakeCase(activation.ToString()), WhatIs(activation), style.IsDouble
        ? ActivationFunction.Double(activation, CLane<double>.Variable("z")).Expression
        : ActivationFunction.Single(activation, CLane<float>.Variable("z")).Expression, "z");

    private string FiniteNumber() => Function("finite", "x, but the largest finite number for infinity, which would become NaN in the next layer.", style.IsDouble
        ? Finite.Double(CLane<double>.Variable("x")).Expression
        : Finite.Single(CLane<float>.Variable("x")).Expression, "x");

    private string Function(string function, string what, CExpression expression, params ReadOnlySpan<string> parameters)
    {
        string name = $"{style.Name}_{function}";
        if (_written.Add(function))
        {
            string list = string.Join(", ", parameters.ToArray().Select(parameter => $"{style.Number} {parameter}"));
            _text.Append($"/* {what} */\nstatic inline {style.Number} {name}({list})\n{{\n{CBody.Of(expression, style.Number, helpers.Call)}}}\n\n");
        }

        return name;
    }

    private string WhatIs(Activation activation) => activation switch
    {
        StaticNet.Activation.Tanh => style.IsDouble ? "tanh z = (e^2z - 1) / (e^2z + 1), for |z|; the sign is put back." : "tanh z = z * P(z^2) / Q(z^2), a minimax fraction.",
        StaticNet.Activation.Sigmoid => "1 / (1 + e^-z), from e^-|z|, which cannot overflow.",
        StaticNet.Activation.Relu => "max(z, 0).",
        StaticNet.Activation.LeakyRelu => "z where positive, else z / 100.",
        StaticNet.Activation.Elu => "z where positive, else e^z - 1.",
        StaticNet.Activation.Gelu => "z * Phi(z), Phi the normal distribution function: Phi(-y) = e^(-y^2 / 2) * G(y) with a minimax fraction G, Phi(y) = 1 - Phi(-y).",
        StaticNet.Activation.Silu => "z / (1 + e^-z), from e^-|z|, which cannot overflow.",
        StaticNet.Activation.Softplus => "ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|).",
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Expected a function other than identity and softmax."),
    };
}
