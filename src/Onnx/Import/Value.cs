namespace StaticNet.Onnx.Import;

/// <summary>What a name in a graph stands for: a <see cref="Constant"/> or a <see cref="Signal"/>.</summary>
internal abstract record Value;

/// <summary>Numbers that depend on the input.</summary>
/// <param name="Formula">A function of x, which is what the last layer computes before its activation, or the input where there is no layer yet.</param>
/// <param name="Stage">Which x: the number of layers and biases so far.</param>
/// <param name="IsMatrix">Whether it is [batch, features]; else it has more dimensions, the first of which is the batch.</param>
/// <param name="Origin">The node it comes from; null: it is the input.</param>
internal sealed record Signal(Formula Formula, int Stage, bool IsMatrix, Node? Origin) : Value;
