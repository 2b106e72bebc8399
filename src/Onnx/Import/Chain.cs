using static StaticNet.Onnx.Proto.TensorProto.Types;

namespace StaticNet.Onnx.Import;

/// <summary>The layers found so far, from the model's input on.</summary>
/// <param name="numbers">The number type that the model is read as.</param>
/// <param name="batch">Samples in a batch; null: any number.</param>
/// <param name="features">Values in an input; null: not known.</param>
internal sealed class Chain(DataType numbers, long? batch, long? features)
{
    private readonly List<Affine> _layers = [];
    private readonly List<Activation> _activations = [];
    private readonly List<Node> _ends = [];

    /// <summary>Samples in a batch; null: any number.</summary>
    public long? Batch => batch;

    /// <summary>Values in a sample, here; null: not known yet.</summary>
    public long? Features { get; private set; } = features;

    /// <summary>Counts layers and biases: what comes from before one of them is out of date.</summary>
    public int Stage => _ends.Count;

    public IReadOnlyList<Affine> Layers => _layers;

    public IReadOnlyList<Activation> Activations => _activations;

    /// <summary>The node that ended a stage.</summary>
    public Node End(int stage) => _ends[stage];

    /// <summary>A layer, without biases at first.</summary>
    public Affine AddLayer(Node node, Signal a, Constant weights, float alpha)
    {
        Finish(a, isOutput: false);
        if (!a.IsMatrix)
            throw node.Refuse("expected its input to be [batch, features], but there are more dimensions; Flatten can come before");
        Check(node, weights);
        long[] dims = weights.Dims;
        if (dims.Length != 2 || weights.Tensor.Count == 0 || (Features ?? dims[0]) != dims[0])
            throw node.Refuse($"expected weights of [{Features?.ToString() ?? "features"}, units], got {Shape.Text(dims)}");
        _layers.Add(new(node, weights, alpha));
        Features = dims[1];
        return _layers[^1];
    }

    /// <summary>A bias of the last layer.</summary>
    public void AddBias(Node node, Constant biases, float factor)
    {
        Check(node, biases);
        _layers[^1].Add(node, biases, factor);
    }

    /// <summary>A signal as [batch, features].</summary>
    public Signal AsMatrix(Signal signal, long? features)
    {
        Features = features;
        return signal with { IsMatrix = true };
    }

    /// <summary>The sum of the last layer as it is now, which its activation is applied to.</summary>
    public Signal Sum(Node node)
    {
        _ends.Add(node);
        return new(Formula.X, Stage, IsMatrix: true, node);
    }

    /// <summary>Whether a signal is the sum of the last layer, to which biases may still be added.</summary>
    public bool IsSum(Signal signal) => _layers.Count > 0 && KnownActivations.Find(signal.Formula) == Activation.Identity;

    /// <summary>Notes the activation of the last layer.</summary>
    /// <exception cref="OnnxException">It is none of ours.</exception>
    public void Finish(Signal a, bool isOutput)
    {
        var activation = KnownActivations.Find(a.Formula);
        if (_layers.Count == 0)
        {
            if (isOutput)
                throw new OnnxException("Expected a Gemm or MatMul between input and output; there is none.");
            if (activation != Activation.Identity)
                throw a.Origin!.Refuse("expected Gemm or MatMul");
            return;
        }

        if (activation is null)
            throw a.Origin!.Refuse($"{a.Formula} is none of StaticNet's activations");
        if (activation == Activation.Softmax && !isOutput)
            throw a.Origin!.Refuse("expected it behind the last layer only");
        _activations.Add(activation.Value);
    }

    /// <summary>Refuses constants of another type than the network's.</summary>
    public void Check(Node node, Constant constant)
    {
        if (!constant.Type.IsReadAs(numbers))
            throw node.Refuse($"expected numbers of type {numbers.Name()}, got {constant.Type.Name()}");
    }
}
