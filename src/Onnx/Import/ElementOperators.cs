using static StaticNet.Onnx.Proto.AttributeProto.Types;

namespace StaticNet.Onnx.Import;

/// <summary>Operators on each number by itself: activations, what activations are put together from, and biases.</summary>
internal static class ElementOperators
{
    /// <summary>More nodes than any activation has; formulas double where a node takes the same value twice.</summary>
    private const int LongestFormula = 200;

    /// <summary>A function of one operand.</summary>
    public static Signal Function(Node node)
    {
        var signal = node.Signal(0);
        var x = signal.Formula;
        switch (node.Operation)
        {
            case "LeakyRelu":
                node.ExpectNumber("alpha", expected: 0.01f, otherwise: 0.01f);
                break;
            case "Elu" or "Swish":
                node.ExpectNumber("alpha", expected: 1, otherwise: 1);
                break;
            case "Gelu" when node.Attribute("approximate", AttributeType.String)?.S.ToStringUtf8() is { } approximation and not "none":
                throw node.Refuse($"expected approximate to be none, got {approximation}");
            case "Softmax":
                CheckAxis(node, signal);
                break;
        }

        if (node.Opset < FirstOpset(node.Operation))
            throw node.Refuse($"expected opset {FirstOpset(node.Operation)} or later, where this operator begins; the model's is {node.Opset}");
        return Result(node, signal, node.Operation switch
        {
            "Neg" => x * -1,
            "Relu" => Formula.Of("max", x, 0),
            "Swish" => Formula.Of("sigmoid", x) * x,
            var name => Formula.Of(name.ToLowerInvariant(), x),
        });
    }

    /// <summary>A sum or difference: a bias, or a part of an activation.</summary>
    public static Signal Sum(Node node, Chain chain)
    {
        int sign = node.Operation == "Sub" ? -1 : 1;
        switch (node.Any(0), node.Any(1))
        {
            case (Signal a, Signal b):
                return Result(node, a, a.Formula + (b.Formula * sign));
            case (Signal a, Constant b) when chain.IsSum(a):
                chain.AddBias(node, b, sign);
                return chain.Sum(node);
            case (Constant b, Signal a) when chain.IsSum(a) && sign > 0:
                chain.AddBias(node, b, sign);
                return chain.Sum(node);
            case (Signal a, Constant b):
                return Result(node, a, a.Formula + (Number(node, chain, b) * sign));
            case (Constant a, Signal b):
                return Result(node, b, (b.Formula * sign) + Number(node, chain, a));
            default:
                throw OfConstants(node);
        }
    }

    /// <summary>A product, quotient, maximum or minimum: a part of an activation.</summary>
    public static Signal Binary(Node node, Chain chain)
    {
        var (left, right) = (node.Any(0), node.Any(1));
        var signal = left as Signal ?? right as Signal ?? throw OfConstants(node);
        if (left is Signal a && right is Signal b)
        {
            return Result(node, signal, node.Operation switch
            {
                "Mul" => a.Formula * b.Formula,
                "Max" => Formula.Of("max", a.Formula, b.Formula),
                "Min" => Formula.Of("min", a.Formula, b.Formula),
                _ => throw node.Refuse("expected a quotient by a number"),
            });
        }

        double number = Number(node, chain, left as Constant ?? (Constant)right);
        return Result(node, signal, node.Operation switch
        {
            "Mul" => signal.Formula * number,
            "Max" => Formula.Of("max", signal.Formula, number),
            "Min" => Formula.Of("min", signal.Formula, number),
            _ => left is Signal ? signal.Formula * (1 / number) : throw node.Refuse("expected a quotient by a number"),
        });
    }

    /// <summary>The first opset that has an operator; the others are older than any that is read.</summary>
    private static int FirstOpset(string operation) => operation switch
    {
        "Erf" => 9,
        "Gelu" => 20,
        "Swish" => 24,
        _ => 0,
    };

    /// <summary>Rows are the samples. Before opset 13 the axis said where a matrix begins, which is the same for a matrix.</summary>
    private static void CheckAxis(Node node, Signal signal)
    {
        long axis = node.Integer("axis", node.Opset < 13 ? 1 : -1);
        if (axis is not (1 or -1) || !signal.IsMatrix)
            throw node.Refuse($"expected a softmax over the features, axis 1 or -1; its axis is {axis}");
    }

    private static Signal Result(Node node, Signal signal, Formula formula) =>
        formula.ToString().Length <= LongestFormula
            ? signal with { Formula = formula, Origin = node }
            : throw node.Refuse("its formula is longer than that of any activation");

    private static double Number(Node node, Chain chain, Constant constant)
    {
        chain.Check(node, constant);
        return constant.Tensor.Count == 1 && constant.Dims.Length <= 2
            ? constant.Number<double>(0)
            : throw node.Refuse($"expected a single number as its constant input, got {Shape.Text(constant.Dims)}");
    }

    private static OnnxException OfConstants(Node node) => node.Refuse("arithmetic on constants is not understood; export the model with constants folded");
}
