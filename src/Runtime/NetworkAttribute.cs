namespace StaticNet;

/// <summary>
/// Asks the compiler to write a dense feed-forward network of this topology into the annotated partial class or struct: forward pass,
/// backpropagation and parameter update, without one allocation per call.
/// </summary>
/// <remarks>
/// Sizes count units. A network is <see cref="Input"/> → hidden layers → <see cref="Output"/>; every layer is
/// <c>z = a·W + b</c> followed by its activation. A struct holds the parameters inside: an assignment copies the network, and what trains it takes it by ref.
/// </remarks>
/// <example><code>
/// [Network(Input = 2, Hidden = 3, Output = 2)]
/// public partial class MoonNet;
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Values in one input sample; at least 1.</summary>
    public int Input { get; set; }

    /// <summary>Units in the one hidden layer. 0 or absent: no hidden layer, which makes the network a softmax (or linear) regression.</summary>
    public int Hidden { get; set; }

    /// <summary>Values in one output; at least 1.</summary>
    public int Output { get; set; }

    /// <summary>Units of several hidden layers, first to last, each at least 1. Not together with <see cref="Hidden"/>.</summary>
    public int[]? HiddenLayers { get; set; }

    /// <summary>The activation of every hidden layer. Default: <see cref="Activation.Tanh"/>.</summary>
    public Activation HiddenActivation { get; set; } = Activation.Tanh;

    /// <summary>One activation a hidden layer, where they differ; overrides <see cref="HiddenActivation"/>.</summary>
    public Activation[]? HiddenActivations { get; set; }

    /// <summary>Default: <see cref="Activation.Softmax"/>, or <see cref="Activation.Sigmoid"/> where <see cref="Output"/> is 1.</summary>
    public Activation OutputActivation { get; set; }

    /// <summary>
    /// Default: the one that belongs to the output activation — cross-entropy to softmax, binary cross-entropy to sigmoid, mean
    /// squared error to all others.
    /// </summary>
    public LossFunction Loss { get; set; }

    /// <summary>
    /// The probability with which training drops a hidden activation, in every hidden layer; at least 0, less than 1. What stays is divided by
    /// 1 − p. Default: 0, no dropout.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>One probability a hidden layer, where they differ. Not together with <see cref="Dropout"/>.</summary>
    public double[]? Dropouts { get; set; }

    /// <summary>
    /// The name of a JSON file whose numbers the compiler bakes into the assembly: what <c>SaveJson</c> writes, or PyTorch's <c>state_dict</c> as lists. The project file lists it as
    /// <c>&lt;AdditionalFiles Include="…" /&gt;</c>. A new network then starts with these parameters. Default: null, initial weights are drawn.
    /// </summary>
    public string? Weights { get; set; }

    /// <summary>
    /// Whether the network only infers: its parameters are the numbers of <see cref="Weights"/>, constants in the assembly, its members are static, and none of them trains.
    /// </summary>
    public bool Frozen { get; set; }

    /// <summary>How losses and gradients of a batch are combined. Default: <see cref="Reduction.Mean"/>.</summary>
    public Reduction Reduction { get; set; } = Reduction.Mean;

    /// <summary>The number type of parameters and data. Default: <see cref="Precision.Single"/>.</summary>
    public Precision Precision { get; set; } = Precision.Single;
}
