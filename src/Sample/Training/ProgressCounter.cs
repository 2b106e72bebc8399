namespace StaticNet.Sample;

/// <summary>
/// How far a training is. The loop only writes a number; whoever wants to show it reads it from another thread. A callback or
/// <see cref="IProgress{T}"/> would allocate in the loop.
/// </summary>
internal sealed class ProgressCounter
{
    private int _done;

    /// <summary>Passes done.</summary>
    public int Done
    {
        get => Volatile.Read(ref _done);
        set => Volatile.Write(ref _done, value);
    }
}
