using StaticNet.Models;

namespace StaticNet.Quantization;

/// <summary>What values a network takes on samples: the smallest and the largest of its inputs, and of each layer's pre-activations and activations.</summary>
/// <remarks>Computed in <see cref="double"/> with exact operations, so that every machine finds the same.</remarks>
internal sealed class Calibration
{
    private readonly Extent[] _preActivations, _activations;

    /// <summary>Runs the samples through the network.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="parameters">[ParameterCount]</param>
    /// <param name="inputs">[count × InputSize], at least one sample.</param>
    /// <exception cref="ArgumentException">Pre-activations are too large to be scaled.</exception>
    public Calibration(Topology topology, ReadOnlySpan<double> parameters, ReadOnlySpan<double> inputs)
    {
        _preActivations = new Extent[topology.LayerCount];
        _activations = new Extent[topology.LayerCount];
        _preActivations.AsSpan().Fill(new());
        _activations.AsSpan().Fill(new());
        Inputs = Extent.Of(inputs);

        double[][] z = [.. topology.LayerSizes.Skip(1).Select(units => new double[units])];
        for (; !inputs.IsEmpty; inputs = inputs[topology.InputSize..])
        {
            var a = inputs[..topology.InputSize];
            var rest = parameters;
            for (int layer = 0; layer < z.Length; layer++)
            {
                PlainForward.PreActivations(topology, layer, rest, a, z[layer]);
                _preActivations[layer].Include(z[layer]);
                PlainForward.Activate<double>(z[layer], topology.Activations[layer], isOutput: layer == z.Length - 1);
                _activations[layer].Include(z[layer]);
                rest = rest[((a.Length + 1) * z[layer].Length)..];
                a = z[layer];
            }
        }

        for (int layer = 0; layer < z.Length; layer++)
        {
            if (!(_preActivations[layer].Size <= Extent.Most))
                throw new ArgumentException($"Expected pre-activations up to 2^500; those of layer {layer + 1} reach {_preActivations[layer].Size:R}.", "network");
        }
    }

    /// <summary>Of the network's inputs.</summary>
    public Extent Inputs { get; }

    /// <summary>Of a layer's pre-activations, 0 for the first.</summary>
    public Extent PreActivations(int layer) => _preActivations[layer];

    /// <summary>Of a layer's activations, 0 for the first.</summary>
    public Extent Activations(int layer) => _activations[layer];
}
