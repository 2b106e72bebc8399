using System.ComponentModel;

namespace StaticNet;

/// <summary>Which of a network's parameters are weights, and so subject to weight decay, and which are biases. Made by generated code.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="lengths">Lengths of the parameter groups in order: weights of layer 1, biases of layer 1, weights of layer 2, …</param>
/// <param name="isWeight">[ParameterCount rounded up to a multiple of 16]: 1 for a weight, 0 for a bias; empty for networks too large to spell that out.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ParameterLayout<T>(ReadOnlySpan<int> lengths, ReadOnlySpan<T> isWeight)
    where T : unmanaged
{
    /// <summary>Lengths of the parameter groups: weights and biases in turn.</summary>
    public ReadOnlySpan<int> Lengths { get; } = lengths;

    /// <summary>1 for a weight, 0 for a bias; or empty.</summary>
    public ReadOnlySpan<T> IsWeight { get; } = isWeight;
}
