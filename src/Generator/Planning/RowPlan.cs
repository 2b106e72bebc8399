using StaticNet.Generator.Model;

namespace StaticNet.Generator.Planning;

/// <summary>Memory of a network with units in lanes. Lengths are in elements.</summary>
/// <param name="Lanes">Elements of the widest vector, to which rows are padded.</param>
/// <param name="NarrowLanes">Elements of the narrowest vector.</param>
/// <param name="BlockSamples">Samples that go through the layers together.</param>
/// <param name="InferenceValues">Values kept for one sample by methods that only compute outputs.</param>
/// <param name="TrainingValues">Values kept for one sample by methods that compute losses and gradients.</param>
/// <param name="TransposedLength">All transposed weights together.</param>
/// <param name="GradientLength">A gradient, with room for a vector behind it.</param>
/// <param name="InputRoom">A gradient of the inputs, likewise.</param>
/// <param name="StackLength">What a call may take from the stack.</param>
internal sealed record RowPlan(
    int Lanes, int NarrowLanes, int BlockSamples, int InferenceValues, int TrainingValues, int TransposedLength, int GradientLength, int InputRoom, int StackLength)
{
    /// <summary>What calls rent at most.</summary>
    public int LongestLength => TransposedLength + GradientLength + InputRoom + Lanes + (TrainingValues * BlockSamples);

    /// <summary>Elements from one row of scratch memory to the next.</summary>
    public int Stride(int width) => Stride(width, Lanes, NarrowLanes);

    public static int Stride(int width, int lanes, int narrowLanes) =>
        width <= narrowLanes ? narrowLanes : (width + lanes - 1) / lanes * lanes;
}
