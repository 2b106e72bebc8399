using static StaticNet.Onnx.Tests.ForeignModel;
using static StaticNet.Onnx.Tests.ForeignTensor;

namespace StaticNet.Onnx.Tests;

/// <summary>What is no network of ours is refused with the node that does not fit, and why.</summary>
public class RefusalTests
{
    private static readonly Dictionary<string, ForeignModel> s_refused = new()
    {
        // Operators.
        ["node 'conv1' (Conv): expected Gemm or MatMul."] = Input().Tensor(Raw("k", [1], 1, 1, 1, 1)).Node("Conv", ["x", "k"], ["y"], [], "conv1"),
        ["node '/BatchNormalization_y' (BatchNormalization): expected an activation, Gemm or MatMul."] =
            Layer().Node("BatchNormalization", ["z", "b", "b", "b", "b"], "y"),
        ["node '/Relu_a' (Relu): expected Gemm or MatMul."] = Layer(Input().Node("Relu", ["x"], "a"), "a"),
        ["node '/LogSoftmax_y' (LogSoftmax): it gives logarithms, which no network of StaticNet does; export the model with Softmax, or with neither."] =
            Layer().Node("LogSoftmax", ["z"], "y"),
        ["node '/Shape_s' (Shape): shapes that are computed are not understood; Flatten can be instead."] = Input().Node("Shape", ["x"], "s"),
        ["node 'fused' (FusedGemm): expected an operator of ONNX itself; this one is of com.microsoft."] =
            Input().Node("FusedGemm", ["x"], ["y"], [], "fused", "com.microsoft"),
        ["the node that gives 'y' (Pow): expected an activation, Gemm or MatMul."] = Layer().Node("Pow", ["z", "b"], ["y"], [], ""),

        // Activations.
        ["node '/LeakyRelu_y' (LeakyRelu): expected alpha to be 0.01, got 0.2."] = Layer().Node("LeakyRelu", ["z"], "y", Attribute("alpha", 0.2f)),
        ["node '/Elu_y' (Elu): expected alpha to be 1, got 0.5."] = Layer().Node("Elu", ["z"], "y", Attribute("alpha", 0.5f)),
        ["node '/Gelu_y' (Gelu): expected approximate to be none, got tanh."] = Layer().Node("Gelu", ["z"], "y", Attribute("approximate", "tanh")),
        ["node '/Gelu_y' (Gelu): expected opset 20 or later, where this operator begins; the model's is 13."] = Layer().Node("Gelu", ["z"], "y"),
        ["node '/Swish_y' (Swish): expected opset 24 or later, where this operator begins; the model's is 13."] = Layer().Node("Swish", ["z"], "y"),
        ["node '/Softmax_y' (Softmax): expected a softmax over the features, axis 1 or -1; its axis is 0."] =
            Layer().Node("Softmax", ["z"], "y", Attribute("axis", 0)),
        ["node '/Softmax_a' (Softmax): expected it behind the last layer only."] = Layer().Node("Softmax", ["z"], "a").Node("MatMul", ["a", "square"], "y"),
        ["node '/Mul_y' (Mul): sigmoid(1.702·x)·x is none of StaticNet's activations."] = Layer().Tensor(Raw("c", [1.702f]))
            .Node("Mul", ["z", "c"], "m").Node("Sigmoid", ["m"], "s").Node("Mul", ["z", "s"], "y"),
        ["node '/Mul_m' (Mul): 2·x is none of StaticNet's activations."] =
            Layer().Tensor(Raw("two", [2])).Node("Mul", ["z", "two"], "m").Node("MatMul", ["m", "square"], "y"),
        ["node '/Tanh_y' (Tanh): tanh(tanh(x)) is none of StaticNet's activations."] = Layer().Node("Tanh", ["z"], "t").Node("Tanh", ["t"], "y"),
        ["node '/Add_y' (Add): (tanh(x) + x) is none of StaticNet's activations."] = Layer().Node("Tanh", ["z"], "t").Node("Add", ["z", "t"], "y"),
        ["node '/Sub_y' (Sub): -tanh(x) + 1 is none of StaticNet's activations."] =
            Layer().Tensor(Raw("one", [1])).Node("Tanh", ["z"], "t").Node("Sub", ["one", "t"], "y"),
        ["node '/Div_y' (Div): expected a quotient by a number."] = Layer().Tensor(Raw("one", [1])).Node("Div", ["one", "z"], "y"),
        ["node '/Mul_v' (Mul): expected a single number as its constant input, got [2]."] = Layer().Node("Mul", ["z", "b"], "v"),
        ["node '/Mul_d4' (Mul): its formula is longer than that of any activation."] =
            Enumerable.Range(0, 5).Aggregate(Layer().Node("Tanh", ["z"], "d-1"), (model, i) => model.Node("Mul", [$"d{i - 1}", $"d{i - 1}"], $"d{i}")),
        ["There is no such network: Expected at least two outputs for Softmax, whose only output would always be 1; got 1."] =
            Input(declared: 1)
            .Tensor(Raw("w", [1, 2, 3], 3, 1)).Node("MatMul", ["x", "w"], "z").Node("Softmax", ["z"], "y"),

        // Layers.
        ["node '/Gemm_y' (Gemm): expected transA to be 0, got 1."] = Input().Tensor(Raw("w", [1], 1, 1)).Node("Gemm", ["x", "w"], "y", Attribute("transA", 1)),
        ["node '/MatMul_y' (MatMul): expected the weights as its second input; the first is a constant."] =
            Input().Tensor(Raw("w", [1, 2, 3], 1, 3)).Node("MatMul", ["w", "x"], "y"),
        ["node '/MatMul_y' (MatMul): expected weights as its input 1; got what comes from the model's input."] = Input().Node("MatMul", ["x", "x"], "y"),
        ["node '/MatMul_y' (MatMul): expected weights of [3, units], got [2, 2]."] = Input().Tensor(Raw("w", [1, 2, 3, 4], 2, 2)).Node("MatMul", ["x", "w"], "y"),
        ["node '/MatMul_y' (MatMul): expected weights of [3, units], got [3]."] = Input().Tensor(Raw("w", [1, 2, 3], 3)).Node("MatMul", ["x", "w"], "y"),
        ["node '/MatMul_y' (MatMul): expected weights of [3, units], got [3, 0]."] = Input().Tensor(Raw("w", [], 3, 0)).Node("MatMul", ["x", "w"], "y"),
        ["node '/Gemm_y' (Gemm): expected weights of two dimensions, got [3]."] =
            Input().Tensor(Raw("w", [1, 2, 3], 3)).Node("Gemm", ["x", "w"], "y", Attribute("transB", 1)),
        ["node '/Gemm_y' (Gemm): expected a bias of [2] or [1, 2], got [3]."] =
            Input().Tensor(Raw("w", new float[6], 3, 2)).Tensor(Raw("c", new float[3], 3)).Node("Gemm", ["x", "w", "c"], "y"),
        ["node '/Add_y' (Add): expected a bias of [2] or [1, 2], got [2, 1]."] = Layer().Tensor(Raw("c", [1, 2], 2, 1)).Node("Add", ["z", "c"], "y"),
        ["node '/Add_y' (Add): expected a bias of [2] or [1, 2], got [1, 1, 2]."] = Layer().Tensor(Raw("c", [1, 2], 1, 1, 2)).Node("Add", ["z", "c"], "y"),
        ["node '/Add_y' (Add): expected a single number as its constant input, got [3]."] = Input().Tensor(Raw("c", [1, 2, 3], 3)).Node("Add", ["x", "c"], "y"),
        ["node '/Mul_v' (Mul): arithmetic on constants is not understood; export the model with constants folded."] =
            Input().Tensor(Raw("c", [1])).Node("Mul", ["c", "c"], "v"),
        ["node '/Gemm_y' (Gemm): its input 1 is missing."] = Input().Node("Gemm", ["x"], "y"),
        ["node '/Tanh_y' (Tanh): it has 2 inputs; expected 1."] = Layer().Node("Tanh", ["z", "b"], "y"),
        ["node '/Tanh_y' (Tanh): its attribute speed is unknown."] = Layer().Node("Tanh", ["z"], "y", Attribute("speed", 1)),
        ["node '/Elu_y' (Elu): its attribute alpha appears twice."] = Layer().Node("Elu", ["z"], "y", Attribute("alpha", 1f), Attribute("alpha", 1f)),
        ["node '/Elu_y' (Elu): expected its attribute alpha to be of type Float, got Int."] = Layer().Node("Elu", ["z"], "y", Attribute("alpha", 1)),
        ["node '/Tanh_c' (Tanh): expected its input 0 to come from the model's input; it is a constant."] = Layer().Node("Tanh", ["b"], "c"),

        // Shapes and types.
        ["node '/MatMul_y' (MatMul): expected its input to be [batch, features], but there are more dimensions; Flatten can come before."] =
            new ForeignModel().Input("x", F32, "n", 2, 3)
            .Tensor(Raw("w", new float[6], 3, 2)).Node("MatMul", ["x", "w"], "y").Output("y", F32, "n", 2, 2),
        ["node '/Flatten_f' (Flatten): expected axis to be 1, got 0."] = Input().Node("Flatten", ["x"], "f", Attribute("axis", 0)),
        ["node '/Reshape_r' (Reshape): expected [batch, 3], got [-1, 1]."] = Input().Tensor(Integers("s", [-1, 1], 2)).Node("Reshape", ["x", "s"], "r"),
        ["node '/Reshape_r' (Reshape): expected [batch, 3], got [-1, -1]."] = Input().Tensor(Integers("s", [-1, -1], 2)).Node("Reshape", ["x", "s"], "r"),
        ["node '/Reshape_r' (Reshape): expected [batch, 3], got [0, 3]."] =
            Input().Tensor(Integers("s", [0, 3], 2)).Node("Reshape", ["x", "s"], "r", Attribute("allowzero", 1)),
        ["node '/Reshape_r' (Reshape): expected a shape of two numbers, [batch, features], got INT64 [1]."] =
            Input().Tensor(Integers("s", [-1], 1)).Node("Reshape", ["x", "s"], "r"),
        ["node '/Transpose_t' (Transpose): expected weights as its input 0; got what comes from the model's input."] = Input().Node("Transpose", ["x"], "t"),
        ["node '/Transpose_t' (Transpose): expected the two dimensions of weights; its order is [0, 2, 1]."] =
            Input().Tensor(Raw("w", [1], 1, 1, 1)).Node("Transpose", ["w"], "t", Attribute("perm", [0L, 2, 1])),
        ["node '/Cast_c' (Cast): expected a Cast to FLOAT, got one to DOUBLE."] = Input().Node("Cast", ["x"], "c", Attribute("to", F64)),
        ["node '/Cast_c' (Cast): expected a Cast of floating-point numbers."] = Input().Tensor(Integers("i", [1])).Node("Cast", ["i"], "c", Attribute("to", F32)),
        ["node '/Dropout_d' (Dropout): expected inference, got training_mode; export the model for inference."] =
            Layer().Tensor(Truth("t", true)).Node("Dropout", ["z", "", "t"], "d"),
        ["Expected an input of [batch, features]; 'x' has 1 dimensions."] = new ForeignModel().Input("x", F32, 3).Output("y", F32, 3),
        ["Expected an input of type FLOAT; 'x' is of type DOUBLE."] = new ForeignModel().Input("x", F64, "n", 3).Output("y", F64, "n", 3),
        ["Expected an input of type FLOAT; 'x' is of type 8."] = new ForeignModel().Input("x", 8, "n", 3).Output("y", F32, "n", 3),
        ["Expected an output of type FLOAT; 'y' is of type INT64."] = new ForeignModel().Input("x", F32, "n", 3).Output("y", I64, "n", 3),
        ["node '/MatMul_y' (MatMul): expected numbers of type FLOAT, got DOUBLE."] = Input().Tensor(RawDouble("w", [1, 2, 3], 3, 1)).Node("MatMul", ["x", "w"], "y"),
        ["Expected the output 'y' to have 2 features, as the last layer; it is declared with 5."] =
            Input(declared: 5).Tensor(Raw("w", new float[6], 3, 2)).Node("MatMul", ["x", "w"], "y"),

        // Tensors.
        ["node '/MatMul_y' (MatMul): expected 'w' from the input, an initializer or a node before it; there is none."] = Input().Node("MatMul", ["x", "w"], "y"),
        ["node '/MatMul_y' (MatMul): 'w' cannot be read: its numbers are in another file; expected them in the model itself."] =
            Input().Tensor(External("w", 3, 2)).Node("MatMul", ["x", "w"], "y"),
        ["node '/MatMul_y' (MatMul): 'w' cannot be read: its shape, [3, 2], doesn't fit its 5 numbers."] =
            Input().Tensor(Raw("w", new float[5], 3, 2)).Node("MatMul", ["x", "w"], "y"),
        ["node '/MatMul_y' (MatMul): 'w' cannot be read: its shape, [3, -2], doesn't fit its 6 numbers."] =
            Input().Tensor(Raw("w", new float[6], 3, -2)).Node("MatMul", ["x", "w"], "y"),
        ["node '/MatMul_y' (MatMul): 'w' cannot be read: its shape, [4294967296, 1], doesn't fit its 0 numbers."] =
            Input().Tensor(Raw("w", [], 1L << 32, 1)).Node("MatMul", ["x", "w"], "y"),
        // 2⁹⁰ is 0 in 64 bits.
        ["node '/MatMul_y' (MatMul): 'w' cannot be read: its shape, [1073741824, 1073741824, 1073741824], doesn't fit its 0 numbers."] =
            Input().Tensor(Raw("w", [], 1 << 30, 1 << 30, 1 << 30)).Node("MatMul", ["x", "w"], "y"),
        ["node '/MatMul_y' (MatMul): 'w' cannot be read: its shape, [2147483647, 2147483647], doesn't fit its 1 numbers."] =
            Input().Tensor(Typed("w", [1], int.MaxValue, int.MaxValue)).Node("MatMul", ["x", "w"], "y"),
        ["node '/MatMul_y' (MatMul): 'w' cannot be read: its numbers are of type 2; expected FLOAT, DOUBLE, FLOAT16 or BFLOAT16."] =
            Input().Tensor(Head("w", 2, 3, 2)).Node("MatMul", ["x", "w"], "y"),
        ["node '/Constant_c' (Constant): expected a tensor of numbers."] = Input().Node("Constant", [], "c"),
        ["node '/MatMul_y' (MatMul): one of its numbers is NaN or infinite."] =
            Input(declared: 1).Tensor(Raw("w", [1, float.NaN, 3], 3, 1)).Node("MatMul", ["x", "w"], "y"),
        ["node '/Add_y' (Add): one of its numbers is NaN or infinite."] = Layer().Tensor(Raw("c", [float.PositiveInfinity, 0], 2)).Node("Add", ["z", "c"], "y"),
        ["node '/Gemm_y' (Gemm): one of its numbers is NaN or infinite."] =
            Input(declared: 1).Tensor(Raw("w", [1e38f, 1, 1], 3, 1)).Node("Gemm", ["x", "w"], "y", Attribute("alpha", 10f)),
        ["Expected different names of initializers; 'w' appears twice."] = Input().Tensor(Raw("w", [1], 1)).Tensor(Raw("w", [1], 1)),

        // The chain.
        ["Expected one output, got 2: 'y', 'z'."] = Layer().Node("Tanh", ["z"], "y").Output("z", F32, "n", 2),
        ["Expected one input, got 2: 'x', 'w'."] =
            new ForeignModel().Input("x", F32, "n", 3).Input("w", F32, 3, 2).Node("MatMul", ["x", "w"], "y").Output("y", F32, "n", 2),
        ["Expected one input, got 0: ."] = new ForeignModel().Output("y", F32, "n", 2),
        ["Expected a Gemm or MatMul between input and output; there is none."] = Input().Node("Identity", ["x"], "y"),
        ["Expected a node that gives the output 'y'; there is none."] = Input(),
        ["Expected the output 'y' to depend on the input; it is a constant."] = Input().Tensor(Raw("w", [1, 2], 1, 2)).Node("Identity", ["w"], "y"),
        ["node '/MatMul_m' (MatMul): expected a single chain from input to output; nothing takes its output 'm'."] =
            Layer().Node("Tanh", ["z"], "y").Node("MatMul", ["y", "square"], "m"),
        ["node '/Tanh_t' (Tanh): expected a single chain from input to output; nothing takes its output 't'."] =
            Layer().Node("Tanh", ["z"], "t").Node("Tanh", ["z"], "y"),
        ["node '/Add_y' (Add): expected a single chain, without branches; 'a' has been taken by node '/MatMul_m' (MatMul)."] = Layer()
            .Node("Relu", ["z"], "a").Node("MatMul", ["a", "square"], "m").Node("Add", ["m", "a"], "y"),
        ["node '/MatMul_r' (MatMul): expected a single chain, without branches; 'x' has been taken by node '/MatMul_z' (MatMul)."] =
            Layer().Node("MatMul", ["x", "w"], "r"),
        ["node '/Sigmoid_s' (Sigmoid): expected a single chain, without branches; 'z' has been taken by node '/Add_zb' (Add)."] = Layer()
            .Node("Add", ["z", "b"], "zb").Node("Sigmoid", ["z"], "s").Node("Mul", ["zb", "s"], "y"),
        ["node '/Add_z' (Add): expected 'a' from the input, an initializer or a node before it; there is none."] =
            Input().Node("Add", ["x", "a"], "z").Node("Tanh", ["z"], "a"),
        ["node '/Tanh_x' (Tanh): its output 'x' is there already."] = Layer().Node("Tanh", ["z"], "x"),
        ["node '/Tanh_w' (Tanh): its output 'w' is there already."] = Layer().Node("Tanh", ["z"], "w"),
        ["node '/Tanh_y' (Tanh): expected one output, got 2."] = Layer().Node("Tanh", ["z"], ["y", "more"], []),

        // Models.
        ["Expected opset 7 or later, got 6."] = new ForeignModel(opset: 6).Input("x", F32, "n", 3),
        ["Expected opset 7 or later, got none."] = new ForeignModel(opset: 0),
        ["Expected staticnet.version to be 1, as the graph is; the model's metadata says 2."] = OneLayer().Metadata("staticnet.version", "2"),
        ["Expected staticnet.layers to be 3-2, as the graph is; the model's metadata says 3-4-2."] =
            OneLayer().Metadata("staticnet.version", "1").Metadata("staticnet.layers", "3-4-2"),
        ["Expected staticnet.activations to be Tanh, as the graph is; the model's metadata says nothing."] =
            OneLayer().Metadata("staticnet.version", "1").Metadata("staticnet.layers", "3-2"),
        ["Expected staticnet.loss to be one of CrossEntropy, BinaryCrossEntropy, MeanSquaredError, MeanAbsoluteError, Huber; the model's metadata says 2."] =
            Ours().Metadata("staticnet.loss", "2"),
        ["Expected staticnet.reduction to be one of Mean, Sum; the model's metadata says nothing."] = Ours().Metadata("staticnet.loss", "Huber"),
        ["There is no such network: Expected a loss that fits the output's activation, Tanh; got CrossEntropy."] =
            Ours().Metadata("staticnet.loss", "CrossEntropy").Metadata("staticnet.reduction", "Mean"),
    };

    public static TheoryData<string> Messages => [.. s_refused.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Is_refused_with(string message) => Assert.Equal(message, Assert.Throws<OnnxException>(() => Models.Read<float>(s_refused[message].ToArray())).Message);

    [Fact]
    public void Other_number_type_is_refused()
    {
        byte[] single = Models.Save(Models.Random<float>(1, [2, 3], [Activation.Tanh])), twice = Models.Save(Models.Random<double>(1, [2, 3], [Activation.Tanh]));
        Assert.Equal("Expected an input of type DOUBLE; 'input' is of type FLOAT.", Assert.Throws<OnnxException>(() => Models.Read<double>(single)).Message);
        Assert.Equal("Expected an input of type FLOAT; 'input' is of type DOUBLE.", Assert.Throws<OnnxException>(() => Models.Read<float>(twice)).Message);
        Assert.Throws<NotSupportedException>(() => Models.Read<Half>(single));
    }

    /// <summary>A model of 1 MB that would be a network of 10⁹ parameters.</summary>
    [Fact]
    public void Shared_weights_do_not_grow_without_end()
    {
        var model = new ForeignModel().Input("x0", F32, "n", 500).Tensor(Raw("w", new float[250_000], 500, 500));
        for (int i = 0; i < 4000; i++)
            model.Node("MatMul", [$"x{i}", "w"], $"x{i + 1}");
        byte[] bytes = model.Output("x4000", F32, "n", 500).ToArray();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("Expected at most 67108864 parameters", Assert.Throws<OnnxException>(() => Models.Read<float>(bytes)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    /// <summary>Chains of constants are followed without a call a node.</summary>
    [Fact]
    public void Long_chains_are_followed()
    {
        var model = Input(declared: 1).Tensor(Raw("w0", [1, 2, 3], 1, 3));
        for (int i = 0; i < 100_001; i++)
            model.Node("Transpose", [$"w{i}"], $"w{i + 1}");
        Assert.Equal([1, 2, 3, 0], Models.Read<float>(model.Node("MatMul", ["x", "w100001"], "y").ToArray()).Parameters.ToArray());
    }

    /// <summary>A model with input x [n, 3] and output y.</summary>
    private static ForeignModel Input(int declared = 2) => new ForeignModel().Input("x", F32, "n", 3).Output("y", F32, "n", declared);

    /// <summary>The same with a layer of two units, z.</summary>
    private static ForeignModel Layer() => Layer(Input(), "x");

    private static ForeignModel Layer(ForeignModel model, string input) => model
        .Tensor(Raw("w", [1, 2, 3, 4, 5, 6], 3, 2)).Tensor(Raw("b", [1, 2], 2)).Tensor(Raw("square", [1, 2, 3, 4], 2, 2)).Node("MatMul", [input, "w"], "z");

    private static ForeignModel OneLayer() => Layer().Node("Tanh", ["z"], "y");

    private static ForeignModel Ours() => OneLayer().Metadata("staticnet.version", "1").Metadata("staticnet.layers", "3-2").Metadata("staticnet.activations", "Tanh");
}
