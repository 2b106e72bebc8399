using System.Numerics;
using StaticNet.Onnx.Proto;
using static StaticNet.Onnx.Proto.AttributeProto.Types;

namespace StaticNet.Onnx.Export;

/// <summary>An activation as nodes: its operator, where ONNX has one at our opset and ONNX Runtime has a kernel for the number type; else a formula.</summary>
internal static class ActivationNodes
{
    /// <param name="writer">Where to.</param>
    /// <param name="activation">Which.</param>
    /// <param name="layer">What names of nodes begin with.</param>
    /// <param name="z">The name of what the activation is applied to.</param>
    /// <param name="a">The name of its result.</param>
    public static void Write<T>(GraphWriter<T> writer, Activation activation, string layer, string z, string a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Identity:
                break;
            case Activation.LeakyRelu when GraphWriter<T>.IsDouble:
                // max(z, 0.01·z). The operator's slope is a float, too, and not as near to 0.01.
                Last("Max", z, Node("Mul", z, writer.Number("slope", 0.01)));
                break;
            case Activation.Elu when GraphWriter<T>.IsDouble:
                // max(z, 0) + (exp(min(z, 0)) − 1)
                Last("Add", Node("Max", z, Zero()), Node("Sub", Node("Exp", Node("Min", z, Zero())), One()));
                break;
            case Activation.Softplus when GraphWriter<T>.IsDouble:
                // max(z, 0) + ln(1 + exp(−|z|))
                Last("Add", Node("Max", z, Zero()), Node("Log", Node("Add", Node("Exp", Node("Neg", Node("Abs", z))), One())));
                break;
            case Activation.LeakyRelu:
                Last("LeakyRelu", z).Attribute.Add(new AttributeProto { Name = "alpha", Type = AttributeType.Float, F = 0.01f });
                break;
            case Activation.Elu:
                Last("Elu", z).Attribute.Add(new AttributeProto { Name = "alpha", Type = AttributeType.Float, F = 1 });
                break;
            case Activation.Gelu:
                // z·(1 + erf(z/√2))·½, node by node as PyTorch exports it: runtimes know the pattern.
                string erf = Node("Erf", Node("Div", z, writer.Number("sqrt2", Math.Sqrt(2))));
                Last("Mul", Node("Mul", z, Node("Add", erf, One())), writer.Number("half", 0.5));
                break;
            case Activation.Silu:
                Last("Mul", z, Node("Sigmoid", z));
                break;
            case Activation.Softmax:
                Last("Softmax", z).Attribute.Add(new AttributeProto { Name = "axis", Type = AttributeType.Int, I = 1 });
                break;
            default:
                // Tanh, Sigmoid, Relu and Softplus are called as in ONNX.
                Last(activation.ToString(), z);
                break;
        }

        string Zero() => writer.Number("zero", 0);

        string One() => writer.Number("one", 1);

        string Node(string operation, params ReadOnlySpan<string> inputs)
        {
            string name = $"{layer}/{operation}";
            writer.Node(name, operation, name, inputs);
            return name;
        }

        NodeProto Last(string operation, params ReadOnlySpan<string> inputs) => writer.Node($"{layer}/{activation}", operation, a, inputs);
    }
}
