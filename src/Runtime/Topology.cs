using System.Globalization;

namespace StaticNet;

/// <summary>What a network is apart from its numbers: layers, activations, loss. Every generated class has one; files carry it along.</summary>
/// <example><c>new Topology([2, 3, 2], [Activation.Tanh, Activation.Softmax], LossFunction.CrossEntropy)</c> is a network of two inputs, three hidden units and two classes.</example>
public sealed class Topology : IEquatable<Topology>
{
    /// <summary>Past this, offsets would leave the range of <see cref="int"/>; the generator refuses such networks too.</summary>
    private const int MostParameters = 64 * 1024 * 1024;

    /// <summary>Describes a network.</summary>
    /// <param name="layerSizes">Inputs, units of each hidden layer, outputs; each at least 1.</param>
    /// <param name="activations">One for each layer, the output's last.</param>
    /// <param name="loss">What training minimises.</param>
    /// <param name="reduction">How the losses of a batch's samples are reduced.</param>
    /// <exception cref="ArgumentException">A size is less than 1, there are more or fewer activations than layers, a softmax is in a hidden layer or alone, the loss
    /// does not fit the output's activation, or there are more than 67,108,864 parameters.</exception>
    public Topology(ReadOnlySpan<int> layerSizes, ReadOnlySpan<Activation> activations, LossFunction loss, Reduction reduction = Reduction.Mean)
    {
        if (layerSizes.Length < 2)
            throw new ArgumentException($"Expected the sizes of inputs and outputs at least, got {layerSizes.Length} sizes.", nameof(layerSizes));
        long parameters = 0;
        for (int i = 0; i < layerSizes.Length; i++)
        {
            if (layerSizes[i] < 1)
                throw new ArgumentException($"Expected sizes of at least 1, got {layerSizes[i]} at {i}.", nameof(layerSizes));
            parameters += i == 0 ? 0 : (layerSizes[i - 1] + 1L) * layerSizes[i];
            if (parameters > MostParameters)
                throw new ArgumentException($"Expected at most {MostParameters} parameters; there are more.", nameof(layerSizes));
        }

        Guard.Length(activations.Length, layerSizes.Length - 1, nameof(activations));
        for (int i = 0; i < activations.Length; i++)
        {
            if (!Enum.IsDefined(activations[i]))
                throw new ArgumentException($"Expected an activation, got {activations[i]} at {i}.", nameof(activations));
            if (activations[i] == Activation.Softmax && i < activations.Length - 1)
                throw new ArgumentException($"Expected Softmax in the output layer only; it is in layer {i + 1} of {activations.Length}.", nameof(activations));
        }

        var output = activations[^1];
        if (output == Activation.Softmax && layerSizes[^1] == 1)
            throw new ArgumentException("Expected at least two outputs for Softmax, whose only output would always be 1; got 1.", nameof(activations));
        bool fits = loss switch
        {
            LossFunction.CrossEntropy => output == Activation.Softmax,
            LossFunction.BinaryCrossEntropy => output == Activation.Sigmoid,
            _ => Enum.IsDefined(loss),
        };
        if (!fits)
            throw new ArgumentException($"Expected a loss that fits the output's activation, {output}; got {loss}.", nameof(loss));
        if (!Enum.IsDefined(reduction))
            throw new ArgumentException($"Expected Mean or Sum, got {reduction}.", nameof(reduction));

        LayerSizes = [.. layerSizes];
        Activations = [.. activations];
        Loss = loss;
        Reduction = reduction;
        ParameterCount = (int)parameters;
    }

    /// <summary>Inputs, units of each hidden layer, outputs.</summary>
    public ReadOnlyArray<int> LayerSizes { get; }

    /// <summary>The activation of each layer, the output's last.</summary>
    public ReadOnlyArray<Activation> Activations { get; }

    /// <summary>What training minimises.</summary>
    public LossFunction Loss { get; }

    /// <summary>How losses and gradients of a batch are reduced over its samples.</summary>
    public Reduction Reduction { get; }

    /// <summary>Values in one input.</summary>
    public int InputSize => LayerSizes[0];

    /// <summary>Values in one output.</summary>
    public int OutputSize => LayerSizes[^1];

    /// <summary>Layers with weights: the hidden ones and the output.</summary>
    public int LayerCount => Activations.Length;

    /// <summary>Weights and biases of all layers together.</summary>
    public int ParameterCount { get; }

    /// <summary>Multiply-adds of a forward pass, one a weight.</summary>
    public int MultiplyAdds => ParameterCount - LayerSizes.Skip(1).Sum();

    /// <summary>Whether outputs are class probabilities.</summary>
    public bool IsClassifier => Activations[^1] is Activation.Softmax or Activation.Sigmoid;

    /// <summary>The loss that belongs to an output activation, and that a network has where none is asked for.</summary>
    /// <param name="output">The output's activation.</param>
    public static LossFunction LossOf(Activation output) => output switch
    {
        Activation.Softmax => LossFunction.CrossEntropy,
        Activation.Sigmoid => LossFunction.BinaryCrossEntropy,
        _ => LossFunction.MeanSquaredError,
    };

    /// <summary>Whether parameters of the one give the same outputs in the other: layers and activations are the same. Loss and reduction matter to training alone.</summary>
    /// <param name="other">Another network's.</param>
    public bool ComputesLike(Topology other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return LayerSizes.SequenceEqual(other.LayerSizes) && Activations.SequenceEqual(other.Activations);
    }

    /// <inheritdoc/>
    public bool Equals(Topology? other) => other is not null && Loss == other.Loss && Reduction == other.Reduction && ComputesLike(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Topology);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = ((int)Loss * 31) + (int)Reduction;
        foreach (int size in LayerSizes)
            hash = unchecked((hash * 31) + size);
        foreach (var activation in Activations)
            hash = unchecked((hash * 31) + (int)activation);
        return hash;
    }

    /// <summary>Sizes and activations, as <c>2 → 3 tanh → 2 softmax</c>.</summary>
    public override string ToString() =>
        string.Join(" → ", LayerSizes.Select((size, i) => size.ToString(CultureInfo.InvariantCulture) + (i == 0 ? "" : " " + Activations[i - 1].ToString().ToLowerInvariant())));
}
