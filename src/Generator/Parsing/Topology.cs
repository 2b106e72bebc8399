using StaticNet.Generator.Model;

namespace StaticNet.Generator.Parsing;

/// <summary>What the attribute alone says, with every default filled in.</summary>
internal sealed record Topology(EquatableArray<LayerSpec> Layers, LossFunction Loss, Reduction Reduction, Precision Precision)
{
    private LayerSpec Last => Layers[Layers.Count - 1];

    /// <inheritdoc cref="NetworkSpec.IsClassifier"/>
    public bool IsClassifier => Last.Activation is Activation.Softmax or Activation.Sigmoid;

    /// <inheritdoc cref="NetworkSpec.HasDropout"/>
    public bool HasDropout => Layers.Any(layer => layer.Dropout > 0);

    /// <inheritdoc cref="NetworkSpec.Predicts"/>
    public bool Predicts => IsClassifier || Last.Units > 1;
}
