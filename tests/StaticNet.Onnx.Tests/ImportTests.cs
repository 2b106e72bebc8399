using static StaticNet.Onnx.Tests.ForeignModel;
using static StaticNet.Onnx.Tests.ForeignTensor;

namespace StaticNet.Onnx.Tests;

/// <summary>Models of other exporters compute here what ONNX Runtime computes with the same bytes.</summary>
public class ImportTests
{
    public static TheoryData<string> Names => [.. ForeignModels.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Computes_what_ONNX_Runtime_does(string name)
    {
        var (topology, bytes) = ForeignModels.All[name];
        var network = Models.Read<float>(bytes);
        Assert.Equal(topology, network.Topology.ToString());
        Assert.Equal((Topology.LossOf(network.Topology.Activations[^1]), Reduction.Mean), (network.Topology.Loss, network.Topology.Reduction));
        if (network.Topology.InputSize == 12)
            Agreement.Check(bytes, network, 1, 3, 4);
        else
            Agreement.Check(bytes, network);
    }

    [Fact]
    public void Models_in_double()
    {
        double[] numbers = [.. Enumerable.Range(0, 35).Select(i => Math.Sin(i))];
        byte[] bytes = new ForeignModel(17).Input("x", F64, "n", 4)
            .Tensor(RawDouble("w1", numbers[..20], 4, 5)).Tensor(TypedDouble("b1", numbers[20..25], 5)).Tensor(TypedDouble("w2", numbers[25..35], 2, 5)).Tensor(RawDouble("b2", [1, 2], 2))
            .Node("Gemm", ["x", "w1", "b1"], "z1").Node("Tanh", ["z1"], "a1").Node("Gemm", ["a1", "w2", "b2"], "y", Attribute("transB", 1))
            .Output("y", F64, "n", 2).ToArray();
        var network = Models.Read<double>(bytes);
        // The second layer's weights were [units, inputs].
        Assert.Equal([.. numbers[..25], .. Enumerable.Range(0, 10).Select(i => numbers[25 + (i % 2 * 5) + (i / 2)]), 1, 2], network.Parameters.ToArray());
        Agreement.Check(bytes, network);
    }

    [Fact]
    public void Negative_zero_is_kept()
    {
        byte[] bytes = new ForeignModel().Input("x", F32, "n", 1).Tensor(Raw("w", [-0f], 1, 1)).Tensor(Raw("b", [-0f], 1))
            .Node("MatMul", ["x", "w"], "z").Node("Add", ["z", "b"], "y").Output("y", F32, "n", 1).ToArray();
        Assert.All(Models.Read<float>(bytes).Parameters.ToArray(), number => Assert.True(float.IsNegative(number)));
    }

    /// <summary>Weights that are used twice are copied twice.</summary>
    [Fact]
    public void Layers_may_share_weights()
    {
        byte[] bytes = new ForeignModel().Input("x", F32, "n", 2).Tensor(Raw("w", [1, 2, 3, 4], 2, 2))
            .Node("MatMul", ["x", "w"], "z1").Node("Relu", ["z1"], "a1").Node("MatMul", ["a1", "w"], "y").Output("y", F32, "n", 2).ToArray();
        var network = Models.Read<float>(bytes);
        Assert.Equal([1, 2, 3, 4, 0, 0, 1, 2, 3, 4, 0, 0], network.Parameters.ToArray());
        Agreement.Check(bytes, network);
    }
}
