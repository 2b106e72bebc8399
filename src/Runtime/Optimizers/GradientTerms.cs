using System.ComponentModel;

namespace StaticNet;

/// <summary>What an optimizer does to a gradient before its rule sees it. Made by <see cref="Optimizer{T, TRule}.Terms"/>, for generated code.</summary>
/// <param name="L2">Weight decay, for the weights only.</param>
/// <param name="MaxValue">The largest magnitude of an element; null: any.</param>
/// <param name="MaxNorm">The largest length of the whole gradient; null: any.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct GradientTerms<T>(T L2, T? MaxValue, T? MaxNorm)
    where T : unmanaged
{
    /// <summary>Whether the gradient is limited in any way.</summary>
    public bool Clips => MaxValue.HasValue || MaxNorm.HasValue;
}
