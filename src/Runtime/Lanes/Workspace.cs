using System.ComponentModel;

namespace StaticNet.Lanes;

/// <summary>
/// Scratch memory of a network whose layers are too wide for the stack, allocated with the network. One caller at a time has it;
/// a second thread that infers at the same time gets memory of its own.
/// </summary>
/// <param name="length">The longest scratch any method of the network needs.</param>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Workspace<T>(int length)
    where T : unmanaged
{
    private T[]? _buffer = new T[length];

    /// <summary>Takes the memory; its content is arbitrary.</summary>
    public T[] Rent() => Interlocked.Exchange(ref _buffer, null) ?? new T[length];

    /// <summary>Gives it back for the next call.</summary>
    public void Return(T[]? buffer)
    {
        if (buffer is not null)
            Volatile.Write(ref _buffer, buffer);
    }
}
