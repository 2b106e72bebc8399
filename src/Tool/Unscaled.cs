using System.Numerics;
using StaticNet.Serialization;

namespace StaticNet.Tool;

/// <summary>A network for formats that have no place for constants of scaling.</summary>
internal static class Unscaled
{
    /// <summary>The scaling of inputs goes into the first layer. That of targets cannot, but for its being told: outputs stay scaled.</summary>
    public static NetworkModel<T> Of<T>(StoredNetwork<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (model, scaling) = (network.Model, network.Scaling);
        if (scaling.Inputs is { } inputs)
        {
            int weights = model.Topology.LayerSizes[0] * model.Topology.LayerSizes[1];
            inputs.FoldInto(model.Parameters[..weights], model.Parameters.Slice(weights, model.Topology.LayerSizes[1]));
            Failure.Warn("the scaling of inputs is now in the first layer: it takes inputs as they are.");
        }

        if (scaling.Targets is not null)
            Failure.Warn("the new file has no place for the scaling of targets: outputs are still scaled.");
        return model;
    }
}
