namespace StaticNet.Portable.Lanes;

/// <summary>The lanes in memory, for targets without vector instructions: 16 floats or 8 doubles, computed one after the other.</summary>
/// <remarks>The order of sums is that of the vectors, and so are the bits.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public unsafe partial struct PortableLanes<T> : ILanes<PortableLanes<T>, T>
    where T : unmanaged
{
    // 64 bytes.
    private readonly long _0, _1, _2, _3, _4, _5, _6, _7;

    /// <inheritdoc/>
    public int Count => 64 / sizeof(T);
}
