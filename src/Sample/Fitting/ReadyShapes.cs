namespace StaticNet.Sample;

// Topologies are fixed when the program is compiled, so a file that nobody has seen before gets the smallest network that it fits into: what it
// has fewer inputs or classes than the network is filled with zeros, or never asked for.

[Network(Input = 4, Hidden = 12, Output = 4)]
internal sealed partial class Classifier4To4;

[Network(Input = 16, Hidden = 24, Output = 4)]
internal sealed partial class Classifier16To4;

[Network(Input = 64, Hidden = 32, Output = 4)]
internal sealed partial class Classifier64To4;

[Network(Input = 256, Hidden = 32, Output = 4)]
internal sealed partial class Classifier256To4;

[Network(Input = 4, Hidden = 16, Output = 20)]
internal sealed partial class Classifier4To20;

[Network(Input = 16, Hidden = 32, Output = 20)]
internal sealed partial class Classifier16To20;

[Network(Input = 64, Hidden = 32, Output = 20)]
internal sealed partial class Classifier64To20;

[Network(Input = 256, Hidden = 32, Output = 20)]
internal sealed partial class Classifier256To20;

[Network(Input = 4, HiddenLayers = new[] { 24, 12 }, Output = 1, OutputActivation = Activation.Identity)]
internal sealed partial class Regressor4;

[Network(Input = 16, HiddenLayers = new[] { 24, 12 }, Output = 1, OutputActivation = Activation.Identity)]
internal sealed partial class Regressor16;

[Network(Input = 64, HiddenLayers = new[] { 32, 16 }, Output = 1, OutputActivation = Activation.Identity)]
internal sealed partial class Regressor64;

[Network(Input = 256, HiddenLayers = new[] { 32, 16 }, Output = 1, OutputActivation = Activation.Identity)]
internal sealed partial class Regressor256;

/// <summary>A network of this program for data of any size.</summary>
/// <param name="Name">Its layers.</param>
/// <param name="Create">Makes one from a seed.</param>
/// <param name="Inputs">Inputs at most.</param>
/// <param name="Classes">Classes at most; 0 for a number as target.</param>
internal sealed record ReadyShape(string Name, int Inputs, int Classes, Func<ulong, INetwork<float>> Create)
{
    private static readonly ReadyShape[] s_all =
    [
        new("4-12-4", 4, 4, seed => new Classifier4To4(seed)),
        new("16-24-4", 16, 4, seed => new Classifier16To4(seed)),
        new("64-32-4", 64, 4, seed => new Classifier64To4(seed)),
        new("256-32-4", 256, 4, seed => new Classifier256To4(seed)),
        new("4-16-20", 4, 20, seed => new Classifier4To20(seed)),
        new("16-32-20", 16, 20, seed => new Classifier16To20(seed)),
        new("64-32-20", 64, 20, seed => new Classifier64To20(seed)),
        new("256-32-20", 256, 20, seed => new Classifier256To20(seed)),
        new("4-24-12-1", 4, 0, seed => new Regressor4(seed)),
        new("16-24-12-1", 16, 0, seed => new Regressor16(seed)),
        new("64-32-16-1", 64, 0, seed => new Regressor64(seed)),
        new("256-32-16-1", 256, 0, seed => new Regressor256(seed)),
    ];

    /// <summary>The smallest one that data fit into.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public static ReadyShape For(int inputs, int classes) =>
        s_all.Where(shape => shape.Inputs >= inputs && shape.Classes >= classes && shape.Classes == 0 == (classes == 0)).MinBy(shape => shape.Inputs * (shape.Classes + 1))
        ?? throw new IOException($"This program's networks take up to {s_all.Max(shape => shape.Inputs)} inputs and {s_all.Max(shape => shape.Classes)} classes; the file has {inputs} and {classes}. Annotate a network of your own for it.");

    /// <summary>Rows with zeros behind, up to the network's inputs.</summary>
    public float[] Widen(ReadOnlySpan<float> rows, int size)
    {
        float[] wide = new float[rows.Length / size * Inputs];
        for (int i = 0; i < rows.Length / size; i++)
            rows.Slice(i * size, size).CopyTo(wide.AsSpan(i * Inputs));
        return wide;
    }
}
