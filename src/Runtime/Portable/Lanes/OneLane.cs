namespace StaticNet.Portable.Lanes;

/// <summary>A single lane: what a kernel becomes when it is given one sample.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public unsafe partial struct OneLane<T> : ILanes<OneLane<T>, T>
    where T : unmanaged
{
    private readonly T _v;

    /// <summary>A number as a lane.</summary>
    public OneLane(T value) => _v = value;

    /// <summary>The lane as a number.</summary>
    public T Value => _v;

    /// <inheritdoc/>
    public int Count => 1;
}
