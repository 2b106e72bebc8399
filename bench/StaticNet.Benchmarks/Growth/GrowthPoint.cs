namespace StaticNet.Benchmarks.Growth;

/// <summary>One network of a sweep.</summary>
/// <param name="Size">What the sweep varies: units of the hidden layer, or hidden layers.</param>
/// <param name="Create">Makes one.</param>
/// <param name="Sizes">Units of each layer, input first.</param>
internal sealed record GrowthPoint(int Size, Func<IClassifier<float>> Create, int[] Sizes)
{
    /// <summary>One hidden layer of growing size.</summary>
    public static GrowthPoint[] HiddenSizes { get; } =
    [
        new(1, () => new Hidden1Net(), [16, 1, 4]),
        new(2, () => new Hidden2Net(), [16, 2, 4]),
        new(3, () => new Hidden3Net(), [16, 3, 4]),
        new(4, () => new Hidden4Net(), [16, 4, 4]),
        new(6, () => new Hidden6Net(), [16, 6, 4]),
        new(8, () => new Hidden8Net(), [16, 8, 4]),
        new(12, () => new Hidden12Net(), [16, 12, 4]),
        new(16, () => new Hidden16Net(), [16, 16, 4]),
        new(24, () => new Hidden24Net(), [16, 24, 4]),
        new(32, () => new Hidden32Net(), [16, 32, 4]),
        new(48, () => new Hidden48Net(), [16, 48, 4]),
        new(64, () => new Hidden64Net(), [16, 64, 4]),
        new(96, () => new Hidden96Net(), [16, 96, 4]),
        new(128, () => new Hidden128Net(), [16, 128, 4]),
        new(192, () => new Hidden192Net(), [16, 192, 4]),
        new(256, () => new Hidden256Net(), [16, 256, 4]),
        new(384, () => new Hidden384Net(), [16, 384, 4]),
        new(512, () => new Hidden512Net(), [16, 512, 4]),
        new(768, () => new Hidden768Net(), [16, 768, 4]),
        new(1024, () => new Hidden1024Net(), [16, 1024, 4]),
    ];

    /// <summary>More and more hidden layers of 32 units.</summary>
    public static GrowthPoint[] Depths { get; } =
    [
        new(1, () => new Depth1Net(), [16, 32, 4]),
        new(2, () => new Depth2Net(), [16, 32, 32, 4]),
        new(3, () => new Depth3Net(), [16, 32, 32, 32, 4]),
        new(4, () => new Depth4Net(), [16, 32, 32, 32, 32, 4]),
        new(5, () => new Depth5Net(), [16, 32, 32, 32, 32, 32, 4]),
        new(6, () => new Depth6Net(), [16, 32, 32, 32, 32, 32, 32, 4]),
        new(7, () => new Depth7Net(), [16, 32, 32, 32, 32, 32, 32, 32, 4]),
        new(8, () => new Depth8Net(), [16, 32, 32, 32, 32, 32, 32, 32, 32, 4]),
    ];

    /// <summary>Multiply-adds of a forward pass of one sample.</summary>
    public double ForwardOperations => Sizes.Zip(Sizes.Skip(1), (inputs, units) => (double)inputs * units).Sum();

    /// <summary>Multiply-adds of a training step, a sample: forward, gradient, and δ to all layers but the first.</summary>
    public double TrainingOperations => (3 * ForwardOperations) - ((double)Sizes[0] * Sizes[1]);
}
