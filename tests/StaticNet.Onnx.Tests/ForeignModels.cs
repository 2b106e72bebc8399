using static StaticNet.Onnx.Tests.ForeignModel;
using static StaticNet.Onnx.Tests.ForeignTensor;

namespace StaticNet.Onnx.Tests;

/// <summary>Models in the forms in which other exporters write the layers 4 → 6 → 3 (or what is said).</summary>
internal static class ForeignModels
{
    private static readonly Random s_random = new(11);

    private static readonly Dictionary<string, (string Topology, ForeignModel Model)> s_models = new()
    {
        ["PyTorch: Gemm with rows for units"] = ("4 → 6 tanh → 3 softmax", PyTorch(model => model.Node("Tanh", ["z1"], "a1"))
            .Node("Softmax", ["z2"], "y", Attribute("axis", -1))),
        ["PyTorch: GELU by Erf"] = ("4 → 6 gelu → 3 identity", PyTorch(model => Gelu(model, "Div", MathF.Sqrt(2))).Node("Identity", ["z2"], "y")),
        ["PyTorch: SiLU"] =
            ("4 → 6 silu → 3 sigmoid", PyTorch(model => model.Node("Sigmoid", ["z1"], "s").Node("Mul", ["z1", "s"], "a1")).Node("Sigmoid", ["z2"], "y")),
        ["PyTorch: softplus, dropout in between"] = ("4 → 6 softplus → 3 elu", PyTorch(model => model
                .Node("Softplus", ["z1"], "p")
                .Tensor(Raw("ratio", [0.5f])).Tensor(Truth("training", false))
                .Node("Dropout", ["p", "ratio", "training"], ["a1", "mask"], []))
            .Node("Elu", ["z2"], "y", Attribute("alpha", 1f))),
        ["PyTorch: an old one, with initializers as inputs and Dropout by its ratio"] = ("4 → 6 relu → 3 identity", new ForeignModel(opset: 9, format: 3)
            .Input("x", F32, 2, 4).Input("0.weight", F32, 6, 4).Input("0.bias", F32, 6).Input("3.weight", F32, 3, 6).Input("3.bias", F32, 3)
            .Tensor(Raw("0.weight", Some(24), 6, 4)).Tensor(Raw("0.bias", Some(6), 6)).Tensor(Raw("3.weight", Some(18), 3, 6)).Tensor(Raw("3.bias", Some(3), 3))
            .Node("Gemm", ["x", "0.weight", "0.bias"], "5", Attribute("alpha", 1f), Attribute("beta", 1f), Attribute("transB", 1))
            .Node("Relu", ["5"], "6")
            .Node("Dropout", ["6"], "7", Attribute("ratio", 0.2f))
            .Node("Gemm", ["7", "3.weight", "3.bias"], "8", Attribute("alpha", 1f), Attribute("beta", 1f), Attribute("transB", 1))
            .Output("8", F32, 2, 3)),
        ["PyTorch: not folded, no bias"] = ("4 → 6 leakyrelu → 3 identity", new ForeignModel().Input("x", F32, "n", 4)
            .Tensor(Raw("w1", Some(24), 6, 4)).Tensor(Raw("w2", Some(18), 3, 6))
            .Node("Transpose", ["w1"], "w1t", Attribute("perm", [1L, 0]))
            .Node("MatMul", ["x", "w1t"], "z1")
            .Node("LeakyRelu", ["z1"], "a1", Attribute("alpha", 0.01f))
            .Node("Transpose", ["w2"], "w2t")
            .Node("MatMul", ["a1", "w2t"], "y")
            .Output("y", F32, "n", 3)),
        ["PyTorch: an image, flattened"] = ("12 → 6 relu → 3 identity", PyTorch(Relu, inputs: 12, head: new ForeignModel(17)
                .Input("image", F32, "n", 1, 3, 4).Node("Flatten", ["image"], "x", Attribute("axis", 1)))
            .Node("Identity", ["z2"], "y")),
        ["PyTorch: an image, reshaped"] = ("12 → 6 relu → 3 identity", PyTorch(Relu, inputs: 12, head: new ForeignModel(17)
                .Input("image", F32, "n", 1, 3, 4)
                .Node("Constant", [], "shape", Attribute("value", Integers("", [-1, 12], 2)))
                .Node("Reshape", ["image", "shape"], "x", Attribute("allowzero", 0)))
            .Node("Identity", ["z2"], "y")),
        ["PyTorch: a fixed batch, reshaped as it is"] = ("4 → 6 relu → 3 identity", PyTorch(Relu, head: new ForeignModel(17)
                .Input("rows", F32, 5, 4)
                .Node("Constant", [], "shape", Attribute("value_ints", [5L, -1]))
                .Node("Reshape", ["rows", "shape"], "x", Attribute("allowzero", 1)))
            .Node("Identity", ["z2"], "y")),
        ["Keras: MatMul and Add"] = ("4 → 6 elu → 3 softmax", new ForeignModel(15, 8).Input("dense_input", F32, "unk__6", 4)
            .Tensor(Typed("seq/dense/MatMul/ReadVariableOp:0", Some(24), 4, 6)).Tensor(Typed("seq/dense/BiasAdd/ReadVariableOp:0", Some(6), 6))
            .Tensor(Typed("seq/dense_1/MatMul/ReadVariableOp:0", Some(18), 6, 3)).Tensor(Typed("seq/dense_1/BiasAdd/ReadVariableOp:0", Some(3), 3))
            .Node("MatMul", ["dense_input", "seq/dense/MatMul/ReadVariableOp:0"], "seq/dense/MatMul:0")
            .Node("Add", ["seq/dense/MatMul:0", "seq/dense/BiasAdd/ReadVariableOp:0"], "seq/dense/BiasAdd:0")
            .Node("Elu", ["seq/dense/BiasAdd:0"], "seq/dense/Elu:0")
            .Node("MatMul", ["seq/dense/Elu:0", "seq/dense_1/MatMul/ReadVariableOp:0"], "seq/dense_1/MatMul:0")
            .Node("Add", ["seq/dense_1/MatMul:0", "seq/dense_1/BiasAdd/ReadVariableOp:0"], "seq/dense_1/BiasAdd:0")
            .Node("Softmax", ["seq/dense_1/BiasAdd:0"], "dense_1")
            .Output("dense_1", F32, "unk__7", 3)),
        ["Keras: the bias in front, GELU with half of x first"] = ("4 → 6 gelu → 3 tanh", MatMulAdd(model => model
                .Tensor(Raw("half", [0.5f], 1, 1)).Tensor(Raw("one", [1], 1)).Tensor(Raw("root", [0.70710677f]))
                .Node("Mul", ["half", "z1"], "h").Node("Mul", ["z1", "root"], "r").Node("Erf", ["r"], "e").Node("Add", ["one", "e"], "p").Node("Mul", ["p", "h"], "a1"))
            .Node("Tanh", ["z2"], "y")),
        ["GELU with half of the sum"] = ("4 → 6 gelu → 3 tanh", MatMulAdd(model => model
                .Tensor(Raw("half", [0.5f])).Tensor(Raw("root", [MathF.Sqrt(2)]))
                .Node("Div", ["z1", "root"], "r").Node("Erf", ["r"], "e").Node("Mul", ["e", "half"], "he").Node("Add", ["he", "half"], "phi").Node("Mul", ["phi", "z1"], "a1"))
            .Node("Tanh", ["z2"], "y")),
        ["GELU and an axis of older opsets"] =
            ("4 → 6 gelu → 3 softmax", PyTorch(model => Gelu(model, "Mul", 1 / MathF.Sqrt(2)), opset: 9).Node("Softmax", ["z2"], "y")),
        ["GELU as an operator"] =
            ("4 → 6 gelu → 3 relu", PyTorch(model => model.Node("Gelu", ["z1"], "a1", Attribute("approximate", "none")), opset: 20).Node("Relu", ["z2"], "y")),
        ["Swish as an operator"] = ("4 → 6 silu → 3 relu", PyTorch(model => model.Node("Swish", ["z1"], "a1"), opset: 24).Node("Relu", ["z2"], "y")),
        ["Softplus by logarithm, maximum for ReLU, maximum for leaky ReLU"] = ("4 → 6 softplus → 3 leakyrelu", PyTorch(model => model
                .Tensor(Raw("one", [1])).Tensor(Raw("slope", [0.01f]))
                .Node("Exp", ["z1"], "e").Node("Add", ["e", "one"], "p").Node("Log", ["p"], "a1"))
            .Node("Mul", ["slope", "z2"], "l").Node("Max", ["l", "z2"], "y")),
        ["scikit-learn: regression with a Cast and a column at the end"] = ("4 → 6 relu → 1 identity", new ForeignModel(14, 8).Input("X", F32, "n", 4)
            .Tensor(Typed("coefficient", Some(24), 4, 6)).Tensor(Typed("intercepts", Some(6), 1, 6)).Tensor(Typed("coefficient1", Some(6), 6, 1)).Tensor(Typed("intercepts1", Some(1), 1, 1))
            .Tensor(Integers("shape_tensor", [-1, 1], 2))
            .Node("Cast", ["X"], "cast_input", Attribute("to", F32))
            .Node("MatMul", ["cast_input", "coefficient"], "mul_result")
            .Node("Add", ["mul_result", "intercepts"], "add_result")
            .Node("Relu", ["add_result"], "next_activations")
            .Node("MatMul", ["next_activations", "coefficient1"], "mul_result1")
            .Node("Add", ["mul_result1", "intercepts1"], "add_result1")
            .Node("Identity", ["add_result1"], "out_activations_result")
            .Node("Reshape", ["out_activations_result", "shape_tensor"], "variable")
            .Output("variable", F32, "n", 1)),
        ["Gemm with factors, and one bias for all"] = ("4 → 6 tanh → 3 identity", new ForeignModel().Input("x", F32, "n", 4)
            .Tensor(Raw("w1", Some(24), 4, 6)).Tensor(Raw("b1", Some(6), 1, 6)).Tensor(Raw("w2", Some(18), 6, 3)).Tensor(Raw("b2", [0.25f])).Tensor(Raw("more", Some(3), 3))
            .Node("Gemm", ["x", "w1", "b1"], "z1", Attribute("alpha", 0.5f), Attribute("beta", -2f))
            .Node("Tanh", ["z1"], "a1")
            .Node("Gemm", ["a1", "w2", "b2"], "z2", Attribute("alpha", 3f))
            .Node("Add", ["more", "z2"], "z3")
            .Node("Sub", ["z3", "b2"], "y")
            .Output("y", F32, "n", 3)),
        ["Weights within nodes, a Gemm without C, nothing said of shapes"] = ("4 → 6 sigmoid → 3 identity", new ForeignModel(11).Input("x", F32, "n", "features")
            .Node("Constant", [], "w1", Attribute("value", Raw("", Some(24), 4, 6)))
            .Node("Identity", ["w1"], "w1_")
            .Node("Constant", [], "w2", Attribute("value", Typed("", Some(18), 6, 3)))
            .Node("Constant", [], "b2", Attribute("value_floats", Some(3)))
            .Node("Gemm", ["x", "w1_"], "z1")
            .Node("Identity", ["z1"], "z1_")
            .Node("Sigmoid", ["z1_"], "a1")
            .Node("Gemm", ["a1", "w2", ""], "z2")
            .Node("Add", ["z2", "b2"], "y")
            .Output("y", F32, "n", "m")),
        ["Numbers of 16 bits"] = ("4 → 6 relu → 3 identity", new ForeignModel(17).Input("x", F32, "n", 4)
            .Tensor(RawHalf("w1", Some(24), 4, 6)).Tensor(TypedHalf("b1", Some(6), 6)).Tensor(TypedBFloat16("w2", Some(18), 6, 3)).Tensor(Raw("b2", Some(3), 3))
            .Node("Cast", ["w1"], "w1f", Attribute("to", F32)).Node("Cast", ["b1"], "b1f", Attribute("to", F32)).Node("Cast", ["w2"], "w2f", Attribute("to", F32))
            .Node("Gemm", ["x", "w1f", "b1f"], "z1").Node("Relu", ["z1"], "a1").Node("Gemm", ["a1", "w2f", "b2"], "y")
            .Output("y", F32, "n", 3)),
        ["Three identity layers in a row"] = ("4 → 5 identity → 2 identity → 3 identity", new ForeignModel().Input("x", F32, "n", 4)
            .Tensor(Raw("w1", Some(20), 4, 5)).Tensor(Raw("w2", Some(10), 5, 2)).Tensor(Raw("w3", Some(6), 2, 3))
            .Node("MatMul", ["x", "w1"], "z1").Node("MatMul", ["z1", "w2"], "z2").Node("MatMul", ["z2", "w3"], "y")
            .Output("y", F32, "n", 3)),
    };

    /// <summary>Each with what it is to be read as.</summary>
    public static IReadOnlyDictionary<string, (string Topology, byte[] Bytes)> All { get; } = s_models.ToDictionary(model =>
        model.Key, model => (model.Value.Topology, model.Value.Model.ToArray()));

    /// <summary>Two layers as PyTorch's exporter writes them, with an activation between; the last one's is still to come.</summary>
    /// <param name="activation">Adds nodes from z1 to a1.</param>
    /// <param name="opset">The version of the operators.</param>
    /// <param name="inputs">Columns of x.</param>
    /// <param name="head">What comes before, and ends in x; null: x is the input.</param>
    public static ForeignModel PyTorch(Func<ForeignModel, ForeignModel> activation, int opset = 13, int inputs = 4, ForeignModel? head = null) =>
        activation((head ?? new ForeignModel(opset).Input("x", F32, "batch", inputs))
            .Tensor(Raw("fc1.weight", Some(6 * inputs), 6, inputs)).Tensor(Raw("fc1.bias", Some(6), 6)).Tensor(Raw("fc2.weight", Some(18), 3, 6)).Tensor(Raw("fc2.bias", Some(3), 3))
            .Node("Gemm", ["x", "fc1.weight", "fc1.bias"], ["z1"], [Attribute("alpha", 1f), Attribute("beta", 1f), Attribute("transB", 1)], "/fc1/Gemm"))
        .Node("Gemm", ["a1", "fc2.weight", "fc2.bias"], ["z2"], [Attribute("alpha", 1f), Attribute("beta", 1f), Attribute("transB", 1)], "/fc2/Gemm")
        .Output("y", F32, "batch", 3);

    /// <summary>Two layers of MatMul and Add, with an activation between.</summary>
    public static ForeignModel MatMulAdd(Func<ForeignModel, ForeignModel> activation) => activation(new ForeignModel().Input("x", F32, "n", 4)
            .Tensor(Raw("w1", Some(24), 4, 6)).Tensor(Raw("b1", Some(6), 6)).Tensor(Raw("w2", Some(18), 6, 3)).Tensor(Raw("b2", Some(3), 3))
            .Node("MatMul", ["x", "w1"], "m1").Node("Add", ["b1", "m1"], "z1"))
        .Node("MatMul", ["a1", "w2"], "m2").Node("Add", ["b2", "m2"], "z2")
        .Output("y", F32, "n", 3);

    /// <summary>Numbers from −1 to 1.</summary>
    public static float[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * s_random.NextSingle()) - 1)];

    public static ForeignModel Relu(ForeignModel model) => model.Node("Relu", ["z1"], "a1");

    private static ForeignModel Gelu(ForeignModel model, string operation, float root) => model
        .Node("Constant", [], "root", Attribute("value", Raw("", [root]))).Node(operation, ["z1", "root"], "r")
        .Node("Erf", ["r"], "e")
        .Node("Constant", [], "one", Attribute("value_float", 1f)).Node("Add", ["e", "one"], "p")
        .Node("Mul", ["z1", "p"], "m")
        .Node("Constant", [], "half", Attribute("value", Typed("", [0.5f]))).Node("Mul", ["m", "half"], "a1");
}
