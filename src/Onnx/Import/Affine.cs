using System.Numerics;

namespace StaticNet.Onnx.Import;

/// <summary>Where a layer's weights and biases are in the model: <c>z = α·a·W + Σ β·b</c>.</summary>
/// <param name="Node">The node that multiplies.</param>
/// <param name="Weights">[inputs, units]</param>
/// <param name="Alpha">What weights are multiplied by.</param>
internal sealed record Affine(Node Node, Constant Weights, float Alpha)
{
    private readonly List<(Node Node, Constant Numbers, float Factor)> _biases = [];

    /// <summary>Rows of the weights.</summary>
    public int Inputs => (int)Weights.Dims[0];

    /// <summary>Columns of the weights.</summary>
    public int Units => (int)Weights.Dims[1];

    /// <summary>Adds a bias.</summary>
    /// <param name="node">The node that adds it.</param>
    /// <param name="numbers">One for each unit, or one for all.</param>
    /// <param name="factor">What it is multiplied by.</param>
    public void Add(Node node, Constant numbers, float factor)
    {
        long[] dims = numbers.Dims;
        if (dims.Length > 2 || (numbers.Tensor.Count != 1 && (numbers.Tensor.Count != Units || dims[^1] != Units)))
            throw node.Refuse($"expected a bias of [{Units}] or [1, {Units}], got {Shape.Text(dims)}");
        _biases.Add((node, numbers, factor));
    }

    /// <summary>Copies the numbers. A factor of 1 leaves every bit.</summary>
    /// <param name="weights">[inputs, units], overwritten.</param>
    /// <param name="biases">[units], overwritten.</param>
    public void CopyTo<T>(Span<T> weights, Span<T> biases)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int input = 0; input < Inputs; input++)
        {
            for (int unit = 0; unit < Units; unit++)
                weights[(input * Units) + unit] = Finite(Weights.Number<T>(input, unit), Alpha, Node);
        }

        for (int unit = 0; unit < Units; unit++)
        {
            for (int i = 0; i < _biases.Count; i++)
            {
                var (node, numbers, factor) = _biases[i];
                T bias = Finite(numbers.Number<T>(unit), factor, node);
                // The first is not added to 0, which would turn −0 into 0.
                biases[unit] = i == 0 ? bias : Finite(biases[unit] + bias, 1, node);
            }
        }
    }

    private static T Finite<T>(T number, float factor, Node node)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T product = factor == 1 ? number : number * T.CreateTruncating(factor);
        return T.IsFinite(product) ? product : throw node.Refuse("one of its numbers is NaN or infinite");
    }
}
