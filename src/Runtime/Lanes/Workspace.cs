using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Lanes;

/// <summary>
/// Scratch memory for calls that need more than the stack should give, shared by all networks of a number type: an army of small
/// networks needs no more of it than one. A network reserves in its constructor what its calls will rent, so that no call allocates;
/// only threads that compute at the same time as others bring the pool to more than one block, once.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Workspace<T>
    where T : unmanaged
{
    /// <summary>More threads than this at once would allocate for each call.</summary>
    private const int MostBlocks = 64;

    private static readonly T[]?[] Blocks = new T[]?[MostBlocks];

    /// <summary>Makes sure that one caller at a time can rent this much without an allocation. Called by constructors of networks.</summary>
    /// <param name="length">In elements; 0: the network's calls rent nothing.</param>
    /// <param name="layout">Not looked at: that it has been made means that its tables exist, which otherwise the first update would allocate.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Reserve(int length, ParameterLayout<T> layout)
    {
        if (length > 0)
            Return(Rent(length));
    }

    /// <summary>The same for a caller that holds two of them at once.</summary>
    /// <param name="length">In elements.</param>
    internal static void ReserveTwo(int length)
    {
        var (first, second) = (Rent(length), Rent(length));
        Return(first);
        Return(second);
    }

    /// <summary>Takes a block; its content is arbitrary. Allocates only where no block of the pool is free and large enough.</summary>
    /// <param name="length">The least number of elements.</param>
    /// <returns>Pinned, so that alignment is not lost to a move.</returns>
    public static T[] Rent(int length)
    {
        foreach (ref T[]? slot in Blocks.AsSpan())
        {
            if (slot is { } seen && seen.Length >= length && Interlocked.CompareExchange(ref slot, null, seen) == seen)
                return seen;
        }

        return GC.AllocateUninitializedArray<T>(length, pinned: true);
    }

    /// <summary>Gives a block back; it takes the place of a smaller one where the pool is full.</summary>
    public static void Return(T[]? block)
    {
        if (block is null)
            return;
        foreach (ref T[]? slot in Blocks.AsSpan())
        {
            var seen = slot;
            if ((seen is null || seen.Length < block.Length) && Interlocked.CompareExchange(ref slot, block, seen) == seen)
                return;
        }
    }
}
