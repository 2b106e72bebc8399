using StaticNet.Generator.Model;

namespace StaticNet.Generator.Planning;

/// <summary>Every decision about the code of one network; the writers only carry it out.</summary>
/// <param name="Spec">What the user asked for.</param>
/// <param name="Layers">First to last.</param>
/// <param name="Inference">Scratch memory of methods that only compute outputs.</param>
/// <param name="Training">Scratch memory of methods that compute losses and gradients.</param>
/// <param name="GradientOnStack">Whether the fused training methods keep the gradient on the stack; else the network owns it.</param>
/// <param name="OneSampleUnrolled">Whether the one-sample methods have every number in a variable.</param>
/// <param name="Rows">Memory of a network with units in lanes; null: samples are in lanes.</param>
/// <param name="Each">Scratch memory of methods that run many networks; null: there are none, or they go one by one.</param>
/// <param name="Dropout">Memory of methods that drop activations; null: there are none.</param>
internal sealed record NetworkPlan(
    NetworkSpec Spec, EquatableArray<LayerPlan> Layers, ScratchPlan Inference, ScratchPlan Training, bool GradientOnStack, bool OneSampleUnrolled, RowPlan? Rows,
    ScratchPlan? Each, DropoutPlan? Dropout)
{
    /// <summary>The most elements that a call rents from the workspace: scratch memory where the stack is too small; for a large batch its gradient, and one chunk's with its loss.</summary>
    public int WorkspaceLength
    {
        get
        {
            int scratch = Rows is not null ? Rows.LongestLength : Math.Max(Inference.OnStack ? 0 : Inference.LongestLength, Training.OnStack ? 0 : Training.LongestLength);
            int masked = Dropout is null ? 0 : Dropout.Rows is { } rows ? rows.LongestLength : Dropout.Training.OnStack ? 0 : Dropout.Training.LongestLength;
            int each = Each is null || Each.OnStack ? 0 : Each.LongestLength;
            return Math.Max(Math.Max(Math.Max(scratch, masked), each), (2 * Spec.ParameterCount) + 1);
        }
    }

    /// <summary>Whether there is a table that tells weights from biases, and room behind the parameters for whole vectors.</summary>
    public bool SpellsOutWeights => Spec.ParameterCount <= Budgets.SpelledOutParameters;

    /// <summary>Whether inference of one sample has methods of its own with units in lanes, and its numbers on the stack.</summary>
    public bool OneSampleInRows => !OneSampleUnrolled && Layers.Sum(layer => layer.Spec.Units + Training.Lanes) <= Budgets.OneSampleNumbers;

    /// <summary>Elements of the array that holds the parameters of a network with samples in lanes: updates take whole vectors, and so do the one-sample methods, of 128 bits where they are spelled out.</summary>
    public int ParameterRoom
    {
        get
        {
            int read = Spec.ParameterCount + (OneSampleUnrolled ? 3 : Training.Lanes);
            if (Each is not null)
                read = Math.Max(read, Layers.Max(layer => layer.BiasOffset + RowPlan.Stride(layer.Spec.Units, Training.Lanes, Training.Lanes / 4)));
            return SpellsOutWeights ? Training.Rows(read) : read;
        }
    }

    /// <summary>Elements behind the parameters of a frozen network, so that whole vectors can be read.</summary>
    public int BakedRoom => Training.Lanes;

    public LayerPlan Output => Layers[Layers.Count - 1];
}

/// <summary>One layer's place in the parameters and the shape of each of its stages.</summary>
/// <param name="Spec">Sizes and activation.</param>
/// <param name="Number">1 for the first layer.</param>
/// <param name="WeightOffset">Where W starts in the flat parameters.</param>
/// <param name="IsOutput">The last layer.</param>
/// <param name="Forward">Shape of z = a·W + b.</param>
/// <param name="Gradient">Shape of the gradient of W and b.</param>
/// <param name="Delta">Shape of the step from this layer's δ to the one before.</param>
internal sealed record LayerPlan(
    LayerSpec Spec, int Number, int WeightOffset, bool IsOutput, StageShape Forward, StageShape Gradient, StageShape Delta)
{
    public int BiasOffset => WeightOffset + Spec.WeightCount;

    public ActivationTraits Traits { get; } = ActivationTraits.Of(Spec.Activation);

    /// <summary>Whether a stage that is spelled out loads the weights once, before its loop.</summary>
    public bool HoldsWeights => Spec.WeightCount + Spec.Units <= Budgets.HeldParameters;

    /// <summary>Whether training drops some of its activations.</summary>
    public bool Drops => Spec.Dropout > 0;

    /// <summary>Hidden layers whose derivative needs z keep it beside a.</summary>
    public bool KeepsPreActivation => !IsOutput && Traits.NeedsPreActivation;
}

/// <summary>Like the memory of methods that compute losses and gradients, with a mask and masked activations for each layer that drops some.</summary>
/// <param name="Training">With samples in lanes.</param>
/// <param name="Rows">With units in lanes; null: samples are in lanes.</param>
internal sealed record DropoutPlan(ScratchPlan Training, RowPlan? Rows);

/// <summary>How the arithmetic of one stage is written.</summary>
internal enum StageShape
{
    /// <summary>Every multiply-add spelled out: small stages, where a loop would cost more than it holds.</summary>
    Unrolled,

    /// <summary>Loops over tiles of <see cref="Budgets.Tile"/> units.</summary>
    Looped,
}

/// <summary>The scratch memory of one kind of method.</summary>
/// <param name="ValuesPerSample">Numbers kept for one sample.</param>
/// <param name="BlockVectors">Vectors of samples that go through all stages together.</param>
/// <param name="Lanes">Samples in a vector.</param>
/// <param name="LaneGradient">Vectors of a gradient in lanes, one a parameter; 0: none.</param>
/// <param name="StackLength">Elements that a call may take from the stack.</param>
internal sealed record ScratchPlan(int ValuesPerSample, int BlockVectors, int Lanes, int LaneGradient, int StackLength)
{
    /// <summary>Values between two cache-line boundaries: what aligning may cost. A cache line is one vector of lanes.</summary>
    public int Padding => Lanes;

    public int LongestLength => ((ValuesPerSample * BlockVectors) + LaneGradient) * Lanes + Padding;

    /// <summary>Whether a full block and the gradient fit into the stack budget.</summary>
    public bool OnStack => LongestLength <= StackLength;

    /// <summary>Parameters rounded up to whole vectors: rows of a gradient in lanes are added up a vector at a time.</summary>
    public int Rows(int parameters) => (parameters + Lanes - 1) / Lanes * Lanes;
}
