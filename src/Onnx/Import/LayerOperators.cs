namespace StaticNet.Onnx.Import;

/// <summary>Operators with weights.</summary>
internal static class LayerOperators
{
    /// <summary><c>α·A·B + β·C</c>, where B may be transposed and C may be missing.</summary>
    public static Signal Gemm(Node node, Chain chain)
    {
        var a = node.Signal(0);
        var weights = node.Constant(1, "weights");
        var biases = node.OptionalConstant(2, "biases");
        node.ExpectInteger("transA", expected: 0, otherwise: 0);
        bool isTransposed = node.Integer("transB", 0) != 0;
        float alpha = node.Number("alpha", 1), beta = node.Number("beta", 1);
        chain.AddLayer(node, a, isTransposed ? ShapeOperators.Transposed(node, weights) : weights, alpha);
        if (biases is not null)
            chain.AddBias(node, biases, beta);
        return chain.Sum(node);
    }

    /// <summary><c>A·B</c></summary>
    public static Signal MatMul(Node node, Chain chain)
    {
        var a = node.Any(0) as Signal ?? throw node.Refuse("expected the weights as its second input; the first is a constant");
        chain.AddLayer(node, a, node.Constant(1, "weights"), alpha: 1);
        return chain.Sum(node);
    }
}
