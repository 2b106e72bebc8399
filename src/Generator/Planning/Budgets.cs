namespace StaticNet.Generator.Planning;

/// <summary>The limits behind the planner's choices, each with its reason. docs/architecture.md has the measurements.</summary>
internal static class Budgets
{
    /// <summary>
    /// Operations on lanes in one unrolled stage. Each is a call that the JIT has to inline, and its budget for that is per
    /// method: past it, calls remain and every one of them costs more than the arithmetic.
    /// </summary>
    public const int UnrolledOperations = 96;

    /// <summary>Accumulators of an unrolled gradient stage: more than the 32 vector registers hold would be kept in memory.</summary>
    public const int UnrolledAccumulators = 24;

    /// <summary>
    /// Parameters of a layer that a spelled-out stage keeps in registers: half of the 32 there are. Loaded for each vector of samples they
    /// would be most of what the stage waits for, since a core loads one vector of 512 bits a cycle.
    /// </summary>
    public const int HeldParameters = 16;

    /// <summary>Units of a looped stage that are computed together: independent chains of multiply-adds hide each other's latency.</summary>
    public const int Tile = 4;

    /// <summary>Inputs of a looped weight gradient that are computed together with a tile of units.</summary>
    public const int TileInputs = 2;

    /// <summary>Outputs up to this number have their softmax and loss spelled out.</summary>
    public const int UnrolledOutputs = 4;

    /// <summary>Scratch bytes of a block that keep it in the first-level cache beside the parameters.</summary>
    public const int CacheBytes = 24 * 1024;

    /// <summary>Most vectors of samples in a block: more bring nothing once the stages overlap.</summary>
    public const int MostBlockVectors = 16;

    /// <summary>Least vectors in a block when training: each block reads and writes the whole gradient in lanes, which must not outweigh the multiply-adds.</summary>
    public const int LeastTrainingVectors = 8;

    /// <summary>Scratch bytes a call may take from the stack, which is as small as 256 KB on some threads.</summary>
    public const int StackBytes = 64 * 1024;

    /// <summary>
    /// The same where the project allows no unsafe code and so no <c>SkipLocalsInit</c>: .NET then clears what a call takes, at about
    /// 32 bytes a cycle, and renting costs about 20 cycles.
    /// </summary>
    public const int ClearedStackBytes = 1024;

    /// <summary>Bytes of gradient that the fused training methods may take from the stack beside their scratch memory.</summary>
    public const int GradientStackBytes = 16 * 1024;

    /// <summary>Networks of up to this many parameters have a table that tells weights from biases; larger ones are updated group by group.</summary>
    public const int SpelledOutParameters = 128;

    /// <summary>Operations of a network whose one-sample methods are a single unrolled method each, of which the JIT inlines everything.</summary>
    public const int OneSampleOperations = 120;

    /// <summary>Numbers that one sample may have on the stack on its way through larger networks; clearing them is nothing beside their weights.</summary>
    public const int OneSampleNumbers = 2048;

    /// <summary>
    /// Parameters of a network whose batches have samples in lanes. Their gradient takes a vector for each parameter, which past this
    /// (64 KB) leaves the caches nearest to the core; larger networks have units in lanes.
    /// </summary>
    public const int LaneGradientParameters = 1024;

    /// <summary>Vectors of samples in a block of many networks: each has weights of its own, so that a larger block would only take longer to come back.</summary>
    public const int EachBlockVectors = 2;

    /// <summary>Multiply-adds of a layer that is spelled out for each of many networks.</summary>
    public const int EachOperations = 32;

    /// <summary>Samples of a block with units in lanes: each reads all weights and writes all of the gradient once.</summary>
    public const int MostBlockSamples = 64;

    /// <summary>Bytes of such a block's activations, which should stay in the second-level cache.</summary>
    public const int RowBlockBytes = 256 * 1024;
}
