using System.ComponentModel;

namespace StaticNet;

/// <summary>How a batch is laid out and reduced, for <see cref="Chunks"/>.</summary>
/// <param name="Inputs">Values in an input.</param>
/// <param name="Outputs">Values in an output.</param>
/// <param name="ParameterCount">The network's parameters.</param>
/// <param name="IsMean">Whether losses and gradients are the mean over the samples; else the sum.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct BatchShape(int Inputs, int Outputs, int ParameterCount, bool IsMean);
