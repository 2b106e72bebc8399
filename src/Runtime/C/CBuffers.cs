using System.Globalization;

namespace StaticNet.C;

/// <summary>Where the activations of each layer are, in the forward pass of a header: in two places that layers take in turn.</summary>
/// <param name="topology">The network.</param>
internal sealed class CBuffers(Topology topology)
{
    /// <summary>Numbers in both places.</summary>
    public int Length => Size(0) + Size(1);

    /// <summary>The declarations, a line each.</summary>
    /// <param name="number">The type of numbers.</param>
    public IEnumerable<string> Declarations(string number)
    {
        int hidden = topology.LayerCount - 1;
        if (hidden <= 2)
        {
            for (int layer = 1; layer <= hidden; layer++)
                yield return string.Create(CultureInfo.InvariantCulture, $"{number} a{layer}[{topology.LayerSizes[layer]}];");
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"{number} odd[{Size(0)}], even[{Size(1)}]; /* layers take turns */");
        for (int layer = 1; layer <= hidden; layer++)
            yield return string.Create(CultureInfo.InvariantCulture, $"{number} *const a{layer} = {(layer % 2 == 1 ? "odd" : "even")};");
    }

    /// <summary>The widest of every second hidden layer.</summary>
    private int Size(int first)
    {
        int size = 0;
        for (int layer = 1 + first; layer < topology.LayerCount; layer += 2)
            size = Math.Max(size, topology.LayerSizes[layer]);
        return size;
    }
}
